"""Installing Argos packages: from files and from an index, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from diglot.engines import package_installation, package_staging, package_store
from diglot.problems import UserError
from tests.argos_packages import FOLDER, TINY, Index, pack
from tests.engines import copy_package

Change = Callable[..., Path]


def quiet(done: int, total: int | None) -> None:
    pass


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        package_installation.install_file(path)
    return str(caught.value)


def unfetched() -> str:
    with pytest.raises(UserError) as caught:
        package_installation.install_pair("ar", "en", quiet)
    return str(caught.value)


def zipped(path: Path, *members: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in members:
            archive.writestr(member, content)
    return path


def special(name: str, kind: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.create_system = 3
    member.external_attr = (kind | 0o777) << 16
    return member


# From a file


def test_a_package_from_a_file_is_found_by_argos(packages: Path) -> None:
    installed = package_installation.install_file(TINY)
    from argostranslate import package

    (found,) = package.get_installed_packages()

    assert installed.folder == packages / FOLDER
    assert found.package_path == installed.folder
    assert (found.from_code, found.to_code) == ("ar", "en")


def test_a_package_that_argos_unpacked_is_found_by_diglot(packages: Path) -> None:
    with zipfile.ZipFile(TINY) as archive:
        archive.extractall(packages)

    (found,) = package_store.installed().packages

    assert found.label == "translate-ar_en@1.0"


def test_the_folder_and_its_files_have_the_usual_rights(packages: Path) -> None:
    installed = package_installation.install_file(TINY)
    umask = os.umask(0)
    os.umask(umask)

    assert stat.S_IMODE(installed.folder.stat().st_mode) == 0o777 & ~umask
    assert stat.S_IMODE((installed.model / "model.bin").stat().st_mode) == 0o666 & ~umask


def test_argos_packages_dir_is_respected(
    argos_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "elsewhere"))

    installed = package_installation.install_file(TINY)

    assert installed.folder == tmp_path / "elsewhere" / FOLDER


def test_nothing_is_left_beside_the_packages(packages: Path) -> None:
    package_installation.install_file(TINY)

    assert [place.name for place in packages.iterdir()] == [FOLDER]
    assert [place.name for place in packages.parent.iterdir()] == ["packages"]


def test_a_newer_version_replaces_the_old_one(
    packages: Path, changed_tiny: Change, tmp_path: Path
) -> None:
    package_installation.install_file(TINY)
    newer = pack(
        changed_tiny(package_version="1.10"), tmp_path / "n.argosmodel", top="translate-ar_en-1_10"
    )

    package_installation.install_file(newer)

    assert [each.label for each in package_store.installed().packages] == ["translate-ar_en@1.10"]
    assert [place.name for place in packages.iterdir()] == ["translate-ar_en-1_10"]


def test_the_same_version_is_replaced_in_its_place(packages: Path) -> None:
    first = package_installation.install_file(TINY)
    before = contents(first.folder)
    (first.folder / "README.md").write_text("old", encoding="utf-8")

    package_installation.install_file(TINY)

    assert contents(first.folder) == before


def test_the_old_package_stays_until_the_new_one_has_worked(
    packages: Path, changed_tiny: Change, tmp_path: Path
) -> None:
    old = package_installation.install_file(TINY)
    before = contents(old.folder)
    broken = changed_tiny(package_version="2.0")
    copy_package.refused_by_this_version(broken)

    message = refused(pack(broken, tmp_path / "broken.argosmodel"))

    assert "CTranslate2 refuses" in message
    assert "broken.argosmodel" in message
    assert contents(old.folder) == before


def test_a_damaged_package_in_the_way_is_replaced(packages: Path) -> None:
    (packages / FOLDER).mkdir()

    package_installation.install_file(TINY)

    assert [each.label for each in package_store.installed().packages] == ["translate-ar_en@1.0"]


def test_a_package_of_other_languages_in_the_way_is_not_replaced(
    packages: Path, changed_tiny: Change
) -> None:
    shutil.copytree(changed_tiny(to_code="fr"), packages / FOLDER)

    assert "another package stands where this one would go" in refused(TINY)
    assert [each.target for each in package_store.installed().packages] == ["fr"]


def test_a_move_that_fails_puts_the_old_package_back(
    packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = package_installation.install_file(TINY)
    before = contents(old.folder)
    true_move = package_installation.move

    def full_disk(path: Path, to: Path) -> None:
        if to == old.folder and "unpacked" in str(path):
            raise UserError("no space left")
        true_move(path, to)

    monkeypatch.setattr(package_installation, "move", full_disk)

    assert "no space left" in refused(TINY)
    assert contents(old.folder) == before


def test_on_a_disk_of_their_own_argos_can_list_packages_while_one_is_installed(
    packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argostranslate import package

    monkeypatch.setattr(package_staging, "_may_be_beside", lambda folder: False)
    with package_staging.staging(packages):
        seen = [each.type for each in package.get_installed_packages()]
        ours = package_store.installed()
    package_installation.install_file(TINY)

    assert seen == ["staging"]
    assert ours.packages == () == ours.problems
    assert [place.name for place in packages.iterdir()] == [FOLDER]


def test_what_a_killed_installation_left_goes_after_a_day(packages: Path) -> None:
    old, young = (packages.parent / f".diglot-package-{name}" for name in ("old", "young"))
    for leftover in (old, young):
        leftover.mkdir()
    os.utime(old, (time.time() - 100_000,) * 2)

    package_installation.install_file(TINY)

    assert not old.exists()
    assert young.exists()


def test_a_folder_without_rights_is_named(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    # Not by real rights: root, who runs tests in containers, may write everywhere.
    monkeypatch.setattr(package_staging.tempfile, "mkdtemp", refuse)

    message = refused(TINY)

    assert f"{packages.parent}: cannot be used for packages (Permission denied)" in message
    assert "ARGOS_PACKAGES_DIR" in message


def test_a_package_folder_that_is_a_file_is_named(
    argos_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "file"))

    assert "ARGOS_PACKAGES_DIR" in refused(TINY)


# Files that are no packages, or evil ones


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "/tmp/evil.txt",
        f"{FOLDER}/../../evil.txt",
        "..\\evil.txt",
        "C:/evil.txt",
        f"{FOLDER}/a\nb",
        ".hidden/evil.txt",
    ],
)
def test_names_that_lead_out_of_the_folder_are_refused(
    packages: Path, tmp_path: Path, name: str
) -> None:
    archive = zipped(tmp_path / "evil.argosmodel", (f"{FOLDER}/metadata.json", b"{}"), (name, b"!"))

    assert "this file is dangerous" in refused(archive)
    assert list(packages.iterdir()) == []
    assert not list(tmp_path.rglob("evil.txt"))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK])
def test_links_and_devices_are_refused(packages: Path, tmp_path: Path, kind: int) -> None:
    archive = zipped(
        tmp_path / "evil.argosmodel", (special(f"{FOLDER}/model", kind), b"/etc/passwd")
    )

    assert "is a link or a device" in refused(archive)


def test_an_encrypted_file_is_refused(packages: Path, tmp_path: Path) -> None:
    archive = zipped(tmp_path / "evil.argosmodel", (f"{FOLDER}/metadata.json", b"{}"))
    content = bytearray(archive.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(content)

    assert "is encrypted" in refused(archive)


def test_a_zip_bomb_is_refused_by_what_it_declares(packages: Path, tmp_path: Path) -> None:
    archive = zipped(tmp_path / "bomb.argosmodel", (f"{FOLDER}/metadata.json", b"{}"))
    content = bytearray(archive.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (3 * 10**9).to_bytes(4, "little")
    archive.write_bytes(content)

    assert "far larger than any Argos package: 1 files, 3.0 GB" in refused(archive)
    assert list(packages.iterdir()) == []


def test_a_zip_bomb_that_lies_about_its_size_stops_at_what_it_declared(
    packages: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "bomb.argosmodel"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{FOLDER}/metadata.json", b"\0" * 10_000_000)
    content = bytearray(archive.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (10).to_bytes(4, "little")
    archive.write_bytes(content)

    assert "damaged" in refused(archive)


def test_thousands_of_files_are_refused(packages: Path, tmp_path: Path) -> None:
    names = [(f"{FOLDER}/{number}", b"") for number in range(5_001)]

    assert "far larger" in refused(zipped(tmp_path / "bomb.argosmodel", *names))


@pytest.mark.parametrize(
    "names",
    [["metadata.json"], ["a/metadata.json", "b/model"], ["metadata.json", "model/model.bin"], []],
)
def test_everything_must_stand_in_one_folder(
    packages: Path, tmp_path: Path, names: list[str]
) -> None:
    archive = zipped(tmp_path / "x.argosmodel", *((name, b"{}") for name in names))

    assert "not one folder with everything in it" in refused(archive)


def test_a_file_that_is_twice_in_it_is_refused(packages: Path, tmp_path: Path) -> None:
    archive = zipped(
        tmp_path / "x.argosmodel", (f"{FOLDER}/model", b"1"), (f"{FOLDER}/MODEL", b"2")
    )

    assert "twice" in refused(archive)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<!DOCTYPE html><title>Log in</title>", "this is a web page"),
        (b"not a zip", "no zip file"),
        (b"", "no zip file"),
        (TINY.read_bytes()[:500_000], "damaged"),
    ],
)
def test_files_that_are_no_zip_are_refused(
    packages: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "x.argosmodel"
    path.write_bytes(content)

    assert said in refused(path)
    assert str(path) in refused(path)


@pytest.mark.parametrize("at", range(100_000, 1_300_000, 200_000))
def test_a_flipped_bit_anywhere_is_noticed(packages: Path, tmp_path: Path, at: int) -> None:
    content = bytearray(TINY.read_bytes())
    content[at] ^= 1
    path = tmp_path / "x.argosmodel"
    path.write_bytes(content)

    assert "damaged" in refused(path)
    assert list(packages.iterdir()) == []


def test_a_missing_file_is_named(argos_home: Path, tmp_path: Path) -> None:
    assert "there is no such file" in refused(tmp_path / "x.argosmodel")
    assert list(argos_home.iterdir()) == []


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        ({"from_code": ""}, "«from_code» does not name a language"),
        ({"to_code": "../en"}, "«to_code» does not name a language"),
        ({"to_code": ["en"]}, "«to_code» is no text"),
        ({"package_version": "1 0\n# diglot: reviewed"}, "no version number"),
        ({"type": "sbd"}, "does not translate"),
    ],
)
def test_metadata_that_cannot_be_right_is_refused(
    packages: Path, changed_tiny: Change, tmp_path: Path, metadata: dict[str, object], said: str
) -> None:
    assert said in refused(pack(changed_tiny(**metadata), tmp_path / "x.argosmodel"))


@pytest.mark.parametrize("metadata", [b"", b"[]", b"\xff", b"[" * 100_000])
def test_metadata_that_is_no_json_is_refused(
    packages: Path, changed_tiny: Change, tmp_path: Path, metadata: bytes
) -> None:
    folder = changed_tiny()
    (folder / "metadata.json").write_bytes(metadata)

    assert "damaged" in refused(pack(folder, tmp_path / "x.argosmodel"))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("model/model.bin", "model.bin is missing"),
        ("metadata.json", "metadata.json is missing"),
        ("sentencepiece.model", "neither sentencepiece.model nor bpe.model"),
        ("model/shared_vocabulary.json", "CTranslate2 refuses"),
    ],
)
def test_a_package_without_one_of_its_parts_is_refused(
    packages: Path, changed_tiny: Change, tmp_path: Path, part: str, said: str
) -> None:
    folder = changed_tiny()
    (folder / part).unlink()

    assert said in refused(pack(folder, tmp_path / "x.argosmodel"))


@pytest.mark.parametrize("garbage", [b"", b"garbage", bytes(range(256)) * 1000])
@pytest.mark.parametrize("part", ["model/model.bin", "sentencepiece.model"])
def test_garbage_for_a_model_is_refused(
    packages: Path, changed_tiny: Change, tmp_path: Path, part: str, garbage: bytes
) -> None:
    folder = changed_tiny()
    (folder / part).write_bytes(garbage)

    message = refused(pack(folder, tmp_path / "x.argosmodel"))

    assert "refuses" in message or "damaged" in message
    assert list(packages.iterdir()) == []


# From the index


def test_a_pair_is_fetched_and_installed_with_progress(packages: Path, index: Index) -> None:
    index.offer("ar_en")
    index.put("/translate-ar_en.argosmodel", TINY.read_bytes())
    told: list[tuple[int, int | None]] = []

    (installed,) = package_installation.install_pair(
        "ar", "en", lambda done, total: told.append((done, total))
    )

    size = TINY.stat().st_size
    assert installed.folder == packages / FOLDER
    assert told[0] == (0, size)
    assert told[-1] == (size, size)
    assert told == sorted(told)


def test_argos_gets_the_index_that_diglot_fetched(packages: Path, index: Index) -> None:
    index.offer("ar_en", "en_fr")
    index.put("/translate-ar_en.argosmodel", TINY.read_bytes())
    package_installation.install_pair("ar", "en", quiet)
    from argostranslate import package

    assert [each.to_code for each in package.get_available_packages()] == ["en", "fr"]


def test_what_is_there_and_works_is_not_fetched_again(packages: Path, index: Index) -> None:
    package_installation.install_file(TINY)
    index.offer("ar_en")

    package_installation.install_pair("ar", "en", quiet)

    assert index.asked == ["/index.json"]


def test_the_newest_version_is_taken(
    packages: Path, index: Index, changed_tiny: Change, tmp_path: Path
) -> None:
    index.offer("ar_en", version="1.9")
    index.offer("ar_en", version="1.10")
    newer = changed_tiny(package_version="1.10")
    index.put(
        "/translate-ar_en.argosmodel", pack(newer, tmp_path / "newer.argosmodel").read_bytes()
    )

    (installed,) = package_installation.install_pair("ar", "en", quiet)

    assert installed.version == "1.10"


def test_two_packages_are_installed_where_none_makes_the_pair(
    packages: Path, index: Index, changed_tiny: Change, tmp_path: Path
) -> None:
    index.offer("ar_de", "de_fr", "ar_en", "en_fr")
    for pair in ("ar_en", "en_fr"):
        start, _, end = pair.partition("_")
        folder = changed_tiny(pair, from_code=start, to_code=end)
        packed = pack(folder, tmp_path / f"{pair}.argosmodel", top=pair)
        index.put(f"/translate-{pair}.argosmodel", packed.read_bytes())

    installed = package_installation.install_pair("ar", "fr", quiet)

    assert [each.name for each in installed] == ["translate-ar_en", "translate-en_fr"]
    assert package_store.route("ar", "fr") == installed


def test_a_pair_that_the_index_does_not_have_is_an_error(packages: Path, index: Index) -> None:
    index.offer("en_fr")

    assert "has none for ar → en" in unfetched()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"content": TINY.read_bytes()[:400_000]}, "damaged"),
        ({"content": TINY.read_bytes()[:400_000], "claimed": 1_352_429}, "after 0.4 of 1.4 MB"),
        ({"content": b"", "claimed": 1_352_429}, "after 0.0 of 1.4 MB"),
        ({"content": b"<html>Log in to this network</html>"}, "this is a web page"),
        ({"content": b"gone", "status": 404}, "404 Not Found"),
        ({"content": b"", "status": 503}, "503 Service Unavailable"),
        ({"content": b"x", "claimed": 10**12}, "larger than"),
    ],
)
def test_a_download_that_goes_wrong_leaves_nothing_and_names_the_file(
    packages: Path, index: Index, answer: dict[str, object], said: str
) -> None:
    index.offer("ar_en")
    index.put("/translate-ar_en.argosmodel", **answer)

    message = unfetched()

    assert said in message
    assert f"fetch {index.address}/translate-ar_en.argosmodel by hand" in message
    assert "diglot package install translate-ar_en.argosmodel" in message
    assert list(packages.iterdir()) == []
    assert {place.name for place in packages.parent.iterdir()} == {"packages", "index.json"}


def test_a_package_for_another_pair_than_the_index_says_is_refused(
    packages: Path, index: Index, changed_tiny: Change, tmp_path: Path
) -> None:
    index.offer("ar_en")
    wrong = pack(changed_tiny(from_code="en", to_code="ar"), tmp_path / "wrong.argosmodel")
    index.put("/translate-ar_en.argosmodel", wrong.read_bytes())

    assert "translates en → ar, and not ar → en" in unfetched()
    assert list(packages.iterdir()) == []


def test_the_second_address_is_tried_where_the_first_does_not_answer(
    packages: Path, index: Index
) -> None:
    index.put(
        "/index.json",
        b'[{"from_code": "ar", "to_code": "en", "package_version": "1.0", "links": '
        b'["ipfs://x", "http://127.0.0.1:9/x", "%s/good"]}]' % index.address.encode(),
    )
    index.put("/good", TINY.read_bytes())

    package_installation.install_pair("ar", "en", quiet)

    assert [each.label for each in package_store.installed().packages] == ["translate-ar_en@1.0"]


@pytest.mark.parametrize(
    "content",
    [b"<html>Log in</html>", b"", b"{}", b"[]", b"\xff\xfe", b'[{"from_code": 1}, 2, null]'],
)
def test_an_index_that_is_none_is_an_error_and_not_kept(
    packages: Path, index: Index, content: bytes
) -> None:
    index.put("/index.json", content)

    message = unfetched()

    assert "is no list of Argos packages" in message
    assert "diglot package install translate-ar_en.argosmodel" in message
    assert not (packages.parent / "index.json").exists()


def test_without_a_network_it_ends_at_once_and_says_what_to_fetch(packages: Path) -> None:
    start = time.monotonic()

    message = unfetched()

    assert time.monotonic() - start < 5
    assert "http://127.0.0.1:9/index.json cannot be reached (Connection refused)" in message
    assert "diglot package install translate-ar_en.argosmodel" in message


def test_without_a_network_the_file_is_named_as_the_old_index_had_it(
    packages: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.offer("ar_en")
    unfetched()
    index.put("/index.json", b"", status=502)

    message = unfetched()

    assert "502 Bad Gateway" in message
    assert f"fetch {index.address}/translate-ar_en.argosmodel by hand" in message

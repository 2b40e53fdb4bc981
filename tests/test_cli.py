"""The command line: exit codes, JSON shapes, and errors that a person can act on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diglot import drafting, engine_choice, pipeline
from diglot.cli import main
from diglot.drafting import NoEngineError
from diglot.engines import dask_cluster
from diglot.project import Project
from tests import demo_site
from tests.argos_packages import TINY
from tests.demo_site import DOCUMENT
from tests.fake_engine import FakeEngine


@pytest.fixture
def root(tmp_path: Path, argos_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project on a machine without packages, whoever runs the tests."""
    demo_site.make(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def diglot(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_help_lists_the_commands_in_pipeline_order() -> None:
    text = diglot("--help").stdout
    listed = [line.split()[0] for line in text.partition("Commands:")[2].splitlines() if line]

    assert listed == [
        "split",
        "sync",
        "draft",
        "check",
        "review",
        "mark",
        "render",
        "build",
        "serve",
        "status",
        "package",
        "merge-driver",
    ]


def test_split_prints_an_outline_and_writes_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    result = diglot("split", "seeds/sheet.txt")

    assert result.exit_code == 0
    assert "military-campaign" in result.stdout
    assert sorted(root.rglob("*")) == before


def test_split_json_has_the_stable_shape_with_keys_after_the_first_sync(root: Path) -> None:
    (document,) = json.loads(diglot("split", "--json", "seeds/sheet.txt").stdout)

    assert list(document) == ["path", "id", "title", "language", "sections"]
    section = document["sections"][1]
    assert list(section) == ["id", "title", "level", "line", "blocks"]
    block = section["blocks"][0]
    assert list(block) == ["key", "kind", "line", "marker", "sentences"]
    assert block["key"].startswith("military-campaign/")
    assert block["sentences"][0] == "حررت العمليات 62 بالمئة من الأراضي."


def test_split_shows_null_keys_before_the_first_sync_and_outside_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("paper.txt").write_text("جملة واحدة.", encoding="utf-8")

    (document,) = json.loads(diglot("split", "--json", "paper.txt").stdout)

    assert document["sections"][0]["blocks"][0]["key"] is None


def test_sync_json_has_the_stable_shape(root: Path) -> None:
    found = json.loads(diglot("sync", "--json").stdout)

    assert found == {
        "documents": [
            {
                "id": DOCUMENT,
                "added": 0,
                "cosmetic": 0,
                "numbers": 0,
                "meaning": 0,
                "moved": 0,
                "removed": 0,
                "unchanged": 8,
            }
        ]
    }


def test_status_json_has_the_stable_shape(root: Path) -> None:
    (document,) = json.loads(diglot("status", "--json").stdout)["documents"]

    assert list(document) == ["id", "title", "languages"]
    assert list(document["languages"]["en"]) == [
        "segments",
        "words",
        "untranslated",
        "stale",
        "draft",
        "edited",
        "reviewed",
    ]
    assert document["languages"]["en"]["draft"]["segments"] == 5


def test_status_shows_a_bar_for_people(root: Path) -> None:
    result = diglot("status")

    assert DOCUMENT in result.stdout
    assert "▒" in result.stdout


def test_build_without_site_says_what_it_did(root: Path) -> None:
    first, second = diglot("build", "--no-site"), diglot("build", "--no-site")

    assert first.exit_code == second.exit_code == 0
    assert "10 written" in first.stdout
    assert "0 written" in second.stdout
    assert not (root / "site").exists()


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without packages, whatever this one has."""

    def refuse(found: Project, language: str) -> FakeEngine:
        raise NoEngineError("nothing translates", todo="install something")

    for module, name in ((drafting, "draft"), (pipeline, "build")):
        real = getattr(module, name)
        monkeypatch.setattr(
            module,
            name,
            lambda found, real=real, **wish: real(found, **{**wish, "engine_for": refuse}),
        )


@pytest.mark.usefixtures("no_engine")
def test_build_without_a_package_says_what_is_left_untranslated_and_how_to_change_it(
    root: Path,
) -> None:
    result = diglot("build", "--no-site")

    assert result.exit_code == 0
    assert "en: 3 segments are left untranslated." in result.stdout
    assert "  nothing translates; install something" in result.stdout


@pytest.mark.usefixtures("no_engine")
def test_draft_without_a_package_ends_with_code_2_and_what_to_do(root: Path) -> None:
    result = diglot("draft")

    assert result.exit_code == 2
    assert result.stderr == "nothing translates; install something\n"


def test_draft_sums_up_by_document(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "عمل الشركاء على تجميد الأموال، وعلى تبادل المعلومات بينهم."
    engine = FakeEngine({source: "They froze 9 funds and they shared what they knew among them."})
    monkeypatch.setattr(engine_choice, "open_engine", lambda project, language: engine)
    first, second = diglot("draft"), diglot("draft")

    assert first.exit_code == second.exit_code == 0
    assert "fact-sheet (en): 3 drafted (3 fake), 1 errors to look at" in first.stdout
    assert "numbers: «9» is not in the source" in first.stdout
    assert second.stdout == "Nothing to draft.\n"


def test_draft_on_workers_gives_what_it_gives_without(root: Path, packages: Path) -> None:
    assert CliRunner().invoke(main, ["package", "install", str(TINY)]).exit_code == 0
    catalogue = root / "translations/en/fact-sheet.po"
    before = catalogue.read_bytes()
    alone = diglot("draft")
    expected = catalogue.read_bytes()
    catalogue.write_bytes(before)
    on_workers = diglot("draft", "--workers", "2")

    assert alone.exit_code == on_workers.exit_code == 0
    assert on_workers.stdout == alone.stdout
    assert catalogue.read_bytes() == expected != before


def test_a_scheduler_that_does_not_answer_is_told(
    root: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_cluster, "_SECONDS", 1)
    CliRunner().invoke(main, ["package", "install", str(TINY)])
    result = diglot("draft", "--scheduler", "tcp://127.0.0.1:9")

    assert result.exit_code == 2
    assert result.stderr.startswith("no Dask scheduler answers at tcp://127.0.0.1:9 ")
    assert diglot("draft", "--scheduler", "x", "--workers", "2").exit_code == 2


def test_the_project_can_be_named_from_anywhere(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    assert diglot("status", "--project", str(root)).exit_code == 0
    assert diglot("status").exit_code == 2


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("seeds/old.txt", "نص عربي قديم".encode("cp1256"), "seeds/old.txt:1: this is not UTF-8; "),
        ("seeds/empty.txt", b"", "seeds/empty.txt: this file is empty; "),
        ("seeds/blank.txt", b" \n\n", "seeds/blank.txt: this file has no letter"),
        ("seeds/image.txt", b"\x89PNG\x00\x00", "seeds/image.txt:1: this is a binary file"),
        ("seeds/huge.txt", b"a " * 25_000_000, "seeds/huge.txt: this file has 50 MB"),
        ("seeds/twin.toml", b'id = "fact-sheet"', "has the id «fact-sheet», and so has"),
        ("seeds/sheet.toml", b'titel = "x"\n', "seeds/sheet.toml:1: unknown setting «titel»; "),
        ("seeds/sheet.toml", b'title = "x\n', "seeds/sheet.toml:1: this is not TOML"),
        ("translations/en/fact-sheet.po", b'msgid "\n', "fact-sheet.po:1: this string is not clos"),
        ("translations/fact-sheet.pot", b"<<<<<<< HEAD\n", "fact-sheet.pot:1: a merge left"),
        ("mkdocs.yml", b"plugins: [", "mkdocs.yml:1: this is not YAML"),
    ],
)
def test_bad_input_ends_with_code_2_a_place_and_what_to_do(
    root: Path, path: str, content: bytes, message: str
) -> None:
    (root / "seeds" / "twin.txt").write_text("نص آخر.", encoding="utf-8")
    (root / path).write_bytes(content)
    before = contents(root)

    result = diglot("build")
    after = contents(root)

    assert result.exit_code == 2
    assert message in result.stderr
    assert "; " in result.stderr
    assert "Traceback" not in result.output
    assert {p: after.get(p) for p in before} == before
    # Another document is none the worse for it; nothing is published.
    assert not (root / "site").exists()


def contents(root: Path) -> dict[Path, bytes]:
    """All files but those of the cache."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if ".diglot" not in path.parts}


def test_a_broken_link_in_a_page_fails_the_build_and_is_named(root: Path) -> None:
    page = root / "docs" / "en" / "about.md"
    page.write_text("# About\n\n[nowhere](missing.md)\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "diglot", "build"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "missing.md" in done.stderr
    assert "mkdocs.yml: MkDocs could not build the site" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_file_or_command_is_a_mistake_not_a_crash(root: Path) -> None:
    assert diglot("split", "nowhere.txt").exit_code == 2
    assert diglot("fly").exit_code == 2


needs_a_full_disk = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="no /dev/full on this system"
)
COMMANDS = [("status",), ("split", "--json", "seeds/sheet.txt"), ("build", "--no-site")]


def in_a_shell(line: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """What a shell makes of it; ``$D`` is diglot."""
    return subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "D": f"{sys.executable} -m diglot", **variables},
        capture_output=True,
        check=False,
    )


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "variables", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}], ids=str
)
def test_arabic_goes_out_in_utf8_whatever_the_locale(
    command: tuple[str, ...], variables: dict[str, str]
) -> None:
    done = in_a_shell(f"$D {' '.join(command)}", **variables)

    assert done.returncode == 0, done.stderr
    assert done.stdout == in_a_shell(f"$D {' '.join(command)}", LC_ALL="C.UTF-8").stdout or (
        command[0] == "build"
    )


@needs_a_full_disk
@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("command", [*COMMANDS, ("--help",), ("fly",)], ids=" ".join)
@pytest.mark.parametrize("output", ["| true", ">/dev/full", ">&-", "2>/dev/full", "2>&-"])
def test_an_output_that_takes_nothing_is_no_traceback(
    command: tuple[str, ...], output: str
) -> None:
    done = in_a_shell(f"$D {' '.join(command)} {output}")

    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@needs_a_full_disk
@pytest.mark.usefixtures("root")
def test_a_full_disk_behind_the_output_is_told_with_code_2() -> None:
    done = in_a_shell("$D status >/dev/full")

    assert done.returncode == 2
    assert done.stderr.startswith(b"the output cannot be written (No space left on device)")


def test_sync_and_split_tell_of_settings_that_fit_nothing(root: Path) -> None:
    toml = root / "seeds" / "sheet.toml"
    toml.write_text(toml.read_text("utf-8") + '"x" = "y"\n', encoding="utf-8")
    for words in (["split", "seeds/sheet.txt"], ["sync"], ["build", "--no-site"]):
        result = diglot(*words)

        assert result.exit_code == 0
        assert "seeds/sheet.toml:9: [sections]: there is no heading «x»; " in result.stderr

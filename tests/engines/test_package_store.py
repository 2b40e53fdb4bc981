"""The packages of this machine: found, checked, chosen for a pair, and removed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from diglot.engines import argos_folders, extra, package_store
from diglot.engines.route import best_route
from diglot.problems import UserError
from tests.engines import copy_package

Change = Callable[..., Path]


@dataclass(frozen=True)
class Pair:
    source: str
    target: str
    version: str = "1.0"


def route(source: str, target: str, *pairs: str) -> list[str]:
    known = [Pair(*pair.split("_")) for pair in pairs]
    return [f"{each.source}_{each.target}" for each in best_route(known, source, target)]


@pytest.mark.parametrize(
    ("source", "target", "pairs", "found"),
    [
        ("ar", "en", ["ar_en", "en_ar"], ["ar_en"]),
        ("ar", "fr", ["ar_en", "en_fr", "ar_fr"], ["ar_fr"]),
        ("ar", "fr", ["ar_en", "en_fr"], ["ar_en", "en_fr"]),
        ("ar", "fr", ["ar_de", "de_fr", "ar_en", "en_fr"], ["ar_en", "en_fr"]),
        ("ar", "fr", ["ar_de", "de_fr"], ["ar_de", "de_fr"]),
        ("ar", "fr", ["ar_en"], []),
        ("ar", "fr", ["en_ar", "en_fr"], []),
        ("ar-IQ", "en-GB", ["ar_en"], ["ar_en"]),
        ("ar", "pt-BR", ["ar_pt", "ar_pb"], ["ar_pb"]),
        ("ar", "pt-BR", ["ar_pt"], ["ar_pt"]),
        ("ar", "zh-Hant", ["ar_zh", "ar_zt"], ["ar_zt"]),
    ],
)
def test_the_shortest_way_is_taken(
    source: str, target: str, pairs: list[str], found: list[str]
) -> None:
    assert route(source, target, *pairs) == found


def test_the_newest_version_is_taken_by_its_numbers() -> None:
    known = [Pair("ar", "en", version) for version in ("1.9", "1.10", "1.2.3")]

    assert best_route(known, "ar", "en") == (known[1],)


def test_a_missing_pair_is_an_error_that_says_what_there_is(
    packages: Path, changed_tiny: Change
) -> None:
    shutil.copytree(changed_tiny(to_code="fr"), packages / "ar_fr")

    with pytest.raises(UserError) as caught:
        package_store.route("ar", "en")

    assert "ar → en (installed: ar → fr)" in str(caught.value)
    assert "diglot package install ar en" in str(caught.value)


def test_a_damaged_folder_hides_no_other_package(packages: Path, tiny: Path) -> None:
    shutil.copytree(tiny, packages / "good")
    (packages / "bad").mkdir()
    (packages / "file.txt").write_text("", encoding="utf-8")

    shelf = package_store.installed()

    assert [each.folder.name for each in shelf.packages] == ["good"]
    assert [problem.path and problem.path.name for problem in shelf.problems] == ["bad"]


def test_verify_tells_the_working_from_the_broken(packages: Path, tiny: Path) -> None:
    for name in ("works", "broken"):
        shutil.copytree(tiny, packages / name)
    copy_package.refused_by_this_version(packages / "broken")

    found = {
        each.folder.name: problem
        for each, problem in package_store.verify(package_store.installed().packages)
    }

    assert found["works"] is None
    assert "CTranslate2 refuses" in str(found["broken"])


@pytest.mark.parametrize(
    "words", [("translate-ar_en",), ("translate-ar_en@1.0",), ("some-folder",), ("ar", "en")]
)
def test_a_package_is_removed_by_any_of_its_names(
    packages: Path, tiny: Path, changed_tiny: Change, words: tuple[str, ...]
) -> None:
    shutil.copytree(tiny, packages / "some-folder")
    shutil.copytree(changed_tiny(to_code="fr"), packages / "other")

    removed = package_store.remove(*words)

    assert removed == (packages / "some-folder",)
    assert [place.name for place in packages.iterdir()] == ["other"]


def test_a_damaged_package_can_be_removed_by_its_folder(packages: Path) -> None:
    (packages / "bad").mkdir()

    package_store.remove("bad")

    assert list(packages.iterdir()) == []


@pytest.mark.parametrize("words", [("..",), ("../packages",), ("",), ("ar", "fr"), (".",)])
def test_nothing_is_removed_that_is_no_package(
    packages: Path, tiny: Path, words: tuple[str, ...]
) -> None:
    shutil.copytree(tiny, packages / "some-folder")

    with pytest.raises(UserError, match="no such package"):
        package_store.remove(*words)

    assert (packages / "some-folder" / "metadata.json").exists()


def test_asking_whether_there_are_packages_makes_no_folder(argos_home: Path) -> None:
    assert not argos_folders.are_in_use()
    assert list(argos_home.iterdir()) == []


@pytest.mark.parametrize("name", ["ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"])
def test_packages_are_looked_for_where_the_variables_say(
    argos_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "xdg" / "argos-translate").mkdir(parents=True)
    monkeypatch.setenv(name, str(tmp_path / "xdg"))

    assert argos_folders.are_in_use()


def test_settings_of_argos_that_are_broken_are_named(
    argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_BATCH_SIZE", "many")

    with pytest.raises(UserError, match="Argos Translate's settings cannot be used"):
        package_store.installed()


def test_without_the_extra_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extra, "_MODULES", ("json", "not_installed_here"))

    with pytest.raises(UserError) as caught:
        package_store.installed()

    assert "not_installed_here" in str(caught.value)
    assert "pip install 'diglot[argos]'" in str(caught.value)
    assert "make argos" in str(caught.value)
    assert not argos_folders.are_in_use()


def test_importing_diglot_imports_nothing_of_the_extra(argos_home: Path) -> None:
    code = (
        "import sys, pkgutil, importlib, diglot.engines, diglot.cli\n"
        "for each in pkgutil.iter_modules(diglot.engines.__path__, 'diglot.engines.'):\n"
        "    importlib.import_module(each.name)\n"
        "heavy = {'argostranslate', 'ctranslate2', 'sentencepiece', 'numpy', 'onnxruntime'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert printed.stdout.strip() == "[]"
    assert list(argos_home.iterdir()) == []

"""``diglot package``: what the command says, and its exit codes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diglot.cli import main
from diglot.engines import extra
from tests.argos_packages import FOLDER, TINY, Index
from tests.engines import copy_package


def package(*words: str) -> Result:
    return CliRunner().invoke(main, ["package", *words])


def test_help_lists_the_commands_in_the_order_of_their_use() -> None:
    text = package("--help").stdout
    listed = [line.split()[0] for line in text.partition("Commands:")[2].splitlines() if line]

    assert listed == ["list", "install", "verify", "remove"]


def test_a_package_comes_is_seen_works_and_goes(packages: Path) -> None:
    said = [
        package(*words)
        for words in (
            ["list"],
            ["install", str(TINY)],
            ["list"],
            ["verify"],
            ["remove", "ar", "en"],
            ["list"],
        )
    ]

    assert [result.exit_code for result in said] == [0] * 6
    assert "No package is installed" in said[0].stdout
    assert "translate-ar_en@1.0 is installed and works" in said[1].stdout
    assert said[2].stdout.startswith("ar → en  translate-ar_en@1.0  ")
    assert "translate-ar_en@1.0 works" in said[3].stdout
    assert said[4].stdout == f"Removed: {packages / FOLDER}\n"
    assert "No package is installed" in said[5].stdout


def test_a_download_shows_its_progress_in_lines_without_a_terminal(
    packages: Path, index: Index
) -> None:
    index.offer("ar_en")
    index.put("/translate-ar_en.argosmodel", TINY.read_bytes())

    result = package("install", "ar", "en")

    assert result.exit_code == 0
    assert "Downloading: 0.0 of 1.4 MB\n" in result.stderr
    assert "Downloading: 1.4 of 1.4 MB\n" in result.stderr
    assert result.stderr.count("\n") <= 6
    assert "is installed and works" in result.stdout


def test_without_a_network_the_error_is_one_line_and_the_exit_code_2(packages: Path) -> None:
    result = package("install", "ar", "en")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "diglot package install translate-ar_en.argosmodel" in result.stderr


def test_verify_ends_with_1_where_a_package_does_not_work(packages: Path, tiny: Path) -> None:
    shutil.copytree(tiny, packages / FOLDER)
    copy_package.refused_by_this_version(packages / FOLDER)
    (packages / "no-package").mkdir()

    result = package("verify")

    assert result.exit_code == 1
    assert f"{packages / FOLDER}/model: CTranslate2 refuses" in result.stderr
    assert f"{packages / 'no-package'}: this folder is no Argos package" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["install", "ar"], "is neither a file nor two languages"),
        (["install", "no.argosmodel"], "there is no such file"),
        (["install", "a", "b", "c"], "name two languages, or one file"),
        (["install"], "Missing argument"),
        (["remove", "ar", "fr"], "no such package is installed: ar → fr"),
        (["remove", "a", "b", "c"], "name one package, or two languages"),
    ],
)
def test_mistakes_end_with_2(packages: Path, words: list[str], said: str) -> None:
    result = package(*words)

    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("words", [["list"], ["verify"], ["install", "ar", "en"], ["remove", "x"]])
def test_without_the_extra_every_command_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, argos_home: Path, words: list[str]
) -> None:
    monkeypatch.setattr(extra, "_MODULES", ("not_installed_here",))

    result = package(*words)

    assert result.exit_code == 2
    assert "pip install 'diglot[argos]'" in result.stderr
    assert list(argos_home.iterdir()) == []

"""The settings beside a source: everything is checked, and mistakes are named with their line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from diglot import source
from diglot.problems import UserError


def settings(tmp_path: Path, toml: str | None, name: str = "paper.txt") -> source.Settings:
    path = tmp_path / name
    path.write_text("نص", encoding="utf-8")
    if toml is not None:
        path.with_suffix(".toml").write_text(toml, encoding="utf-8")
    return source.read_settings(path)


def test_every_setting_is_read(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        """
        id = "fact-sheet"
        title = "العنوان"
        date = 2017-03-22
        licence = "public domain"
        headings = ["سطر"]
        not_headings = ["آخر"]
        [origin]
        ar = "السفارة"
        en = "Embassy"
        [sections]
        "مكافحة التمويل" = "finance"
        """,
    )

    assert (found.id, found.title, found.date) == ("fact-sheet", "العنوان", date(2017, 3, 22))
    assert source.in_language(found.origin, "en") == "Embassy"
    assert source.in_language(found.licence, "en") == "public domain"
    assert source.in_language(found.note, "en") == ""
    assert (found.headings, found.not_headings) == (("سطر",), ("آخر",))
    assert found.sections == {"مكافحة التمويل": "finance"}


def test_without_settings_the_name_of_the_file_is_the_id(tmp_path: Path) -> None:
    assert settings(tmp_path, None, "Fact_Sheet 2017.txt").id == "fact-sheet-2017"


def test_a_name_without_ascii_letters_asks_for_an_id(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"write id = .* into تقرير\.toml"):
        settings(tmp_path, None, "تقرير.txt")


@pytest.mark.parametrize(
    ("name", "words"),
    [("index.txt", "the site has a page of that name"), ("a" * 120 + ".txt", "too long for an id")],
)
def test_a_name_that_gives_no_id_is_told_why(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        settings(tmp_path, None, name)


@pytest.mark.parametrize(
    "toml", ["x = " + "[" * 5000 + "]" * 5000, "x = " + "9" * 5000, "date = 2026-02-31"]
)
def test_settings_that_python_cannot_read_are_the_users_mistake(tmp_path: Path, toml: str) -> None:
    with pytest.raises(UserError) as caught:
        settings(tmp_path, toml)

    assert caught.value.problems[0].todo


@pytest.mark.parametrize(
    ("toml", "line", "words"),
    [
        ('title = "x"\nauthor = "y"\n', 2, "unknown setting «author»"),
        ("title = 3\n", 1, "must be a text"),
        ('\n\nheadings = "x"\n', 3, "must be a list"),
        ("date = 3\n", 1, "must be a date"),
        ('id = "Fact Sheet"\n', 1, "cannot be the id of a document"),
        (f'id = "{"a" * 101}"\n', 1, "cannot be the id of a document"),
        ('id = "index"\n', 1, "cannot be the id of a document"),
        ('[sections]\n"x" = "Y Z"\n', 2, "cannot be the id of a section"),
        ('[sections]\n"x" = "document"\n', 2, "cannot be the id of a section"),
        ('[sections]\n"x" = "introduction"\n', 2, "cannot be the id of a section"),
        ('title = "a\\u0000b"\n', 1, "control character"),
        ('headings = ["a", "b\\u0007"]\n', 1, "control character"),
        ('[sections]\n"x" = "a"\n"y" = "a"\n', 3, "two headings"),
        ('title = "x\n', 1, "not TOML"),
        ("[origin]\nar = 3\n", 1, "must be a text"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, toml: str, line: int, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        settings(tmp_path, toml)

    assert caught.value.problems[0].line == line
    assert caught.value.problems[0].path == tmp_path / "paper.toml"
    assert caught.value.problems[0].todo


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        settings(tmp_path, "title = 3\nfoo = 1\ndate = 2\n")

    assert len(caught.value.problems) == 3

"""The words of the review page: the same names in both languages, and every check has one."""

from __future__ import annotations

import re
from pathlib import Path

import diglot
from diglot.web import app

STATIC = Path(app.__file__).parent / "static"
PACKAGE = Path(diglot.__file__).parent


def words(language: str) -> str:
    return (STATIC / f"words_{language}.js").read_text("utf-8")


def names(text: str) -> list[str]:
    """The keys of the objects in a module of words, in their order."""
    bare = re.sub(r"'(?:[^'\\]|\\.)*'|`[^`]*`", "''", text)
    return re.findall(r"[{,]\s*(?:'')?([\w-]+):", bare)


def test_both_languages_have_the_same_words() -> None:
    assert sorted(names(words("en"))) == sorted(names(words("ar")))


def test_every_check_has_a_name_in_both_languages() -> None:
    sources = [*PACKAGE.glob("checks/**/*.py"), *PACKAGE.glob("steps/check/*.py")]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    checks = set(re.findall(r'Finding\(\s*"([a-z_]+)"', text))

    assert len(checks) > 15
    for language in ("en", "ar"):
        assert checks - set(names(words(language))) == set()


def test_the_page_asks_nobody_else_for_anything() -> None:
    for path in [*STATIC.iterdir(), *(STATIC.parent / "templates").iterdir()]:
        found = re.findall(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}", path.read_text("utf-8"))
        assert found == [], path.name


def test_no_script_and_no_style_stands_in_the_page_itself() -> None:
    for path in (STATIC.parent / "templates").iterdir():
        text = path.read_text("utf-8")
        assert re.findall(r"<script(?![^>]* src=)", text) == []
        assert re.findall(r"<style|\sstyle=|\son\w+=", text) == []

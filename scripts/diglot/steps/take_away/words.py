"""What files to take away, and the links to them, say beside the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    contents: str
    address: str
    """Before the address of the document on the web."""
    take_away: str
    """Above the links to the files."""
    formats: Mapping[str, str]
    """By the format; ``both`` is the PDF with two languages side by side, left and right."""
    size: tuple[str, str]
    """Kilobytes, megabytes."""
    comma: str = ", "


_ENGLISH = Words(
    language="en",
    contents="Contents",
    address="On the web:",
    take_away="To take away",
    formats={
        "pdf": "PDF",
        "both": "PDF, {own} and {other} side by side",
        "epub": "EPUB, for e-book readers",
        "text": "Plain text",
    },
    size=("{n} kB", "{n} MB"),
)

_ARABIC = Words(
    language="ar",
    contents="المحتويات",
    address="على الشبكة:",
    take_away="للتنزيل",
    formats={
        "pdf": "ملف PDF",
        "both": "ملف PDF، {own} و{other} متقابلتان",
        "epub": "كتاب إلكتروني بصيغة EPUB",
        "text": "نص صرف",
    },
    size=("{n} كيلوبايت", "{n} ميغابايت"),
    comma="، ",
)

_WORDS = {"ar": _ARABIC, "en": _ENGLISH}


def words_for(language: str) -> Words:
    """The words of this language; of one that has none, the English ones."""
    return _WORDS.get(language.replace("_", "-").split("-")[0], _ENGLISH)


def size_in_words(size: int, words: Words) -> str:
    """A size in bytes, as people say it."""
    if size < 1_000_000:
        return words.size[0].format(n=f"{max(1, round(size / 1000)):,}")
    return words.size[1].format(n=f"{size / 1_000_000:.1f}")

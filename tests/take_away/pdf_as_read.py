"""A PDF as ``pdftotext`` reads it, and a page of the site as what it has to say.

What is not text is left out on both sides, and nothing else: how lines end and how wide a blank is;
marks of direction, which ``pdftotext`` sets around every run that changes it; the bullets of lists,
which a style sheet draws; and the margins of a page with its running head and its number.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from diglot.steps.take_away import pdf
from tests.pages_as_read import Element, parsed

needs_pdf = pytest.mark.skipif(
    bool(pdf.why_not()) or shutil.which("pdftotext") is None,
    reason="needs Pango and poppler-utils: scripts/install-test-tools",
)

WIDTH, HEIGHT, MARGIN = 595, 842, 60
"""Of A4, in points; heads and numbers stand in the margin."""
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BULLETS = str.maketrans(dict.fromkeys("\u2022\u25e6\u25aa", " "))


def pdf_text(
    path: Path,
    *,
    first: int = 1,
    last: int = 0,
    left: int = 0,
    right: int = WIDTH,
    top: int = MARGIN,
) -> str:
    """The text of these pages, from ``left`` to ``right``, below ``top``."""
    words = [
        "pdftotext", "-f", str(first), *(["-l", str(last)] if last else []),
        "-x", str(left), "-W", str(right - left), "-y", str(top),
        "-H", str(HEIGHT - MARGIN - top), str(path), "-",
    ]  # fmt: skip
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    return normal(done.stdout)


def normal(text: str) -> str:
    """A text without what is not text."""
    whole = re.sub("-[\n\f]\\s*", "-", _DIRECTIONS.sub("", text))  # a line that ends in a hyphen
    return " ".join(whole.translate(_BULLETS).split())


def page_says(html: str) -> str:
    """The text of an article of the site, with the marks of what is not reviewed."""
    article = html[html.index("<h1") : html.index("</article>")]
    return normal(" ".join(_texts(parsed(_closed(article)), "")))


def _closed(article: str) -> str:
    return re.sub(r"<(meter|input|br)\b[^>]*>(?:</meter>)?", "", article)


def _texts(element: Element, state: str) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
            continue
        inner = next((each for each in child.classes if each in _STATES), state)
        if "dg-mark" in child.classes:
            said = [each.text() for each in child.walk() if "dg-mark-word" in each.classes]
            if said and inner not in {"reviewed", "source"}:
                yield f" [{said[0]}]"
        elif "data-search-exclude" not in child.attributes and child.tag not in _LEFT_OUT:
            yield "" if child.tag in _INLINE else " "
            yield "".join(_texts(child, inner))
            yield "" if child.tag in _INLINE else " "


_STATES = frozenset({"untranslated", "stale", "draft", "edited", "reviewed", "source"})
_INLINE = frozenset({"span", "bdi", "a", "strong", "em", "abbr"})
_LEFT_OUT = frozenset({"script", "!--", "nav", "aside"})

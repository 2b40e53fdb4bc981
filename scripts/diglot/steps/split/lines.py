"""Lines of a source, each with its place in the text.

In: the text as received. Out: ``Line`` values; only CR, LF and CRLF end a line, as in an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Combining marks, for a character class: they take no room in a line."""
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Invisible marks of direction, for a character class."""

# Control characters (Cc) count as white space; the no-break spaces U+00A0 and U+202F do not.
WHITE = "\\x00-\\x20\\x7f-\\x9f\u1680\u2000-\u200a\u2028\u2029\u205f\u3000"
"""White space, for a character class."""

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n)|([^\r\n]+)\Z")
_WHITE_RUN = re.compile(f"[{WHITE}]+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_NO_ROOM = re.compile(f"[{MARKS}{BIDI}\u200b-\u200d\ufeff]")
_START = re.compile(f"[{WHITE}\u00a0\u202f{BIDI}]*")
_TAB_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without its end; ``start`` is its index in the source, in characters."""

    number: int
    start: int
    text: str

    @property
    def indent(self) -> int:
        """Columns of white space before the first character."""
        blank = self.text[: first_visible(self.text)]
        return sum(_TAB_WIDTH if character == "\t" else 1 for character in blank)


def lines_of(text: str) -> Iterator[Line]:
    """Every line of the text; a byte order mark is not part of the first."""
    for number, match in enumerate(_LINE.finditer(text), start=1):
        content = match[1] if match[1] is not None else match[2]
        bom = number == 1 and content.startswith(BYTE_ORDER_MARK)
        yield Line(number, match.start() + bom, content[1:] if bom else content)


def collapse(text: str) -> str:
    """The text with each run of white space as one space, and none at its edges."""
    # Of white space, only the space is printable: most texts are as they should be.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _WHITE_RUN.sub(" ", text).strip()


def bare(text: str) -> str:
    """The text without white space at the edges, combining marks, tatweel and bidi marks."""
    return collapse(_NO_ROOM.sub("", text).replace("\u0640", ""))


def has_text(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return _LETTER_OR_DIGIT.search(text) is not None


def width(text: str) -> int:
    """How much room the text takes in a line: characters without combining marks."""
    return len(_NO_ROOM.sub("", text).rstrip().expandtabs(_TAB_WIDTH))


def first_visible(text: str) -> int:
    """The index of the first character that is neither white space nor a mark of direction."""
    match = _START.match(text)
    return match.end() if match else 0

"""Long texts in pieces that a model can take, and the translated pieces as one text again.

Law: the white space before, the pieces and the white space after each, put together, are the
text; each piece fits (or is a single character), and none begins or ends with white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Fits = Callable[[str], bool]

_ARABIC_SEMICOLON = "\u061b"
_ARABIC_COMMA = "\u060c"
_ARABIC_QUESTION = "\u061f"
# From the best place for a cut to the worst. Never within a number («22,2»), so Latin marks need
# white space after them.
_CUTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_ARABIC_QUESTION}|[.!?](?=\s))\s*",
        rf"(?:{_ARABIC_SEMICOLON}|;(?=\s))\s*",
        rf"(?:{_ARABIC_COMMA}(?!\d)|,(?=\s))\s*",
    )
)
_LAYOUT = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
"""White space that parts a text in lines and columns; no sentence goes on across it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text to translate on its own, and the white space that follows it."""

    text: str
    space: str

    @property
    def joint(self) -> str:
        """What follows its translation: English has a space after a comma, Arabic may not."""
        cut_at_mark = self.text[-1] in (_ARABIC_SEMICOLON, _ARABIC_COMMA, _ARABIC_QUESTION)
        return self.space or (" " if cut_at_mark else "")


@dataclass(frozen=True, slots=True)
class Division:
    """A text in pieces; without any where there is nothing to translate."""

    space: str
    pieces: tuple[Piece, ...]

    def join(self, translations: Sequence[str]) -> str:
        """The translation of the whole, from those of its pieces."""
        if not self.pieces:
            return self.space
        *before, last = zip(self.pieces, translations, strict=True)
        joined = "".join(text + piece.joint for piece, text in before)
        return self.space + joined + last[1] + last[0].space


def divide(text: str, fits: Fits) -> Division:
    """A text as one piece where it is of one line and fits, otherwise as several."""
    body = text.lstrip()
    pieces = tuple(piece for line in _lines(body) for piece in _fitting(line, fits))
    return Division(text[: len(text) - len(body)], pieces)


def _lines(text: str) -> Iterator[Piece]:
    start = 0
    for space in re.finditer(r"\s+", text):
        if space.end() == len(text) or not _LAYOUT.isdisjoint(space[0]):
            yield Piece(text[start : space.start()], space[0])
            start = space.end()
    if start < len(text):
        yield Piece(text[start:], "")


def _fitting(piece: Piece, fits: Fits) -> Iterator[Piece]:
    if len(piece.text) == 1 or fits(piece.text):
        yield piece
        return
    cut = _best_cut(piece.text)
    left = piece.text[:cut].rstrip()
    yield from _fitting(Piece(left, piece.text[len(left) : cut]), fits)
    yield from _fitting(Piece(piece.text[cut:], piece.space), fits)


def _best_cut(text: str) -> int:
    """After the mark nearest to the middle, not too near an end; else at a space; else anywhere."""
    fifth = len(text) // 5
    for pattern in _CUTS:
        cut = _nearest_to_middle(pattern, text)
        if cut is not None and fifth <= cut <= len(text) - fifth:
            return cut
    return _nearest_to_middle(re.compile(r"\s+"), text) or _within_word(text)


def _nearest_to_middle(pattern: re.Pattern[str], text: str) -> int | None:
    ends = [found.end() for found in pattern.finditer(text) if found.end() < len(text)]
    return min(ends, key=lambda end: abs(end - len(text) / 2), default=None)


def _within_word(text: str) -> int:
    middle = len(text) // 2
    for cut in range(middle, len(text)):
        if not unicodedata.combining(text[cut]):
            return cut
    return middle

"""What the model sees: the source without what trips it, and without what must come out unchanged.

What is stored as ``msgid`` never changes. Only the copy for the model is put right: Persian letters
inside Arabic words, tatweel, presentation forms, bidi controls, missing spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diglot.checks import arabic, latin

_PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ۃ": "ة"})
_DROPPED = re.compile(f"[{arabic.TATWEEL}{arabic.INVISIBLE}\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"\s+")
_LETTERS = arabic.LETTERS
_AFTER_STOP = re.compile(f"(?<=[{_LETTERS}])([.؟!؛،])(?=[{_LETTERS}])")
_LETTER_DIGIT = re.compile(f"(?<=[{_LETTERS}]{{2}})(?=[0-9٠-٩])|(?<=[0-9٠-٩])(?=[{_LETTERS}]{{2}})")
"""«عام2017» and «17عاماً», but «و30», «ب50» and «5م» as they stand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: for the model, or to be kept as it is."""

    text: str
    kept: bool


def for_model(text: str) -> str:
    """The text as the model was taught to read; the same for a text that is so already."""
    text = arabic.plain_shapes(_SPACES.sub(" ", text))
    text = _DROPPED.sub("", text)
    text = arabic.WORD.sub(lambda match: match[0].translate(_PERSIAN), text)
    text = _AFTER_STOP.sub(r"\1 ", text)
    text = _LETTER_DIGIT.sub(" ", text)
    return _SPACES.sub(" ", text).strip()


def copied(text: str) -> str | None:
    """The translation of a text that has no Arabic letter: itself, in Western digits and marks.

    None where there is something to translate.
    """
    if arabic.has_arabic(text):
        return None
    return " ".join(_DROPPED.sub("", arabic.western_digits(text)).translate(_MARKS).split())


_MARKS = str.maketrans({"؟": "?", "؛": ";", "،": ",", "٪": "%", "٫": ".", "٬": ",", "۔": "."})


def kept_runs(text: str) -> tuple[str, ...]:
    """What has to come out as it went in: addresses, and codes."""
    found = [*latin.addresses(text), *latin.codes(text)]
    return tuple(run for run, _ in sorted(found, key=lambda each: each[1]))


def broken_runs(source: str, target: str) -> tuple[str, ...]:
    """The runs that the engine lost or changed."""
    return tuple(run for run in kept_runs(source) if run not in target)


def pieces(text: str) -> tuple[Piece, ...]:
    """The text cut at the runs that have to be kept; joined by spaces it is the text again."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    spans = sorted(span for _, span in (*latin.addresses(text), *latin.codes(text)))
    for start, end in spans:
        yield from _piece(text[at:start], kept=False)
        yield from _piece(text[start:end], kept=True)
        at = end
    yield from _piece(text[at:], kept=False)


def _piece(text: str, *, kept: bool) -> Iterator[Piece]:
    if text.strip():
        yield Piece(text.strip(), kept or not any(map(str.isalnum, text)))

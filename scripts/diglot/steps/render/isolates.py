"""Runs of the other direction inside a text, so that they do not scramble what stands around them.

Unicode's algorithm guesses where a foreign run ends, and guesses wrong at neutral characters:
«C++» in Arabic shows as «++C», an Arabic name in English carries off the year behind it. Every such
run is isolated. In Arabic:

- a Latin run goes from its first letter to its last, with what is attached (``C++``, ``.NET``,
  ``COVID-19``, ``press@example.org``, ``https://…/``, ``p < 0.05``; see ``attached``), but not with
  the full stop behind it, unless that is an abbreviation's (``et al.``);
- a number stays alone, unless it carries a sign or the punctuation of a telephone number, a code
  or an ISO date. A rising range (``10-12``) stays alone as well: in Arabic it is read from right
  to left, and the algorithm (rule W2) shows it so.

In a left-to-right text, an Arabic run goes from its first letter to its last, and never takes a
number that only follows it. A bracket without its partner in the run is left outside.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from diglot.language import Direction
from diglot.steps.render import attached

Span = tuple[int, int]


def pieces(text: str, direction: Direction) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it needs an isolate; together they are the text."""
    at = 0
    for start, end in spans(text, direction):
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def spans(text: str, direction: Direction) -> Iterator[Span]:
    """Where the isolates of a text of this direction stand, in their order."""
    if direction == "ltr":
        for run in _RIGHT_TO_LEFT_RUN.finditer(text):
            yield from _balanced(text, run.start(), _behind_marks(text, run.end()))
        return
    if _CANDIDATE.search(text) is None:
        return
    at = 0
    for run in _LEFT_TO_RIGHT_RUN.finditer(text):
        last = _behind_marks(text, run.end())
        start, end = attached.span(text, run.start(), last, at, _next_arabic(text, last))
        yield from _numbers(text, at, start)
        yield from _balanced(text, start, end)
        at = end
    yield from _numbers(text, at, len(text))


def only_direction(text: str) -> Direction | None:
    """The direction of all its letters; None where they have two directions, or there are none."""
    left, right = _LEFT_LETTER.search(text), _RIGHT_LETTER.search(text)
    if (left is None) == (right is None):
        return None
    return "ltr" if right is None else "rtl"


def main_direction(text: str) -> Direction:
    """The direction of most of its letters."""
    left, right = len(_LEFT_LETTER.findall(text)), len(_RIGHT_LETTER.findall(text))
    return "rtl" if right > left else "ltr"


def has_letters(text: str) -> bool:
    """Whether there is a letter of either direction."""
    return bool(_LEFT_LETTER.search(text) or _RIGHT_LETTER.search(text))


def has_controls(text: str) -> bool:
    """Whether a text embeds, overrides or isolates by characters of its own."""
    return _CONTROLS.search(text) is not None


def _balanced(text: str, start: int, end: int) -> Iterator[Span]:
    """The run, cut where a bracket has no partner in it."""
    open_at: list[int] = []
    alone: list[int] = []
    for match in attached.BRACKET.finditer(text, start, end):
        if match[0] in attached.PAIRS:
            open_at.append(match.start())
        elif open_at and attached.PAIRS[text[open_at[-1]]] == match[0]:
            open_at.pop()
        else:
            alone.append(match.start())
    at = start
    for cut in (*sorted(alone + open_at), end):
        piece = text[at:cut]
        stripped = piece.strip()
        if any(map(str.isalpha, stripped)):
            begin = at + len(piece) - len(piece.lstrip())
            yield begin, begin + len(stripped)
        at = cut + 1


def _numbers(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _NUMBER.finditer(text, start, end):
        if not _is_rising_range(match[0]):
            yield match.span()


def _is_rising_range(text: str) -> bool:
    parts = re.split("[-\u2013]", text)
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):
        return False
    first, second = parts
    short = len(first) <= len(second) <= 4 and not second.startswith("0")
    return short and int(first) < int(second)


def _next_arabic(text: str, at: int) -> int:
    """Where Arabic goes on: with a letter, or a comma of its own."""
    found = _RIGHT_LETTER_OR_COMMA.search(text, at)
    return found.start() if found else len(text)


def _behind_marks(text: str, end: int) -> int:
    """Behind the combining marks that belong to the last letter."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


_RIGHT_TO_LEFT = (
    "\u0590-\u05ff\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6"
    "\u06ee\u06ef\u06fa-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_LEFT_TO_RIGHT = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u0373\u0376-\u0589"
    "\u0900-\u1fff\u2c00-\u2dff\u3005-\u3007\u3031-\ud7ff\uf900-\ufb1c\uff21-\uff3a\uff41-\uff5a"
    "\U00011000-\U0001d7cd\U00020000-\U0003ffff"
)
"""Letters by their strong direction (Unicode's DerivedBidiClass, in round figures)."""

_LEFT_LETTER = re.compile(f"[{_LEFT_TO_RIGHT}]")
_RIGHT_LETTER = re.compile(f"[{_RIGHT_TO_LEFT}]")
_RIGHT_LETTER_OR_COMMA = re.compile(f"[{_RIGHT_TO_LEFT}\u060c]")
_RIGHT_TO_LEFT_RUN = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^{_LEFT_TO_RIGHT}]*[{_RIGHT_TO_LEFT}])?")
_LEFT_TO_RIGHT_RUN = re.compile(f"[{_LEFT_TO_RIGHT}](?:[^{_RIGHT_TO_LEFT}]*[{_LEFT_TO_RIGHT}])?")
_CANDIDATE = re.compile(f"[{_LEFT_TO_RIGHT}]|[-+\u2212\u2013\u00b1(][0-9]|\\d[-\u2013]\\d")

_NUMBER = re.compile(
    r"""
    (?<![\w)+])[+\u00b1]\ ?\(?\d(?:[\d().\-\u2013/ ]{0,30}\d)?%?  # +1 (202) 555-0100
    | \(\d{2,5}\)\ ?\d{2,}(?:[- ]\d{2,}){1,4}                       # (202) 555-0100
    | (?<![\w)\-\u2013])[-\u2212]\d+(?:[.,]\d+)?%?                 # -5, -2.5%
    | (?<![\d\-\u2013])\d+(?:[-\u2013]\d+)+                        # 555-0100, 2017-01-24
    """,
    re.VERBOSE,
)
_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")

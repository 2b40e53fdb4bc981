"""What belongs to a Latin run in an Arabic text, beyond its letters: signs, figures, brackets.

In: a text and where the letters of a run begin and end. Out: where the run begins and ends.
``.NET``, ``C++``, ``COVID-19``, ``p < 0.05``, ``et al. (2019)``, ``ISIL (Da'esh)``.
"""

from __future__ import annotations

import re
import unicodedata

PAIRS = {"(": ")", "[": "]", "{": "}", "\u201c": "\u201d", "\u00ab": "\u00bb"}
BRACKET = re.compile("[" + re.escape("".join(PAIRS) + "".join(PAIRS.values())) + "]")


def span(text: str, first: int, last: int, floor: int, limit: int) -> tuple[int, int]:
    """Where a run begins and ends whose letters stand from ``first`` to ``last``.

    It may begin at ``floor``; from ``last`` to ``limit`` there is no other letter.
    """
    start = _begin(text, first, floor)
    tail = _TAIL.match(text, last, limit)
    last = plain = tail.end() if tail else last
    comparison = _COMPARISON.match(text, last, limit)
    last = comparison.end() if comparison else last
    if _ABBREVIATION.search(text, max(start, last - _LONGEST_ABBREVIATION), last):
        stop = _STOP.match(text, last, limit)
        last = stop.end() if stop else last
    last, around = _closed(text, start, last, limit)
    if around > plain:  # more than «(NATO)», whose brackets are Arabic
        return start - 1, around + 1
    if text[last : last + 1] == '"' and text.count('"', start, last) % 2:
        last += 1
    return start, last


def _begin(text: str, start: int, floor: int) -> int:
    """Where the signs and digits begin that touch the first letter: ``.NET``, ``@home``, ``3D``."""
    at = start
    while at > floor and (text[at - 1] in _BEFORE or text[at - 1].isdigit()):
        at -= 1
    # What joins an Arabic word to a Latin one, or ends an Arabic sentence, is no part of the run.
    if at > 0 and _is_word(text[at - 1]):
        while at < start and text[at] in _JOINTS:
            at += 1
    return at


def _closed(text: str, start: int, last: int, limit: int) -> tuple[int, int]:
    """Where the brackets close that the run has opened, and where the one right before it closes.

    The second is 0 where that has no partner, or an Arabic word stands before it.
    """
    is_inside = start > 0 and text[start - 1] in PAIRS
    open_ = [text[start - 1]] if is_inside else []
    open_ += _open_at(text, start, last)
    lowest = len(open_)
    for match in BRACKET.finditer(text, last, limit):
        if match[0] in PAIRS:
            open_.append(match[0])
            continue
        if not open_ or PAIRS[open_.pop()] != match[0]:
            break
        if is_inside and not open_:
            return last, match.start()
        if len(open_) < lowest:
            lowest, last = len(open_), match.end()
    return last, 0


def _open_at(text: str, start: int, last: int) -> list[str]:
    found: list[str] = []
    for match in BRACKET.finditer(text, start, last):
        if match[0] in PAIRS:
            found.append(match[0])
        elif found and PAIRS[found[-1]] == match[0]:
            found.pop()
    return found


def _is_word(character: str) -> bool:
    return character.isalpha() or unicodedata.combining(character) != 0


_TAIL = re.compile(r"(?:[-\u2013_/.: \u2019'&?=]?\d+)*[+#%*/=~\u00b2\u00b3\u00b9]*")
_COMPARISON = re.compile(
    r"(?:\s?[<>=\u00b1\u00d7\u2248\u2264\u2265]\s?[-+\u2212]?\.?\d+(?:[.,]\d+)*%?)*"
)
_ABBREVIATION = re.compile(
    r"""
    \b(?: et\ al | etc | ibid | cf | vs | Inc | Ltd | Co | Corp | Jr | Sr | Dr | Mrs? | Prof
        | (?:[A-Za-z]\.)+[A-Za-z]    # U.S., e.g.
    )\Z
    | ,\ [A-Z]\Z                     # Smith, J.
    """,
    re.VERBOSE,
)
_LONGEST_ABBREVIATION = 12
_STOP = re.compile(r"\.?(?:,?\s\(\d[\d\s,;\u2013-]*\))?")
"""The full stop that belongs to the abbreviation, and the year of a citation."""
_BEFORE = frozenset("@#$\u20ac\u00a3~/\\.+-_&%")
_JOINTS = frozenset(".-/_+&")

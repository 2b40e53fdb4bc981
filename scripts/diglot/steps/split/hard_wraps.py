"""Whether two lines are one paragraph that was wrapped when the text was made.

A line is full when the next line's first word would not have had room in it. The width is what
most lines of the document agree on; where they do not, every line is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from diglot.steps.split.lines import Line, width

NARROWEST, WIDEST = 50, 140
_TOLERANCE = 0.93
"""A line this much of the width long is full: people wrap by hand, and tools count marks."""
_SHORT = 40
_ENOUGH = 0.6
_SHARES = (1.0, 0.98, 0.95, 0.9)

_FINAL = ".!?:\u061f\u06d4\u2026\u061b"
_CLOSERS = "\u00bb\u201d\u2019\"')]\u200e\u200f"
_COMMA = ",\u060c"
_OPEN_WORDS = frozenset(
    """
    في
    من
    إلى
    على
    عن
    مع
    أو
    أن
    التي
    الذي
    بين
    the of and to in for with by or from that a an
    """.split()
)
_FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A line that another follows directly: its width, and the width with that one's first word."""

    width: int
    needed: int
    ended: bool
    open: bool


def wrap_width(groups: Sequence[Sequence[Line]]) -> int:
    """The width to which the text was wrapped; 0 where it was not.

    ``groups`` are runs of lines of running text, nothing between them.
    """
    # Short lines tell nothing: headings, addresses, verse.
    pairs = [_pair(*lines) for group in groups for lines in pairwise(group)]
    pairs = [pair for pair in pairs if pair.width >= _SHORT]
    widths = sorted(pair.width for pair in pairs)
    if not pairs or sum(w > WIDEST for w in widths) > 0.1 * len(widths):
        return 0
    for share in _SHARES:
        limit = widths[max(0, round(share * len(widths)) - 1)]
        if NARROWEST <= limit <= WIDEST and _agree(pairs, limit):
            return limit
    return 0


def is_joined(line: Line, following: Line, limit: int, inside: bool = False) -> bool:
    """Whether the two lines are one paragraph, in a text wrapped to ``limit`` columns.

    ``inside``: the first of them surely goes on a paragraph, and is no heading.
    """
    if not limit:
        return False
    pair = _pair(line, following)
    if pair.ended and following.indent > line.indent + 1:
        return False  # the indented first line of a paragraph
    if pair.needed > _TOLERANCE * limit:
        return True
    goes_on = pair.open or _begins_low(following.text) or (inside and not pair.ended)
    return goes_on and pair.width > 0.5 * limit


def _agree(pairs: Sequence[_Pair], limit: int) -> bool:
    full = [pair for pair in pairs if pair.needed > _TOLERANCE * limit]
    unended = [pair for pair in full if not pair.ended]
    if len(full) < _ENOUGH * len(pairs) or len(unended) < 0.5 * len(full):
        return False
    return len(unended) > 2 or any(pair.open for pair in unended)


def _pair(line: Line, following: Line) -> _Pair:
    text = line.text.rstrip().rstrip(_CLOSERS)
    taken = width(line.text)
    word = _FIRST_WORD.search(following.text)
    is_open = text.endswith(tuple(_COMMA)) or _last_word(text) in _OPEN_WORDS
    return _Pair(
        width=taken,
        needed=taken + 1 + width(word[0] if word else ""),
        ended=text.endswith(tuple(_FINAL)),
        open=is_open or _begins_low(following.text),
    )


def _last_word(text: str) -> str:
    words = text[-20:].rsplit(maxsplit=1)
    return words[-1].lower() if words else ""


def _begins_low(text: str) -> bool:
    first = text.lstrip()[:1]
    return first.islower() and first.upper() != first

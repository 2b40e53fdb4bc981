"""What became of a text, word by word.

In: a text before and after. Out: pieces that stay, go or are new, in reading order; those that stay
put together are what the texts share.

Law: the words of what is no addition are those of the text before, the words of what is no removal
those of the text after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum

_LONGEST = 2_000
"""Words of both texts; comparing more takes seconds, and nobody reads what comes out."""


class Fate(Enum):
    """What became of some words."""

    STAYS = ""
    GONE = "del"
    NEW = "ins"


Piece = tuple[Fate, str]


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts; where words are exchanged, what is gone stands first."""
    return tuple((fate, text) for fate, text in _pieces(before.split(), after.split()) if text)


def around_changes(pieces: Sequence[Piece], context: int) -> Iterator[Piece]:
    """The same, but of what stays only so many words beside each change; «…» for the others."""
    last = len(pieces) - 1
    for at, (fate, text) in enumerate(pieces):
        words = text.split()
        before, after = (context if at > 0 else 0), (context if at < last else 0)
        if fate is not Fate.STAYS or len(words) <= before + after + 1:
            yield fate, text
            continue
        head, tail = words[:before], words[len(words) - after :]
        yield fate, " ".join([*head, "\u2026", *tail])


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    if len(before) + len(after) > _LONGEST:
        yield Fate.GONE, " ".join(before)
        yield Fate.NEW, " ".join(after)
        return
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for what, first, last, start, end in codes:
        if what == "equal":
            yield Fate.STAYS, " ".join(before[first:last])
            continue
        yield Fate.GONE, " ".join(before[first:last])
        yield Fate.NEW, " ".join(after[start:end])

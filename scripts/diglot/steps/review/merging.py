"""Two versions of a text as one, word by word: a proposal for a person, never a decision."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORDS = re.compile(r"\S+\s*")


def merged(base: str, mine: str, theirs: str) -> str:
    """What both changed of ``base``; where they changed the same words, mine.

    Law: with one of them unchanged, the other one.
    """
    if mine in {base, theirs}:
        return theirs
    if theirs == base:
        return mine
    words = _WORDS.findall(base)
    mine_edits = _edits(words, _WORDS.findall(mine))
    edits = mine_edits + [
        edit
        for edit in _edits(words, _WORDS.findall(theirs))
        if not any(_touch(edit, other) for other in mine_edits)
    ]
    out = list(words)
    for first, last, new in sorted(edits, reverse=True):
        out[first:last] = new
    return re.sub(r"(?<=\S)\s+(?=\S)", " ", " ".join(word.strip() for word in out))


_Edit = tuple[int, int, list[str]]


def _edits(before: list[str], after: list[str]) -> list[_Edit]:
    stripped = [word.strip() for word in before], [word.strip() for word in after]
    blocks = SequenceMatcher(None, *stripped, autojunk=False).get_opcodes()
    return [(a, b, after[c:d]) for what, a, b, c, d in blocks if what != "equal"]


def _touch(one: _Edit, other: _Edit) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]

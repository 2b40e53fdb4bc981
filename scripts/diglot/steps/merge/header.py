"""What is no entry: header fields, and comment lines at both ends of a file, in three versions."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

Fields = tuple[tuple[str, str], ...]
Value = TypeVar("Value", bound=Hashable)


def merged_fields(base: Fields, ours: Fields, theirs: Fields) -> Fields:
    """Each field of the header once, in the order of ours, then of theirs.

    Where both changed one, the later of the two as text stands: these are dates and versions that
    other tools move with every save.
    """
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    before, here, there = dict(base), dict(ours), dict(theirs)
    fields = []
    for name in dict.fromkeys((*here, *there)):
        value = _field(before.get(name), here.get(name), there.get(name))
        if value is not None:
            fields.append((name, value))
    return tuple(fields)


def _field(base: str | None, ours: str | None, theirs: str | None) -> str | None:
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    return max(each for each in (ours, theirs) if each is not None)


def merged_lines(base: str, ours: str, theirs: str) -> str:
    """Comment lines of both sides, without those that one of them took out."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    return "\n".join(united(base.split("\n"), ours.split("\n"), theirs.split("\n")))


def united(base: Sequence[Value], ours: Sequence[Value], theirs: Sequence[Value]) -> list[Value]:
    """What both sides have or one has added, in the order of ours, then what theirs has added."""
    before, here, there = set(base), set(ours), set(theirs)
    kept = [each for each in ours if each in there or each not in before]
    return kept + [each for each in theirs if each not in here and each not in before]

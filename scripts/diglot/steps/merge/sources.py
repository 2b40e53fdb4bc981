"""A source that one side changed, and a text or a verdict that the other side made for the old one.

In: three versions of an entry. Out: the same with one source, as ``sync`` would have left each of
them; what is left to do is to bring their texts and statements together.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from diglot.model.catalogue import Segment
from diglot.model.statement import Comment
from diglot.steps.merge.holding import stale_of
from diglot.steps.merge.texts import is_made_by_somebody

Carry = Callable[[Segment, str, date], Segment]
"""``sync``'s own: an entry with another source, and what that means for its text. The day is
written to what becomes stale."""

Versions = tuple[Segment, Segment, Segment]


def with_one_source(versions: Versions, source: str, carry: Carry, today: date) -> Versions:
    """The base and both sides, those with another source carried to this one.

    Stale since the day on which the side became so that changed the source.
    """
    days = [_stale_since(side) for side in versions[1:] if side.source == source]
    day = min(filter(None, days), default=today)
    base, ours, theirs = (
        each if each.source == source else carry(each, source, day) for each in versions
    )
    return base, ours, theirs


def with_stale_line(entry: Segment, carried: Versions, versions: Versions) -> Segment:
    """The entry with the ``stale`` line of the side that has its text, if it is stale there.

    Where both have the text, the line counts that names another source than the base's: somebody
    has confirmed it there. Both may also have met the same change of the source, on different days:
    the first one counts. Where somebody wrote or confirmed the text for the very source that it has
    now, it is not stale, though the other side has it from an earlier one.
    """
    base, *sides = carried
    holders = [side for side in sides if side.target == entry.target]
    lines = sorted(filter(None, map(stale_of, holders)), key=str)
    known = stale_of(base)
    lines = [line for line in lines if known and line.get("was") != known.get("was")] or lines
    made = any(
        side in holders
        and before.source == entry.source
        and stale_of(side) is None
        and is_made_by_somebody(side, base)
        for side, before in zip(sides, versions[1:], strict=True)
    )
    return entry if made else replace(entry, comments=(*entry.comments, *lines[:1]))


def without_stale_line(side: Segment) -> tuple[Comment, ...]:
    """What was said of an entry, but whether it is stale now."""
    line = stale_of(side)
    return tuple(comment for comment in side.comments if line is None or comment != line)


def _stale_since(side: Segment) -> date | None:
    line = stale_of(side)
    with suppress(ValueError):
        return date.fromisoformat((line and line.get("on")) or "")
    return None

"""How deep a list item is nested: by its indentation, and by the style of its marker.

``1)`` then ``(أ)`` is a list in a list; the next ``2)`` is back in the outer one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from diglot.steps.split.list_markers import Marker
from diglot.steps.split.numbering import follows, is_first


@dataclass(frozen=True, slots=True)
class Level:
    """The last item on one level of a list."""

    marker: Marker
    indent: int


Stack = tuple[Level, ...]

_RAGGED = 3
_SLACK = 1
"""Columns by which items of one level may differ: «9.» and «10.»."""


class Between(Enum):
    """What stands between an item and the one before it."""

    NOTHING = "nothing"
    GAP = "gap"
    TEXT = "text"


def nested(stack: Stack, marker: Marker, indent: int, between: Between) -> Stack:
    """The levels with this item as the last; its depth is their number less one.

    After text only the next in sequence goes on; after a gap also another of the same list.
    """
    new = Level(marker, indent)
    if between is Between.TEXT and not any(_continues(level, new) for level in stack):
        return (new,)
    if between is Between.GAP and not any(_may_go_on(level, new) for level in stack):
        return (new,)
    if marker.prefix and not any(_is_kin(level.marker, marker) for level in stack):
        return (new,)
    while stack and stack[-1].indent > indent + _SLACK and len(stack) > 1:
        stack = stack[:-1]
    if stack and indent > stack[-1].indent + _SLACK:
        return (*stack, new)
    # (c) after (b), (i), (ii) goes on with (b): the next in sequence before the same style.
    for is_same in (_continues, _is_same_list):
        for depth in range(len(stack) - 1, -1, -1):
            if is_same(stack[depth], new):
                return (*stack[:depth], new)
    return (*stack, new)


def _may_go_on(level: Level, new: Level) -> bool:
    deeper = new.indent > level.indent + _SLACK
    return deeper or _continues(level, new) or _is_same_list(level, new)


def _is_kin(outer: Marker, marker: Marker) -> bool:
    """Whether ``16-1`` may stand below this one: its number is 16, or it has one of its own."""
    number = marker.prefix.replace("-", ".").split(".")[-1]
    return bool(outer.prefix) or outer.is_bullet or ("number", int(number)) in outer.values


def _continues(level: Level, new: Level) -> bool:
    same = level.marker.style == new.marker.style and level.marker.prefix == new.marker.prefix
    aligned = abs(level.indent - new.indent) <= _RAGGED
    return same and aligned and follows(level.marker.values, new.marker.values)


def _is_same_list(level: Level, new: Level) -> bool:
    if level.marker.style != new.marker.style or abs(level.indent - new.indent) > _RAGGED:
        return False
    if new.marker.is_bullet:
        return True
    orders = {order for order, _ in level.marker.values}
    begins = {order for order, place in new.marker.values if place == 1}
    # (a), then (i): the Roman one begins a list of its own.
    return not (is_first(new.marker.values) and "roman" in begins and "roman" not in orders)

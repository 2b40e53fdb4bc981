"""The passages of a section beside those of its translation.

In: the text of both pages, with anchors. Out: rows. Law: all that stands in either text stands in a
row, once, in its order; passages with the same anchor stand in the same row.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_LISTS = frozenset({"ul", "ol"})


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side: blocks of each language."""

    own: tuple[Element, ...]
    other: tuple[Element, ...]


def rows(own: Element, other: Element) -> list[Row]:
    """The rows of a section; what has no counterpart stands alone."""
    right = list(_units(other))
    found: list[Row] = []
    at = 0
    for anchor, blocks in _units(own):
        there = next((i for i in range(at, len(right)) if right[i][0] == anchor), None)
        if there is None or not anchor:
            found.append(Row(blocks, ()))
            continue
        found += [Row((), blocks) for _, blocks in right[at:there]]
        found.append(Row(blocks, right[there][1]))
        at = there + 1
    return found + [Row((), blocks) for _, blocks in right[at:]]


def _units(text: Element) -> Iterator[tuple[str, tuple[Element, ...]]]:
    """Passages, each with its anchor; a mark below a heading belongs to the heading."""
    held: tuple[str, tuple[Element, ...]] | None = None
    for anchor, block in _blocks(text):
        if held is not None and not anchor:
            held = held[0], (*held[1], block)
            continue
        if held is not None:
            yield held
        held = anchor, (block,)
    if held is not None:
        yield held


def _blocks(text: Element) -> Iterator[tuple[str, Element]]:
    for block in text:
        if block.tag in _LISTS:
            yield from _items(block, 0)
        elif block.tag == "blockquote":
            for child in block:
                yield _anchor(child), _around(block, child)
        else:
            yield _anchor(block), block


def _items(of: Element, depth: int) -> Iterator[tuple[str, Element]]:
    """Each item as a list of its own; those in it come after it, a step further in."""
    for item in of.findall("li"):
        own, inner = copy(item), [child for child in item if child.tag in _LISTS]
        for child in inner:
            own.remove(child)
        alone = _around(of, own)
        alone.set("class", f"depth-{min(depth, 4)}")
        yield _anchor(item), alone
        for child in inner:
            yield from _items(child, depth + 1)


def _anchor(block: Element) -> str:
    """Its anchor, or of a table the first in it; empty where there is none."""
    return next(
        (
            each.get("data-id") or each.get("id") or ""
            for each in block.iter()
            if each.get("data-id") or each.get("id")
        ),
        "",
    )


def _around(around: Element, child: Element) -> Element:
    made = Element(around.tag, around.attrib)
    made.append(child)
    return made

"""Consecutive list items as one Markdown list, nested as deep as the source nests them.

Every list is a ``-`` list. A marker that is more than a bullet stands in the item, as text:
Markdown would count anew (4, 7 → 1, 2), and knows no «16.a». The class
``dg-marked`` tells such items.
"""

from __future__ import annotations

from collections.abc import Sequence

from diglot.language import Language
from diglot.steps.render import list_markers
from diglot.steps.render.attributes import block_attributes
from diglot.steps.render.inline import joined, sentences
from diglot.steps.render.list_markers import Order
from diglot.steps.render.marks import mark
from diglot.steps.render.nesting import depths
from diglot.steps.render.passages import Passage
from diglot.steps.render.place import Place
from diglot.steps.render.source_change import source_changes
from diglot.steps.render.tongues import tongue_of

_DEEPEST = 5
"""Deeper than any real document; what claims to be deeper is shown at this depth."""


def list_of(items: Sequence[Passage], place: Place) -> str:
    """One list. A blank line in it would make paragraphs of its items, so there is none."""
    found = depths((item.block.depth for item in items), _DEEPEST)
    orders = list_markers.orders_of((item.block.depth, item.block.marker) for item in items)
    around = [place.edition.language]
    lines = []
    for item, depth in zip(items, found, strict=True):
        # An item inherits the direction of the one that it stands in.
        del around[depth + 1 :]
        order = orders[item.block.depth]
        lines.append(_item(item, place, "    " * depth, order, around[-1]))
        around.append(tongue_of(item, place.edition))
    return "\n".join(lines)


def _item(item: Passage, place: Place, indent: str, order: Order, around: Language) -> str:
    label = list_markers.label(item, place.edition, order)
    own = tongue_of(item, place.edition)
    line = joined(
        label,
        sentences(item, place.edition),
        mark(item, place, own),
        source_changes(item, place, own),
    )
    marked = "dg-marked" if label else None
    attributes = block_attributes(item, place.edition, marked, around=around)
    return f"{indent}- {line}\n{indent}    {attributes}"

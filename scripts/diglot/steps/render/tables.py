"""Consecutive table cells as Markdown tables: the first row is the header.

The anchor of a cell stands at its end, inside it. A row number that goes back begins a new table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diglot.markup import escape
from diglot.steps.render.attributes import block_attributes
from diglot.steps.render.inline import sentences
from diglot.steps.render.marks import mark
from diglot.steps.render.passages import Passage
from diglot.steps.render.place import Place
from diglot.steps.render.source_change import source_changes
from diglot.steps.render.tongues import tongue_of

Row = list[str]


def tables_of(cells: Sequence[Passage], place: Place) -> Iterator[str]:
    """One Markdown table for each table of the source."""
    rows: list[Row] = []
    last, first = -1, 0
    for index, cell in enumerate(cells):
        row = cell.block.row
        if row < last:
            yield _table(rows, cells[first:index])
            rows, first = [], index
        if row != last or not rows:
            rows.append([])
        # An empty cell may be missing in the source; two cells in one place must both be seen.
        rows[-1] += [""] * (cell.block.column - len(rows[-1]))
        rows[-1].append(_cell(cell, place))
        last = row
    yield _table(rows, cells[first:])


def _cell(cell: Passage, place: Place) -> str:
    if cell.is_empty:
        # «–» in a table is a figure like another: there is none, or it is not known.
        return escape.markdown(cell.block.marker.strip())
    around = tongue_of(cell, place.edition)
    parts = (
        sentences(cell, place.edition),
        mark(cell, place, around),
        source_changes(cell, place, around),
        block_attributes(cell, place.edition, short=place.words.short.get(cell.standing, "")),
    )
    return " ".join(part for part in parts if part)


def _table(rows: Sequence[Row], cells: Sequence[Passage]) -> str:
    # Python-Markdown drops the cells of a row that is longer than the header.
    width = max(len(row) for row in rows)
    header, *body = [row + [""] * (width - len(row)) for row in rows]
    rules = [_rule([cell for cell in cells if cell.block.column == at]) for at in range(width)]
    return "\n".join("| " + " | ".join(line) + " |" for line in (header, rules, *body))


def _rule(column: Sequence[Passage]) -> str:
    """How a column is aligned, as the source has it.

    To the right only figures: Arabic authors ask for it also because Arabic begins there.
    """
    align = next((cell.block.align for cell in column), "")
    figures = [any(map(str.isdigit, cell.block.text)) for cell in column[1:] if not cell.is_empty]
    if align == "right" and 2 * sum(figures) > len(figures):
        return "---:"
    return ":---:" if align == "center" else "---"

"""The blocks of a page as Markdown, in their order.

In: the passages of a section. Out: Markdown blocks, to be parted by blank lines. Every line of text
begins with markup of ours (``<span``, ``-``, ``>``, ``|``, ``#``), so that nothing in the text can
be the beginning of a block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from diglot.model.document import Kind
from diglot.steps.render import list_markers, lists, tables
from diglot.steps.render.attributes import block_attributes
from diglot.steps.render.inline import joined, sentences
from diglot.steps.render.marks import mark
from diglot.steps.render.passages import Passage
from diglot.steps.render.place import Place
from diglot.steps.render.source_change import source_changes
from diglot.steps.render.tongues import tongue_of


def blocks(passages: Iterable[Passage], place: Place) -> Iterator[str]:
    """Each block of Markdown; consecutive items are one list, consecutive cells one table."""
    for kind, group in groupby(passages, key=lambda passage: passage.block.kind):
        if kind is Kind.ITEM:
            yield lists.list_of(tuple(group), place)
        elif kind is Kind.CELL:
            yield from tables.tables_of(tuple(group), place)
        elif kind is Kind.QUOTATION:
            yield from _quotations(group, place)
        elif kind in (Kind.HEADING, Kind.TITLE):
            for each in group:
                yield from heading(each, place, level=2)
        else:
            for each in group:
                yield paragraph(each, place)
                yield from _change(each, place)


def paragraph(passage: Passage, place: Place) -> str:
    """A paragraph of any kind: marker, sentences, mark; on a line of its own the attributes."""
    line = _line(passage, place)
    return f"{line}\n{block_attributes(passage, place.edition, _CLASSES.get(passage.block.kind))}"


def heading(passage: Passage, place: Place, level: int = 1) -> Iterator[str]:
    """A heading, and its mark in a line below: a mark inside would be read out as a heading."""
    label = list_markers.label(passage, place.edition)
    line = joined("#" * level, label, sentences(passage, place.edition))
    yield f"{line} {block_attributes(passage, place.edition)}"
    own = mark(passage, place, place.edition.language)
    if own:
        yield f"{own}\n{{ .dg-mark-line .{passage.standing or 'source'} }}"
    yield from _change(passage, place)


def _quotations(passages: Iterable[Passage], place: Place) -> Iterator[str]:
    """One quotation, unless there is something to be said of a paragraph in it."""
    together: list[str] = []
    for each in passages:
        together.append(_quoted(paragraph(each, place)))
        for change in _change(each, place):
            yield "\n>\n".join(together)
            yield change
            together = []
    if together:
        yield "\n>\n".join(together)


def _change(passage: Passage, place: Place) -> Iterator[str]:
    """What changed in the source, as a block: no ``<details>`` may stand in a paragraph."""
    found = source_changes(passage, place, place.edition.language)
    if found:
        yield found


def _line(passage: Passage, place: Place) -> str:
    around = tongue_of(passage, place.edition)
    return joined(
        list_markers.label(passage, place.edition),
        sentences(passage, place.edition),
        mark(passage, place, around),
    )


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


_CLASSES = {
    Kind.QUOTATION: "dg-quotation",
    Kind.QUESTION: "dg-question",
    Kind.ANSWER: "dg-answer",
    Kind.NOTE: "dg-note",
}

"""Lines put together to passages: paragraphs, items, cells …; headings are found afterwards.

In: one reading per line. Out: passages in reading order, each with the place where it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from diglot.model.document import Kind
from diglot.steps.split.hard_wraps import is_joined, wrap_width
from diglot.steps.split.lines import Line, collapse, has_text
from diglot.steps.split.list_markers import Marker
from diglot.steps.split.readings import Reading
from diglot.steps.split.tables import cells

_HANGING = 2
"""Columns by which the next lines of an item are indented."""
_ENDS = ".:;,\u061b\u060c"
_WITH_LABEL = frozenset({Kind.QUESTION, Kind.ANSWER})


@dataclass(frozen=True, slots=True)
class Passage:
    """A block to be: its lines' text, not yet parted into sentences."""

    kind: Kind
    line: Line
    start: int
    text: str
    lines: int = 1
    gap: bool = False
    """Whether a blank line or a rule stands before it."""
    after_rule: bool = False
    marker: Marker | None = None
    label: str = ""
    level: int = 0
    depth: int = 0
    row: int = 0
    column: int = 0
    align: str = ""

    @property
    def words(self) -> str:
        """Its text with white space collapsed."""
        return collapse(self.text)


@dataclass(slots=True)
class _Open:
    """The passage that the next line may go on with."""

    first: Reading
    gap: bool
    after_rule: bool
    lines: list[Reading] = field(default_factory=list)

    @property
    def last(self) -> Reading:
        return self.lines[-1] if self.lines else self.first


def passages(read: Sequence[Reading]) -> Iterator[Passage]:
    """All passages of a document; a text wrapped by hand or by a tool is joined again."""
    limit = wrap_width(_groups(read))
    current: _Open | None = None
    gap = after_rule = False
    for reading in read:
        if reading.kind is None:
            if current:
                yield from _closed(current)
                current = None
            gap, after_rule = True, after_rule or reading.is_rule
        elif current and _goes_on(current, reading, limit):
            current.lines.append(reading)
        else:
            if current:
                yield from _closed(current)
            current = _Open(reading, gap, after_rule)
            gap = after_rule = False
    if current:
        yield from _closed(current)


def _groups(read: Sequence[Reading]) -> list[list[Line]]:
    """Runs of running text, nothing between their lines; each may be one paragraph."""
    groups: list[list[Line]] = []
    previous: Reading | None = None
    for reading in read:
        if reading.kind in (None, Kind.HEADING, Kind.TITLE, Kind.CELL):
            previous = None
            continue
        same = reading.is_plain or reading.kind is Kind.QUOTATION is (previous and previous.kind)
        if previous is not None and same:
            groups[-1].append(reading.line)
        else:
            groups.append([reading.line])
        previous = reading
    return groups


def _goes_on(current: _Open, reading: Reading, limit: int) -> bool:
    first, last = current.first, current.last
    if first.kind in (Kind.HEADING, Kind.TITLE, Kind.CELL):
        return False
    if first.kind is Kind.QUOTATION:
        return reading.kind is Kind.QUOTATION and not _is_verse(last, reading, limit)
    if reading.is_plain:
        if first.kind in _WITH_LABEL and not has_text(first.text) and not current.lines:
            return True
        hangs = reading.line.indent >= first.line.indent + _HANGING
        if first.kind in (Kind.ITEM, Kind.NOTE, *_WITH_LABEL) and hangs:
            return True
        return is_joined(last.line, reading.line, limit, inside=bool(current.lines))
    return _only_looks_like_item(current, reading) and is_joined(last.line, reading.line, limit)


def _only_looks_like_item(current: _Open, reading: Reading) -> bool:
    """A dash or a number that the wrap put at the beginning of a line."""
    marker = reading.marker
    if marker is None or marker.has_sibling or not current.first.is_plain:
        return False
    wrapped = marker.text[-1] in ".-\u2013\u2014"
    return wrapped and not current.last.line.text.rstrip().endswith(tuple(_ENDS))


def _is_verse(last: Reading, reading: Reading, limit: int) -> bool:
    ended = last.text.rstrip().endswith((".", "!", "?", "\u061f"))
    return ended and not is_joined(last.line, reading.line, limit)


def _closed(current: _Open) -> Iterator[Passage]:
    first = current.first
    kind = first.kind
    if kind is Kind.CELL:
        yield from _cells(current)
        return
    assert kind is not None
    texts = [first.text, *(r.line.text if r.marker else r.text for r in current.lines)]
    yield Passage(
        kind,
        first.line,
        first.line.start,
        "\n".join(texts),
        lines=len(texts),
        gap=current.gap,
        after_rule=current.after_rule,
        marker=first.marker,
        label=first.label or (first.marker.text if first.marker else ""),
        level=first.level,
    )


def _cells(current: _Open) -> Iterator[Passage]:
    line, columns = current.first.line, current.first.columns
    for cell in cells(line.text):
        yield Passage(
            Kind.CELL,
            line,
            line.start + cell.start,
            cell.text,
            gap=current.gap,
            after_rule=current.after_rule,
            row=current.first.row,
            column=cell.column,
            align=columns[cell.column] if cell.column < len(columns) else "",
        )

"""What became of a translation, from the statements in its catalogue that still hold.

In: a document with keys, its catalogues. Out: events, one for each day, section and kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.document import Document
from diglot.model.state import State
from diglot.model.statement import Statement
from diglot.public_record import Event

_TOLD = {State.REVIEWED: "reviewed", State.STALE: "stale"}
"""Of these states a statement says since when; its kind."""


def events(document: Document, catalogue: Catalogue) -> tuple[Event, ...]:
    """The events of a translation, the newest first, and in reading order within a day."""
    sections = _sections(document)
    order = {section: at for at, section in enumerate(dict.fromkeys(sections.values()))}
    found: dict[tuple[str, str, str], tuple[int, set[str]]] = {}
    for segment in catalogue.active:
        section = sections.get(segment.key)
        for day, kind, people in _said(segment) if section is not None else ():
            number, by = found.get((day, section or "", kind), (0, set()))
            found[day, section or "", kind] = number + 1, by | people
    told = (
        Event(day, section, kind, number, tuple(sorted(by)))
        for (day, section, kind), (number, by) in found.items()
    )
    return tuple(sorted(told, key=lambda e: (-_ordinal(e.day), order[e.section], e.kind)))


def _sections(document: Document) -> dict[str, str]:
    """The section of each key; empty for the title of the document."""
    found = {document.title.key or "": ""}
    for section in document.sections:
        for block in (section.heading, *section.blocks):
            if block is not None:
                found[block.key or ""] = section.id
    return found


def _said(segment: Segment) -> Iterator[tuple[str, str, set[str]]]:
    kind = _TOLD.get(segment.state)
    statements = [s for s in segment.holding(kind or "") if _is_day(s.get("on"))]
    if kind is None or not statements:
        return
    yield max(map(_day, statements)), kind, {s.get("by") or "" for s in statements} - {""}


def _day(statement: Statement) -> str:
    return statement.get("on") or ""


def _is_day(text: str | None) -> bool:
    try:
        return text is not None and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()

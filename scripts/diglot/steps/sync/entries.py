"""Write the entries of template and catalogues anew, in reading order, losing none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.document import Document
from diglot.steps.sync.carry import changed, made_of
from diglot.steps.sync.origins import Found, origins


def template_of(document: Document, before: Catalogue | None) -> Catalogue:
    """The template of a document that has its keys: reading order and keys only."""
    segments = (
        Segment(key=block.key, source=sentence, hint=block.kind.value)
        for block in document.blocks()
        if block.key is not None
        for sentence in block.segments
    )
    empty = Catalogue(document=document.id, language="")
    return (before or empty).with_segments(tuple(segments))


def carried(
    template: Catalogue,
    before: Catalogue | None,
    language: str,
    title_from: Mapping[str, str],
    today: date,
) -> Catalogue:
    """The catalogue that fits the template; whatever fits no more is obsolete, with its statements.

    ``title_from`` says which headings got another key; their translation moves with them.
    """
    old = before or Catalogue(document=template.document, language=language)
    found = origins(template.segments, old, title_from)
    active = tuple(_entry(segment, found, today) for segment in template.segments)
    return old.with_segments(active + tuple(_obsolete(old, found)))


def _entry(segment: Segment, found: Found, today: date) -> Segment:
    olds = found.of.get(segment.identity, ())
    if not olds:
        return segment
    if segment.identity in found.in_pieces:
        made = made_of(olds, segment.key, segment.source, today)
        return replace(made, hint=segment.hint)
    old = olds[0]
    if old.source != segment.source:
        old = changed(old, segment.source, today)
    elif old.identity == segment.identity and old.hint == segment.hint and not old.obsolete:
        return old
    return replace(old, key=segment.key, obsolete=False, hint=segment.hint)


def _obsolete(old: Catalogue, found: Found) -> list[Segment]:
    """Those that fit no more, by key: what two branches add stands apart, and git can merge it.

    Of one key those that were obsolete before come first, each in file order.
    """
    # What stands in pieces now stays, so that its verdict is there when somebody undoes the change.
    gone_on = {
        entry.identity
        for new, entries in found.of.items()
        if new not in found.in_pieces
        for entry in entries
    }
    gone_on |= found.of.keys()  # what was blank, and has a text from elsewhere now
    left = (segment for segment in old.segments if segment.identity not in gone_on)
    ordered = sorted(left, key=lambda segment: (segment.key, not segment.obsolete))
    return [replace(segment, obsolete=True) for segment in ordered]

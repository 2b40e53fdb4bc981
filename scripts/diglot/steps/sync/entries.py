"""Write the entries of template and catalogues anew, in reading order, losing none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.document import Document


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
) -> Catalogue:
    """The catalogue that fits the template; whatever fits no more is obsolete, with its statements.

    ``title_from`` says which headings got another key; their translation moves with them.
    """
    old = before or Catalogue(document=template.document, language=language)
    active = tuple(_entry(segment, old, title_from) for segment in template.segments)
    gone = {segment.identity for segment in active} | set(_moved(active, old, title_from))
    return old.with_segments(active + tuple(_obsolete(old, gone)))


def _entry(segment: Segment, old: Catalogue, title_from: Mapping[str, str]) -> Segment:
    found = old.by_identity.get(segment.identity) or _renamed(segment, old, title_from)
    if found is None:
        return segment
    if found.identity == segment.identity and found.hint == segment.hint and not found.obsolete:
        return found
    return replace(found, key=segment.key, obsolete=False, hint=segment.hint)


def _renamed(segment: Segment, old: Catalogue, title_from: Mapping[str, str]) -> Segment | None:
    before = title_from.get(segment.key)
    return None if before is None else old.by_identity.get((before, segment.source))


def _moved(
    active: tuple[Segment, ...], old: Catalogue, title_from: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The old identities of the entries whose text now stands under another key."""
    for segment in active:
        if segment.identity not in old.by_identity and segment.key in title_from:
            yield title_from[segment.key], segment.source


def _obsolete(old: Catalogue, gone: set[tuple[str, str]]) -> list[Segment]:
    """Those that fit no more, by key: what two branches add stands apart, and git can merge it.

    Of one key those that were obsolete before come first, each in file order.
    """
    left = (segment for segment in old.segments if segment.identity not in gone)
    ordered = sorted(left, key=lambda segment: (segment.key, not segment.obsolete))
    return [replace(segment, obsolete=True) for segment in ordered]

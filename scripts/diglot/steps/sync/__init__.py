"""Bring template and catalogues up to date with a source.

In: the document as split, the template and the catalogues as they stand. Out: the document with its
keys, a new template, new catalogues, and how many segments changed in which way. What is unchanged
keeps key, statements and translation, wherever it stands now; what has changed keeps key and
translation, and says so; every other old entry becomes obsolete with its statements, and comes back
when its text returns.

Laws: sync twice is sync once; no text of a catalogue ever disappears; there and back restores every
verdict; no verdict moves to another text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.change import Change, change_between
from diglot.model.document import Document
from diglot.source import Settings
from diglot.steps.sync.block_keys import Alignment, align
from diglot.steps.sync.entries import carried, template_of
from diglot.steps.sync.gone_sections import gone_sections
from diglot.steps.sync.known_blocks import known_blocks
from diglot.steps.sync.origins import origins
from diglot.steps.sync.section_ids import with_section_ids


@dataclass(frozen=True, slots=True)
class Changes:
    """Segments of the source by what happened to them since the last sync."""

    added: int = 0
    cosmetic: int = 0
    numbers: int = 0
    meaning: int = 0
    moved: int = 0
    removed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Synced:
    """A document with its keys, and the catalogues that fit it."""

    document: Document
    template: Catalogue
    catalogues: Mapping[str, Catalogue]
    changes: Changes
    gone_sections: Mapping[str, str]
    """Of every section that the document had once: the section that has its text now, or ""."""


def sync(
    document: Document,
    settings: Settings,
    template: Catalogue | None,
    catalogues: Mapping[str, Catalogue | None],
    today: date,
) -> Synced:
    """The document with keys, and its template and catalogues brought up to date.

    ``catalogues`` by language code, None where there is no file yet. ``today`` is written to what
    becomes stale.
    """
    existing = [catalogue for catalogue in catalogues.values() if catalogue is not None]
    known = known_blocks(template, existing)
    named = with_section_ids(document, settings, known)
    alignment = align(named.document, known, named.came_from)
    new_template = template_of(alignment.document, template)
    title_from = named.title_from
    return Synced(
        document=alignment.document,
        template=new_template,
        catalogues={
            language: carried(new_template, catalogue, language, title_from, today)
            for language, catalogue in catalogues.items()
        },
        changes=_changes(
            alignment, template or next(iter(existing), None), new_template, title_from
        ),
        gone_sections=gone_sections(alignment.document, known),
    )


def _changes(
    alignment: Alignment,
    before: Catalogue | None,
    template: Catalogue,
    title_from: Mapping[str, str],
) -> Changes:
    if before is None:
        return Changes(added=len(template.segments))
    found = origins(template.segments, before, title_from)
    count = Counter(
        _kind(segment, found.of.get(segment.identity, ()), alignment.moved)
        for segment in template.segments
    )
    used = {old.identity for olds in found.of.values() for old in olds if not old.obsolete}
    # Of several sentences that were joined, one goes on.
    removed = sum(1 for old in before.active if old.identity not in used) + sum(
        len(olds) - 1 for olds in found.of.values() if olds
    )
    return replace(Changes(), removed=removed, **count)


def _kind(segment: Segment, olds: Sequence[Segment], moved: frozenset[str]) -> str:
    if not olds or olds[0].obsolete:
        return "added"
    if len(olds) > 1:
        return str(Change.MEANING)
    change = change_between(olds[0].source, segment.source)
    if change is not Change.NONE:
        return str(change)
    return "moved" if segment.key in moved or olds[0].key != segment.key else "unchanged"

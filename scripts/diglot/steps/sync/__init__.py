"""Bring template and catalogues up to date with a source.

In: the document as split, the template and the catalogues as they stand. Out: the document with its
keys, a new template, new catalogues, and how many segments changed in which way. Blocks with
unchanged text keep keys, statements and translations, wherever they stand now; every other old
entry becomes obsolete with its statements, and comes back when its text returns.

Laws: sync twice is sync once; no entry of a catalogue ever disappears.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from diglot.model.catalogue import Catalogue
from diglot.model.document import Document
from diglot.source import Settings
from diglot.steps.sync.block_keys import Alignment, align
from diglot.steps.sync.entries import carried, template_of
from diglot.steps.sync.known_blocks import Known, known_blocks
from diglot.steps.sync.section_ids import with_section_ids


@dataclass(frozen=True, slots=True)
class Changes:
    """Segments by what happened to them; ``cosmetic``, ``numbers``, ``meaning``: not told yet."""

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


def sync(
    document: Document,
    settings: Settings,
    template: Catalogue | None,
    catalogues: Mapping[str, Catalogue | None],
) -> Synced:
    """The document with keys, and its template and catalogues brought up to date.

    ``catalogues`` by language code, None where there is no file yet.
    """
    existing = [catalogue for catalogue in catalogues.values() if catalogue is not None]
    known = known_blocks(template, existing)
    named, title_from = with_section_ids(document, settings, known)
    alignment = align(named, known)
    new_template = template_of(alignment.document, template)
    return Synced(
        document=alignment.document,
        template=new_template,
        catalogues={
            language: carried(new_template, catalogue, language, title_from)
            for language, catalogue in catalogues.items()
        },
        changes=_changes(alignment, known, new_template),
    )


def _changes(alignment: Alignment, known: Known, template: Catalogue) -> Changes:
    before = set(known.active_segments)
    after = {segment.identity for segment in template.segments}
    kept = after & before
    moved = sum(1 for key, _ in kept if key in alignment.moved)
    return replace(
        Changes(),
        added=len(after - before),
        moved=moved,
        removed=len(before - after),
        unchanged=len(kept) - moved,
    )

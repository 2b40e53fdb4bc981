"""Documents of which every sentence was translated and confirmed, before and after an edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.statement import state_that
from diglot.source import Settings, Source
from diglot.steps.split import split
from diglot.steps.sync import Synced, sync
from tests.sync.papers import TODAY
from tests.sync.scenarios import SOURCES, Edit


@dataclass(frozen=True)
class Store:
    """Template and catalogue of a document, and the text they were made from."""

    text: str
    settings: Settings
    synced: Synced

    @property
    def catalogue(self) -> Catalogue:
        return self.synced.catalogues["en"]

    def edited(self, edits: Sequence[Edit]) -> Store:
        text = self.text
        for old, new in edits:
            assert text.count(old) == 1, f"{old!r} must stand in the text once"
            text = text.replace(old, new)
        return _synced(text, self.settings, self.synced.template, self.catalogue)

    def with_text(self, text: str) -> Store:
        return _synced(text, self.settings, self.synced.template, self.catalogue)


def confirmed(name: str) -> Store:
    """A document of which every sentence was translated and confirmed."""
    text, headings = SOURCES[name]
    store = _synced(text, Settings(name, headings=headings), None, None)
    segments = tuple(_confirmed(number, s) for number, s in enumerate(store.catalogue.segments))
    done = store.catalogue.with_segments(segments)
    return replace(store, synced=replace(store.synced, catalogues={"en": done}))


def _confirmed(number: int, segment: Segment) -> Segment:
    target = f"({number}) translation of: {segment.source}"
    verdict = state_that("reviewed", segment.source, target, by=f"R{number}", on="2026-11-01")
    return replace(segment, target=target, comments=(verdict,))


def _synced(
    text: str, settings: Settings, template: Catalogue | None, catalogue: Catalogue | None
) -> Store:
    document = split(Source(Path(f"{settings.id}.txt"), text, settings), "ar")
    return Store(text, settings, sync(document, settings, template, {"en": catalogue}, TODAY))

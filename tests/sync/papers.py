"""Papers for the tests of sync, and what stands in translations/ between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from diglot.model.catalogue import Catalogue
from diglot.model.document import Block, Document, Kind, Section
from diglot.model.key import INTRODUCTION
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.source import Settings
from diglot.steps.sync import Synced, sync

TODAY = date(2026, 11, 25)

Blocks = Sequence[str]
Paper = Sequence[tuple[str, Blocks]]
"""(heading, blocks); a block's sentences are parted by «. »; no heading is the introduction."""


def document(paper: Paper, title: str = "عنوان") -> Document:
    """A document as split would make it: no keys, ids of its own proposal."""
    place = iter(range(1, 10_000))

    def block(kind: Kind, text: str) -> Block:
        at = next(place)
        return Block(kind, tuple(text.split(". ")) if text else (), line=at, start=at)

    sections = tuple(
        Section(
            f"proposed-{number}" if heading else INTRODUCTION,
            block(Kind.HEADING, heading) if heading else None,
            1,
            tuple(block(Kind.PARAGRAPH, text) for text in blocks),
        )
        for number, (heading, blocks) in enumerate(paper)
    )
    return Document("paper", Block(Kind.TITLE, (title,), 0), "ar", Path("paper.txt"), sections)


@dataclass(frozen=True)
class Store:
    """What stands in translations/ between two syncs."""

    template: Catalogue | None = None
    catalogue: Catalogue | None = None

    def sync(self, paper: Paper, settings: Settings | None = None, today: date = TODAY) -> Synced:
        own = settings or Settings("paper")
        return sync(document(paper), own, self.template, {"en": self.catalogue}, today)

    @classmethod
    def after(cls, synced: Synced) -> Store:
        return cls(synced.template, synced.catalogues["en"])


def keys(synced: Synced) -> dict[str, str]:
    """Key by text of every block; of equal blocks the last."""
    return {block.text: block.key or "" for block in synced.document.blocks()}


def translated(synced: Synced) -> Store:
    """The store after somebody translated and confirmed every segment."""
    done = tuple(
        replace(
            segment,
            target=f"EN {segment.source}",
            comments=(
                *segment.comments,
                state_that("reviewed", segment.source, f"EN {segment.source}", by="A"),
            ),
        )
        for segment in synced.catalogues["en"].segments
    )
    return Store(synced.template, synced.catalogues["en"].with_segments(done))


def states(synced: Synced) -> dict[str, State]:
    """State by source of the active entries; of equal sources the last."""
    return {segment.source: segment.state for segment in synced.catalogues["en"].active}

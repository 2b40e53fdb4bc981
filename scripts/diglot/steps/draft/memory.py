"""Translation memory: a sentence that stands translated elsewhere in the project is taken over.

Exact text only: likeness is for people to judge. A reviewed text comes before an edited one, that
before a draft; among equals the first in the order of documents. Never taken: stale texts, drafts
of an earlier source, texts with an objection, and what was itself taken over (its origin is).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import State
from diglot.steps.draft.selection import has_objection, is_outdated, may_draft

NAME = "memory"
"""As it stands behind ``engine=``."""

_ORDER = (State.REVIEWED, State.EDITED, State.DRAFT)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A text of the project, and where it stands: ``<document>/<key>``."""

    target: str
    origin: str
    rank: tuple[int, bool]


Memory = Mapping[str, Remembered]
"""By source text."""


def remember(catalogues: Iterable[Catalogue], *, redo: bool = False) -> dict[str, Remembered]:
    """What the project knows; with ``redo`` without the drafts that are to be made again."""
    memory: dict[str, Remembered] = {}
    for catalogue in catalogues:
        for segment, known in _texts(catalogue, redo=redo):
            best = memory.get(segment.source)
            if best is None or known.rank < best.rank:
                memory[segment.source] = known
    return memory


def _texts(catalogue: Catalogue, *, redo: bool) -> Iterator[tuple[Segment, Remembered]]:
    for segment in catalogue.segments:
        if not segment.target.strip() or has_objection(segment):
            continue
        state = segment.state
        if state not in _ORDER or (state is State.DRAFT and not _is_origin(segment, redo=redo)):
            continue
        # An obsolete entry is no worse a translation, but a reader cannot look at it.
        rank = (_ORDER.index(state), segment.obsolete)
        yield segment, Remembered(segment.target, f"{catalogue.document}/{segment.key}", rank)


def _is_origin(segment: Segment, *, redo: bool) -> bool:
    draft = segment.draft
    if draft is None or draft.get("engine") == NAME or is_outdated(segment):
        return False
    return not may_draft(segment, redo=redo)

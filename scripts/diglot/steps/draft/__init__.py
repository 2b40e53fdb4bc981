"""Draft what has no translation: memory first, then the engine, the best hypothesis of each.

In: catalogues of one language, an engine, what the project remembers. Out, one after another as
they are finished: the catalogues with their drafts, and what became of each segment.

Laws: a reviewed, stale or edited segment is never changed; drafting twice is drafting once (unless
drafts are to be made again); what one text does to the engine, no other text feels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from diglot.checks import Context
from diglot.model.catalogue import Catalogue, Segment
from diglot.steps.draft.engine import Engine, Hypothesis, Translation
from diglot.steps.draft.memory import Memory, remember
from diglot.steps.draft.merging import merged
from diglot.steps.draft.outcome import Drafted, LeftOut, Outcome, Result, Text, with_outcome
from diglot.steps.draft.rounds import Searches, in_order
from diglot.steps.draft.selection import left_alone, may_draft, to_draft
from diglot.steps.draft.translate import search, without_engine
from diglot.steps.draft.windows import Portion, portions

__all__ = [
    "HYPOTHESES",
    "Drafted",
    "Engine",
    "Hypothesis",
    "LeftOut",
    "Memory",
    "Outcome",
    "Result",
    "Text",
    "Translation",
    "draft",
    "left_alone",
    "may_draft",
    "merged",
    "only_left_alone",
    "remember",
    "segments_to_draft",
    "to_draft",
    "words_to_draft",
]

HYPOTHESES = 4
"""Of each text, to choose from: as wide as the search is anyway."""

Work = Sequence[tuple[Catalogue, Sequence[Segment]]]


def draft(
    catalogues: Sequence[Catalogue],
    engine: Engine | None,
    *,
    memory: Memory,
    context: Context,
    redo: bool = False,
    hypotheses: int = HYPOTHESES,
    done: Callable[[int], None] = lambda words: None,
) -> Iterator[Drafted]:
    """The catalogues that change, each as soon as it is finished; long ones also in between.

    ``done`` is told how many words were finished. UserError where the engine cannot work at all.
    Without an engine, what the memory knows, and what has nothing to translate in it.
    """
    work = [(catalogue, tuple(to_draft(catalogue, redo=redo))) for catalogue in catalogues]
    outcomes: dict[str, Outcome] = {}
    told = partial(_drafted, work, outcomes=outcomes, redo=redo)
    if engine is None:
        for portion in portions(work):
            outcomes.update(_without_engine(portion, memory, context))
            yield from (drafted for drafted in told(portion) if drafted.results)
        return
    said = (("engine", engine.name), ("model", engine.model))

    def begin(portion: Portion) -> Searches[Outcome]:
        outcomes.update(_without_engine(portion, memory, context))
        # Long ones first: no core is left with the longest sentence at the end.
        asked = sorted((s for s in portion.texts if s not in outcomes), key=len, reverse=True)
        searches = {source: search(source, said, context, hypotheses) for source in asked}
        return Searches(engine, searches)

    for portion, found in in_order(portions(work), begin):
        outcomes.update(found)
        done(portion.words)
        yield from told(portion)


def _without_engine(
    portion: Portion, memory: Memory, context: Context
) -> Iterator[tuple[str, Outcome]]:
    for source in portion.texts:
        free = without_engine(source, memory, context)
        if free is not None:
            yield source, free


def words_to_draft(catalogues: Sequence[Catalogue], *, redo: bool = False) -> int:
    """How many words ``draft`` will speak of: those of each text once."""
    texts = {segment.source for each in catalogues for segment in to_draft(each, redo=redo)}
    return sum(len(text.split()) for text in texts)


def segments_to_draft(catalogues: Sequence[Catalogue], *, redo: bool = False) -> int:
    """How many results ``draft`` gives where everything gets one."""
    return sum(1 for each in catalogues for _ in to_draft(each, redo=redo))


def only_left_alone(catalogues: Sequence[Catalogue], *, redo: bool = False) -> Iterator[Drafted]:
    """Those in which there is nothing to draft but what somebody has found fault with."""
    for catalogue in catalogues:
        number = left_alone(catalogue, redo=redo)
        if number and not any(to_draft(catalogue, redo=redo)):
            yield Drafted(catalogue, (), True, number)


def _drafted(
    work: Work, portion: Portion, outcomes: Mapping[str, Outcome], *, redo: bool
) -> Iterator[Drafted]:
    for at in portion.documents:
        catalogue, open_segments = work[at]
        results = tuple(
            Result(segment, outcomes[segment.source])
            for segment in open_segments
            if segment.source in outcomes
        )
        new = {result.segment.identity: result for result in results}
        segments = tuple(
            with_outcome(segment, new[segment.identity].outcome)
            if segment.identity in new
            else segment
            for segment in catalogue.segments
        )
        yield Drafted(
            catalogue.with_segments(segments),
            results,
            at in portion.complete,
            left_alone(catalogue, redo=redo),
        )

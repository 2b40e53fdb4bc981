"""How far a page is: passages, segments and words by state.

In: passages. Out: counts. Readers are told in passages, the front matter holds segments and words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from diglot.model.key import hash8
from diglot.model.state import State
from diglot.model.statement import Statement
from diglot.steps.render.passages import HELD, Edition, Passage, Sentence

WHOLE = ""
_BY_PEOPLE = frozenset({"import", "memory"})
"""Engines that only pass on what somebody has written."""
_OBJECTIONS = frozenset({"needs-work", "conflict"})


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts; what does not occur counts 0."""

    passages: Counter[str] = field(default_factory=Counter)
    """By state, or held back."""
    segments: Counter[State] = field(default_factory=Counter)
    words: Counter[State] = field(default_factory=Counter)
    """Words of the source."""
    shown_words: Counter[str] = field(default_factory=Counter)
    """The same, but what stands in a passage that is held back is held back."""
    engines: tuple[str, ...] = ()
    """What the drafts come from, in order of first use."""
    first: tuple[tuple[str, str], ...] = ()
    """The anchor of the first passage in each state, or held back."""
    is_drafted: bool = False
    """Whether any of it is a machine's draft, or one of which nothing is said."""
    objections: int = 0
    """Passages with a text that a reviewer has objected to."""
    first_objection: str = ""
    last_review: date | None = None
    """The day of the last verdict on a passage that is reviewed."""

    @property
    def total(self) -> int:
        """All passages."""
        return self.passages.total()

    @property
    def reviewed(self) -> int:
        """Passages that a person has confirmed as they stand."""
        return self.passages[State.REVIEWED]

    @property
    def published(self) -> int:
        """Passages of which a translation is shown."""
        return self.total - self.passages[State.UNTRANSLATED] - self.passages[HELD]


def tally(passages: Iterable[Passage]) -> Tally:
    """The counts of these passages of a translation; those of a source have no state."""
    judged = [(p, p.standing) for p in passages if p.standing is not None and not p.is_empty]
    segments, words, shown = Counter[State](), Counter[State](), Counter[str]()
    engines: dict[str, None] = {}
    first: dict[str, str] = {}
    for passage, standing in judged:
        if passage.anchor:
            first.setdefault(standing, passage.anchor)
        for source, sentence in _once(passage):
            if sentence.state is None:
                continue
            length = len(source.split())
            segments[sentence.state] += 1
            words[sentence.state] += length
            shown[HELD if passage.is_held else sentence.state] += length
            if sentence.state is State.DRAFT and not passage.is_held:
                engines[engine_of(sentence)] = None
    objected = [p.anchor for p, _ in judged if not p.is_held and is_objected(p)]
    days = (last_review(p) for p, standing in judged if standing == State.REVIEWED)
    return Tally(
        Counter(standing for _, standing in judged),
        segments,
        words,
        shown,
        engines=tuple(filter(None, engines)),
        first=tuple(first.items()),
        is_drafted=not engines.keys() <= _BY_PEOPLE,
        objections=len(objected),
        first_objection=next(filter(None, objected), ""),
        last_review=max((day for day in days if day), default=None),
    )


def tallies(edition: Edition) -> dict[str, Tally]:
    """The counts of each section by its id, and of the whole document under ``WHOLE``."""
    sections = {part.section.id: tally(part.passages) for part in edition.parts}
    return sections | {WHOLE: tally(edition.passages)}


def engine_of(sentence: Sentence) -> str:
    """What a draft comes from; empty where the text is no draft, or the statement says nothing."""
    if sentence.segment is None or sentence.state is not State.DRAFT:
        return ""
    statement = sentence.segment.draft
    return "" if statement is None else statement.get("engine") or ""


def reviews_of(passage: Passage) -> Iterator[Statement]:
    """The verdicts that hold on the sentences of a passage."""
    for sentence in passage.sentences:
        if sentence.segment is not None:
            yield from sentence.segment.reviews


def last_review(passage: Passage) -> date | None:
    """The day of the last verdict that holds; None where the file does not say it as a date."""
    return max((said.day for said in reviews_of(passage) if said.day), default=None)


def is_objected(passage: Passage) -> bool:
    """Whether a reviewer has objected to the text that the passage shows."""
    return any(map(_is_objected, passage.sentences))


def _is_objected(sentence: Sentence) -> bool:
    segment = sentence.segment
    if segment is None or sentence.state is State.UNTRANSLATED:
        return False
    bound = hash8(segment.source), hash8(segment.target)
    said = (s for s in segment.statements if s.kind in _OBJECTIONS)
    return any((statement.src, statement.tgt) == bound for statement in said)


def _once(passage: Passage) -> Iterator[tuple[str, Sentence]]:
    """Each segment once, however often its sentence stands in the block."""
    yield from dict(zip(passage.block.sentences, passage.sentences, strict=True)).items()

"""How far a page is: passages, segments and words by state.

In: passages. Out: counts. Readers are told in passages, the front matter holds segments and words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from diglot.model.key import hash8
from diglot.model.state import State
from diglot.steps.render.passages import Edition, Passage, Sentence

WHOLE = ""
_BY_PEOPLE = frozenset({"import", "memory"})
"""Engines that only pass on what somebody has written."""
_OBJECTIONS = frozenset({"needs-work", "conflict"})


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by state; a state that does not occur counts 0."""

    passages: Counter[State] = field(default_factory=Counter)
    segments: Counter[State] = field(default_factory=Counter)
    words: Counter[State] = field(default_factory=Counter)
    """Words of the source."""
    engines: tuple[str, ...] = ()
    """What the drafts come from, in order of first use."""
    first: tuple[tuple[State, str], ...] = ()
    """The anchor of the first passage in each state."""
    is_drafted: bool = False
    """Whether any of it is a machine's draft, or one of which nothing is said."""
    objections: int = 0
    """Passages with a text that a reviewer has objected to."""
    first_objection: str = ""

    @property
    def total(self) -> int:
        """All passages."""
        return self.passages.total()

    @property
    def reviewed(self) -> int:
        """Passages that a person has confirmed as they stand."""
        return self.passages[State.REVIEWED]


def tally(passages: Iterable[Passage]) -> Tally:
    """The counts of these passages of a translation; those of a source have no state."""
    judged = [(p, p.state) for p in passages if p.state is not None and not p.is_empty]
    segments, words = Counter[State](), Counter[State]()
    engines: dict[str, None] = {}
    first: dict[State, str] = {}
    for passage, state in judged:
        if passage.anchor:
            first.setdefault(state, passage.anchor)
        for source, sentence in _once(passage):
            if sentence.state is None:
                continue
            segments[sentence.state] += 1
            words[sentence.state] += len(source.split())
            if sentence.state is State.DRAFT:
                engines[engine_of(sentence)] = None
    objected = [passage.anchor for passage, _ in judged if is_objected(passage)]
    return Tally(
        Counter(state for _, state in judged),
        segments,
        words,
        engines=tuple(filter(None, engines)),
        first=tuple(first.items()),
        is_drafted=not engines.keys() <= _BY_PEOPLE,
        objections=len(objected),
        first_objection=next(filter(None, objected), ""),
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

"""How far a page is: passages, segments and words by state.

In: an edition. Out: counts of each section and of the whole. Readers are told in passages, the
front matter holds segments and words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from diglot.model.state import State
from diglot.steps.render.passages import Edition, Passage, Sentence


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

    @property
    def total(self) -> int:
        """All passages."""
        return self.passages.total()

    @property
    def reviewed(self) -> int:
        """Passages that a person has confirmed as they stand."""
        return self.passages[State.REVIEWED]


@dataclass(frozen=True, slots=True)
class Tallies:
    """The counts of a translation: of all its passages, and of each section by its id."""

    whole: Tally
    sections: Mapping[str, Tally]


def tallies(edition: Edition) -> Tallies:
    """The counts of a translation; a section without passages counts nothing."""
    parts = [tally(part.passages) for part in edition.parts]
    ids = [part.section.id for part in edition.parts]
    whole = _sum([tally((edition.title,)), *parts])
    return Tallies(whole, dict(zip(ids, parts, strict=True)))


def tally(passages: Iterable[Passage]) -> Tally:
    """The counts of these passages of a translation; those of a source have no state."""
    judged = [(p, p.state) for p in passages if p.state is not None and not p.is_empty]
    found, segments, words = Counter[State](), Counter[State](), Counter[State]()
    engines: dict[str, None] = {}
    first: dict[State, str] = {}
    for passage, state in judged:
        found[state] += 1
        if passage.anchor:
            first.setdefault(state, passage.anchor)
        for source, sentence in _once(passage):
            if sentence.state is None:
                continue
            segments[sentence.state] += 1
            words[sentence.state] += len(source.split())
            engine = engine_of(sentence)
            if engine:
                engines[engine] = None
    return Tally(found, segments, words, tuple(engines), tuple(first.items()))


def engine_of(sentence: Sentence) -> str:
    """What a draft comes from; empty where the text is no draft, or the statement says nothing."""
    if sentence.segment is None or sentence.state is not State.DRAFT:
        return ""
    statement = sentence.segment.draft
    return "" if statement is None else statement.get("engine") or ""


def _sum(parts: Iterable[Tally]) -> Tally:
    found, segments, words = Counter[State](), Counter[State](), Counter[State]()
    engines: dict[str, None] = {}
    first: dict[State, str] = {}
    for part in parts:
        found.update(part.passages)
        segments.update(part.segments)
        words.update(part.words)
        engines |= dict.fromkeys(part.engines)
        first = dict(part.first) | first
    return Tally(found, segments, words, tuple(engines), tuple(first.items()))


def _once(passage: Passage) -> Iterator[tuple[str, Sentence]]:
    """Each segment once, however often its sentence stands in the block."""
    yield from dict(zip(passage.block.sentences, passage.sentences, strict=True)).items()

"""What a page shows: every block of a document with its sentences in one language.

In: a document, its catalogues, the languages. Out: one ``Edition`` for each language, in which the
choice between translation and source has been made, and each state derived once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from diglot.checks.terms import Occurrence
from diglot.language import Language
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.document import Block, Document, Kind, Section
from diglot.model.key import anchor
from diglot.model.state import State, worst

HELD = "held"
"""In place of its state: the translation is there, but not reviewed, and so not published."""
STANDINGS = (*list(State)[:-1], HELD, State.REVIEWED)
"""All that a translated passage may be, the worst first."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it is shown: its text, the language of the text, and how far it is."""

    text: str
    language: Language
    state: State | None
    """None on the pages of the source language."""
    segment: Segment | None = None
    terms: tuple[Occurrence, ...] = ()
    """Terms of the glossary that are marked in it; where they stand in the cleaned text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block as it is shown in one language."""

    block: Block
    sentences: tuple[Sentence, ...]
    state: State | None
    is_held: bool = False
    """Whether it shows the source, because its translation is not reviewed."""

    @property
    def standing(self) -> str | None:
        """What readers are told that it is: its state, or ``HELD``; None for the original."""
        return HELD if self.is_held else self.state

    @property
    def published(self) -> bool:
        """Whether a translation is shown of any of it."""
        return self.state is not State.UNTRANSLATED and not self.is_held

    @property
    def text(self) -> str:
        """The shown sentences, joined by a space."""
        return " ".join(sentence.text for sentence in self.sentences if sentence.text)

    @property
    def anchor(self) -> str:
        """The ``id`` on the page; empty for a block that has no key (an empty table cell)."""
        return anchor(self.block.key) if self.block.key else ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to translate in it (an empty table cell)."""
        return not self.block.sentences


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its passages."""

    section: Section
    heading: Passage | None
    body: tuple[Passage, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Heading and body: all that counts as a passage of the section."""
        heading = () if self.heading is None else (self.heading,)
        return heading + tuple(passage for passage in self.body if not passage.is_empty)


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole document in one language."""

    document: Document
    language: Language
    source: Language
    title: Passage
    parts: tuple[Part, ...]

    @property
    def is_source(self) -> bool:
        """Whether this is the original."""
        return self.language.code == self.source.code

    @property
    def passages(self) -> Iterator[Passage]:
        """All passages in reading order, the title first."""
        yield self.title
        for part in self.parts:
            yield from part.passages


def editions(
    document: Document,
    catalogues: Mapping[str, Catalogue],
    languages: Sequence[Language],
    *,
    holds_back: bool = False,
) -> tuple[Edition, ...]:
    """The document in each of the languages; the first is that of the source.

    ``holds_back``: a passage shows the source until all of it is reviewed. By whole passages,
    because a translator may move words from one of its sentences to another.
    """
    source = languages[0]
    return tuple(
        _edition(document, catalogues.get(language.code), language, source, holds_back)
        for language in languages
    )


def shown_text(block: Block, catalogue: Catalogue | None) -> str:
    """What a title shows in a language, as plain text; without a catalogue, the source text."""
    return " ".join(_target(text, block, catalogue) or text for text in block.sentences).strip()


def is_translated(block: Block, catalogue: Catalogue | None) -> bool:
    """Whether any of a block has a translation."""
    return any(_target(text, block, catalogue) for text in block.sentences)


def is_reviewed(block: Block, catalogue: Catalogue | None) -> bool:
    """Whether a person has confirmed the translation of all of a block."""
    if catalogue is None or block.key is None:
        return False
    found = (catalogue.get(block.key, text) for text in block.segments)
    return all(segment is not None and segment.state is State.REVIEWED for segment in found)


def _target(text: str, block: Block, catalogue: Catalogue | None) -> str:
    segment = catalogue.get(block.key, text) if catalogue and block.key else None
    return segment.target if segment else ""


def _edition(
    document: Document,
    catalogue: Catalogue | None,
    language: Language,
    source: Language,
    holds_back: bool,
) -> Edition:
    def shown(block: Block) -> Passage:
        if language.code == source.code:
            sentences = tuple(Sentence(text, source, None) for text in block.sentences)
            return Passage(block, sentences, None)
        found = _translated(block, catalogue, language, source)
        return _held(found, source) if holds_back and _is_unreviewed(found) else found

    parts = tuple(
        Part(
            section,
            None if section.heading is None else shown(section.heading),
            tuple(shown(block) for block in section.blocks),
        )
        for section in document.sections
    )
    return Edition(document, language, source, shown(document.title), parts)


def _translated(
    block: Block, catalogue: Catalogue | None, language: Language, source: Language
) -> Passage:
    once = {text: _sentence(text, block, catalogue, language, source) for text in block.segments}
    sentences = tuple(once[text] for text in block.sentences)
    states = (sentence.state for sentence in once.values() if sentence.state is not None)
    return Passage(block, sentences, worst(states))


def _is_unreviewed(passage: Passage) -> bool:
    """Whether there is a translation of any of it, and nobody has confirmed all of that."""
    return passage.state is not State.REVIEWED and any(
        sentence.state is not State.UNTRANSLATED for sentence in passage.sentences
    )


def _held(passage: Passage, source: Language) -> Passage:
    texts = passage.block.sentences
    sentences = tuple(
        replace(sentence, text=text, language=source)
        for text, sentence in zip(texts, passage.sentences, strict=True)
    )
    return replace(passage, sentences=sentences, is_held=True)


def _sentence(
    text: str, block: Block, catalogue: Catalogue | None, language: Language, source: Language
) -> Sentence:
    segment = catalogue.get(block.key, text) if catalogue and block.key else None
    state = State.UNTRANSLATED if segment is None else segment.state
    if segment is None or state is State.UNTRANSLATED:
        return Sentence(text, source, state, segment)
    if not segment.target and block.kind in (Kind.TITLE, Kind.HEADING):
        # Meant to have no translation; but a page without a heading cannot be found again.
        return Sentence(text, source, state, segment)
    return Sentence(segment.target, language, state, segment)

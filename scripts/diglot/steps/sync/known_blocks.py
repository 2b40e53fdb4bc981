"""Which blocks a document had so far: their keys, sections and sentences.

The template says it in reading order. The catalogues say it again, each for itself, so that a
template that was lost, or taken from the wrong side of a merge, loses no key.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import DOCUMENT_TITLE, INTRODUCTION, digits_of, hash8, is_key, section_of

Sentences = tuple[str, ...]
"""A block's text, as far as entries tell it: each of its sentences once, in order of first use."""


@dataclass(frozen=True, slots=True)
class KnownBlock:
    """A block that was seen before: its key, and the section in which it stood."""

    key: str
    section: str
    sentences: Sentences

    @property
    def text(self) -> str:
        """All of it, as far as it is known."""
        return " ".join(self.sentences)

    @property
    def is_title(self) -> bool:
        """Whether this is the title of the document, or the heading of a section."""
        return digits_of(self.key) == "title"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document from its template and catalogues.

    ``active`` in reading order; ``obsolete`` are blocks of which the source has nothing any more.
    """

    active: tuple[KnownBlock, ...]
    obsolete: tuple[KnownBlock, ...]
    taken: frozenset[str]
    """The six digits of every key that was ever given."""
    translated: frozenset[str]
    """The keys under which some catalogue has a translation."""
    earlier: Mapping[str, frozenset[str]]
    """By key: ``hash8`` of every sentence that stood under it, as far as entries tell."""

    @property
    def active_segments(self) -> Iterator[tuple[str, str]]:
        """(key, sentence) of the active blocks, titles included."""
        return ((b.key, sentence) for b in self.active for sentence in b.sentences)

    def headings(self) -> Iterator[tuple[str, str]]:
        """(section id, heading) of every section ever seen; those in use come first.

        Of those that are gone, ``notes`` comes before ``notes-2``, in which order they were given.
        """
        gone = sorted(self.obsolete, key=lambda block: (len(block.key), block.key))
        for block in (*self.active, *gone):
            if block.is_title and block.key != DOCUMENT_TITLE:
                for sentence in block.sentences:
                    yield section_of(block.key), sentence


def known_blocks(template: Catalogue | None, catalogues: Sequence[Catalogue]) -> Known:
    """What the template and the catalogues know, the template's word first."""
    every = [*([template] if template else []), *catalogues]
    active: dict[tuple[str, Sentences], KnownBlock] = {}
    obsolete: dict[tuple[str, Sentences], KnownBlock] = {}
    for catalogue in every:
        for block in _blocks(s for s in catalogue.segments if not s.obsolete):
            active.setdefault((block.key, block.sentences), block)
        for block in _blocks(s for s in catalogue.segments if s.obsolete):
            obsolete.setdefault((block.key, block.sentences), block)
    in_use = {block.key for block in active.values()}
    return Known(
        active=tuple(active.values()),
        obsolete=tuple(block for block in obsolete.values() if block.key not in in_use),
        taken=frozenset(digits_of(segment.key) for c in every for segment in c.segments),
        translated=frozenset(s.key for c in catalogues for s in c.segments if s.target),
        earlier=_earlier(every),
    )


def _earlier(catalogues: Iterable[Catalogue]) -> dict[str, frozenset[str]]:
    """What stands there now, and what a text was made for that still stands there."""
    found: dict[str, set[str]] = defaultdict(set)
    for catalogue in catalogues:
        for segment in catalogue.segments:
            hashes = found[segment.key]
            hashes.add(hash8(segment.source))
            if segment.comments and segment.target:
                tgt = hash8(segment.target)
                hashes.update(s.src for s in segment.statements if s.src and s.tgt == tgt)
                was = (s.get("was") for s in segment.statements if s.kind == "stale")
                hashes.update(hash8(text) for text in was if text)
    return {key: frozenset(hashes) for key, hashes in found.items()}


def _blocks(segments: Iterable[Segment]) -> Iterator[KnownBlock]:
    """Entries in file order, gathered by key; a title's key opens its section."""
    sentences: dict[str, list[str]] = {}
    sections: dict[str, str] = {}
    section = INTRODUCTION
    for segment in segments:
        if not is_key(segment.key):
            continue  # from another tool: kept in the catalogue, but no block of ours
        if digits_of(segment.key) == "title" and segment.key != DOCUMENT_TITLE:
            section = section_of(segment.key)
        sections.setdefault(segment.key, section)
        sentences.setdefault(segment.key, []).append(segment.source)
    for key, texts in sentences.items():
        yield KnownBlock(key, sections[key], tuple(texts))

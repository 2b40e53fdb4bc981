"""In which order the work is done: document after document, in portions that an engine likes.

A portion holds the open sentences of one document or several; each text once in a whole run. When a
portion is done, the documents in it can be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diglot.model.catalogue import Catalogue, Segment

WORDS = 5000
"""Of a portion: some seconds of work, so that the progress moves and little is lost when it stops;
and enough texts for batches of equal length."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What is done in one go: new texts, and the documents that are touched by them."""

    texts: tuple[str, ...]
    documents: tuple[int, ...]
    """Places of documents in the order given."""
    complete: frozenset[int]
    """Those of them of which nothing is left after this portion."""

    @property
    def words(self) -> int:
        """Words of the new texts."""
        return sum(len(text.split()) for text in self.texts)


def portions(
    work: Sequence[tuple[Catalogue, Sequence[Segment]]], words: int = WORDS
) -> Iterator[Portion]:
    """All the work; a document longer than a portion is in several."""
    seen: set[str] = set()
    texts: list[str] = []
    documents: list[int] = []
    complete: set[int] = set()
    size = 0
    for at, (_, segments) in enumerate(work):
        for place, segment in enumerate(segments, start=1):
            if segment.source not in seen:
                seen.add(segment.source)
                texts.append(segment.source)
                size += segment.words
            if size >= words and place < len(segments):
                yield Portion(tuple(texts), (*documents, at), frozenset(complete))
                texts, documents, complete, size = [], [], set(), 0
        if segments:
            documents.append(at)
            complete.add(at)
        if size >= words:
            yield Portion(tuple(texts), tuple(documents), frozenset(complete))
            texts, documents, complete, size = [], [], set(), 0
    if documents:
        yield Portion(tuple(texts), tuple(documents), frozenset(complete))

"""Terms of the glossary in the text of a section: which words are marked, and as what.

In: a section as it is shown in one language, the glossary. Out: the same with the terms in its
sentences. Each term is marked once, where it first stands; in headings none is, they are anchors
and titles of other pages.

A marked word says «this is that» of itself. So in the source language a term is what the checks
take for it; in a translation only what stands for a term of that very sentence's source, and where
two terms may be meant by one word, none is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from diglot.checks.glossary import places
from diglot.checks.terms import Occurrence, occurrences
from diglot.language import Language
from diglot.markup import escape
from diglot.model.document import Kind
from diglot.model.glossary import Glossary, Term
from diglot.steps.render.passages import Edition, Part, Passage, Sentence

_HEADINGS = frozenset({Kind.TITLE, Kind.HEADING})

Span = tuple[int, int]
Languages = tuple[Language, Language]


@dataclass(frozen=True, slots=True)
class Terms:
    """A glossary, and the two languages that it is for."""

    glossary: Glossary
    source: Language
    target: Language

    @property
    def languages(self) -> Languages:
        """Source and target."""
        return self.source, self.target


def terms_of(glossary: Glossary, languages: Sequence[Language]) -> Terms | None:
    """What a project marks in its texts; None where there is nothing to be marked.

    A glossary is for one pair of languages, out of Arabic: the first target that ``mkdocs.yml``
    names, if it is written from left to right. That is what the checks know how to find.
    """
    if len(languages) < 2 or not any(term.targets for term in glossary.terms):
        return None
    source, target = languages[:2]
    is_arabic = source.code.replace("_", "-").split("-")[0] == "ar"
    return Terms(glossary, source, target) if is_arabic and target.direction == "ltr" else None


def with_terms(part: Part, edition: Edition, terms: Terms | None) -> Part:
    """The section with its terms; without any on the pages of a third language."""
    if terms is None or edition.language not in (terms.source, terms.target):
        return part
    seen: set[str] = set()
    return replace(part, body=tuple(_marked(each, edition, terms, seen) for each in part.body))


def marked_terms(part: Part) -> Iterator[Occurrence]:
    """The terms that are marked in a section, in their order."""
    for passage in part.body:
        for sentence in passage.sentences:
            yield from sentence.terms


def _marked(passage: Passage, edition: Edition, terms: Terms, seen: set[str]) -> Passage:
    if passage.block.kind in _HEADINGS:
        return passage
    sentences = []
    for sentence in passage.sentences:
        found = tuple(_new(_found(sentence, edition, terms, seen), seen))
        sentences.append(replace(sentence, terms=found) if found else sentence)
    return replace(passage, sentences=tuple(sentences))


def _new(found: Iterator[Occurrence], seen: set[str]) -> Iterator[Occurrence]:
    for each in found:
        if each.term.source not in seen:
            seen.add(each.term.source)
            yield each


def _found(
    sentence: Sentence, edition: Edition, terms: Terms, seen: set[str]
) -> Iterator[Occurrence]:
    if sentence.language != edition.language:
        return
    text = escape.clean(sentence.text)
    if edition.is_source:
        yield from (each for each in occurrences(text, terms.glossary) if each.term.targets)
    elif sentence.segment is not None:
        meant = [each.term for each in occurrences(sentence.segment.source, terms.glossary)]
        if any(term.source not in seen for term in meant):  # few of a page's sentences
            yield from in_translation(tuple(dict.fromkeys(meant)), text)


def in_translation(terms: Sequence[Term], text: str) -> Iterator[Occurrence]:
    """Where a translation has the terms of its source, in the order of the text.

    What could stand for several of them stands for none, unless the others stand elsewhere: the
    longest words that are meant are taken, and of those the first translation of a term.
    """
    claims: dict[Span, dict[Term, int]] = {}
    for term in terms:
        for rank, target in enumerate(term.targets):
            for place in places(target, text):
                claims.setdefault(place, {}).setdefault(term, rank)
    free = {span: of for span, of in claims.items() if not any(_is_in(span, it) for it in claims)}
    waiting = {
        term: sorted((of[term], span) for span, of in free.items() if term in of) for term in terms
    }
    chosen: dict[Term, Span] = {}
    while found := _next(waiting, free, chosen):
        chosen[found[0]] = found[1]
        del waiting[found[0]]
    yield from sorted((Occurrence(*each) for each in chosen.items()), key=lambda each: each.span)


def _next(
    waiting: dict[Term, list[tuple[int, Span]]],
    free: dict[Span, dict[Term, int]],
    chosen: dict[Term, Span],
) -> tuple[Term, Span] | None:
    """A term, and the best of the words that can stand for nothing else any more."""
    for term, ranked in waiting.items():
        for _, span in ranked:
            is_alone = len(free[span]) == 1 or free[span].keys() - chosen.keys() == {term}
            if is_alone and not any(_meet(span, other) for other in chosen.values()):
                return term, span
    return None


def _is_in(span: Span, around: Span) -> bool:
    return span != around and around[0] <= span[0] and span[1] <= around[1]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]

"""Where the terms of the glossary stand in a document: its first passages with each.

In: a document with keys, the glossary. Out: places by the anchor of the term. The source decides:
what is in it is in every language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diglot.checks.terms import occurrences
from diglot.language import Language
from diglot.markup import escape
from diglot.model.document import Document, Kind
from diglot.model.glossary import Glossary
from diglot.model.glossary import anchor as anchor_of
from diglot.model.key import anchor
from diglot.steps.render.terms import terms_of
from diglot.term_use import Place

MOST = 3
"""Passages of a document; who wants all of them searches."""


def term_places(
    document: Document, languages: Sequence[Language], glossary: Glossary
) -> dict[str, tuple[Place, ...]]:
    """Nothing where no term is marked in this project at all."""
    places: dict[str, tuple[Place, ...]] = {}
    if terms_of(glossary, languages) is None:
        return places
    for term, place in _places(document, glossary):
        found = places.get(term, ())
        if len(found) < MOST and place not in found:
            places[term] = (*found, place)
    return places


def _places(document: Document, glossary: Glossary) -> Iterator[tuple[str, Place]]:
    for section in document.sections:
        for block in section.blocks:
            if block.key is None or block.kind in (Kind.HEADING, Kind.TITLE):
                continue
            for text in block.sentences:
                for found in occurrences(escape.clean(text), glossary):
                    if found.term.targets:
                        yield anchor_of(found.term), (section.id, anchor(block.key))

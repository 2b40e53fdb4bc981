"""Render: a document and its catalogues become the pages of the site, as plain Markdown.

In: a document with keys, catalogues by language, the settings of the source, the languages.
Out: ``Page`` values, ``<language>/<document>/index.md`` and one page for each section, the same
names in every language. Nothing is read or written here.

Laws: it never fails; the text of a passage on the converted page is the text in the source or the
catalogue (white space aside, and U+FFFD for what cannot stand in HTML); elements, attributes and
ids are ours alone, whatever the texts hold and whatever Markdown extensions a project switches on.

What the pages need: ``attr_list``, ``tables``, ``md_in_html`` (and ``toc``, for MkDocs). With
``nl2br``, each block ends in a needless ``<br>``, because its attributes stand on their own line.

Where to look: another state mark, ``marks``; another sentence in the banner, ``banner``; any word,
``words_en`` and ``words_ar``; list markers in another language, ``list_markers``; what is escaped,
``markup.escape``; runs in the other direction, ``isolates``; classes and anchors, ``attributes``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from diglot.language import Language
from diglot.markup.stamp import is_generated, is_untouched
from diglot.model.catalogue import Catalogue
from diglot.model.document import Block, Document, Section
from diglot.model.glossary import Glossary
from diglot.publication import AS_USUAL, Publication
from diglot.source import Settings
from diglot.steps.render import list_markers
from diglot.steps.render.overview import overview_page
from diglot.steps.render.page import Page
from diglot.steps.render.passages import (
    Edition,
    Passage,
    editions,
    is_reviewed,
    is_translated,
    shown_text,
)
from diglot.steps.render.place import Counterpart, Place
from diglot.steps.render.section import section_page
from diglot.steps.render.standing_page import DocumentStanding, Standing, standing_pages
from diglot.steps.render.tally import tallies
from diglot.steps.render.terms import Terms, terms_of
from diglot.steps.render.words import words_for

__all__ = [
    "DocumentStanding",
    "Page",
    "Standing",
    "document_title",
    "is_generated",
    "is_untouched",
    "render",
    "render_translation",
    "section_title",
    "standing_pages",
]

_NO_TERMS = Glossary()


def render(
    document: Document,
    catalogues: Mapping[str, Catalogue],
    settings: Settings,
    languages: Sequence[Language],
    *,
    directory_urls: bool = True,
    publication: Publication = AS_USUAL,
    site_url: str = "",
    glossary: Glossary = _NO_TERMS,
) -> tuple[Page, ...]:
    """All pages of a document; ``languages[0]`` is that of the source.

    A language without a catalogue is published untranslated: the source, marked as such.
    ``directory_urls``: how MkDocs is set to name the pages that these link to; ``site_url``: where
    they are published, for reports of errors. Terms of the ``glossary`` are marked in the text.
    """
    terms = terms_of(glossary, languages)
    return tuple(
        page
        for overview in _overviews(document, catalogues, languages, publication)
        for page in _pages(
            replace(overview, directory_urls=directory_urls, site_url=site_url), settings, terms
        )
    )


def render_translation(
    document: Document,
    catalogue: Catalogue,
    section: str,
    settings: Settings,
    languages: Sequence[Language],
    *,
    publication: Publication = AS_USUAL,
    site_url: str = "",
    glossary: Glossary = _NO_TERMS,
) -> Page:
    """One page of one translation, as ``render`` makes it: of a section, or else the overview."""
    chosen = [languages[0], *(each for each in languages[1:] if each.code == catalogue.language)]
    found = _overviews(document, {catalogue.language: catalogue}, chosen, publication)[-1]
    overview, terms = replace(found, site_url=site_url), terms_of(glossary, languages)
    for part in overview.edition.parts:
        if part.section.id == section:
            return section_page(replace(overview, part=part), part, terms)
    return overview_page(overview, settings)


def document_title(
    document: Document,
    catalogue: Catalogue | None,
    language: Language,
    *,
    publication: Publication = AS_USUAL,
) -> str:
    """A document's title in a language, as plain text: the translation, else the source text."""
    found = None if language.code == document.language else catalogue
    if publication.holds_back and not is_reviewed(document.title, found):
        found = None
    return _title(document.title, found, language) or document.id


def section_title(
    section: Section,
    catalogue: Catalogue | None,
    language: Language,
    *,
    is_whole: bool = False,
    publication: Publication = AS_USUAL,
) -> str:
    """A section's title in a language, as plain text, with its number.

    The introduction has a word of ours, and another where it is the whole document. For the
    language of the source, pass no catalogue.
    """
    if section.heading is None:
        words = words_for(language.code)
        return words.text if is_whole else words.introduction
    if publication.holds_back and not is_reviewed(section.heading, catalogue):
        catalogue = None
    return _title(section.heading, catalogue, language) or section.id


def _title(block: Block, catalogue: Catalogue | None, language: Language) -> str:
    # A heading that still stands in the source language keeps the number that belongs to it.
    into = language.code if is_translated(block, catalogue) else ""
    return list_markers.numbered(block, shown_text(block, catalogue), into)


def _overviews(
    document: Document,
    catalogues: Mapping[str, Catalogue],
    languages: Sequence[Language],
    publication: Publication,
) -> list[Place]:
    found = editions(document, catalogues, languages, holds_back=publication.holds_back)
    by_edition = [Counterpart(each, _by_key(each), tallies(each)) for each in found]
    original, translations = by_edition[0], tuple(by_edition[1:])
    return [
        Place(
            each,
            translations if each is original else (original,),
            publication=publication,
        )
        for each in by_edition
    ]


def _pages(overview: Place, settings: Settings, terms: Terms | None) -> Iterator[Page]:
    yield overview_page(overview, settings)
    for part in overview.edition.parts:
        yield section_page(replace(overview, part=part), part, terms)


def _by_key(edition: Edition) -> dict[str, Passage]:
    return {passage.block.key: passage for passage in edition.passages if passage.block.key}

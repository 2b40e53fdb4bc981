"""A document in short: what of it is kept, so that it need not be read again.

In: an edition. Out: its summary.
"""

from __future__ import annotations

from collections.abc import Sequence

from diglot.cache.summary import Summary
from diglot.editions import Edition
from diglot.language import Language
from diglot.model.glossary import Glossary
from diglot.public_record import PublicRecord
from diglot.steps.draft import left_alone, to_draft
from diglot.steps.render import document_title, section_title
from diglot.steps.render.term_places import term_places
from diglot.steps.share.events import events
from diglot.steps.status import status
from diglot.term_use import TermUse


def summary_of(edition: Edition, languages: Sequence[Language], glossary: Glossary) -> Summary:
    """An edition in short."""
    progress = {language: status(each) for language, each in edition.catalogues.items()}
    return Summary(
        edition.id,
        tuple(section.id for section in edition.document.sections),
        len(edition.template.segments),
        {
            language: {
                state.value: (amount.segments, amount.words)
                for state, amount in each.by_state.items()
            }
            for language, each in progress.items()
        },
        {
            language: sum(1 for _ in to_draft(each, redo=False))
            for language, each in edition.catalogues.items()
        },
        edition.doubts,
        edition.gone_sections,
        {language: left_alone(each, redo=False) for language, each in edition.catalogues.items()},
        _record(edition),
        _terms(edition, languages, glossary),
    )


def _record(edition: Edition) -> PublicRecord:
    settings = edition.source.settings
    return PublicRecord(
        str(settings.date or ""),
        settings.origin,
        settings.licence,
        {
            code: found
            for code, each in edition.catalogues.items()
            if (found := events(edition.document, each))
        },
    )


def _terms(edition: Edition, languages: Sequence[Language], glossary: Glossary) -> TermUse:
    document = edition.document
    places = term_places(document, languages, glossary)
    named = {section for found in places.values() for section, _ in found}
    if not named:
        return TermUse()
    is_whole = len(document.sections) == 1
    titles: dict[str, dict[str, str]] = {"": {}}
    for language in languages:
        found = edition.catalogues.get(language.code)
        titles[""][language.code] = document_title(document, found, language)
        for section in document.sections:
            if section.id in named:
                title = section_title(section, found, language, is_whole=is_whole)
                titles.setdefault(section.id, {})[language.code] = title
    return TermUse(places, titles)

"""A document in short: what others need to know of it while it is at rest.

In: an edition, as it is published in a project. Out: its ``Summary``, and where it
stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from diglot.cache.summary import Summary
from diglot.editions import Edition
from diglot.model.glossary import Glossary
from diglot.model.state import State
from diglot.project import Project
from diglot.public_record import PublicRecord
from diglot.steps.draft import left_alone, to_draft
from diglot.steps.render import DocumentStanding, Standing, document_title, section_title
from diglot.steps.render.term_places import term_places
from diglot.steps.share.events import events
from diglot.steps.status import status
from diglot.term_use import TermUse


def summary_of(edition: Edition, project: Project, glossary: Glossary) -> Summary:
    """An edition in short, as it is published in this project with this glossary."""
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
        _titles(edition, project),
        {language: _by_state(each.passages) for language, each in progress.items()},
        {
            language: each.last_review.isoformat()
            for language, each in progress.items()
            if each.last_review
        },
        _record(edition),
        _terms(edition, project, glossary),
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


def _terms(edition: Edition, project: Project, glossary: Glossary) -> TermUse:
    document, catalogues = edition.document, edition.catalogues
    places = term_places(document, project.languages, glossary)
    named = {section for found in places.values() for section, _ in found}
    return TermUse(
        places,
        {
            section.id: {
                each.code: section_title(
                    section,
                    catalogues.get(each.code),
                    each,
                    is_whole=len(document.sections) == 1,
                    publication=project.publication,
                )
                for each in project.languages
            }
            for section in document.sections
            if section.id in named
        },
    )


def _by_state(counts: Mapping[State, int]) -> dict[str, int]:
    return {state.value: count for state, count in counts.items()}


def _titles(edition: Edition, project: Project) -> dict[str, str]:
    catalogues, publication = edition.catalogues, project.publication
    return {
        each.code: document_title(
            edition.document, catalogues.get(each.code), each, publication=publication
        )
        for each in project.languages
    }


def standing_of(known: Summary) -> DocumentStanding:
    """Where its translations stand."""
    return DocumentStanding(
        known.id,
        known.titles,
        {
            language: Standing(
                known.passages[language],
                {state: words for state, (_, words) in amounts.items()},
                known.last_review.get(language, ""),
            )
            for language, amounts in known.progress.items()
        },
    )

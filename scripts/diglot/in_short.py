"""A document in short: what of it is kept, so that it need not be read again.

In: an edition. Out: its summary.
"""

from __future__ import annotations

from diglot.cache.summary import Summary
from diglot.editions import Edition
from diglot.public_record import PublicRecord
from diglot.steps.draft import left_alone, to_draft
from diglot.steps.share.events import events
from diglot.steps.status import status


def summary_of(edition: Edition) -> Summary:
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

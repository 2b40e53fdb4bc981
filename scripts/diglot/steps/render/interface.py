"""What the pages say beside the document's own text: which phrases there are."""

from __future__ import annotations

from dataclasses import dataclass

from diglot.model.state import State
from diglot.steps.render.plurals import Forms


@dataclass(frozen=True, slots=True)
class Words:
    """The interface of the pages in one language. Forms are chosen by ``n``, see ``plurals``."""

    language: str
    introduction: str
    text: str
    """What a section without a heading is called where it is the whole document."""
    # A mark under a passage.
    marks: dict[str, str]
    """By state, or for what is held back."""
    draft_from: str
    memory_from: str
    earlier: str
    objected: str
    stale_on: str
    reviewed_on: str
    reviewed_by: str
    reviewed_by_on: str
    left_out: str
    permalink: str
    this_passage: str
    in_language: str
    report: str
    report_subject: str
    report_body: str
    """Of a mail, in lines."""
    # What has changed in the source of a stale passage.
    changed: str
    removed: str
    added: str
    still_follows: str
    still_follows_before: str
    affected: Forms
    """The numbers of sentences."""
    # The banner above a text.
    banner: str
    original: str
    lead: dict[str, str]
    lead_of: dict[str, str]
    passages: Forms
    unreviewed: Forms
    all_unreviewed: Forms
    all_reviewed: Forms
    held: Forms
    all_held: Forms
    reviewed_last: Forms
    last_review: str
    counted: dict[State, Forms]
    all_counted: dict[State, Forms]
    """The same where ``n`` is the total; that nothing is translated, the lead has said."""
    drafts_from: str
    about: str
    # Names of states, beside a number.
    states: dict[str, str]
    short: dict[str | None, str]
    """In a table cell, where something is amiss."""
    objections: str
    engines: dict[str, str]
    # The overview.
    facts: dict[str, str]
    sections: str
    progress: str
    progress_of: str
    reviewed_of: Forms
    columns: tuple[str, str, str, str]
    # The page of all documents.
    standing: str
    standing_says: str
    standing_holds_back: str
    all_documents: str
    documents: str
    document_columns: tuple[str, str, str, str, str]
    amount: str
    words: Forms
    last_reviewed: str
    never_reviewed: str
    # Where the page of a section was that is gone.
    moved: str
    gone: str
    comma: str = ", "

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
    marks: dict[State, str]
    draft_from: str
    memory_from: str
    earlier: str
    objected: str
    reviewed_on: str
    left_out: str
    permalink: str
    this_passage: str
    in_language: str
    # The banner above a text.
    banner: str
    original: str
    lead: dict[str, str]
    lead_of: dict[str, str]
    passages: Forms
    unreviewed: Forms
    all_unreviewed: Forms
    all_reviewed: Forms
    counted: dict[State, Forms]
    all_counted: dict[State, Forms]
    """The same where ``n`` is the total; that nothing is translated, the lead has said."""
    drafts_from: str
    about: str
    # Names of states, beside a number.
    states: dict[State, str]
    short: dict[State | None, str]
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
    # Where the page of a section was that is gone.
    moved: str
    gone: str
    comma: str = ", "

"""The English words on the pages."""

from __future__ import annotations

from diglot.model.state import State
from diglot.steps.render.interface import Words
from diglot.steps.render.passages import HELD

ENGLISH = Words(
    language="en",
    introduction="Introduction",
    text="Text",
    marks={
        State.UNTRANSLATED: "Not translated yet: {language} text",
        State.STALE: "The source has changed since this was translated",
        State.DRAFT: "Draft, not reviewed by a person",
        State.EDITED: "Edited, not yet confirmed",
        HELD: "Translation not yet reviewed, not published: {language} text",
        State.REVIEWED: "Reviewed by a person",
    },
    draft_from="Draft, not reviewed by a person (from: {engine})",
    memory_from="Draft, not reviewed in this place (from: {engine})",
    earlier="; made from an earlier version of the source",
    objected="; a reviewer has objected to this text",
    stale_on="The source changed on {date}",
    reviewed_on="Reviewed on {date}",
    reviewed_by="Reviewed by {names}",
    reviewed_by_on="Reviewed by {names} on {date}",
    left_out="Left out of the translation on purpose",
    permalink="Link to this passage",
    this_passage="This passage in",
    in_language="{language}",
    report="Report an error in this passage",
    report_subject="Error in {title}",
    report_body="Passage: {page}\r\n\r\nSource: {source}\r\n\r\nTranslation: {translation}\r\n\r\n"
    "What is wrong:\r\n{words}",
    changed="What changed in the source",
    removed="removed",
    added="added",
    still_follows="The {language} translation still follows the source as it was before.",
    still_follows_before="The {language} translation still follows the source as it was before "
    "{date}.",
    affected={
        "one": "Sentence {numbers} is affected.",
        "other": "Sentences {numbers} are affected.",
    },
    banner="State of the translation",
    original="This is the original.",
    lead={
        "none": "Not translated yet.",
        "draft": "Draft translation.",
        "unreviewed": "Unreviewed translation.",
        "held": "Translation not published yet.",
        "published": "Partly published translation.",
        "partly": "Partly reviewed translation.",
        "reviewed": "Reviewed translation.",
    },
    lead_of={
        "none": "There is no {language} translation yet.",
        "draft": "The {language} translation is an unreviewed draft.",
        "unreviewed": "The {language} translation has not been reviewed yet.",
        "held": "The {language} translation is not published yet.",
        "published": "The {language} translation is published in part.",
        "partly": "The {language} translation is partly reviewed.",
        "reviewed": "The {language} translation has been reviewed.",
    },
    passages={"one": "{n} passage", "other": "{n} passages"},
    unreviewed={"other": "Not yet reviewed by a person: {n} of {of_total} ({share})."},
    all_unreviewed={
        "=1": "The passage has not yet been reviewed by a person.",
        "=2": "Not yet reviewed by a person: both passages.",
        "other": "Not yet reviewed by a person: all {n} passages.",
    },
    all_reviewed={
        "=1": "A person has reviewed the passage.",
        "=2": "A person has reviewed both passages.",
        "other": "A person has reviewed each of the {n} passages.",
    },
    held={
        "other": "Not yet reviewed, and so not published: {n} of {of_total} ({share}); "
        "the {language} text stands there instead."
    },
    all_held={
        "=1": "The passage has not been reviewed yet; the {language} text stands in its place.",
        "=2": "Neither passage has been reviewed yet; the {language} text stands in their place.",
        "other": "None of the {n} passages has been reviewed yet; the {language} text stands in "
        "their place.",
    },
    reviewed_last={
        "one": "{n} passage has been reviewed, on {date}.",
        "other": "{n} passages have been reviewed, the last on {date}.",
    },
    last_review="The last review was on {date}.",
    counted={
        State.UNTRANSLATED: {
            "one": "{n} passage is not translated yet; the {language} text stands in its place.",
            "other": "{n} passages are not translated yet; the {language} text stands in their "
            "place.",
        },
        State.STALE: {
            "one": "In {n} passage the source has changed since it was translated.",
            "other": "In {n} passages the source has changed since they were translated.",
        },
        State.EDITED: {
            "one": "{n} passage has been edited and is not yet confirmed.",
            "other": "{n} passages have been edited and are not yet confirmed.",
        },
    },
    all_counted={
        State.UNTRANSLATED: {"other": "The {language} text stands in its place."},
        State.STALE: {
            "=1": "Its source has changed since it was translated.",
            "=2": "The source of both has changed since they were translated.",
            "other": "The source of all of them has changed since they were translated.",
        },
        State.EDITED: {
            "=1": "It has been edited and is not yet confirmed.",
            "=2": "Both have been edited and are not yet confirmed.",
            "other": "All have been edited and are not yet confirmed.",
        },
    },
    drafts_from="Source of the drafts: {engines}.",
    about="How this translation is made and reviewed",
    states={
        State.UNTRANSLATED: "Not translated",
        State.STALE: "Changed in the source",
        State.DRAFT: "Draft",
        State.EDITED: "Edited",
        HELD: "Not published yet",
        State.REVIEWED: "Reviewed",
    },
    short={
        State.UNTRANSLATED: "Not translated",
        State.STALE: "Source changed",
        HELD: "Not published",
        State.EDITED: "Edited",
    },
    objections="A reviewer has objected",
    engines={
        "argos": "Argos Translate machine translation",
        "memory": "a translation of the same sentence elsewhere",
        "import": "an imported translation",
        "language-model": "language model",
        "llm": "language model",
    },
    facts={"date": "Date", "origin": "Origin", "licence": "Licence", "note": "Note"},
    sections="Sections",
    progress="State of the translation",
    progress_of="State of the {language} translation",
    reviewed_of={"other": "{n} of {total} reviewed"},
    columns=("State", "Passages", "Share", "Words"),
    standing="State of the translations",
    standing_says="How much of each document a person has reviewed, and what the rest is. This "
    "page is made anew whenever the site is.",
    standing_holds_back="Only what has been reviewed is published; elsewhere the source text "
    "stands.",
    all_documents="All documents together",
    documents="Documents",
    document_columns=("Document", "Passages", "Reviewed", "Words", "Last review"),
    amount="{state}: {passages} ({share}), {words}",
    words={"one": "{n} word", "other": "{n} words"},
    last_reviewed="Last review: {date}",
    never_reviewed="Not reviewed yet",
    moved="The text of this section stands here now",
    gone="This section is not in the document any more; to the document",
)

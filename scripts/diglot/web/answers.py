"""What the server answers: a desk, a document, a language, and what was asked; JSON out."""

from __future__ import annotations

from typing import Any

from diglot import git
from diglot.checks.terms import occurrences
from diglot.model.catalogue import Catalogue, Segment
from diglot.reviewing import AskError, Desk, Outcome
from diglot.reviewing import handing_in as hand
from diglot.reviewing.asking import asked, text_of
from diglot.reviewing.machine import alternatives
from diglot.reviewing.suggesting import suggestions
from diglot.steps.review import merged
from diglot.steps.status import status
from diglot.web.shape import (
    Json,
    document_json,
    finding_json,
    segment_json,
    suggestion_json,
    terms_json,
)


def opened(desk: Desk, document: str, language: str) -> Json:
    """The document as it is now."""
    return document_json(desk, desk.open(document, language))


def segments(desk: Desk, document: str, language: str) -> Json:
    """The texts alone, after somebody else has saved."""
    desk.ask_about_set_back(document, language)
    revision = desk.revision(document, language)
    catalogue = desk.read(document, language)
    return {
        "revision": revision,
        "segments": [segment_json(desk, segment) for segment in catalogue.active],
    }


def revision(desk: Desk, document: str, language: str) -> Json:
    """Whether there is something new; asked every second, so it reads nothing."""
    return {
        "revision": desk.revision(document, language),
        "sourceRevision": desk.source_revision(document),
    }


def findings(desk: Desk, document: str, language: str) -> Json:
    """Everything that is found in the document."""
    catalogue = desk.read(document, language)
    return {
        "findings": [
            {
                "key": key,
                "source": source,
                "target": segment.target,
                "found": [finding_json(each, source, segment.target) for each in found],
            }
            for (key, source), found in desk.findings(catalogue).items()
            if (segment := catalogue.get(key, source)) is not None
        ]
    }


def progress(desk: Desk, document: str, language: str) -> Json:
    """Segments by state, for the list of documents."""
    found = status(desk.read(document, language))
    return {
        "total": found.total.segments,
        "states": {str(state): amount.segments for state, amount in found.by_state.items()},
    }


def help_with(desk: Desk, document: str, language: str, value: dict[str, Any]) -> Json:
    """What helps with one segment, for the text that is being typed."""
    catalogue, segment = _segment(desk, document, language, value)
    text = text_of(value, "text")
    ((shown, found),) = desk.findings_in(catalogue, [segment.identity], text)
    context = desk.context(language)
    proposed = suggestions(catalogue, segment, text, found, (context, desk.memory))
    return {
        "text": text,
        "findings": [finding_json(each, segment.source, shown.target) for each in found],
        "suggestions": [suggestion_json(each) for each in proposed],
        "terms": terms_json(occurrences(segment.source, context.glossary), segment.source),
    }


def machine(desk: Desk, document: str, language: str, value: dict[str, Any]) -> Json:
    """What an engine proposes, where there is one."""
    _, segment = _segment(desk, document, language, value)
    name, texts = alternatives(desk.project, language, segment.source)
    return {"suggestions": [{"kind": "engine", "text": text, "by": name} for text in texts]}


def merge(desk: Desk, document: str, language: str, value: dict[str, Any]) -> Json:
    """Two versions as one, for a person to look at."""
    return {"text": merged(*(text_of(value, name) for name in ("base", "mine", "theirs")))}


def decide(desk: Desk, document: str, language: str, value: dict[str, Any]) -> Json:
    """A decision carried out, or why not."""
    by = value.get("by")
    decision = asked(value, by if isinstance(by, str) and text_of(value, "by") else "")
    return _outcome(desk, desk.decide(document, language, decision))


def undo(desk: Desk, document: str, language: str, value: dict[str, Any]) -> Json:
    """An earlier version of a segment put back."""
    key, source, seen, version = (
        text_of(value, name) for name in ("key", "source", "seen", "version")
    )
    restored = desk.restore(document, language, (key, source), seen, version)
    return _outcome(desk, restored)


def handing_in(desk: Desk, document: str, language: str) -> Json:
    """What a commit would take, and in whose name."""
    project = desk.project
    if not hand.can_commit(project):
        return {"git": False, "files": []}
    waiting = hand.waiting(project, {*desk.touched, desk.path(document, language)})
    return {
        "git": True,
        "files": [path.relative_to(project.root).as_posix() for path in waiting],
        "name": git.user_name(project.root),
        "email": git.user_email(project.root),
    }


def commit(desk: Desk, document: str, language: str, value: dict[str, Any]) -> Json:
    """One commit of what was reviewed."""
    name, email, message = (text_of(value, field) for field in ("name", "email", "message"))
    paths = {*desk.touched, desk.path(document, language)}
    made = hand.commit(desk.project, paths, hand.Reviewer(name, email), message)
    return {"commit": made}


def _segment(
    desk: Desk, document: str, language: str, value: dict[str, Any]
) -> tuple[Catalogue, Segment]:
    catalogue = desk.read(document, language)
    segment = catalogue.get(text_of(value, "key"), text_of(value, "source"))
    if segment is None:
        raise AskError("there is no such segment any more")
    return catalogue, segment


def _outcome(desk: Desk, outcome: Outcome) -> Json:
    answer: Json = {"outcome": outcome.kind, "revision": outcome.revision}
    if outcome.now is not None:
        segment = outcome.now
        answer["segment"] = segment_json(desk, segment)
        found = outcome.findings
        if (catalogue := outcome.catalogue) and outcome.may_be_found_otherwise:
            # The other sentences of its block as well: a number may have moved there.
            block = [s.identity for s in catalogue.active if s.key == segment.key and s.target]
            answer["block"] = [
                {
                    "key": s.key,
                    "source": s.source,
                    "target": s.target,
                    "found": [finding_json(each, s.source, s.target) for each in of_it],
                }
                for s, of_it in desk.findings_in(catalogue, block)
            ]
        answer["findings"] = [finding_json(f, segment.source, segment.target) for f in found]
    if outcome.before is not None:
        answer["before"] = desk.version(outcome.before)
    return answer

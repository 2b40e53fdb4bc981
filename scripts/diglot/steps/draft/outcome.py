"""What became of a source text, and how a segment says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diglot.checks import Finding
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import FUZZY, State
from diglot.model.statement import Comment, Statement, state_that


@dataclass(frozen=True, slots=True)
class Text:
    """A draft, and where it is from."""

    target: str
    said: tuple[tuple[str, str], ...]
    """The fields of its ``draft`` line behind ``src`` and ``tgt``: ``engine``, ``model`` …"""
    findings: tuple[Finding, ...] = ()

    @property
    def engine(self) -> str:
        """What it is from: an engine, ``memory`` or ``copy``."""
        return dict(self.said)["engine"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """No draft, and why not."""

    why: str
    findings: tuple[Finding, ...] = ()


Outcome = Text | LeftOut


@dataclass(frozen=True, slots=True)
class Result:
    """A segment that was to be drafted (as it was), and what became of it."""

    segment: Segment
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Drafted:
    """A catalogue with its drafts so far."""

    catalogue: Catalogue
    results: tuple[Result, ...]
    complete: bool
    """Whether everything of it that can be drafted has been tried."""
    left_alone: int = 0
    """Segments that would be drafted, had nobody found fault with them."""


def with_outcome(segment: Segment, outcome: Outcome) -> Segment:
    """The segment with its draft and one ``draft`` line; all else that was said stays, in order."""
    if isinstance(outcome, LeftOut):
        return segment
    line = state_that("draft", segment.source, outcome.target, **dict(outcome.said))
    filled = replace(
        segment,
        target=outcome.target,
        comments=_with_draft_line(segment.comments, line),
        previous_source=None,
    )
    # A text that somebody had confirmed before is what it was, also when a machine finds it again.
    return replace(filled, fuzzy=FUZZY.get(filled.state, FUZZY[State.DRAFT]))


def _with_draft_line(comments: tuple[Comment, ...], line: Statement) -> tuple[Comment, ...]:
    """In place of the first older line; at the end where there is none."""
    places = [at for at, comment in enumerate(comments) if _is_draft(comment)]
    if not places:
        return (*comments, line)
    return tuple(
        line if at == places[0] else comment
        for at, comment in enumerate(comments)
        if at == places[0] or not _is_draft(comment)
    )


def _is_draft(comment: Comment) -> bool:
    return isinstance(comment, Statement) and comment.kind == "draft"

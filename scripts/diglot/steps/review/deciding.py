"""The decisions, one by one; see the package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from diglot.model.catalogue import Segment
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.model.statement import Comment, Statement, state_that


def rewritten(segment: Segment, text: str) -> Segment:
    """The segment with this translation; an empty one makes it untranslated again."""
    if text == segment.target:
        return segment
    return _flagged(replace(segment, target=text))


def objected(segment: Segment, by: str, text: str | None) -> Segment:
    """«Needs work», with a word on why; None takes this objection back, whoever made it."""
    return _said(segment, "needs-work", by, text, _bound_to_both(segment, "needs-work"))


def doubted(segment: Segment, by: str, text: str | None) -> Segment:
    """«The source is wrong», whatever its translation is; None takes that back."""
    src = hash8(segment.source)
    return _said(segment, "source-wrong", by, text, _is("source-wrong", src=src))


def noted(segment: Segment, by: str, text: str | None) -> Segment:
    """A person's note on the segment, in place of the one they made before; None removes it."""
    return _said(segment, "note", by, text or None, _is("note", by=by))


def left_empty(segment: Segment, by: str) -> Segment:
    """«Meant to have no translation»: the text goes, and a statement says that it is no gap."""
    bare = replace(segment, target="")
    src = hash8(segment.source)
    kept = tuple(c for c in segment.comments if not _is("empty", src=src)(c))
    said = state_that("empty", bare.source, "", by=by)
    return _flagged(replace(bare, comments=(*kept, said)))


def contradicted(segment: Segment, text: str, by: str) -> Segment:
    """With a conflict: another text, which somebody wrote for the same source."""
    who = {"by": by} if by else {}
    said = state_that("conflict", segment.source, segment.target, **who, text=text)
    if said in segment.comments:
        return segment
    return _flagged(replace(segment, comments=(*segment.comments, said)))


def settled(segment: Segment) -> Segment:
    """Without the conflicts of its present texts: a person has decided between the two."""
    gone = _bound_to_both(segment, "conflict")
    return _flagged(replace(segment, comments=tuple(c for c in segment.comments if not gone(c))))


def confirmable(segment: Segment) -> bool:
    """Whether there is something to confirm, and nobody has to decide between two texts first."""
    return segment.state is not State.UNTRANSLATED and not segment.holding("conflict")


def _said(
    segment: Segment, kind: str, by: str, text: str | None, before: Callable[[Comment], bool]
) -> Segment:
    comments = tuple(c for c in segment.comments if not before(c))
    if text is not None:
        why = {"text": text} if text else {}
        said = state_that(kind, segment.source, segment.target, by=by, **why)
        comments = (*comments, said)
    return _flagged(replace(segment, comments=comments))


def _is(kind: str, **fields: str) -> Callable[[Comment], bool]:
    def fits(comment: Comment) -> bool:
        if not isinstance(comment, Statement) or comment.kind != kind:
            return False
        return all(comment.get(name) == value for name, value in fields.items())

    return fits


def _bound_to_both(segment: Segment, kind: str) -> Callable[[Comment], bool]:
    return _is(kind, src=hash8(segment.source), tgt=hash8(segment.target))


def _flagged(segment: Segment) -> Segment:
    """Fuzzy as long as it is unsettled: else other tools would take it for a confirmed text."""
    unsettled = segment.state not in {State.REVIEWED, State.UNTRANSLATED}
    return replace(segment, fuzzy=unsettled)

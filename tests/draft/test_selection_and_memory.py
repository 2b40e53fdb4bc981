"""What a machine may write, and what the project remembers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.statement import state_that
from diglot.steps.draft import may_draft, remember
from tests.builders import draft, edited, meant_empty, reviewed, stale

SOURCE = "جملة واحدة"


def said(segment: Segment, kind: str, **fields: str) -> Segment:
    line = state_that(kind, segment.source, segment.target, **fields)
    return replace(segment, comments=(*segment.comments, line))


def outdated(source: str, target: str) -> Segment:
    """An untouched draft of an earlier source."""
    return replace(draft("مصدر أقدم", target), source=source)


@pytest.mark.parametrize(
    ("segment", "by_default", "redo"),
    [
        (edited(SOURCE, ""), True, True),
        (draft(SOURCE, "a draft"), False, True),
        (outdated(SOURCE, "an old draft"), True, True),
        (reviewed(SOURCE, "confirmed"), False, False),
        (stale(SOURCE, "of an earlier source"), False, False),
        (edited(SOURCE, "a person's"), False, False),
        (meant_empty(SOURCE), False, False),
        (said(edited(SOURCE, ""), "needs-work", text="no"), False, False),
        (said(draft(SOURCE, "a draft"), "needs-work", text="no"), False, False),
        (said(draft(SOURCE, "a draft"), "conflict", text="other"), False, False),
        (said(reviewed(SOURCE, "confirmed"), "needs-work", text="no"), False, False),
        (replace(edited(SOURCE, ""), obsolete=True), False, False),
        (edited("  ", ""), False, False),
    ],
)
def test_only_what_no_person_has_touched_may_be_written(
    segment: Segment, by_default: bool, redo: bool
) -> None:
    assert may_draft(segment, redo=False) is by_default
    assert may_draft(segment, redo=True) is redo


def of(document: str, *segments: Segment) -> Catalogue:
    keyed = (replace(s, key=f"introduction/{at:06x}") for at, s in enumerate(segments))
    return Catalogue(document, "en", tuple(keyed))


def test_a_reviewed_text_is_remembered_before_an_edited_one_and_that_before_a_draft() -> None:
    drafted, written, confirmed = (
        of("a", draft(SOURCE, "draft")),
        of("b", edited(SOURCE, "edited")),
        of("c", reviewed(SOURCE, "reviewed")),
    )

    assert remember([drafted, written, confirmed])[SOURCE].target == "reviewed"
    assert remember([drafted, written])[SOURCE].target == "edited"
    assert remember([drafted])[SOURCE].target == "draft"
    assert remember([drafted, written, confirmed])[SOURCE].origin == "c/introduction/000000"


def test_among_equals_the_first_is_remembered() -> None:
    both = [of("a", reviewed(SOURCE, "one")), of("b", reviewed(SOURCE, "other"))]

    assert remember(both)[SOURCE].target == "one"
    assert remember(both[::-1])[SOURCE].target == "other"


@pytest.mark.parametrize(
    "segment",
    [
        stale(SOURCE, "of another source"),
        outdated(SOURCE, "of another source"),
        meant_empty(SOURCE),
        said(reviewed(SOURCE, "doubtful"), "needs-work", text="no"),
        said(edited(SOURCE, "doubtful"), "conflict", text="other"),
        draft(SOURCE, "taken over", engine="memory"),
    ],
)
def test_what_cannot_be_relied_on_is_not_remembered(segment: Segment) -> None:
    assert remember([of("a", segment)]) == {}


def test_drafts_that_are_to_be_made_again_are_not_remembered_but_peoples_texts_are() -> None:
    catalogue = of("a", draft(SOURCE, "draft"), edited("أخرى", "a person's"))

    assert set(remember([catalogue], redo=True)) == {"أخرى"}


def test_an_active_text_is_remembered_before_an_obsolete_one_of_the_same_state() -> None:
    gone = replace(reviewed(SOURCE, "gone"), obsolete=True)
    both = [of("a", gone), of("b", reviewed(SOURCE, "active"))]

    assert remember(both)[SOURCE].target == "active"
    assert remember(both[:1])[SOURCE].target == "gone"

"""What became of a translation: told by the statements that still hold, and by no others."""

from __future__ import annotations

from dataclasses import replace

from diglot.model.statement import state_that
from diglot.public_record import Event, PublicRecord, from_json
from diglot.steps.share.events import events
from tests.builders import catalogue, document, draft, heading, reviewed, stale

PAPER = document("أ", "ب", heading("قسم", "part"), "ج", "د")


def told(**translations: object) -> tuple[Event, ...]:
    return events(PAPER, catalogue(PAPER, translations))  # type: ignore[arg-type]


def test_what_was_reviewed_on_one_day_in_one_section_is_one_event() -> None:
    found = told(أ=reviewed("أ", "A"), ب=reviewed("ب", "B"), ج=reviewed("ج", "C"))

    assert found == (
        Event("2026-11-24", "introduction", "reviewed", 2, ("A. Reviewer",)),
        Event("2026-11-24", "part", "reviewed", 1, ("A. Reviewer",)),
    )


def test_the_newest_comes_first() -> None:
    found = told(أ=reviewed("أ", "A", on="2026-01-02"), ج=stale("ج", "C"))

    assert [(event.day, event.kind) for event in found] == [
        ("2026-11-25", "stale"),
        ("2026-01-02", "reviewed"),
    ]


def test_drafts_and_untranslated_texts_are_no_news() -> None:
    assert told(أ=draft("أ", "A")) == ()


def test_a_verdict_on_other_texts_is_none() -> None:
    edited_since = replace(reviewed("أ", "A"), target="Another text")

    assert told(أ=edited_since) == ()


def test_a_day_that_is_none_is_left_out() -> None:
    assert told(أ=reviewed("أ", "A", on="yesterday")) == ()
    assert told(أ=reviewed("أ", "A", on="20261124")) == ()


def test_of_two_reviewers_the_last_day_counts_and_both_are_named() -> None:
    first, last = (
        state_that("reviewed", "أ", "A", by=by, on=on)
        for by, on in (("B", "2026-11-24"), ("A", "2026-11-26"))
    )
    segment = replace(reviewed("أ", "A"), comments=(first, last))

    assert told(أ=segment) == (Event("2026-11-26", "introduction", "reviewed", 1, ("A", "B")),)


def test_the_title_of_the_document_belongs_to_its_overview() -> None:
    assert told(وثيقة=reviewed("وثيقة", "Paper"))[0].section == ""


def test_a_record_survives_the_cache() -> None:
    happened = told(أ=reviewed("أ", "A"), ج=stale("ج", "C"))
    record = PublicRecord("2017-03-22", {"": "x"}, {"ar": "ر"}, {"en": happened})

    assert from_json(record.as_json()) == record
    assert from_json(PublicRecord().as_json()) == PublicRecord()

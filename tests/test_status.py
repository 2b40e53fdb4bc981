"""How far documents are: what waits in them, and limits for automatic checks."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diglot import pipeline, project
from diglot.cli import day, main
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.statement import state_that
from diglot.project import Project
from diglot.steps.status import Amount, Limits, Progress, beyond, status
from tests import builders, demo_site
from tests.demo_site import DOCUMENT

TODAY = date(2026, 11, 25)
FINANCE, CAMPAIGN = "مكافحة التمويل", "الحملة العسكرية"
"""Headings of the document, with drafts."""


def stale(number: int, on: str | None) -> Segment:
    source, target = f"جملة رقم {number}.", f"Sentence {number}."
    said = state_that("stale", source, target, **({"on": on} if on else {}))
    return Segment(f"a/{number:06x}", source, target, (said,), fuzzy=True, line=number)


def progress(*segments: Segment) -> Progress:
    return status(Catalogue("paper", "en", segments))


def sentences(found: Progress, limits: Limits) -> list[tuple[str, int | None]]:
    return list(beyond(found, limits, TODAY))


def test_the_oldest_stale_text_is_told() -> None:
    found = progress(stale(1, "2026-11-01"), stale(2, "2026-10-01"), stale(3, None))

    assert found.waiting.stale_since == date(2026, 10, 1)
    assert [day for _, day in found.waiting.stale] == [date(2026, 11, 1), date(2026, 10, 1), None]


def test_a_stale_line_that_holds_no_longer_has_no_date() -> None:
    edited = replace(stale(1, "2026-10-01"), target="Somebody's words.")

    assert progress(edited).waiting.stale == ()


def test_a_day_that_is_none_is_no_day() -> None:
    found = progress(stale(1, "2026-02-31"), stale(2, "yesterday"))

    assert found.waiting.stale_since is None


def test_cleared_texts_are_counted_with_their_words() -> None:
    draft = builders.draft("جملة من خمس كلمات هنا.", "Words.")
    found = progress(replace(draft, key="a/1"), replace(draft, key="a/2", fuzzy=True))

    assert found.waiting.cleared == Amount(1, 5)


def test_a_note_on_the_source_waits_until_the_source_is_another() -> None:
    note = state_that("source-wrong", "مصدر", "old text", by="A", text="62, not 26")
    segment = replace(builders.edited("مصدر", "new text"), comments=(note,))

    assert progress(segment).waiting.wrong_sources == ((segment, note),)
    assert progress(replace(segment, source="مصدر آخر")).waiting.wrong_sources == ()


def test_too_little_reviewed_is_said_with_a_share_under_the_limit() -> None:
    done = [replace(builders.reviewed("كلمة", "Word"), key=f"a/{n}") for n in range(1999)]
    found = progress(*done, replace(builders.draft("كلمة", "Word"), key="b/1"))

    assert sentences(found, Limits(99.95)) == []
    assert sentences(found, Limits(100)) == [
        ("99.9 % of the words are reviewed, less than 100 %", None)
    ]


def test_an_empty_document_keeps_every_limit() -> None:
    assert sentences(progress(), Limits(100, 0)) == []


def test_only_a_text_older_than_the_limit_is_too_old() -> None:
    found = progress(stale(1, "2026-11-24"), stale(2, "2026-10-26"), stale(3, "2026-11-01"))

    assert sentences(found, Limits(stale_days=30)) == []
    assert sentences(found, Limits(stale_days=29)) == [
        ("1 text is stale for more than 29 days, the first since 2026-10-26 (30 days)", 2)
    ]
    assert sentences(found, Limits(stale_days=0)) == [
        ("3 texts are stale for more than 0 days, the first since 2026-10-26 (30 days)", 2)
    ]


def test_a_text_whose_age_nobody_knows_does_not_pass_for_ever() -> None:
    said = state_that("reviewed", "مصدر سابق", "Text", by="A", on="2026-01-01")
    found = progress(replace(builders.edited("مصدر", "Text"), comments=(said,)))

    assert sentences(found, Limits(stale_days=30)) == [
        ("1 text is stale since nobody knows when", None)
    ]


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with one reviewed text, one stale for some weeks, and one cleared."""
    found = project.load(demo_site.make(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(day, "today", lambda: TODAY)
    change(found, FINANCE, said=("stale", {"on": "2026-10-20", "was": "التمويل"}))
    change(found, CAMPAIGN, said=("reviewed", {"by": "A"}), fuzzy=False)
    first = "هذه مقدمة الوثيقة، وفيها جملة واحدة."
    change(found, first, said=("source-wrong", {"by": "Basim", "text": "two sentences"}))
    change(found, first, fuzzy=False)
    return found


def change(
    found: Project, source: str, said: tuple[str, dict[str, str]] | None = None, **fields: object
) -> None:
    path = found.catalogue_path(DOCUMENT, "en")
    catalogue = po_reader.read(path, document=DOCUMENT, language="en")
    assert catalogue is not None

    def changed(segment: Segment) -> Segment:
        if segment.source != source:
            return segment
        lines = (state_that(said[0], source, segment.target, **said[1]),) if said else ()
        return replace(segment, comments=segment.comments + lines, **fields)

    after = catalogue.with_segments(tuple(map(changed, catalogue.segments)))
    path.write_text(po_writer.serialise(after), encoding="utf-8")


def diglot(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_the_table_shows_what_is_oldest_cleared_and_said_of_the_source(found: Project) -> None:
    done = diglot("status")
    head, row, *_ = done.stdout.splitlines()

    assert done.exit_code == 0
    assert head.endswith("stale since")
    assert row.endswith("2026-10-20")
    assert f"{DOCUMENT} (en): 1/6 unreviewed, but not fuzzy; «diglot mark" in done.stdout
    assert ": the source is wrong (Basim): two sentences" in done.stdout


def test_json_says_what_waits_beside_the_stable_shape(found: Project) -> None:
    shown = json.loads(diglot("status", "--json").stdout)

    assert list(shown) == ["documents", "waiting"]
    (waiting,) = shown["waiting"]
    assert waiting["cleared"] == {"segments": 1, "words": 6}
    assert waiting["stale_since"] == "2026-10-20"
    assert [note["text"] for note in waiting["source_wrong"]] == ["two sentences"]


@pytest.mark.parametrize(
    ("words", "code", "answer"),
    [
        (["--fail-under", "4"], 0, ""),
        (["--fail-under", "80"], 1, "% of the words are reviewed, less than 80 %"),
        (["--fail-stale", "6w"], 0, ""),
        (["--fail-stale", "5w"], 1, "1 text is stale for more than 35 days, the first since"),
        (["--fail-stale", "30d"], 1, "since 2026-10-20 (36 days)"),
        (["--fail-stale", "month"], 2, "«month» is no age; write days or weeks"),
        (["--fail-under", "101"], 2, "101"),
    ],
)
def test_limits_end_with_exit_code_1_and_name_the_catalogue(
    found: Project, words: list[str], code: int, answer: str
) -> None:
    done = diglot("status", *words)

    assert (done.exit_code, answer in done.stderr) == (code, True), done.output
    assert (f"translations/en/{DOCUMENT}.po" in done.stderr) == (code == 1)


def test_a_limit_that_an_entry_breaks_names_its_line(found: Project) -> None:
    ((_, languages),) = pipeline.status(found)
    ((oldest, _),) = languages["en"].waiting.stale
    done = diglot("status", "--fail-stale", "1d")

    assert f"{DOCUMENT}.po:{oldest.line}: 1 text is stale" in done.stderr

"""Catalogues that come back from other tools have just the verdicts that still hold."""

from __future__ import annotations

import subprocess
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diglot import pipeline, project
from diglot.marking import Named
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import FUZZY, State
from diglot.model.statement import Statement, state_that
from diglot.steps.mark import Reviewed, mark
from tests import demo_site, other_tools
from tests.other_tools import EDITS, REWRITES, gettext
from tests.strategies import catalogues

LONG = "قالت وزارة الخارجية الأمريكية إن التحالف الدولي – ويضم 68 عضواً – يعمل بجدّ منذ العام 2014."
WORDS = (
    'The U.S. Department of State said that the Coalition ("68 members"), set up in 2014, has been '
    "working dili-gently ever since; its by-line = the same: a\\b."
)
DAY = {"by": "A. Reviewer", "on": "2026-11-24"}


def entry(number: int, state: str, *said: tuple[str, dict[str, str]], **fields: object) -> Segment:
    source, target = f"{LONG} {state} {number}", f"{WORDS} {state} {number}."
    lines = tuple(state_that(kind, source, target, **about) for kind, about in said)
    made = Segment(f"section/{number:06x}", source, target, lines, hint="paragraph")
    made = replace(made, fuzzy=FUZZY.get(made.state, False))
    return replace(made, **fields)


DRAFT = ("draft", {"engine": "argos", "model": "translate-ar_en@1.0", "score": "-0.31"})
REVIEWED = ("reviewed", DAY)
SECOND = ("reviewed", {"by": "Basim (مراجع ثانٍ)", "on": "2026-11-25"})
STALE = ("stale", {"on": "2026-11-25", "kind": "meaning", "was": f"{LONG} {LONG}"})
NOTE = ("note", {"by": "language-model", "text": f'"{LONG}": either – or = {WORDS}'})

EVERY = Catalogue(
    "paper",
    "en",
    (
        entry(1, "draft", DRAFT),
        entry(2, "draft", NOTE, DRAFT, NOTE),
        entry(3, "reviewed", REVIEWED),
        entry(4, "reviewed", DRAFT, REVIEWED, SECOND),
        entry(5, "stale", DRAFT, STALE, previous_source=LONG),
        entry(6, "edited"),
        entry(7, "edited", fuzzy=True, flags=("no-wrap",)),
        entry(8, "draft", DRAFT, REVIEWED, ("needs-work", {"by": "C", "text": WORDS})),
        entry(9, "edited", REVIEWED, ("conflict", {"text": f"{WORDS} {WORDS}"}), fuzzy=True),
        entry(10, "reviewed", REVIEWED, ("dismissed", {"check": "numbers", "by": "A"})),
        Segment("section/00000b", "مصدر", "", (state_that("empty", "مصدر", "", **DAY),)),
        Segment("section/00000c", "مصدر آخر", ""),
        entry(13, "reviewed", DRAFT, REVIEWED, obsolete=True),
        entry(14, "draft", DRAFT, obsolete=True),
    ),
    preamble="Translators, mind the glossary.",
)
"""Every state and every kind of statement, with all that makes a tool wrap and escape."""


def write(catalogue: Catalogue, folder: Path) -> Path:
    path = folder / "paper.po"
    path.write_text(po_writer.serialise(catalogue), encoding="utf-8")
    return path


def read(path: Path) -> Catalogue:
    return po_reader.parse(path.read_text("utf-8"), path, document="paper", language="en")


def verdicts(catalogue: Catalogue) -> dict[tuple[str, str], tuple[object, ...]]:
    """All that matters of each entry. Some tools take ``fuzzy`` off where there is no text."""
    return {
        s.identity: (s.state, s.target, s.fuzzy and bool(s.target), s.obsolete, s.statements)
        for s in catalogue.segments
    }


def test_the_catalogue_has_every_state() -> None:
    assert {segment.state for segment in EVERY.segments} == set(State)


def test_gettext_compiles_it(tmp_path: Path) -> None:
    done = subprocess.run(
        ["msgfmt", "-c", "-o", tmp_path / "x.mo", write(EVERY, tmp_path)], check=False
    )

    assert done.returncode == 0


@pytest.mark.parametrize("tool", REWRITES)
def test_a_tool_that_saves_it_unchanged_changes_no_verdict(tool: str, tmp_path: Path) -> None:
    path = write(EVERY, tmp_path)
    REWRITES[tool](path)

    assert verdicts(read(path)) == verdicts(EVERY)


@pytest.mark.parametrize("tool", REWRITES)
def test_and_what_diglot_then_writes_is_its_own_form_again(tool: str, tmp_path: Path) -> None:
    """But for the order, and the ``#.`` lines of obsolete entries, which Python's tools forget."""
    path = write(EVERY, tmp_path)
    REWRITES[tool](path)
    back = read(path).by_identity
    again = EVERY.with_segments(tuple(replace(back[s.identity], hint="") for s in EVERY.segments))
    before = EVERY.with_segments(tuple(replace(s, hint="") for s in EVERY.segments))

    assert po_writer.serialise(again) == po_writer.serialise(before)
    assert all(back[s.identity].hint == s.hint for s in EVERY.active)


def _is_ordinary(catalogue: Catalogue) -> bool:
    """Not empty; and gettext takes a comment that ends with ``\\`` for one with the next line."""
    comments = (c for s in catalogue.segments for c in s.comments if isinstance(c, str))
    return any(catalogue.active) and not any(comment.endswith("\\") for comment in comments)


@settings(max_examples=40, deadline=None)
@given(catalogues().filter(_is_ordinary), st.sampled_from(sorted(REWRITES)))
def test_whatever_a_catalogue_says_it_says_after_any_tool(catalogue: Catalogue, tool: str) -> None:
    """``msgattrib`` leaves out obsolete entries without a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(catalogue, Path(folder))
        REWRITES[tool](path)
        found = verdicts(read(path))
    left_out = {s.identity for s in catalogue.segments if s.obsolete and not s.target}

    assert found.items() <= verdicts(catalogue).items()
    assert verdicts(catalogue).keys() - found.keys() <= left_out


@pytest.mark.parametrize("tool", EDITS)
@pytest.mark.parametrize("number", range(12))
def test_an_edit_makes_this_entry_edited_and_touches_no_other(
    tool: str, number: int, tmp_path: Path
) -> None:
    before = EVERY.segments[number]
    path = write(EVERY, tmp_path)
    EDITS[tool](path, before.key, "A person's own words.")
    found = read(path)
    after = found.by_identity[before.identity]

    assert (after.target, after.state) == ("A person's own words.", State.EDITED)
    assert after.statements == before.statements
    expected = verdicts(EVERY) | {before.identity: verdicts(found)[before.identity]}
    assert verdicts(found) == expected


@pytest.mark.parametrize("tool", EDITS)
def test_an_edit_taken_back_brings_the_verdict_back(tool: str, tmp_path: Path) -> None:
    """The statement is about these very words, whoever typed them."""
    reviewed = EVERY.segments[2]
    path = write(EVERY, tmp_path)
    plain = reviewed.target if tool in {"Poedit", "Weblate"} else _escaped(reviewed.target)
    EDITS[tool](path, reviewed.key, "A person's own words.")
    if tool == "Notepad":
        path.write_text(path.read_text("utf-8-sig"), encoding="utf-8")
    EDITS[tool](path, reviewed.key, plain)

    assert read(path).by_identity[reviewed.identity].state is State.REVIEWED


@pytest.mark.parametrize("tool", ["Poedit", "Weblate", "OmegaT"])
def test_an_edit_elsewhere_is_cleared_and_can_be_confirmed_by_name(
    tool: str, tmp_path: Path
) -> None:
    draft = EVERY.segments[0]
    path = write(EVERY, tmp_path)
    EDITS[tool](path, draft.key, "A person's own words.")
    found = read(path)
    cleared = [segment for segment in found.active if segment.is_cleared]
    marked = mark(found, Reviewed("R. Saleh", date(2026, 11, 26)), cleared)

    assert draft.key in {segment.key for segment in cleared}
    assert marked.catalogue.by_identity[draft.identity].state is State.REVIEWED


@pytest.mark.parametrize("tool", EDITS)
def test_the_next_sync_writes_it_in_its_own_form_and_changes_no_state(
    tool: str, tmp_path: Path
) -> None:
    found = project.load(demo_site.make(tmp_path))
    path = found.catalogue_path(demo_site.DOCUMENT, "en")
    pipeline.mark(found, Reviewed("A. Reviewer", date(2026, 11, 25)), Named(everything=True))
    before = read(path)
    EDITS[tool](path, "countering-finance/title", "Fighting finance")
    pipeline.sync(found)
    after = read(path)
    written = path.read_bytes()
    pipeline.sync(found)

    changed = {key for key, state in states(after).items() if state is not states(before)[key]}
    assert {key for key, _ in changed} == {"countering-finance/title"}
    assert written == po_writer.serialise(after).encode()
    assert path.read_bytes() == written


def test_taking_fuzzy_off_everywhere_reviews_nothing(tmp_path: Path) -> None:
    path = write(EVERY, tmp_path)
    gettext("msgattrib", "--clear-fuzzy", "-")(path)
    found = read(path)

    assert states(found) == states(EVERY)
    assert [s.key[-2:] for s in found.active if s.is_cleared] == ["01", "02", "05", "06", "07"]


def test_setting_fuzzy_everywhere_takes_no_verdict_away(tmp_path: Path) -> None:
    path = write(EVERY, tmp_path)
    gettext("msgattrib", "--set-fuzzy", "-")(path)

    assert states(read(path)) == states(EVERY)


@pytest.mark.parametrize("donor", [2, 3, 4, 9])
def test_statements_copied_to_other_entries_are_worth_nothing(donor: int, tmp_path: Path) -> None:
    copied = EVERY.segments[donor].statements
    everywhere = EVERY.with_segments(
        tuple(replace(s, comments=(*copied, *s.comments)) for s in EVERY.segments)
    )
    path = write(everywhere, tmp_path)
    gettext("msgcat", "-")(path)

    assert states(read(path)) == states(EVERY)


def test_a_statement_pasted_twice_says_no_more_than_once(tmp_path: Path) -> None:
    twice = EVERY.with_segments(
        tuple(replace(s, comments=(*s.comments, *s.comments)) for s in EVERY.segments)
    )

    assert states(read(write(twice, tmp_path))) == states(EVERY)


def test_a_verdict_whose_line_somebody_deletes_is_gone(tmp_path: Path) -> None:
    path = write(EVERY, tmp_path)
    lines = path.read_text("utf-8").split("\n")
    kept = [line for line in lines if not line.startswith("# diglot: reviewed")]
    path.write_text("\n".join(kept), encoding="utf-8")
    found = read(path)

    assert [s.key[-2:] for s in found.segments if s.state is State.REVIEWED] == ["0b"]
    assert found.segments[3].state is State.DRAFT


def test_what_msgmerge_copies_to_a_likely_paragraph_is_worth_nothing(tmp_path: Path) -> None:
    """It carries text and «reviewed by» over; our tools never run it, other people's do."""
    twins = [
        replace(s, key="", source=s.source.replace("68", "69"), target="", comments=())
        for s in EVERY.active
        if s.state is State.REVIEWED and s.target
    ]
    path = write(EVERY, tmp_path)
    template = tmp_path / "paper.pot"
    template.write_text(po_writer.serialise(EVERY.with_segments(tuple(twins))), encoding="utf-8")
    gettext("msgmerge", "--previous", "--quiet", str(path), "-")(template)
    text = template.read_text("utf-8")
    found = read(template)

    assert "diglot: reviewed" in text.partition("#~")[0]
    assert twins
    assert not [s for s in found.active if s.state is State.REVIEWED]


def test_headers_and_comments_of_other_tools_are_kept(tmp_path: Path) -> None:
    path = write(EVERY, tmp_path)
    other_tools.weblate(path, "section/000001", "A person's own words.")
    found = read(path)
    path.write_text(po_writer.serialise(found), encoding="utf-8")

    assert dict(found.header)["X-Generator"] == "Weblate 5.14"
    assert "R. Saleh <r@example.org>" in found.preamble
    assert read(path) == found


def states(catalogue: Catalogue) -> dict[tuple[str, str], State]:
    return {segment.identity: segment.state for segment in catalogue.segments}


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def test_the_statements_are_what_was_meant() -> None:
    """The catalogue above says what its words claim."""
    counted = Counter(s.state.value in s.source for s in EVERY.segments if s.target)

    assert counted == {True: 12}
    assert all(isinstance(line, Statement) for s in EVERY.segments for line in s.comments)

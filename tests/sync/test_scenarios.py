"""What people do to sources, and what must become of every verdict: checked on whole catalogues.

Each case edits the text of a source. What it does not name must stand in the catalogue afterwards
exactly as before: key, text, statements, flag.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.change import Change
from diglot.model.key import hash8
from diglot.model.state import State
from tests.sync import other_tools
from tests.sync.papers import TODAY
from tests.sync.scenarios import CASES, Case
from tests.sync.store import confirmed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_verdict_is_where_it_belongs(case: Case) -> None:
    before = confirmed(case.document)
    after = before.edited(case.edits)
    seen: set[str] = set()
    for segment in after.catalogue.active:
        _check(case, segment, before.catalogue)
        seen.add(segment.source)

    assert {*case.stale, *case.same, *case.new, *case.moved} <= seen
    assert sorted(s.source for s in after.catalogue.segments if s.obsolete) == sorted(case.gone)
    for segment in after.catalogue.segments:
        if segment.obsolete:
            assert segment.state is State.REVIEWED


def _check(case: Case, segment: Segment, before: Catalogue) -> None:
    source = segment.source
    if source in case.stale:
        change, was = case.stale[source]
        olds = [_only(before, text) for text in was]
        _check_stale(segment, change, olds)
    elif source in case.same:
        old = _only(before, case.same[source])
        assert (segment.key, segment.target) == (old.key, old.target)
        assert segment.state is State.REVIEWED
        assert not segment.fuzzy
    elif source in case.new:
        assert segment.state is State.UNTRANSLATED
        assert not segment.comments
    elif source in case.moved:
        old = _only(before, source)
        assert replace(segment, key=old.key, hint=old.hint) == old
        assert (segment.key == old.key) == case.moved[source]
    else:
        assert segment == before.by_identity.get(segment.identity)


def _check_stale(segment: Segment, change: Change, olds: Sequence[Segment]) -> None:
    was = " ".join(old.source for old in olds)
    line = next(s for s in segment.statements if s.kind == "stale")

    assert segment.state is State.STALE
    assert segment.target == " ".join(old.target for old in olds)
    assert segment.key == olds[0].key
    assert segment.fuzzy
    assert segment.previous_source == was
    assert (line.src, line.tgt) == (hash8(segment.source), hash8(segment.target))
    assert (line.get("on"), line.get("kind"), line.get("was")) == (TODAY.isoformat(), change, was)


def _only(catalogue: Catalogue, source: str) -> Segment:
    found = [segment for segment in catalogue.active if segment.source == source]
    assert len(found) == 1, f"{source!r} must stand in the catalogue once"
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_undone_it_is_as_if_nothing_had_been(case: Case) -> None:
    """Text, verdict and flag of every sentence; a stale line that holds no more may be left."""
    before = confirmed(case.document)
    after = before.edited(case.edits).with_text(before.text)

    assert _said(after.catalogue.active) == _said(before.catalogue.active)


def _said(segments: Iterable[Segment]) -> list[tuple[str, str, State, bool, str | None]]:
    return [(s.source, s.target, s.state, s.fuzzy, s.previous_source) for s in segments]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_changes_are_told(case: Case) -> None:
    changes = confirmed(case.document).edited(case.edits).synced.changes
    kinds = [change for change, _ in case.stale.values()]

    assert changes.numbers == kinds.count(Change.NUMBERS)
    assert changes.meaning == kinds.count(Change.MEANING)
    assert changes.cosmetic == len(case.same)
    assert changes.added == len(case.new)


@pytest.mark.skipif(shutil.which("msgmerge") is None, reason="gettext is not there")
def test_the_manual_says_what_other_tools_make_of_the_same_edits(tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "manual" / "changes.md"

    assert other_tools.table(tmp_path) in page.read_text("utf-8")

"""The laws of merging, for any three versions that people, machines and ``sync`` make."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import State
from diglot.model.statement import Statement, state_that
from tests import strategies
from tests.test_merge import merge, moved_on

KEYS = ("document/title", "a/000001", "a/000002", "b/000003")
SOURCES = ("الأولى", "الثانية", "الثالثة", "الأولى هنا", "الأولى هنا الآن")
PEOPLE = ("A", "B")

sources = st.sampled_from(SOURCES)
texts = st.one_of(st.sampled_from(("one", "two", "three")), strategies.translations.filter(bool))


@st.composite
def entries(draw: st.DrawFn) -> Segment:
    """An entry of the base, in any state."""
    segment = Segment(draw(st.sampled_from(KEYS)), draw(sources), fuzzy=draw(st.booleans()))
    for _ in range(draw(st.integers(0, 2))):
        segment = draw(acts(segment))
    return segment


@st.composite
def acts(draw: st.DrawFn, segment: Segment) -> Segment:
    """What a person, a machine or ``sync`` may do to one entry."""
    act = draw(st.sampled_from(("write", "confirm", "draft", "say", "source", "retire", "empty")))
    text = draw(texts)
    if act == "write":
        return replace(segment, target=text)
    if act == "confirm" and segment.target:
        by = draw(st.sampled_from(PEOPLE))
        line = state_that("reviewed", segment.source, segment.target, by=by)
        return replace(segment, comments=(*segment.comments, line), fuzzy=False)
    if act == "draft" and segment.state in (State.DRAFT, State.UNTRANSLATED):
        line = state_that("draft", segment.source, text, engine="argos")
        others = (
            c for c in segment.comments if not (isinstance(c, Statement) and c.kind == "draft")
        )
        return replace(segment, target=text, comments=(*others, line), fuzzy=True)
    if act == "say":
        return replace(segment, comments=(*segment.comments, draw(strategies.human_comments)))
    if act == "source":
        return moved_on(segment, draw(sources.filter(lambda other: other != segment.source)))
    if act == "empty" and not segment.target:
        line = state_that("empty", segment.source, "", by="A")
        return replace(segment, comments=(*segment.comments, line))
    return replace(segment, obsolete=not segment.obsolete)


def catalogue(segments: list[Segment]) -> Catalogue:
    """As a file can hold it: no identity twice, and the active entries first."""
    once = {segment.identity: segment for segment in segments}.values()
    return Catalogue("paper", "en", tuple(sorted(once, key=lambda segment: segment.obsolete)))


bases = st.lists(entries(), max_size=5).map(catalogue)


@st.composite
def sides(draw: st.DrawFn, base: Catalogue) -> Catalogue:
    """What becomes of a catalogue on a branch."""
    segments = []
    for segment in base.segments:
        kept = segment
        for _ in range(draw(st.integers(0, 2))):
            kept = draw(acts(kept))
        segments.append(kept)
    segments += draw(st.lists(entries(), max_size=2))
    if draw(st.booleans()):
        segments = draw(st.permutations(segments))
    return replace(
        catalogue(segments),
        header=draw(st.sampled_from(((), (("Language", "en"),), (("X-Tool", "Poedit"),)))),
        preamble=draw(st.sampled_from(("", "one", "one\ntwo"))),
    )


@st.composite
def forks(draw: st.DrawFn) -> tuple[Catalogue, Catalogue, Catalogue]:
    """A base, and what became of it on two branches."""
    base = draw(bases)
    return base, draw(sides(base)), draw(sides(base))


def merged(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> Catalogue:
    return merge(base, ours, theirs).catalogue


def held(found: Catalogue) -> set[str]:
    """Every text that is to be found in a catalogue, in its entries and in its statements."""
    conflicts = (s for e in found.segments for s in e.statements if s.kind == "conflict")
    return {e.target for e in found.segments} | {s.get("text") or "" for s in conflicts}


def by_hand(found: Catalogue) -> set[str]:
    """The texts that some person wrote or confirmed."""
    return {e.target for e in found.segments if e.state not in (State.DRAFT, State.UNTRANSLATED)}


def said(found: Catalogue) -> Counter[str]:
    return Counter(str(comment) for e in found.segments for comment in e.comments)


@given(forks())
def test_what_one_side_left_alone_the_other_decides(
    fork: tuple[Catalogue, Catalogue, Catalogue],
) -> None:
    base, ours, _ = fork

    assert merged(base, ours, base) == ours
    assert merged(base, base, ours) == ours
    assert merged(base, ours, ours) == ours


@given(forks())
def test_no_text_of_a_person_disappears(fork: tuple[Catalogue, Catalogue, Catalogue]) -> None:
    """What a side wrote or confirmed; what it left as it was, the other may have replaced."""
    base, ours, theirs = fork
    kept = held(merged(base, ours, theirs))

    for side in (ours, theirs):
        assert by_hand(side) - held(base) <= kept


@given(forks())
def test_no_verdict_of_either_side_disappears(
    fork: tuple[Catalogue, Catalogue, Catalogue],
) -> None:
    base, ours, theirs = fork
    after = said(merged(base, ours, theirs))

    for side in (ours, theirs):
        for line in said(side) - said(base):
            if line.startswith("diglot: reviewed"):
                assert line in after


@given(forks())
def test_no_entry_stands_there_twice(fork: tuple[Catalogue, Catalogue, Catalogue]) -> None:
    found = merged(*fork)

    assert len(found.by_identity) == len(found.segments)
    assert sorted(found.segments, key=lambda s: s.obsolete) == list(found.segments)


@given(forks())
def test_it_does_not_matter_who_merges(fork: tuple[Catalogue, Catalogue, Catalogue]) -> None:
    """But for which of two sources and texts stands in the entry, where both were changed."""
    base, ours, theirs = fork
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)

    assert held(one) == held(other)
    assert {e.key for e in one.active} == {e.key for e in other.active}
    assert sorted(one.preamble.split("\n")) == sorted(other.preamble.split("\n"))
    assert dict(one.header) == dict(other.header)


@given(forks())
def test_what_was_confirmed_on_neither_side_is_confirmed_on_none(
    fork: tuple[Catalogue, Catalogue, Catalogue],
) -> None:
    """No merge makes a verdict: this source with this text was confirmed by somebody."""
    base, ours, theirs = fork
    verdicts = {
        (e.source, e.target)
        for side in (base, ours, theirs)
        for e in side.segments
        if e.state is State.REVIEWED
    }

    for segment in merged(*fork).segments:
        if segment.state is State.REVIEWED:
            assert (segment.source, segment.target) in verdicts


@given(forks())
def test_the_file_reads_back_as_what_was_merged(
    fork: tuple[Catalogue, Catalogue, Catalogue],
) -> None:
    found = merged(*fork)
    text = po_writer.serialise(found)
    again = po_reader.parse(text, Path("paper.po"), document="paper", language="en")

    assert again.segments == found.segments


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@given(forks())
# Three texts in one fork; a seed that draws many of which a file can hold none is no failure.
@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
def test_gettext_takes_the_file(fork: tuple[Catalogue, Catalogue, Catalogue]) -> None:
    text = po_writer.serialise(merged(*fork))
    command = ["msgfmt", "-c", "-o", "/dev/null", "-"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()

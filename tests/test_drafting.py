"""Drafting on disk: which files are written, and what a person did meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from diglot import draft_report, drafting, pipeline, project
from diglot.drafting import NoEngineError
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.problems import UserError
from diglot.project import Project
from tests import demo_site
from tests.demo_site import DOCUMENT
from tests.fake_engine import FakeEngine, FakeTranslation


@pytest.fixture
def found(tmp_path: Path) -> Project:
    return project.load(demo_site.make(tmp_path))


def opened(engine: FakeEngine) -> drafting.EngineFor:
    return lambda project, language: engine


def catalogue(found: Project, document: str = DOCUMENT) -> Catalogue:
    path = found.catalogue_path(document, "en")
    read = po_reader.read(path, document=document, language="en")
    assert read is not None
    return read


def states_of(found: Project, document: str) -> list[State]:
    return [segment.state for segment in catalogue(found, document).active]


def states(found: Project) -> list[State]:
    return states_of(found, DOCUMENT)


def another_document(found: Project) -> None:
    (found.seeds / "other.txt").write_text(
        "وثيقة أخرى\n\nشارك في الحملة أكثر من عشرين شريكاً.\n\nوهذه جملة جديدة.\n", encoding="utf-8"
    )
    pipeline.sync(found)


def test_every_segment_gets_a_draft_and_the_file_is_written_once(found: Project) -> None:
    told: list[tuple[int, int]] = []
    finished = drafting.draft(
        found, engine_for=opened(FakeEngine()), progress=lambda *words: told.append(words)
    )

    assert set(states(found)) == {State.DRAFT}
    assert [len(each.results) for each in finished] == [3]
    assert told[-1][0] == told[-1][1] > 0


def test_a_second_run_asks_nothing_and_writes_nothing(found: Project) -> None:
    drafting.draft(found, engine_for=opened(FakeEngine()))
    path = found.catalogue_path(DOCUMENT, "en")
    before = path.read_bytes(), path.stat().st_mtime_ns

    def refuse(found: Project, language: str) -> FakeEngine:
        raise AssertionError("no engine is needed")

    assert drafting.draft(found, engine_for=refuse) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_only_the_documents_that_were_named_are_drafted(found: Project) -> None:
    another_document(found)
    (drafted,) = drafting.draft(found, engine_for=opened(FakeEngine()), documents=["other"])

    assert drafted.catalogue.document == "other"
    assert State.UNTRANSLATED in states(found)


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"documents": ["nowhere"]}, "there is no document «nowhere» here; there are: fact-sheet"),
        ({"languages": ["fr"]}, "there is no language «fr» here; there are: en"),
    ],
)
def test_an_unknown_name_is_a_mistake(
    found: Project, wish: dict[str, Sequence[str]], message: str
) -> None:
    with pytest.raises(UserError) as caught:
        drafting.draft(found, engine_for=opened(FakeEngine()), **wish)  # type: ignore[arg-type]

    assert str(caught.value) == message


class Meanwhile(FakeEngine):
    """An engine during whose work a person saves the catalogue."""

    def __init__(self, found: Project, change: dict[str, str]) -> None:
        super().__init__()
        self.found, self.change = found, change

    def translate(self, texts: Sequence[str], *, hypotheses: int) -> list[FakeTranslation]:
        now = catalogue(self.found)
        segments = tuple(
            replace(segment, target=self.change.get(segment.source, segment.target))
            for segment in now.segments
        )
        path = self.found.catalogue_path(DOCUMENT, "en")
        path.write_text(po_writer.serialise(now.with_segments(segments)), encoding="utf-8")
        return super().translate(texts, hypotheses=hypotheses)


def test_what_a_person_saves_while_the_engine_works_is_kept(found: Project) -> None:
    (first, *others) = [s for s in catalogue(found).active if s.state is State.UNTRANSLATED]
    old = next(s for s in catalogue(found).active if s.state is State.DRAFT)
    theirs = {first.source: "A person's words", old.source: "A person's words too"}
    drafting.draft(found, engine_for=opened(Meanwhile(found, theirs)), redo=True)
    after = {segment.source: segment for segment in catalogue(found).active}

    assert after[first.source].target == "A person's words"
    assert after[first.source].state is State.EDITED
    assert after[old.source].target == "A person's words too"
    assert all(after[other.source].state is State.DRAFT for other in others)


class Interrupted(FakeEngine):
    """Ctrl-C in the second portion."""

    def translate(self, texts: Sequence[str], *, hypotheses: int) -> list[FakeTranslation]:
        if self.calls:
            raise KeyboardInterrupt
        return super().translate(texts, hypotheses=hypotheses)


def test_what_a_person_saves_while_the_drafts_are_written_is_kept(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the moment between reading the file once more and replacing it."""
    path = found.catalogue_path(DOCUMENT, "en")
    saves = iter(["The war", "The war", "The war"])
    merge = drafting.merged

    def merge_while_somebody_saves(*words: Catalogue) -> Catalogue:
        text = path.read_text("utf-8").replace("The military campaign", next(saves))
        path.write_text(text, encoding="utf-8")
        return merge(*words)

    monkeypatch.setattr(drafting, "merged", merge_while_somebody_saves)
    drafting.draft(found, engine_for=opened(FakeEngine()))

    assert 'msgstr "The war"' in path.read_text("utf-8")
    assert State.UNTRANSLATED not in states(found)


def test_what_was_finished_before_an_interruption_is_kept_and_the_next_run_goes_on(
    found: Project,
) -> None:
    lines = (f"هذه هي الجملة رقم {number} من وثيقة طويلة جداً." for number in range(1500))
    (found.seeds / "long.txt").write_text("\n\n".join(lines), encoding="utf-8")
    pipeline.sync(found)
    first = Interrupted()

    with pytest.raises(KeyboardInterrupt):
        drafting.draft(found, engine_for=opened(first))

    kept = [s for s in catalogue(found, "long").active if s.state is State.DRAFT]
    second = FakeEngine()
    drafting.draft(found, engine_for=opened(second))

    assert kept
    assert not set(first.asked) & set(second.asked)
    assert {s.state for s in catalogue(found, "long").active} == {State.DRAFT}


def test_a_catalogue_that_is_damaged_meanwhile_costs_no_other(found: Project) -> None:
    another_document(found)
    path = found.catalogue_path(DOCUMENT, "en")

    class Damaging(FakeEngine):
        def translate(self, texts: Sequence[str], *, hypotheses: int) -> list[FakeTranslation]:
            path.write_text('msgid "', encoding="utf-8")
            return super().translate(texts, hypotheses=hypotheses)

    with pytest.raises(UserError) as caught:
        drafting.draft(found, engine_for=opened(Damaging()))

    assert caught.value.problems[0].path == path
    assert path.read_text("utf-8") == 'msgid "'
    assert {s.state for s in catalogue(found, "other").active} == {State.DRAFT}


def test_the_memory_reaches_over_documents_and_prefers_reviewed_texts(found: Project) -> None:
    another_document(found)
    source = "شارك في الحملة أكثر من عشرين شريكاً."
    other = catalogue(found, "other")
    said = state_that("reviewed", source, "Over 20 partners took part.", by="A", on="2026-11-24")
    confirmed = tuple(
        replace(s, target="Over 20 partners took part.", comments=(said,))
        if s.source == source
        else s
        for s in other.segments
    )
    found.catalogue_path("other", "en").write_text(
        po_writer.serialise(other.with_segments(confirmed)), encoding="utf-8"
    )
    (found.seeds / "third.txt").write_text(source, encoding="utf-8")
    pipeline.sync(found)
    engine = FakeEngine()
    drafting.draft(found, engine_for=opened(engine), documents=["third"])
    drafts = [s.draft for s in catalogue(found, "third").active if s.source == source and s.draft]

    assert source not in engine.asked
    assert drafts
    assert {d.get("engine") for d in drafts} == {"memory"}
    assert (drafts[0].get("from") or "").startswith("other/")


def test_a_mistake_in_the_glossary_stops_before_anything_is_written(found: Project) -> None:
    (found.translations / "glossary.csv").write_text("wrong\n", encoding="utf-8")
    before = found.catalogue_path(DOCUMENT, "en").read_bytes()

    with pytest.raises(UserError, match=r"glossary\.csv:1"):
        drafting.draft(found, engine_for=opened(FakeEngine()))

    assert found.catalogue_path(DOCUMENT, "en").read_bytes() == before


def test_build_drafts_where_an_engine_is_there(found: Project) -> None:
    built = pipeline.build(found, site=False, engine_for=opened(FakeEngine()))

    assert set(states(found)) == {State.DRAFT}
    assert [each.catalogue.document for each in built.drafted] == [DOCUMENT]
    assert built.not_drafted == ()


def test_build_without_an_engine_still_builds_and_says_why_there_are_no_drafts(
    found: Project,
) -> None:
    def none(found: Project, language: str) -> FakeEngine:
        raise NoEngineError("nothing is installed", todo="install it")

    built = pipeline.build(found, site=False, engine_for=none)

    assert built.written
    assert [problem.what for problem in built.not_drafted] == ["nothing is installed"]
    assert states(found).count(State.UNTRANSLATED) == 3


def without_engine(found: Project, language: str) -> FakeEngine:
    raise NoEngineError("nothing is installed", todo="install it")


KNOWN = "عمل الشركاء على تجميد الأموال، وعلى تبادل المعلومات بينهم."


def a_known_and_a_new_sentence(found: Project) -> None:
    (found.seeds / "other.txt").write_text(f"{KNOWN}\n\nوهذه جملة جديدة.\n", encoding="utf-8")
    pipeline.sync(found)


def test_without_an_engine_texts_that_are_known_are_drafted_and_the_lack_is_told(
    found: Project,
) -> None:
    drafting.draft(found, engine_for=opened(FakeEngine()))
    a_known_and_a_new_sentence(found)
    with pytest.raises(NoEngineError, match="nothing is installed") as caught:
        drafting.draft(found, engine_for=without_engine)

    after = {segment.source: segment for segment in catalogue(found, "other").active}
    known = after[KNOWN]
    assert known.draft is not None
    assert known.draft.get("engine") == "memory"
    assert after["وهذه جملة جديدة."].state is State.UNTRANSLATED
    assert [each.catalogue.document for each in caught.value.drafted] == ["other"]


def test_nobody_is_told_of_a_missing_engine_where_the_memory_knows_everything(
    found: Project,
) -> None:
    drafting.draft(found, engine_for=opened(FakeEngine()))
    (found.seeds / "again.txt").write_text(f"مكافحة التمويل\n\n{KNOWN}\n", encoding="utf-8")
    pipeline.sync(found)
    drafted = drafting.draft(found, engine_for=without_engine)

    assert [each.catalogue.document for each in drafted] == ["again"]
    assert set(states_of(found, "again")) == {State.DRAFT}


def test_documents_are_told_of_in_which_something_is_left_alone(found: Project) -> None:
    drafting.draft(found, engine_for=opened(FakeEngine()))
    before = catalogue(found)
    objected = before.segments[0]
    said = state_that("needs-work", objected.source, "", by="A")
    changed = replace(objected, target="", comments=(said,), fuzzy=False)
    found.catalogue_path(DOCUMENT, "en").write_text(
        po_writer.serialise(before.with_segments((changed, *before.segments[1:]))), "utf-8"
    )
    (told,) = drafting.draft(found, engine_for=without_engine)

    assert told.left_alone == 1
    assert draft_report.drafted_text([told]) == (
        "fact-sheet (en): 0 drafted, 1 left alone (needs-work, conflict)"
    )


def test_build_after_one_changed_paragraph_drafts_that_alone(found: Project) -> None:
    pipeline.build(found, site=False, engine_for=opened(FakeEngine()))
    seed = found.seeds / "sheet.txt"
    seed.write_text(seed.read_text("utf-8").replace("8,200", "8,300"), encoding="utf-8")
    engine = FakeEngine()
    pipeline.build(found, site=False, engine_for=opened(engine))

    assert len(engine.asked) == 1
    assert "8,300" in engine.asked[0]

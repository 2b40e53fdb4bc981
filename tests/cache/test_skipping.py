"""What the cache is for: what has not changed is not even read."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from diglot import editions, files, pipeline, project
from diglot.cache import program, stamps, store
from diglot.cache.summary import Summary
from diglot.drafting import EngineFor, draft
from diglot.model import po_reader
from diglot.project import Project
from tests.cache import mischief
from tests.fake_engine import FakeEngine


@pytest.fixture
def found(tmp_path: Path) -> Project:
    return project.load(mischief.make(tmp_path))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are read, one after another."""
    told: list[str] = []
    real = editions.read

    def read(found: Project, source: editions.Source) -> editions.Edition:
        told.append(source.settings.id)
        return real(found, source)

    monkeypatch.setattr(editions, "read", read)
    return told


def drafting() -> EngineFor:
    return lambda found, language: FakeEngine()


def build(found: Project) -> pipeline.Rendered:
    return pipeline.build(found, site=False, engine_for=drafting())


def change(found: Project, name: str) -> None:
    path = found.seeds / f"{name}.txt"
    path.write_text(path.read_text("utf-8") + "\nفقرة جديدة.\n", "utf-8")


def test_nothing_is_read_where_nothing_has_changed(found: Project, reads: list[str]) -> None:
    build(found)
    reads.clear()
    again = build(found)
    pipeline.sync(found)
    pipeline.render(found)

    assert reads == []
    assert [document.id for document in again.documents] == ["first", "second", "third"]
    assert [len(document.sections) for document in again.documents] == [2, 1, 1]


def test_one_changed_source_is_all_that_is_read(found: Project, reads: list[str]) -> None:
    build(found)
    reads.clear()
    change(found, "second")
    pipeline.sync(found)
    pipeline.render(found)

    assert reads == ["second", "second"]


@pytest.mark.parametrize(
    "name", ["translations/en/first.po", "translations/first.pot", "docs/ar/first/index.md"]
)
def test_of_a_file_that_is_gone_its_document_is_read(
    found: Project, reads: list[str], name: str
) -> None:
    build(found)
    reads.clear()
    (found.root / name).unlink()
    build(found)

    assert set(reads) == {"first"}
    assert (found.root / name).exists()


def test_a_render_before_a_sync_is_not_done_again_after_it(
    found: Project, reads: list[str]
) -> None:
    """As ``mkdocs build`` does, and then somebody runs ``diglot sync`` and ``render``."""
    pipeline.sync(found)
    pipeline.render(found)
    reads.clear()
    (found.docs / "ar/first/index.md").unlink()
    pipeline.render(found)
    pipeline.sync(found)
    pipeline.render(found)

    assert reads == ["first"]


def test_what_was_only_touched_or_copied_is_known_by_its_content(
    found: Project, reads: list[str]
) -> None:
    build(found)
    reads.clear()
    for path in sorted(found.root.rglob("*.*")):
        if path.is_file() and ".diglot" not in path.parts:
            content = path.read_bytes()
            path.unlink()
            path.write_bytes(content)
    build(found)

    assert reads == []


def test_another_glossary_makes_all_pages_anew_and_once(found: Project, reads: list[str]) -> None:
    build(found)
    reads.clear()
    found.glossary_path.write_text("source,targets,forbidden,note\nجبال,mountains,,\n", "utf-8")
    build(found)
    shown = (found.docs / "ar/third/introduction.md").read_text("utf-8")
    build(found)
    pipeline.sync(found)

    assert reads == ["first", "second", "third"]
    assert ">جبال</a>" in shown


def test_content_is_looked_at_once_and_then_looks_are_enough(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(found)
    time.sleep(0.3)
    build(found)
    stamped: list[Path] = []
    monkeypatch.setattr(stamps, "stamp", stamped.append)
    build(found)

    assert stamped == []


def test_another_diglot_does_everything_anew(
    found: Project, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(found)
    reads.clear()
    monkeypatch.setattr(program, "version", lambda: "another")
    build(found)

    assert reads == ["first", "second", "third"]


def test_what_another_diglot_has_kept_is_not_even_looked_into(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(found)
    real = Summary.as_json
    monkeypatch.setattr(program, "version", lambda: "another")
    monkeypatch.setattr(Summary, "as_json", lambda self, root: {"id": real(self, root)["id"]})
    build(found)
    monkeypatch.undo()

    assert [document.id for document in build(found).documents] == ["first", "second", "third"]


def test_the_version_of_diglot_is_that_of_its_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.py").write_text("x = 1", "utf-8")
    monkeypatch.setattr(program, "_PACKAGE", tmp_path)
    before = program.version.__wrapped__()
    (tmp_path / "a.py").write_text("x = 2", "utf-8")

    assert program.version.__wrapped__() != before


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(4096)])
def test_a_damaged_cache_is_made_anew(found: Project, reads: list[str], content: bytes) -> None:
    build(found)
    (found.root / ".diglot" / store.NAME).write_bytes(content)
    build(found)
    reads.clear()
    build(found)

    assert reads == []


def test_a_cache_of_another_format_is_made_anew(found: Project, reads: list[str]) -> None:
    build(found)
    with sqlite3.connect(found.root / ".diglot" / store.NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("DROP TABLE documents")
    connection.close()
    build(found)
    reads.clear()
    build(found)

    assert reads == []


def test_a_cache_that_another_process_holds_costs_only_time(found: Project) -> None:
    build(found)
    connection = sqlite3.connect(found.root / ".diglot" / store.NAME)
    connection.execute("BEGIN EXCLUSIVE")
    again = build(found)
    connection.close()

    assert (again.written, again.removed) == (0, 0)
    assert (found.root / ".diglot" / store.NAME).exists()


@pytest.mark.skipif(os.name == "nt", reason="a file in the place of the folder is enough of a test")
def test_without_a_place_for_a_cache_everything_is_done_as_before(found: Project) -> None:
    (found.root / ".diglot").write_text("", "utf-8")
    build(found)

    assert build(found).written == 0


def test_sources_that_are_gone_are_forgotten(found: Project) -> None:
    build(found)
    (found.seeds / "third.txt").unlink()
    build(found)
    with sqlite3.connect(found.root / ".diglot" / store.NAME) as connection:
        known = {source for (source,) in connection.execute("SELECT source FROM documents")}
    connection.close()

    assert known == {b"seeds/first.txt", b"seeds/second.txt"}


def test_a_moved_project_takes_its_cache_along(found: Project, reads: list[str]) -> None:
    toml = found.seeds / "first.toml"
    toml.write_text('note = { fr = "x" }\n', "utf-8")
    build(found)
    reads.clear()
    found.root.rename(found.root.with_name("elsewhere"))
    moved = project.load(found.root.with_name("elsewhere"))
    again = build(moved)

    assert reads == []
    assert [problem.path for problem in again.problems] == [moved.seeds / "first.toml"]


def test_draft_reads_nothing_where_nothing_is_to_draft(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(found)
    monkeypatch.setattr(po_reader, "parse", None)

    assert draft(found, engine_for=drafting()) == ()


def test_draft_reads_only_documents_that_know_the_text(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(found)
    (found.seeds / "fourth.txt").write_text("نص قصير فيه جبال.\n\nوجملة جديدة.\n", "utf-8")
    pipeline.sync(found)
    parsed: list[str] = []
    real = po_reader.parse

    def parse(text: str, path: Path, **words: str) -> object:
        parsed.append(path.name)
        return real(text, path, **words)

    monkeypatch.setattr(po_reader, "parse", parse)
    (drafted,) = draft(found, engine_for=drafting())
    by_source = {result.segment.source: result.outcome for result in drafted.results}

    assert set(parsed) == {"fourth.po", "third.po"}
    assert ("engine", "memory") in by_source["نص قصير فيه جبال."].said


def test_draft_tells_every_time_of_what_is_left_to_people(found: Project) -> None:
    pipeline.sync(found)
    path = found.catalogue_path("third", "en")
    text = path.read_text("utf-8")
    at = text.rindex("msgctxt")
    path.write_text(f"{text[:at]}{mischief.FAULT}{text[at:]}", "utf-8")
    told = []
    for _ in range(2):
        build(found)
        told.append(
            [(d.catalogue.document, d.left_alone) for d in draft(found, engine_for=drafting())]
        )

    assert told == [[("third", 1)]] * 2


def test_build_counts_also_the_pages_that_were_written_before_it_drafted(found: Project) -> None:
    pipeline.build(found, site=False, engine_for=drafting())
    shutil.rmtree(found.docs / "ar/first")
    change(found, "second")
    built = build(found)

    assert built.drafted
    # Of the first document all in Arabic; of the second the overview and a section, in both; and
    # where they all stand.
    assert built.written == 3 + 4 + 2


def test_pages_that_were_edited_by_hand_are_told_together_and_the_others_are_done(
    found: Project,
) -> None:
    build(found)
    edited = [found.docs / "en/first/index.md", found.docs / "ar/third/index.md"]
    for path in edited:
        path.write_text(path.read_text("utf-8") + "Words.\n", "utf-8")
    for name in ("first", "second", "third"):
        change(found, name)
    with pytest.raises(pipeline.UserError) as caught:
        build(found)

    assert [problem.path for problem in caught.value.problems] == edited
    assert all(path.read_text("utf-8").endswith("Words.\n") for path in edited)
    assert "فقرة جديدة" in "".join(
        files.read_text(path) for path in (found.docs / "ar/second").glob("*.md")
    )


def test_pages_of_a_document_whose_settings_are_wrong_are_not_taken_for_left_over(
    found: Project,
) -> None:
    build(found)
    before = sorted(found.docs.rglob("*.md"))
    (found.seeds / "first.toml").write_text("wrong", "utf-8")
    with pytest.raises(pipeline.UserError):
        build(found)

    assert sorted(found.docs.rglob("*.md")) == before


def test_the_cache_tells_nothing_but_json(found: Project) -> None:
    """Whoever sends a project with a cache in it must not be able to run anything here."""
    build(found)
    with sqlite3.connect(found.root / ".diglot" / store.NAME) as connection:
        rows = connection.execute("SELECT summary, stamps FROM documents").fetchall()
    connection.close()

    assert len(rows) == 3
    assert all(json.loads(text) for row in rows for text in row)

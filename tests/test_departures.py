"""Sources that are gone or renamed: every word is kept, and somebody decides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from diglot import departures, files, pipeline, project
from diglot.cli import main
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.problems import UserError
from diglot.project import Project
from tests import demo_site
from tests.demo_site import DOCUMENT

NEW = "fact-sheet-2018"


@pytest.fixture
def found(tmp_path: Path) -> Project:
    """A project of which every sentence is confirmed."""
    made = project.load(demo_site.make(tmp_path))
    catalogue = read(made, DOCUMENT)
    done = []
    for segment in catalogue.segments:
        target = segment.target or "A translation"
        verdict = state_that("reviewed", segment.source, target, by="A")
        done.append(replace(segment, target=target, comments=(verdict,), fuzzy=False))
    text = po_writer.serialise(catalogue.with_segments(tuple(done)))
    files.write_if_changed(made.catalogue_path(DOCUMENT, "en"), text)
    return made


def read(found: Project, document: str) -> Catalogue:
    path = found.catalogue_path(document, "en")
    return po_reader.parse(files.read_text(path), path, document=document, language="en")


def rename_source(found: Project) -> None:
    for suffix in (".txt", ".toml"):
        (found.seeds / f"sheet{suffix}").rename(found.seeds / f"new{suffix}")
    toml = found.seeds / "new.toml"
    toml.write_text(toml.read_text("utf-8").replace(DOCUMENT, NEW), "utf-8")


def remove_source(found: Project) -> None:
    for suffix in (".txt", ".toml"):
        (found.seeds / f"sheet{suffix}").rename(found.root / f"sheet{suffix}")


def told(found: Project) -> list[str]:
    return [str(problem) for problem in pipeline.sync(found).doubts]


def test_a_source_that_is_gone_changes_no_catalogue_and_is_told_with_what_to_do(
    found: Project,
) -> None:
    before = read(found, DOCUMENT)
    remove_source(found)

    (problem,) = told(found)

    assert "this catalogue has no source any more" in problem
    assert f"--retire {DOCUMENT}" in problem
    assert f"--rename {DOCUMENT}=" in problem
    assert read(found, DOCUMENT) == before


def test_retired_every_entry_is_obsolete_with_its_verdict_and_nothing_is_told_any_more(
    found: Project,
) -> None:
    before = read(found, DOCUMENT)
    remove_source(found)
    pipeline.sync(found, retire=[DOCUMENT])
    after = read(found, DOCUMENT)

    assert {s.identity: s.comments for s in after.segments} == {
        s.identity: s.comments for s in before.segments
    }
    assert not list(after.active)
    assert not files.exists(found.template_path(DOCUMENT))
    assert told(found) == []


def test_a_retired_document_that_returns_has_every_verdict_again(found: Project) -> None:
    before = read(found, DOCUMENT)
    remove_source(found)
    pipeline.sync(found, retire=[DOCUMENT])
    for suffix in (".txt", ".toml"):
        (found.root / f"sheet{suffix}").rename(found.seeds / f"sheet{suffix}")
    pipeline.sync(found)

    assert read(found, DOCUMENT) == before


def test_a_renamed_source_is_recognised_and_told(found: Project) -> None:
    rename_source(found)

    (problem,) = told(found)

    assert f"if it is «{NEW}» now: diglot sync --rename {DOCUMENT}={NEW}" in problem


@pytest.mark.parametrize("synced_before", [False, True])
def test_renamed_the_document_has_its_keys_and_verdicts(
    found: Project, synced_before: bool
) -> None:
    before = read(found, DOCUMENT)
    rename_source(found)
    if synced_before:
        pipeline.sync(found)
    pipeline.sync(found, rename=[(DOCUMENT, NEW)])
    after = read(found, NEW)

    assert after.segments == before.segments
    assert dict(after.header)["Project-Id-Version"] == NEW
    assert not files.exists(found.catalogue_path(DOCUMENT, "en"))
    assert not files.exists(found.template_path(DOCUMENT))
    assert {s.state for s in after.active} == {State.REVIEWED}
    assert told(found) == []


def test_a_rename_that_was_interrupted_can_be_given_again(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(found, DOCUMENT)
    rename_source(found)

    def stop(path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(departures.files, "remove", stop)
        with pytest.raises(KeyboardInterrupt):
            pipeline.sync(found, rename=[(DOCUMENT, NEW)])
    pipeline.sync(found, rename=[(DOCUMENT, NEW)])

    assert read(found, NEW).segments == before.segments
    assert not files.exists(found.catalogue_path(DOCUMENT, "en"))


def test_a_document_with_a_source_is_neither_retired_nor_renamed(found: Project) -> None:
    for request in ({"retire": [DOCUMENT]}, {"rename": [(DOCUMENT, NEW)]}):
        with pytest.raises(UserError, match="has a source"):
            pipeline.sync(found, **request)


def test_a_name_that_there_is_not_is_told(found: Project) -> None:
    remove_source(found)
    with pytest.raises(UserError, match="there is no catalogue of a document «other»"):
        pipeline.sync(found, retire=["other"])
    with pytest.raises(UserError, match=f"there is no source with the id «{NEW}»"):
        pipeline.sync(found, rename=[(DOCUMENT, NEW)])


def test_translations_of_the_new_document_are_never_replaced(found: Project) -> None:
    forsaken = demo_site.forsake(found.root, "gone")
    before = read(found, DOCUMENT)

    with pytest.raises(UserError, match="this document has translations of its own"):
        pipeline.sync(found, rename=[("gone", DOCUMENT)])

    assert read(found, DOCUMENT) == before
    assert files.exists(forsaken)


def test_a_rename_without_two_names_is_told() -> None:
    result = CliRunner().invoke(main, ["sync", "--rename", "one"])

    assert result.exit_code == 2
    assert "--rename wants OLD=NEW" in result.output

"""The pipeline on disk: what is written, what is left alone, and what stops it."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot import pipeline, project
from diglot.problems import UserError
from diglot.project import Project
from tests import demo_site
from tests.demo_site import DOCUMENT

Snapshot = dict[str, tuple[bytes, int]]


@pytest.fixture
def found(tmp_path: Path) -> Project:
    return project.load(demo_site.make(tmp_path))


def snapshot(root: Path) -> Snapshot:
    """Content and time of every file below translations/ and docs/."""
    return {
        str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mtime_ns)
        for folder in ("translations", "docs", "seeds")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def page(found: Project, name: str = "military-campaign", language: str = "en") -> Path:
    return found.pages_folder(DOCUMENT, language) / f"{name}.md"


def test_a_second_build_writes_nothing(found: Project) -> None:
    pipeline.build(found, site=False)
    before = snapshot(found.root)
    again = pipeline.build(found, site=False)

    assert snapshot(found.root) == before
    assert (again.written, again.removed) == ((), ())


def test_the_site_is_built_from_the_pages_that_build_has_rendered(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once loaded, once rendered: half of what ``build`` costs over plain MkDocs."""
    loads = []
    load = pipeline.load
    monkeypatch.setattr(pipeline, "load", lambda project: loads.append(project) or load(project))
    pipeline.build(found)

    assert loads == [found]


def test_render_alone_writes_no_catalogue(found: Project) -> None:
    """As in ``mkdocs build``: pages follow the source, translations are for ``sync`` to write."""
    seed = found.seeds / "sheet.txt"
    seed.write_text(seed.read_text(encoding="utf-8") + "\nفقرة جديدة تماماً.\n", encoding="utf-8")
    before = {name: it for name, it in snapshot(found.root).items() if "translations" in name}
    pipeline.render(found)

    assert {n: it for n, it in snapshot(found.root).items() if "translations" in n} == before
    assert "فقرة جديدة تماماً" in page(found, "countering-finance", "ar").read_text("utf-8")


def test_a_page_edited_by_hand_stops_everything_and_stays(found: Project) -> None:
    pipeline.build(found, site=False)
    edited = page(found)
    edited.write_text(edited.read_text("utf-8").replace("campaign", "CAMPAIGN"), encoding="utf-8")
    seed = found.seeds / "sheet.txt"
    seed.write_text(seed.read_text("utf-8").replace("62", "63"), encoding="utf-8")
    before = snapshot(found.docs.parent)

    with pytest.raises(UserError, match="edited by hand") as caught:
        pipeline.render(found)

    assert caught.value.problems[0].path == edited
    assert snapshot(found.docs.parent) == before


def test_a_page_of_somebody_elses_in_our_place_is_not_overwritten(found: Project) -> None:
    foreign = page(found, "index")
    foreign.parent.mkdir(parents=True)
    foreign.write_text("# My own page\n", encoding="utf-8")

    with pytest.raises(UserError, match="edited by hand"):
        pipeline.render(found)

    assert foreign.read_text("utf-8") == "# My own page\n"


def test_pages_of_a_section_that_is_gone_are_removed_unless_somebody_edited_them(
    found: Project,
) -> None:
    pipeline.build(found, site=False)
    seed = found.seeds / "sheet.txt"
    seed.write_text(seed.read_text("utf-8").split("مكافحة التمويل")[0], encoding="utf-8")
    toml = seed.with_suffix(".toml")
    toml.write_text(toml.read_text("utf-8").replace(', "مكافحة التمويل"', ""), encoding="utf-8")
    removed = pipeline.build(found, site=False).removed

    assert set(removed) == {
        page(found, "countering-finance", language) for language in ("ar", "en")
    }
    assert not any(path.exists() for path in removed)


def test_hand_written_pages_are_never_touched(found: Project) -> None:
    before = {n: it for n, it in snapshot(found.root).items() if n.count("/") == 2}
    pipeline.build(found, site=False)

    after = snapshot(found.root)
    assert before
    assert {name: after[name] for name in before if name.startswith("docs")} == {
        name: it for name, it in before.items() if name.startswith("docs")
    }


def test_a_catalogue_without_source_is_kept_and_spoken_of(found: Project) -> None:
    pipeline.build(found, site=False)
    (found.seeds / "sheet.txt").rename(found.root / "elsewhere.txt")
    (found.seeds / "other.txt").write_text("وثيقة أخرى فيها جملة واحدة.", encoding="utf-8")
    rendered = pipeline.build(found, site=False)

    assert [problem.path for problem in rendered.problems] == [found.catalogue_path(DOCUMENT, "en")]
    assert found.catalogue_path(DOCUMENT, "en").exists()
    assert not page(found).exists()


def test_a_damaged_catalogue_stops_before_anything_is_written(found: Project) -> None:
    catalogue = found.catalogue_path(DOCUMENT, "en")
    whole = catalogue.read_text("utf-8")
    catalogue.write_text(whole[: whole.rindex('msgstr "') + 8], encoding="utf-8")
    before = snapshot(found.root)

    with pytest.raises(UserError):
        pipeline.build(found, site=False)

    assert snapshot(found.root) == before


def test_problems_of_several_documents_are_told_together(found: Project) -> None:
    (found.seeds / "bad.txt").write_bytes("نص عربي".encode("cp1256"))
    (found.seeds / "empty.txt").write_bytes(b"")

    with pytest.raises(UserError) as caught:
        pipeline.sync(found)

    assert len(caught.value.problems) == 2


def test_a_folder_that_cannot_be_written_is_a_clear_error(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a read-only folder does it; root, whom tests may run as, may write everywhere."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("diglot.files.tempfile.mkstemp", refuse)
    before = snapshot(found.root)

    with pytest.raises(UserError, match=r"cannot be written \(Permission denied\)") as caught:
        pipeline.render(found)

    assert caught.value.problems[0].path is not None
    assert snapshot(found.root) == before


def test_status_counts_segments_and_words_by_state(found: Project) -> None:
    ((edition, languages),) = pipeline.status(found)

    assert edition.id == DOCUMENT
    assert languages["en"].total.segments == 8
    by_state = {state.value: amount.segments for state, amount in languages["en"].by_state.items()}
    assert by_state == {"untranslated": 3, "stale": 0, "draft": 5, "edited": 0, "reviewed": 0}

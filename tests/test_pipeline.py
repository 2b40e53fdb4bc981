"""The pipeline on disk: what is written, what is left alone, and what stops it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from diglot import editions, pipeline, project
from diglot.editions import Edition
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
    assert (again.written, again.removed) == (0, 0)


def test_the_site_is_built_from_the_pages_that_build_has_rendered(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once read, once rendered: half of what ``build`` costs over plain MkDocs."""
    reads = []
    read = editions.read
    monkeypatch.setattr(editions, "read", lambda *words: reads.append(words) or read(*words))
    pipeline.build(found)

    assert [project for project, _ in reads] == [found]


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
    gone = {page(found, "countering-finance", language) for language in ("ar", "en")}
    before = {path for path in found.docs.rglob("*.md") if path not in gone}
    removed = pipeline.build(found, site=False).removed

    assert removed == 2
    assert set(found.docs.rglob("*.md")) == before


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
    for name in ("sheet.txt", "sheet.toml"):
        (found.seeds / name).rename(found.root / name)
    (found.seeds / "other.txt").write_text("وثيقة أخرى فيها جملة واحدة.", encoding="utf-8")
    rendered = pipeline.build(found, site=False)

    assert [problem.path for problem in rendered.problems] == [found.catalogue_path(DOCUMENT, "en")]
    assert found.catalogue_path(DOCUMENT, "en").exists()
    assert not page(found).exists()


def test_git_ignores_the_generated_pages_and_nothing_that_people_write(found: Project) -> None:
    guide = found.docs / "en" / "guide"
    guide.mkdir()
    for path in (guide / "how.md", guide / "map.svg", page(found, "notes")):
        path.parent.mkdir(exist_ok=True)
        path.write_text("# By hand", encoding="utf-8")
    pipeline.build(found, site=False)
    git(found.root, "init", "-q")

    untracked = git(found.root, "status", "--short", "-uall", "docs").split()[1::2]

    hand_written = {f"docs/{name}" for name in demo_site.PAGES}
    hand_written |= {"docs/en/guide/how.md", "docs/en/guide/map.svg", "docs/en/fact-sheet/notes.md"}
    assert set(untracked) == hand_written


def test_of_a_document_that_is_gone_no_folder_stays_but_what_people_put_there(
    found: Project,
) -> None:
    pipeline.build(found, site=False)
    note = page(found, "notes")
    note.write_text("# By hand", encoding="utf-8")
    for name in ("sheet.txt", "sheet.toml"):
        (found.seeds / name).unlink()
    (found.seeds / "other.txt").write_text("وثيقة أخرى فيها جملة واحدة.", encoding="utf-8")
    pipeline.build(found, site=False)

    assert not found.pages_folder(DOCUMENT, "ar").exists()
    assert list(found.pages_folder(DOCUMENT, "en").iterdir()) == [note]


def test_a_gitignore_of_somebody_elses_is_left_alone(found: Project) -> None:
    own = found.pages_folder(DOCUMENT, "en") / ".gitignore"
    own.parent.mkdir()
    own.write_text("*.bak\n", encoding="utf-8")
    pipeline.build(found, site=False)

    assert own.read_text("utf-8") == "*.bak\n"


@pytest.mark.parametrize("name", ["fact-sheet", "fact-sheet/index.md", ""])
def test_pages_are_not_written_through_a_link_that_leads_out(
    found: Project, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    link = found.docs / "en" / name
    target = elsewhere / "it"
    if name == "":
        link.rename(target)
    elif not name.endswith(".md"):
        target.mkdir()
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(target)

    with pytest.raises(UserError, match="symbolic link"):
        pipeline.render(found)

    assert not list(elsewhere.rglob("*/military-campaign.md"))
    assert not (elsewhere / "it").is_file()


def test_the_folder_of_the_pages_itself_may_be_a_link(found: Project) -> None:
    found.docs.rename(found.root / "pages")
    found.docs.symlink_to("pages")

    assert pipeline.render(found).written == 8 + 2


def test_what_somebody_saves_during_a_sync_is_kept_and_synced(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Poedit does, between the reading of the catalogues and their writing."""
    add_a_paragraph(found)
    catalogue = found.catalogue_path(DOCUMENT, "en")
    saves = iter(["The war", None])
    read = editions.read

    def read_while_somebody_saves(*words: object) -> Edition:
        edition = read(*words)
        save(catalogue, next(saves))
        return edition

    monkeypatch.setattr(editions, "read", read_while_somebody_saves)
    (document,) = pipeline.sync(found).documents
    monkeypatch.undo()
    text = catalogue.read_text("utf-8")

    assert 'msgstr "The war"' in text
    assert "فقرة جديدة تماماً" in text
    assert document.changes.added == 1
    (again,) = pipeline.sync(found).documents
    assert again.changes.added == 0


def test_who_saves_again_and_again_is_told_and_never_overwritten(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_a_paragraph(found)
    catalogue = found.catalogue_path(DOCUMENT, "en")
    saves = iter(range(9))
    one = editions.read

    def edition_while_somebody_saves(*words: object) -> Edition:
        edition = one(*words)
        save(catalogue, f"The war {next(saves)}")
        return edition

    monkeypatch.setattr(editions, "read", edition_while_somebody_saves)
    with pytest.raises(UserError, match="again and again") as caught:
        pipeline.sync(found)

    assert caught.value.problems[0].path == catalogue
    assert "The war 1" in catalogue.read_text("utf-8")


def add_a_paragraph(found: Project) -> None:
    seed = found.seeds / "sheet.txt"
    seed.write_text(seed.read_text("utf-8") + "\nفقرة جديدة تماماً.\n", encoding="utf-8")


def save(catalogue: Path, words: str | None) -> None:
    if words is not None:
        text = re.sub(
            r'msgstr "The (military campaign|war.*)"',
            f'msgstr "{words}"',
            catalogue.read_text("utf-8"),
        )
        catalogue.write_text(text, encoding="utf-8")


def git(root: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=root, capture_output=True, encoding="utf-8", check=True
    ).stdout


def test_settings_that_fit_nothing_are_told_with_their_line_and_stop_nothing(
    found: Project,
) -> None:
    toml = found.seeds / "sheet.toml"
    text = toml.read_text("utf-8").replace(
        'headings = ["',
        'note = { ar = "x", fr = "x" }\nnot_headings = ["سطر ما"]\nheadings = ["سطر آخر", "',
    )
    toml.write_text(text + '"عنوان آخر" = "another"\n', encoding="utf-8")
    rendered = pipeline.build(found, site=False)

    assert [(p.path, p.line, p.what.partition(":")[0]) for p in rendered.problems] == [
        (toml, 6, "headings"),
        (toml, 5, "not_headings"),
        (toml, 11, "[sections]"),
        (toml, 4, "note"),
    ]
    assert all(problem.todo for problem in rendered.problems)


def test_a_config_that_the_site_cannot_be_made_with_stops_before_anything_is_written(
    tmp_path: Path,
) -> None:
    demo_site.make(tmp_path)
    config = demo_site.CONFIG.replace("  - diglot\n", "").replace("folder", "suffix", 1)
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    seed = tmp_path / "seeds" / "sheet.txt"
    seed.write_text(seed.read_text("utf-8").replace("62", "63"), encoding="utf-8")
    before = snapshot(tmp_path)

    with pytest.raises(UserError) as caught:
        pipeline.build(project.load(tmp_path))

    assert len(caught.value.problems) == 2
    assert snapshot(tmp_path) == before


def test_the_pages_go_where_mkdocs_looks_for_them(tmp_path: Path) -> None:
    demo_site.make(tmp_path, demo_site.CONFIG + "docs_dir: pages\n")
    (tmp_path / "docs").rename(tmp_path / "pages")
    pipeline.build(project.load(tmp_path))

    assert (tmp_path / "pages" / "en" / DOCUMENT / "index.md").exists()
    assert (tmp_path / "site" / "en" / DOCUMENT / "index.html").exists()
    assert not (tmp_path / "docs").exists()
    assert not list((tmp_path / "site").rglob(".gitignore"))


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

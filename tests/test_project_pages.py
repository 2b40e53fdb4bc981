"""Pages that belong to no document: written, ignored by git, never over somebody's own."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from diglot import page_files, pipeline, project, project_pages
from diglot.markup import stamp
from diglot.problems import UserError
from diglot.project import Project
from diglot.steps.render import Page
from tests import demo_site

NAME = "status"


@pytest.fixture
def found(tmp_path: Path) -> Project:
    return project.load(demo_site.make(tmp_path))


def made(language: str, text: str = "Text") -> Page:
    head = f"---\ntitle: T\ndescription: D\ndiglot:\n  language: {language}\n"
    path = PurePosixPath(language, NAME, "index.md")
    return Page(path, stamp.stamped(head, f"---\n\n# {text}\n"))


def path_of(found: Project, language: str) -> Path:
    return found.docs / language / NAME / "index.md"


def test_the_pages_are_written_and_git_ignores_just_these(found: Project) -> None:
    written = project_pages.write(found, NAME, [made("ar"), made("en")])

    assert set(written.written) == {path_of(found, "ar"), path_of(found, "en")}
    ignored = path_of(found, "en").with_name(".gitignore").read_text("utf-8")
    assert ignored.splitlines()[1:] == ["/.gitignore", "/index.md"]


def test_the_same_pages_are_not_written_again(found: Project) -> None:
    project_pages.write(found, NAME, [made("en")])

    assert project_pages.write(found, NAME, [made("en")]).written == ()


def test_pages_that_are_not_wanted_any_more_go_with_their_folder(found: Project) -> None:
    project_pages.write(found, NAME, [made("ar"), made("en")])

    written = project_pages.write(found, NAME, [made("ar")])

    assert written.removed == (path_of(found, "en"),)
    assert not path_of(found, "en").parent.exists()
    assert path_of(found, "ar").exists()


@pytest.mark.parametrize("directory_urls", [True, False])
def test_terms_lead_to_a_glossary_of_ones_own(tmp_path: Path, *, directory_urls: bool) -> None:
    urls = f"use_directory_urls: {str(directory_urls).lower()}\n"
    root = demo_site.make(tmp_path, f"{urls}{demo_site.CONFIG}")
    (root / "translations/glossary.csv").write_text(
        "source,targets,forbidden,note\nشريكاً,partners,,\nالأراضي,land,,\n", "utf-8"
    )
    for language in ("ar", "en"):
        (root / "docs" / language / "glossary.md").write_text("# Our words\n", "utf-8")
    result = demo_site.build(root, "--strict")
    site = root / "site"
    links = [
        (page, link)
        for page in site.rglob("*.html")
        for link in re.findall(r'dg-term-entry"><a href="([^"#]+)#t-', page.read_text("utf-8"))
    ]

    assert result.returncode == 0, result.stderr
    assert {page.is_relative_to(site / "en") for page, _ in links} == {True, False}
    for page, link in links:
        target = page.parent / link
        assert (target / "index.html" if directory_urls else target).is_file()


@pytest.mark.parametrize("name", [f"{NAME}/index.md", f"{NAME}.md"])
def test_a_page_of_somebody_else_stays_and_none_is_made(found: Project, name: str) -> None:
    own = found.docs / "en" / name
    own.parent.mkdir(exist_ok=True)
    own.write_text("# Mine\n", "utf-8")

    project_pages.write(found, NAME, [made("ar"), made("en")])

    assert own.read_text("utf-8") == "# Mine\n"
    assert list(own.parent.glob("*.gitignore")) == []
    assert path_of(found, "ar").exists()


def test_one_that_was_edited_by_hand_is_told_of_and_left_alone(found: Project) -> None:
    project_pages.write(found, NAME, [made("en")])
    path = path_of(found, "en")
    path.write_text(path.read_text("utf-8") + "More\n", "utf-8")

    with pytest.raises(UserError, match="edited by hand") as told:
        project_pages.write(found, NAME, [made("en", "New")])

    assert told.value.problems[0].path == path
    assert "--adopt" not in str(told.value)
    assert "More" in path.read_text("utf-8")


def test_such_a_page_is_not_adopted(found: Project) -> None:
    project_pages.write(found, NAME, [made("en")])

    with pytest.raises(UserError, match="no page that diglot has made of a document"):
        pipeline.adopt(found, [path_of(found, "en")])


def test_removing_the_pages_of_documents_that_are_gone_leaves_them(found: Project) -> None:
    project_pages.write(found, NAME, [made("en")])

    removed = page_files.remove_others(found, {demo_site.DOCUMENT, *project_pages.PROJECT_PAGES})

    assert removed == ()
    assert path_of(found, "en").exists()


def test_no_document_can_have_their_name(found: Project) -> None:
    settings = found.seeds / "sheet.toml"
    settings.write_text(f'title = "عنوان"\nid = "{NAME}"\n', "utf-8")

    with pytest.raises(UserError) as told:
        pipeline.render(found)

    assert (told.value.problems[0].path, told.value.problems[0].line) == (settings, 2)


def test_the_page_of_all_documents_is_written_with_theirs(found: Project) -> None:
    """And says what the catalogues say."""
    pipeline.render(found)

    english = path_of(found, "en").read_text("utf-8")
    assert "Draft: 4 passages" in english
    assert "Not translated: 3 passages (43%)" in english
    assert '<a href="../fact-sheet/">' in english


def _never(*words: object, **more: object) -> tuple[Page, ...]:
    raise AssertionError("nothing has changed")


def test_it_is_not_made_again_where_nothing_has_changed(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.render(found)
    before = path_of(found, "en").stat().st_mtime_ns
    monkeypatch.setattr("diglot.status_pages.standing_pages", _never)

    assert pipeline.render(found).written == 0
    assert path_of(found, "en").stat().st_mtime_ns == before


def test_one_that_is_missing_is_made_though_nothing_else_has_changed(found: Project) -> None:
    pipeline.render(found)
    path_of(found, "en").unlink()

    assert pipeline.render(found).written == 1
    assert path_of(found, "en").exists()


def test_it_goes_with_the_last_document(found: Project) -> None:
    pipeline.render(found)
    for path in found.seeds.iterdir():
        path.unlink()

    pipeline.render(found)

    assert not path_of(found, "en").parent.exists()


def test_an_edited_one_stops_the_build_and_the_documents_are_done(found: Project) -> None:
    pipeline.render(found)
    path = path_of(found, "en")
    path.write_text(path.read_text("utf-8") + "More\n", "utf-8")
    catalogue = found.catalogue_path(demo_site.DOCUMENT, "en")
    english = catalogue.read_text("utf-8")
    catalogue.write_text(english.replace("Countering finance", "Against finance"), "utf-8")

    with pytest.raises(UserError, match="edited by hand"):
        pipeline.render(found)

    page = found.pages_folder(demo_site.DOCUMENT, "en") / "countering-finance.md"
    assert "Against finance" in page.read_text("utf-8")

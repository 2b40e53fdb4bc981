"""Finding a project, its languages and its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot import project, publication
from diglot.problems import UserError
from diglot.publication import Publication
from diglot.site.plugin import DiglotConfig

CONFIG = """
site_name: Test
theme:
  custom_dir: !ENV [NOWHERE, overrides]
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  - tags
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English}
        - {locale: ar, name: العربية, default: true}
        - {locale: fr, name: Français, build: false}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    return tmp_path


def test_languages_come_from_the_i18n_plugin_the_source_first(root: Path) -> None:
    found = project.load(root)

    assert [language.code for language in found.languages] == ["ar", "en"]
    assert found.source_language.direction == "rtl"
    assert found.target_languages[0].direction == "ltr"


def test_a_project_is_found_from_a_folder_inside_it(root: Path) -> None:
    (root / "docs" / "ar").mkdir(parents=True)

    assert project.find(root / "docs" / "ar").root == root


def test_a_folder_that_is_no_project_says_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="--project DIR"):
        project.find(tmp_path)


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("site_name: x\n", "languages of the project are not set"),
        ("plugins: [i18n]\n", "languages of the project are not set"),
        ("plugins:\n  - i18n: {languages: [{locale: ar, default: true}]}\n", "not set"),
        ("- just\n- a list\n", "not set"),
        ("", "not set"),
        ("site_name: [\nplugins:\n", "not YAML"),
    ],
)
def test_a_config_without_languages_says_what_is_missing(
    tmp_path: Path, config: str, words: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")

    with pytest.raises(UserError, match=words) as caught:
        project.load(tmp_path)

    assert caught.value.problems[0].path == tmp_path / "mkdocs.yml"


@pytest.mark.parametrize(
    ("config", "line", "words"),
    [
        (CONFIG.replace("locale: en", "locale: ../../en"), 13, "no code of a language"),
        (CONFIG.replace("locale: en", "locale: e"), 13, "no code of a language"),
        (CONFIG.replace("locale: en", "locale: no"), 13, "put it in quotes"),
        (CONFIG.replace("locale: en", "locale: [en]"), 13, "put it in quotes"),
        (CONFIG.replace("locale: en", "locale: AR"), 14, "stands here twice"),
        ("INHERIT: base.yml\n", None, "does not follow INHERIT"),
        ("site_name: 2026-02-31\n", None, "a date or a number in this file is none"),
        ("x: " + "[" * 5000 + "]" * 5000, None, "too many levels"),
    ],
)
def test_a_config_that_cannot_be_meant_is_refused(
    tmp_path: Path, config: str, line: int | None, words: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")

    with pytest.raises(UserError, match=words) as caught:
        project.load(tmp_path)

    assert caught.value.problems[0].line == line
    assert caught.value.problems[0].todo


def test_what_the_site_needs_is_told_with_its_line_and_stops_nothing_else(tmp_path: Path) -> None:
    config = CONFIG.replace("structure: folder", "structure: suffix")
    (tmp_path / "mkdocs.yml").write_text(config + "docs_dir: !ENV X\n", encoding="utf-8")
    problems = project.load(tmp_path).site_problems

    assert [problem.line for problem in problems] == [8, 11, 16]
    assert all(problem.todo for problem in problems)


def test_the_folder_of_the_pages_is_that_of_mkdocs(root: Path) -> None:
    (root / "mkdocs.yml").write_text(CONFIG + "docs_dir: pages\n", encoding="utf-8")

    assert project.load(root).docs == root / "pages"


@pytest.mark.parametrize("name", [".", "..", "docs/.."])
def test_the_folder_of_the_pages_is_not_the_project_itself(root: Path, name: str) -> None:
    (root / "mkdocs.yml").write_text(CONFIG + f"docs_dir: {name}\n", encoding="utf-8")

    assert [problem.line for problem in project.load(root).site_problems] == [8, 16]


def test_sources_are_the_visible_text_files_in_seeds_itself(root: Path) -> None:
    """Editors and systems leave hidden files; some systems write suffixes in capitals."""
    for name in (".#a.txt", "._a.txt", "a.txt~", "b.TXT", "a.txt", "c.pdf"):
        (root / "seeds" / name).write_text("نص", encoding="utf-8")
    (root / "seeds" / "old").mkdir()

    assert [path.name for path in project.load(root).source_paths()] == ["a.txt", "b.TXT"]


def test_what_is_left_aside_in_seeds_is_spoken_of(root: Path) -> None:
    for name in ("a.txt", "a.toml", "other.toml", ".b.toml"):
        (root / "seeds" / name).write_text("", encoding="utf-8")
    for name in ("more/c.txt", "images/c.png"):
        (root / "seeds" / name).parent.mkdir()
        (root / "seeds" / name).write_text("", encoding="utf-8")

    found = [problem.path.name for problem in project.load(root).left_aside() if problem.path]

    assert found == ["more", "other.toml"]


def test_two_sources_with_one_toml_are_to_be_renamed(root: Path) -> None:
    for name in ("two.md", "two.txt"):
        (root / "seeds" / name).write_text("نص", encoding="utf-8")
    (root / "seeds" / "two.toml").write_text('title = "x"', encoding="utf-8")

    with pytest.raises(UserError, match=r"rename one of them, since two\.toml belongs to both"):
        project.load(root).sources()


def test_two_documents_with_one_id_are_both_named(root: Path) -> None:
    (root / "seeds" / "a.txt").write_text("نص", encoding="utf-8")
    (root / "seeds" / "b.txt").write_text("نص", encoding="utf-8")
    (root / "seeds" / "b.toml").write_text('id = "a"', encoding="utf-8")

    with pytest.raises(
        UserError, match=r"b\.toml:1: this document has the id «a», and so has a\.txt"
    ):
        project.load(root).sources()


def test_a_document_cannot_take_the_address_of_a_page_or_of_a_language(root: Path) -> None:
    (root / "docs" / "en").mkdir(parents=True)
    (root / "docs" / "en" / "about.md").write_text("# About", encoding="utf-8")
    (root / "seeds" / "about.txt").write_text("نص", encoding="utf-8")
    (root / "seeds" / "en.txt").write_text("نص", encoding="utf-8")

    with pytest.raises(UserError) as caught:
        project.load(root).sources()

    assert [problem.path.name for problem in caught.value.problems if problem.path] == [
        "about.txt",
        "en.txt",
    ]


def test_every_source_that_cannot_be_taken_is_named(root: Path) -> None:
    (root / "seeds" / "a.txt").write_bytes(b"")
    (root / "seeds" / "b.txt").write_bytes(b"\xe1\xe1\xe1")
    (root / "seeds" / "notes.pdf").write_bytes(b"no source")

    with pytest.raises(UserError) as caught:
        project.load(root).sources()

    assert len(caught.value.problems) == 2


def test_a_project_without_seeds_says_so(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")

    with pytest.raises(UserError, match="no folder seeds/"):
        project.load(tmp_path).sources()


def test_a_second_search_is_named_with_its_line(root: Path) -> None:
    config = root / "mkdocs.yml"
    for name in ("search", "material/search", "search: {lang: ar}"):
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("plugins:\n", f"plugins:\n  - {name}\n"), "utf-8")

        problems = project.load(root).site_problems
        (problem,) = (each for each in problems if "a search of its own" in each.what)
        assert problem.line == text.splitlines().index("plugins:") + 1
        config.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("{publish: some}", "write all or reviewed"),
        ("{reviewers: 'yes'}", "write true or false"),
        ("{publich: all}", "it knows publish"),
        ("{take_away: pdf}", "write a list of what you want of pdf, epub, text"),
        ("{take_away: [pdf, docx]}", "write a list of what you want of pdf, epub, text"),
        ("{take_away: [[pdf]]}", "write a list of what you want of pdf, epub, text"),
    ],
)
def test_a_setting_of_the_plugin_that_cannot_be_meant_is_told_with_its_line(
    root: Path, settings: str, words: str
) -> None:
    config = CONFIG.replace("  - tags\n", f"  - tags\n  - diglot: {settings}\n")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    problems = project.load(root).site_problems

    line = config[: config.index(settings)].count("\n") + 1
    assert [problem.line for problem in problems] == [line]
    assert words in problems[0].todo


def test_an_address_for_reports_that_is_none_is_told_with_its_line(root: Path) -> None:
    settings = "{report: 'javascript:alert(1)'}"
    config = CONFIG.replace("  - tags\n", f"  - tags\n  - diglot: {settings}\n")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")

    found = project.load(root)

    (problem,) = found.site_problems
    assert problem.line == config[: config.index(settings)].count("\n") + 1
    assert "javascript:alert(1)" in problem.what
    assert found.publication == Publication()


def test_mkdocs_knows_every_setting_of_the_plugin() -> None:
    assert [name for name, _ in DiglotConfig._schema] == list(publication.DEFAULTS)


def test_settings_of_the_plugin_are_read(root: Path) -> None:
    settings = "  - diglot: {publish: reviewed, take_away: [pdf]}\n"
    (root / "mkdocs.yml").write_text(CONFIG.replace("  - tags\n", settings), encoding="utf-8")

    assert project.load(root).publication == Publication(publish="reviewed", take_away=("pdf",))

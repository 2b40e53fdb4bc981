"""Finding a project, its languages and its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot import project
from diglot.problems import UserError

CONFIG = """
site_name: Test
theme:
  custom_dir: !ENV [NOWHERE, overrides]
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  - search
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


def test_two_documents_with_one_id_are_both_named(root: Path) -> None:
    (root / "seeds" / "a.txt").write_text("نص", encoding="utf-8")
    (root / "seeds" / "b.txt").write_text("نص", encoding="utf-8")
    (root / "seeds" / "b.toml").write_text('id = "a"', encoding="utf-8")

    with pytest.raises(
        UserError, match=r"b\.toml: this document has the id «a», and so has a\.txt"
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

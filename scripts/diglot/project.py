"""A project: the folder with ``mkdocs.yml``, its languages, and where everything stands in it.

Hidden files of ``seeds/`` are no sources (editors and systems leave them), nor are folders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from diglot import configuration, files, source
from diglot.language import Language
from diglot.problems import Problem, UserError
from diglot.publication import AS_USUAL, Publication
from diglot.source import Source

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project is, and which languages it publishes."""

    root: Path
    source_language: Language
    target_languages: tuple[Language, ...]
    docs_dir: str = "docs"
    """Where the pages are; absolute, or below ``root``."""
    site_problems: tuple[Problem, ...] = ()
    """What in ``mkdocs.yml`` has to be put right before pages and site can be made."""
    directory_urls: bool = True
    """MkDocs' ``use_directory_urls``."""
    publication: Publication = AS_USUAL
    """How it is published."""
    site_url: str = ""
    """Where, if ``mkdocs.yml`` says so."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The source language, then the others in the order of ``mkdocs.yml``."""
        return (self.source_language, *self.target_languages)

    @property
    def config(self) -> Path:
        """``mkdocs.yml``."""
        return self.root / CONFIG

    @property
    def seeds(self) -> Path:
        """The folder of the sources."""
        return self.root / "seeds"

    @property
    def translations(self) -> Path:
        """The folder of templates, catalogues and glossary: what nobody can regenerate."""
        return self.root / "translations"

    @property
    def glossary_path(self) -> Path:
        """Where the glossary stands, if there is one."""
        return self.translations / "glossary.csv"

    @property
    def docs(self) -> Path:
        """The folder of the pages."""
        return self.root / self.docs_dir

    def template_path(self, document: str) -> Path:
        """Where a document's ``.pot`` stands."""
        return self.translations / f"{document}.pot"

    def catalogue_path(self, document: str, language: str) -> Path:
        """Where a document's ``.po`` of a language stands."""
        return self.translations / language / f"{document}.po"

    def pages_folder(self, document: str, language: str) -> Path:
        """The folder of a document's generated pages in a language."""
        return self.docs / language / document

    def source_paths(self) -> list[Path]:
        """The sources in ``seeds/``, in the order of their names."""
        if not files.is_folder(self.seeds):
            raise UserError(
                "there is no folder seeds/", path=self.root, todo="make it and put a source in it"
            )
        return [path for path in files.in_folder(self.seeds) if _is_source(path)]

    def sources(self) -> tuple[Source, ...]:
        """All sources; UserError tells of every one that cannot be taken, at once."""
        found: list[Source] = []
        problems: list[Problem] = []
        for path in self.source_paths():
            try:
                found.append(source.read(path))
            except UserError as error:
                problems.extend(error.problems)
        problems.extend(
            problem for _, problem in self.clashes((s.path, s.settings.id) for s in found)
        )
        if problems:
            raise UserError.of(problems)
        return tuple(found)

    def left_aside(self) -> Iterator[Problem]:
        """What stands in ``seeds/`` and looks as if it were meant for diglot, but is not taken."""
        found = files.in_folder(self.seeds)
        stems = {path.stem for path in found if _is_source(path)}
        for path in found:
            if path.name.startswith("."):
                continue
            if path.suffix == ".toml" and path.stem not in stems:
                todo = f"call the source {path.stem}.txt, or move this file away"
                yield Problem("these settings belong to no source", path, todo=todo)
            if files.is_folder(path) and any(map(_is_source, files.in_folder(path))):
                todo = "move them into seeds/ itself, or out of it"
                yield Problem("sources in a folder of seeds/ are not taken", path, todo=todo)

    def clashes(self, documents: Iterable[tuple[Path, str]]) -> Iterator[tuple[str, Problem]]:
        """Ids that a document cannot have beside the others; documents as (source, id)."""
        first: dict[str, Path] = {}
        pages = {
            language.code: {path.name for path in files.in_folder(self.docs / language.code)}
            for language in self.languages
        }
        for path, name in documents:
            other = f'write another id = "…" into {path.with_suffix(".toml").name}'
            if name in first:
                yield name, _clash_of(path, first[name], name)
            first.setdefault(name, path)
            if name in pages:
                what = f"«{name}» is a language of the site, and cannot be the id of a document"
                yield name, _problem_of_id(path, what, other)
            for code, names in pages.items():
                if f"{name}.md" in names:
                    what = (
                        f"the document «{name}» and the page {code}/{name}.md "
                        "would have the same address"
                    )
                    yield name, _problem_of_id(path, what, f"rename the page, or {other}")


def _is_source(path: Path) -> bool:
    return path.suffix.lower() in source.SUFFIXES and not path.name.startswith(".")


def _clash_of(path: Path, other: Path, name: str) -> Problem:
    toml = path.with_suffix(".toml")
    todo = f'give one of them another: id = "…" in {toml.name}'
    if toml == other.with_suffix(".toml"):
        todo = f"rename one of them, since {toml.name} belongs to both"
    return _problem_of_id(path, f"this document has the id «{name}», and so has {other.name}", todo)


def _problem_of_id(path: Path, what: str, todo: str) -> Problem:
    settings = source.read_settings(path)
    line = settings.line_of("id")
    return Problem(what, settings.path if line and settings.path else path, line, todo)


def find(start: Path) -> Project:
    """The project in this folder or the nearest one above it; UserError where there is none."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if files.exists(candidate / CONFIG):
            return load(candidate)
    raise UserError(
        f"there is no {CONFIG} in this folder or above it",
        path=start,
        todo="go into a project, or name one with --project DIR",
    )


def load(root: Path) -> Project:
    """The project in this very folder."""
    found = configuration.read(root / CONFIG)
    return Project(
        root,
        found.languages[0],
        found.languages[1:],
        found.docs_dir,
        found.site_problems,
        found.directory_urls,
        found.publication,
        found.site_url,
    )

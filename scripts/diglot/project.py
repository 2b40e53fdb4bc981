"""A project: the folder with ``mkdocs.yml``, its languages, and where everything stands in it.

Languages come from one place, the ``languages`` of the i18n plugin; the default one is the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from diglot import files, source
from diglot.language import Language
from diglot.problems import Problem, UserError
from diglot.source import Source

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project is, and which languages it publishes."""

    root: Path
    source_language: Language
    target_languages: tuple[Language, ...]
    directory_urls: bool = True
    """MkDocs' ``use_directory_urls``."""

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
    def docs(self) -> Path:
        """The folder of the pages."""
        return self.root / "docs"

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
        if not self.seeds.is_dir():
            raise UserError(
                "there is no folder seeds/", path=self.root, todo="make it and put a source in it"
            )
        return sorted(p for p in self.seeds.iterdir() if p.suffix in source.SUFFIXES)

    def sources(self) -> tuple[Source, ...]:
        """All sources; UserError tells of every one that cannot be taken, at once."""
        found: list[Source] = []
        problems: list[Problem] = []
        for path in self.source_paths():
            try:
                found.append(source.read(path))
            except UserError as error:
                problems.extend(error.problems)
        problems.extend(self._clashes(found))
        if problems:
            raise UserError.of(problems)
        return tuple(found)

    def _clashes(self, found: list[Source]) -> Iterator[Problem]:
        first: dict[str, Source] = {}
        for each in found:
            name = each.settings.id
            place = each.settings.path or each.path
            toml = each.path.with_suffix(".toml").name
            if name in first:
                yield Problem(
                    f"this document has the id «{name}», and so has {first[name].path.name}",
                    place,
                    todo=f'give one of them another: id = "…" in {toml}',
                )
            first.setdefault(name, each)
            if any(name == language.code for language in self.languages):
                yield Problem(
                    f"«{name}» is a language of the site, and cannot be the id of a document",
                    place,
                    todo=f'write another id = "…" into {toml}',
                )
            for language in self.languages:
                page = self.docs / language.code / f"{name}.md"
                if page.exists():
                    yield Problem(
                        f"the document «{name}» and the page {page.relative_to(self.root)} "
                        "would have the same address",
                        place,
                        todo=f'rename the page, or write another id = "…" into {toml}',
                    )


def find(start: Path) -> Project:
    """The project in this folder or the nearest one above it; UserError where there is none."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / CONFIG).is_file():
            return load(candidate)
    raise UserError(
        f"there is no {CONFIG} in this folder or above it",
        path=start,
        todo="go into a project, or name one with --project DIR",
    )


def load(root: Path) -> Project:
    """The project in this very folder."""
    path = root / CONFIG
    text = files.read_text(path)
    try:
        config = yaml.load(text, _ConfigLoader)  # a SafeLoader: see below
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UserError(
            f"this is not YAML ({getattr(error, 'problem', None) or 'it cannot be read'})",
            path=path,
            line=mark.line + 1 if mark else None,
            todo="mend the indentation or the quotes in this line",
        ) from error
    languages = _languages(config, path)
    # Whatever else it is (an `!ENV` that we do not read), MkDocs' default is the best guess.
    directory_urls = config.get("use_directory_urls") is not False
    return Project(root, languages[0], languages[1:], directory_urls)


class _ConfigLoader(yaml.SafeLoader):
    """Reads any ``mkdocs.yml``; tags such as ``!ENV`` or ``!!python/name:`` become None."""


_ConfigLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def _languages(config: object, path: Path) -> tuple[Language, ...]:
    entries = _i18n_languages(config)
    usable = [e for e in entries if isinstance(e, dict) and isinstance(e.get("locale"), str)]
    built = [e for e in usable if e.get("build", True) and e["locale"] != "null"]
    default = [e for e in built if e.get("default")]
    if len(default) != 1 or len(built) < 2:
        raise UserError(
            "the languages of the project are not set",
            path=path,
            todo="under plugins, i18n, languages: one entry with «locale» and «default: true» "
            "for the source, and one with «locale» for each translation",
        )
    ordered = default + [e for e in built if not e.get("default")]
    return tuple(Language(e["locale"], str(e.get("name") or e["locale"])) for e in ordered)


def _i18n_languages(config: object) -> list[Any]:
    plugins = config.get("plugins") if isinstance(config, dict) else None
    named: dict[str, Any] = {}
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(plugin, dict):
            named.update(plugin)
    settings = named.get("i18n")
    languages = settings.get("languages") if isinstance(settings, dict) else None
    return languages if isinstance(languages, list) else []

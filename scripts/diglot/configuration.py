"""``mkdocs.yml``, as far as diglot reads it: languages, folder of the pages, what the site needs.

In: the file. Out: a ``Configuration``; UserError, with the line, where the languages are not set or
cannot be what they are said to be.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from diglot import files, publication
from diglot.language import Language
from diglot.problems import Problem, UserError
from diglot.publication import Publication

_LOCALE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
"""It becomes the name of a folder and a part of every address."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What ``mkdocs.yml`` says of a project."""

    languages: tuple[Language, ...]
    """That of the sources first."""
    docs_dir: str
    """The folder of the pages, as MkDocs understands it: absolute, or below the project."""
    site_problems: tuple[Problem, ...]
    """What has to be put right before pages and site can be made."""
    directory_urls: bool
    """MkDocs' ``use_directory_urls``: a section is at ``<id>/``; otherwise at ``<id>.html``."""
    publication: Publication
    """The settings of our plugin."""
    site_url: str = ""
    """Where the site is published, as far as it is said here."""


def read(path: Path) -> Configuration:
    """The configuration in this file."""
    config = _parsed(files.read_text(path), path)
    settings = config if isinstance(config, dict) else _Settings()
    docs_dir = settings.get("docs_dir", "docs")
    return Configuration(
        _languages(settings, path),
        docs_dir if isinstance(docs_dir, str) and docs_dir else "docs",
        tuple(_site_problems(settings, path)),
        # Whatever else it is (an `!ENV` that we do not read), MkDocs' default is the best guess.
        settings.get("use_directory_urls") is not False,
        publication.of(_plugins(settings).get("diglot", {})),
        site_url if isinstance(site_url := settings.get("site_url"), str) else "",
    )


class _Settings(dict[Any, Any]):
    """A mapping that knows in which line each of its keys stands."""

    lines: dict[str, int]

    def line(self, key: str) -> int | None:
        """The line of a key; None where it is not there."""
        return getattr(self, "lines", {}).get(key)


class _Loader(yaml.SafeLoader):
    """Reads any ``mkdocs.yml``; tags such as ``!ENV`` or ``!!python/name:`` become None."""

    def with_lines(self, node: yaml.MappingNode) -> Iterator[_Settings]:
        settings = _Settings()
        settings.lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
        yield settings
        settings.update(self.construct_mapping(node))


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.with_lines)


def _parsed(text: str, path: Path) -> object:
    try:
        return yaml.load(text, _Loader)  # a SafeLoader: see above
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UserError(
            f"this is not YAML ({getattr(error, 'problem', None) or 'it cannot be read'})",
            path=path,
            line=mark.line + 1 if mark else None,
            todo="mend the indentation or the quotes in this line",
        ) from error
    except RecursionError as error:
        raise UserError(
            "there are too many levels, one in another", path=path, todo="take them apart"
        ) from error
    except (ValueError, AttributeError) as error:
        # PyYAML's way to say that a date or a number is none (2026-02-31, !!int x).
        why = f" ({error})" if isinstance(error, ValueError) else ""
        raise UserError(
            f"a date or a number in this file is none{why}",
            path=path,
            todo="put it right, or put it in quotes",
        ) from error


def _languages(config: dict[Any, Any], path: Path) -> tuple[Language, ...]:
    listed = _plugins(config).get("i18n", {}).get("languages")
    entries = [e for e in listed if isinstance(e, dict)] if isinstance(listed, list) else []
    built = [e for e in entries if e.get("build", True) and e.get("locale") not in (None, "null")]
    problems = list(_locale_problems(built, path))
    if problems:
        raise UserError.of(problems)
    default = [e for e in built if e.get("default")]
    if len(default) != 1 or len(built) < 2:
        inherits = " (diglot does not follow INHERIT: write them into this file)"
        raise UserError(
            "the languages of the project are not set" + (inherits if "INHERIT" in config else ""),
            path=path,
            todo="under plugins, i18n, languages: one entry with «locale» and «default: true» "
            "for the source, and one with «locale» for each translation",
        )
    ordered = default + [e for e in built if not e.get("default")]
    return tuple(Language(e["locale"], str(e.get("name") or e["locale"])) for e in ordered)


def _locale_problems(entries: list[Any], path: Path) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in entries:
        locale, line = entry["locale"], _line(entry, "locale")
        if not isinstance(locale, str):
            yield Problem(
                f"a «locale» must be a text, and this is one of the words that YAML reads as "
                f"something else ({locale})",
                path,
                line,
                'put it in quotes: locale: "no"',
            )
        elif not _LOCALE.fullmatch(locale):
            what = f"«{locale}» is no code of a language"
            yield Problem(what, path, line, "write one such as ar, en or pt-BR")
        elif locale.lower() in seen:
            what = f"the language «{locale}» stands here twice"
            yield Problem(what, path, line, "remove one of the two")
        seen.add(str(locale).lower())


def _site_problems(config: dict[Any, Any], path: Path) -> Iterator[Problem]:
    plugins = _plugins(config)
    if "diglot" not in plugins:
        yield Problem(
            "the plugin «diglot» is not among the plugins",
            path,
            _line(config, "plugins"),
            "write «- diglot» under plugins, before i18n",
        )
    ours = plugins.get("diglot", {})
    for name, what, todo in publication.problems(ours):
        yield Problem(what, path, _line(ours, name) or _line(config, "plugins"), todo)
    for name in ("search", "material/search"):
        if name in plugins:
            yield Problem(
                f"the plugin «{name}» is switched on, and diglot has a search of its own, which "
                "knows the forms of Arabic words",
                path,
                _line(config, "plugins"),
                f"remove «- {name}» from plugins",
            )
    i18n = plugins["i18n"]
    if i18n.get("docs_structure") != "folder":
        yield Problem(
            "diglot writes a folder of pages for each language, and i18n is set to expect others",
            path,
            _line(i18n, "docs_structure") or _line(i18n, "languages"),
            "write «docs_structure: folder» under plugins, i18n",
        )
    docs = config.get("docs_dir", "docs")
    if isinstance(docs, str) and path.is_relative_to(os.path.normpath(path.parent / docs)):
        yield Problem(
            "the folder of the pages would be the project itself, or one around it",
            path,
            _line(config, "docs_dir"),
            "write the name of a folder in the project: docs_dir: docs",
        )
    if not isinstance(docs, str):
        yield Problem(
            "diglot cannot read where the pages are",
            path,
            _line(config, "docs_dir"),
            "write the name of the folder, in quotes, without !ENV",
        )


def _plugins(config: dict[Any, Any]) -> dict[str, dict[Any, Any]]:
    """The settings of each plugin by its name."""
    plugins = config.get("plugins")
    found: dict[str, dict[Any, Any]] = {}
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        named = plugin if isinstance(plugin, dict) else {plugin: None}
        found |= {str(k): v if isinstance(v, dict) else {} for k, v in named.items()}
    return found


def _line(settings: object, key: str) -> int | None:
    return settings.line(key) if isinstance(settings, _Settings) else None

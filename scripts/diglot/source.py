"""A source as it was received, and the ``NAME.toml`` that may stand beside it.

In: files of ``seeds/``. Out: ``Source`` values, every setting checked; a UserError names file and
line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from diglot import files
from diglot.problems import Problem, UserError

SUFFIXES = (".txt", ".md")
LONGEST_ID = 100
"""Letters; ids become names of files, with a suffix."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID_RULE = f"use a-z, 0-9 and single hyphens, at most {LONGEST_ID} letters"
PROJECT_PAGES = ("glossary", "status")
"""Folders of pages that diglot makes of all documents together, in their order on the site."""
_RESERVED = frozenset({"index", "assets", "search", "404", "sitemap", *PROJECT_PAGES})
_RESERVED_SECTIONS = ("document", "index", "introduction")
"""``document/title`` is the document's own key, ``index.md`` its overview page; what stands before
the first heading is the introduction."""
_TEXTS = ("id", "title")
_LOCAL_TEXTS = ("origin", "licence", "note")
_LISTS = ("headings", "not_headings")
_KEYS = (*_TEXTS, "date", *_LOCAL_TEXTS, *_LISTS, "sections")


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``NAME.toml`` says of a source; empty where it says nothing.

    ``origin``, ``licence`` and ``note`` hold one text for every language (under ``""``), or one
    for each (``note = { ar = "…", en = "…" }``).
    """

    id: str
    title: str = ""
    date: date | str | None = None
    origin: Mapping[str, str] = field(default_factory=dict)
    licence: Mapping[str, str] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    not_headings: tuple[str, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)
    """Heading text → section id."""
    path: Path | None = None
    """The ``.toml``; None where there is none."""
    toml: str = field(default="", repr=False, compare=False)
    """The text of it, to name lines."""

    def line_of(self, key: str) -> int | None:
        """The line in which a setting stands; None where it is not set."""
        return _line_of(key, self.toml)

    def line_with(self, text: str) -> int | None:
        """The first line that holds a text."""
        lines = enumerate(self.toml.splitlines(), start=1)
        return next((number for number, line in lines if text in line), None)


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it was received."""

    path: Path
    text: str
    settings: Settings


def read(path: Path) -> Source:
    """The source at this path, with its settings; UserError for what cannot be taken."""
    return Source(path, files.read_source(path), read_settings(path))


def read_settings(path: Path) -> Settings:
    """The settings of the source at ``path``, from the ``.toml`` beside it or by default."""
    beside = path.with_suffix(".toml")
    text = files.read_text_if_there(beside)
    if text is None:
        return Settings(id=_default_id(path))
    try:
        values = tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError as error:  # TOMLDecodeError, or a number of thousands of digits
        line = re.search(r"at line (\d+)", str(error))
        raise UserError(
            f"this is not TOML ({error})",
            path=beside,
            line=int(line[1]) if line else text.count("\n") + 1,
            todo='write one setting a line, texts in quotes: title = "…"',
        ) from error
    except RecursionError as error:
        what = "there are too many levels, one in another"
        raise UserError(what, path=beside, todo="take them apart") from error
    problems = list(_problems(values, beside, text))
    if problems:
        raise UserError.of(problems)
    return Settings(
        id=values.get("id") or _default_id(path),
        title=" ".join(values.get("title", "").split()),
        date=values.get("date"),
        headings=tuple(values.get("headings", ())),
        not_headings=tuple(values.get("not_headings", ())),
        sections=values.get("sections", {}),
        path=beside,
        toml=text,
        **{name: _by_language(values.get(name)) for name in _LOCAL_TEXTS},
    )


def in_language(texts: Mapping[str, str], code: str) -> str:
    """The text for a language, or the one for all of them, or nothing."""
    return texts.get(code) or texts.get("", "")


def _default_id(path: Path) -> str:
    name = "-".join(re.findall(r"[a-z0-9]+", path.stem.lower()))
    if not name:
        what = "a document needs an id of the letters a-z, and the name of this file gives none"
    elif name in _RESERVED:
        what = f"«{name}», from the name of this file, is taken: the site has a page of that name"
    elif len(name) > LONGEST_ID:
        what = f"the name of this file is too long for an id (more than {LONGEST_ID} letters)"
    else:
        return name
    todo = f'rename the file, or write id = "…" into {path.with_suffix(".toml").name}'
    raise UserError(what, path=path, todo=todo)


def _by_language(value: str | Mapping[str, str] | None) -> Mapping[str, str]:
    if value is None:
        return {}
    return {"": value} if isinstance(value, str) else value


def _problems(values: Mapping[str, Any], path: Path, text: str) -> list[Problem]:
    found = []

    def complain(key: str, what: str, todo: str) -> None:
        found.append(Problem(what, path, _line_of(key, text), todo))

    for key, value in values.items():
        if key not in _KEYS:
            complain(key, f"unknown setting «{key}»", f"known are {', '.join(_KEYS)}")
        elif key in _TEXTS and not isinstance(value, str):
            complain(key, f"«{key}» must be a text", f'write {key} = "…"')
        elif key in _LOCAL_TEXTS and not (isinstance(value, str) or _is_texts(value)):
            complain(key, f"«{key}» must be a text", f'write {key} = "…", or {{ ar = "…", … }}')
        elif any(_CONTROL.search(text) for text in _texts_in(value)):
            complain(key, f"«{key}» has a control character in it", "take it out")
        elif key in _LISTS and not _is_list_of_texts(value):
            complain(key, f"«{key}» must be a list of texts", f'write {key} = ["…", "…"]')
        elif key == "date" and not isinstance(value, date | str):
            complain(key, "«date» must be a date", "write date = 2017-03-22")
        elif key == "sections" and not _is_texts(value):
            complain(key, "[sections] must say an id for each heading", 'write "heading" = "id"')
    found.extend(_id_problems(values, path, text))
    return found


def _id_problems(values: Mapping[str, Any], path: Path, text: str) -> list[Problem]:
    found = []
    name = values.get("id")
    if isinstance(name, str) and not _may_be_id(name, _RESERVED):
        what = f"«{name[:LONGEST_ID]}» cannot be the id of a document"
        todo = f"{_ID_RULE}, and none of " + ", ".join(sorted(_RESERVED))
        found.append(Problem(what, path, _line_of("id", text), todo))
    sections = values.get("sections")
    if not isinstance(sections, dict) or not _is_texts(sections):
        return found
    seen: dict[str, str] = {}
    for heading, section in sections.items():
        line = _line_of(heading, text)
        if not _may_be_id(section, _RESERVED_SECTIONS):
            what = f"«{section[:LONGEST_ID]}» cannot be the id of a section"
            todo = f"{_ID_RULE}, and none of " + ", ".join(_RESERVED_SECTIONS)
            found.append(Problem(what, path, line, todo))
        elif section in seen:
            what = f"two headings have the section id «{section}»"
            found.append(Problem(what, path, line, f"give «{heading}» another id"))
        seen[section] = heading
    return found


def _may_be_id(name: str, reserved: Collection[str]) -> bool:
    return bool(_ID.fullmatch(name)) and len(name) <= LONGEST_ID and name not in reserved


def _line_of(key: str, text: str) -> int | None:
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"""\s*\[?["']?{re.escape(key)}["']?\s*[]=.]""", line):
            return number
    return None


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in _texts_in(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts_in(part))


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)

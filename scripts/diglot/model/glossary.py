"""The glossary: how terms are to be translated, and how they are not.

``translations/glossary.csv``, a table that people edit in a spreadsheet: ``source``, ``targets``
(in order of preference) and ``forbidden`` (both divided by ``|``), ``note``. Columns may be divided
by commas, semicolons or tabs: spreadsheets write what the language of the machine asks for.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from diglot import files
from diglot.model.key import hash8
from diglot.problems import Problem, UserError

HEADER = ("source", "targets", "forbidden", "note")
_DELIMITERS = ",;\t"
_ANNOUNCED = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
"""The first line that Excel writes, or understands, to say what divides the columns."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the source language and its translations, the best first."""

    source: str
    targets: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    note: str = ""
    line: int | None = None


def anchor(term: Term) -> str:
    """The ``id`` that a term has on every page, the same in every language."""
    return _anchor(term.source)


@lru_cache(maxsize=4096)  # the same terms on every page
def _anchor(source: str) -> str:
    return f"t-{hash8(source)}"


@dataclass(frozen=True)
class Glossary:
    """The terms in the order of the file."""

    terms: tuple[Term, ...] = ()

    def __hash__(self) -> int:
        """Of all terms, reckoned once: checks keep what they found by text and glossary."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.terms)


def read(path: Path) -> Glossary:
    """The glossary in this file; empty where there is none. UserError tells of every bad line."""
    return parse(files.read_text(path), path) if files.exists(path) else Glossary()


def parse(text: str, path: Path) -> Glossary:
    """The glossary in a CSV text; a byte order mark, as spreadsheets write it, is no harm."""
    rows = [(line, _without_empty_end(cells)) for line, cells in _rows(text, path)]
    if not rows:
        return Glossary()
    (line, head), *others = rows
    if tuple(cell.strip().lower() for cell in head) != HEADER:
        raise UserError(
            f"the first line of the glossary is «{','.join(head)}»",
            path=path,
            line=line,
            todo=f"make it {','.join(HEADER)}",
        )
    terms = tuple(_term(line, cells) for line, cells in others if any(map(str.strip, cells)))
    problems = [
        *_misshapen(others, path),
        *_problems(terms, path),
        *(problem for term in terms for problem in _contradictions(term, path)),
    ]
    if problems:
        raise UserError.of(sorted(problems, key=lambda problem: problem.line or 0))
    return Glossary(terms)


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    text = text.removeprefix("\ufeff")
    announced = _ANNOUNCED.match(text)
    delimiter = announced[1] if announced else _delimiter(text)
    lines = text[announced.end() :] if announced else text
    reader = csv.reader(io.StringIO(lines, newline=""), strict=True, delimiter=delimiter)
    first = skipped = 1 if announced is None else 2
    try:
        for cells in reader:
            yield first, cells
            first = reader.line_num + skipped
    except csv.Error as error:
        raise UserError(
            f"this line is no CSV ({error})",
            path=path,
            line=first,
            todo='put a cell with commas or quotation marks into "…", and double the marks inside',
        ) from error


def _delimiter(text: str) -> str:
    """What the first line is divided by: what stands there most, a comma where nothing does."""
    head = text.partition("\n")[0]
    return max(_DELIMITERS, key=head.count)


def _without_empty_end(cells: list[str]) -> list[str]:
    """The cells up to the last that says something; spreadsheets fill up lines with empty ones."""
    filled = [number for number, cell in enumerate(cells, start=1) if cell.strip()]
    return cells[: filled[-1]] if filled else []


def _term(line: int, cells: list[str]) -> Term:
    source, targets, forbidden, note, *_ = [*(cell.strip() for cell in cells), "", "", "", ""]
    return Term(source, _divided(targets), _divided(forbidden), note, line)


def _divided(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _misshapen(rows: list[tuple[int, list[str]]], path: Path) -> Iterator[Problem]:
    for line, cells in rows:
        if len(cells) > len(HEADER):
            yield Problem(
                f"this line has {len(cells)} cells instead of {len(HEADER)}",
                path,
                line,
                'put a cell with commas in it into "…"',
            )


def _problems(terms: tuple[Term, ...], path: Path) -> Iterator[Problem]:
    first: dict[str, Term] = {}
    for term in terms:
        if not term.source:
            yield Problem("this line has no source term", path, term.line, "fill in or delete it")
        elif term.source in first:
            yield Problem(
                f"«{term.source}» stands in the glossary twice, first in line "
                f"{first[term.source].line}",
                path,
                term.line,
                "make one line of the two",
            )
        elif not term.targets and not term.forbidden:
            yield Problem(
                f"«{term.source}» has no translation",
                path,
                term.line,
                "write one into the second column, or one that is forbidden into the third",
            )
        first.setdefault(term.source, term)


def _contradictions(term: Term, path: Path) -> Iterator[Problem]:
    for target in term.targets:
        if target in term.forbidden:
            what = f"«{target}» is both asked for and forbidden for «{term.source}»"
            yield Problem(what, path, term.line, "delete it from one of the two columns")

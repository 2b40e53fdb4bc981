"""Checking on the disk: read what is meant, check it, and say in which file everything stands.

In: documents of a project, or PO files from anywhere. Out: what was found in each, one after the
other, so that no more than one catalogue is held at a time. Only a dismissal writes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from diglot.checking.chosen import Asked, Chosen, chosen, context_of, is_file
from diglot.checking.dismissing import Dismissal, dismiss
from diglot.checking.revisions import Before, texts_at
from diglot.checking.summary import Summary
from diglot.checks import Context
from diglot.model.catalogue import Segment
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.steps.check import Checked, are_all_for
from diglot.steps.check import check as check_catalogue

__all__ = [
    "Asked",
    "CheckedFile",
    "Dismissal",
    "Summary",
    "check",
    "context_of",
    "dismiss",
    "is_file",
    "summary_of",
]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What was found in a file."""

    path: Path
    checked: Checked
    note: Problem | None = None
    """What was not checked, and why."""


def check(
    project: Project | None, asked: Asked, refused: list[Problem], *, hints: bool = True
) -> Iterator[CheckedFile]:
    """The files that were asked for, in their order; nothing is written.

    ``refused`` takes what is wrong with files that cannot be read; the others are checked.
    UserError for a document, a language, a glossary or a revision that there is not.
    """
    found = chosen(project, asked)
    before = texts_at(asked.changed_from, found) if asked.changed_from else None
    for each in found:
        try:
            yield _checked(each, before, hints=hints)
        except UserError as error:
            refused.extend(error.problems)


def summary_of(project: Project, documents: Collection[str]) -> tuple[Summary, tuple[Problem, ...]]:
    """Errors and warnings in these documents, and what kept some of them from being checked."""
    counts, refused = Summary(), list[Problem]()
    if documents:
        try:
            for each in check(project, Asked(tuple(documents)), refused, hints=False):
                counts.add(each.checked)
        except UserError as error:
            refused.extend(error.problems)
    return counts, tuple(refused)


def _checked(each: Chosen, before: Before | None, *, hints: bool) -> CheckedFile:
    catalogue = each.read(each.path)
    context = each.context(catalogue)
    wanted = _changed_from(before(each)) if before else _any
    return CheckedFile(
        each.path,
        check_catalogue(catalogue, context, wanted=wanted, hints=hints),
        None if are_all_for(context) else _fewer(each.path, context),
    )


def _changed_from(before: frozenset[tuple[str, str, str]]) -> Callable[[Segment], bool]:
    return lambda segment: (segment.key, segment.source, segment.target) not in before


def _any(segment: Segment) -> bool:
    return True


def _fewer(path: Path, context: Context) -> Problem:
    languages = f"{context.source_language} → {context.target_language}"
    return Problem(
        f"this catalogue translates {languages}, and most checks are made for ar → en: "
        "only those that need to know neither language are run",
        path,
        todo="say --language CODE if it is another language",
    )

"""Where the documents of a project stand, against its limits and against an earlier commit.

In: documents with their progress. Out: problems, differences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from diglot import history
from diglot.editions import Edition
from diglot.history import Since
from diglot.problems import Problem
from diglot.project import Project
from diglot.steps.status import Limits, Progress
from diglot.steps.status import beyond as beyond_limits

Status = Sequence[tuple[Edition, Mapping[str, Progress]]]
"""Each document with its progress by language."""


def beyond(project: Project, found: Status, limits: Limits, today: date) -> tuple[Problem, ...]:
    """Where a document does not keep the limits of the project."""
    return tuple(
        Problem(what, project.catalogue_path(edition.id, language), line)
        for edition, languages in found
        for language, progress in languages.items()
        for what, line in beyond_limits(progress, limits, today)
    )


def since(project: Project, revision: str, found: Status) -> Since:
    """What became of every catalogue since the present branch left a revision (git)."""
    now = {(each.id, code): c for each, _ in found for code, c in each.catalogues.items()}
    return history.since(project, revision, now)

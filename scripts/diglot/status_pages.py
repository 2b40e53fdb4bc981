"""The pages ``docs/<language>/status/``, which say how far the translations are.

In: a project, and where each of its documents stands. Out: what was written.
"""

from __future__ import annotations

from collections.abc import Sequence

from diglot import project_pages
from diglot.cache import program, stamps
from diglot.page_files import Written
from diglot.project import Project
from diglot.steps.render import DocumentStanding, standing_pages


def write(project: Project, standings: Sequence[DocumentStanding]) -> Written:
    """Bring them up to date.

    Of ten thousand documents, making a page takes longer than seeing that it is there.
    """
    told = (program.version(), project.languages, project.directory_urls, project.publication)
    made_of = stamps.digest(repr((told, standings)).encode("utf-8", "surrogateescape"))
    if standings and project_pages.are_made_of(project, "status", made_of):
        return Written()
    pages = standing_pages(
        standings,
        project.languages,
        directory_urls=project.directory_urls,
        publication=project.publication,
        made_of=made_of,
    )
    return project_pages.write(project, "status", pages)

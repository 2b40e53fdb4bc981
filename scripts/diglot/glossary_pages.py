"""The pages of the glossary: as the glossary and all documents have it now.

In: a project, its glossary, where each document uses which term. Out: what was written.
"""

from __future__ import annotations

from collections.abc import Mapping

from diglot import project_pages
from diglot.model.glossary import Glossary
from diglot.page_files import Written
from diglot.project import Project
from diglot.steps.render.glossary_page import NAME, glossary_pages
from diglot.term_use import TermUse


def write(project: Project, glossary: Glossary, used: Mapping[str, TermUse]) -> Written:
    """Bring them up to date; gone where there is no term.

    UserError, and nothing of it is touched, where one was edited by hand or a link leads elsewhere.
    """
    pages = glossary_pages(glossary, project.languages, used, directory_urls=project.directory_urls)
    return project_pages.write(project, NAME, pages)

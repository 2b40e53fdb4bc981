"""The pages of the glossary: as the glossary and all documents have it now.

In: a project, its glossary, where each document uses which term. Out: what was written.
"""

from __future__ import annotations

from collections.abc import Iterable

from diglot import project_pages
from diglot.cache.summary import Summary
from diglot.model.glossary import Glossary
from diglot.page_files import Written
from diglot.project import Project
from diglot.steps.render.glossary_page import NAME, UsingDocument, glossary_pages


def using(known: Summary) -> UsingDocument:
    """What the pages need to know of a document."""
    return UsingDocument(known.id, known.titles, known.terms)


def write(project: Project, glossary: Glossary, used: Iterable[UsingDocument]) -> Written:
    """Bring them up to date; gone where there is no term.

    UserError, and nothing of it is touched, where one was edited by hand or a link leads elsewhere.
    """
    found, urls = tuple(used), project.directory_urls
    pages = glossary_pages(glossary, project.languages, found, directory_urls=urls)
    return project_pages.write(project, NAME, pages)

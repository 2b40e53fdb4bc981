"""Pages that belong to no document: ``docs/<language>/<name>/``, made by diglot from all of them.

In: a project, the name of the folder, pages. Out: what was written. As with the pages of documents,
a ``.gitignore`` beside them names them, and one that was edited by hand is told of and left alone.
Where people have a page of their own at such an address, theirs stays, and none is made.

To add another: a name in ``source.PROJECT_PAGES``, which no document can have then; and a call of
``write`` where documents are brought up to date. ``site.navigation`` takes it up by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from diglot import files, page_files
from diglot.page_files import Written
from diglot.project import Project
from diglot.source import PROJECT_PAGES
from diglot.steps.render import Page, is_generated, is_untouched

__all__ = ["PROJECT_PAGES", "are_made_of", "write"]

_FRONT = 2_000
"""Letters in which the front matter of such a page ends."""


def are_made_of(project: Project, name: str, digest: str) -> bool:
    """Whether the pages stand as they were made, of what has this digest: none need be made."""
    line = f'  made_of: "{digest}"\n'
    for language in project.languages:
        text = files.read_text_if_there(project.pages_folder(name, language.code) / "index.md")
        if text is None or line not in text[:_FRONT] or not is_untouched(text):
            return False
    return True


def write(project: Project, name: str, pages: Iterable[Page]) -> Written:
    """Bring the pages below ``docs/<language>/<name>/`` up to date: these, and no others.

    UserError, and nothing of it is touched, where one was edited by hand or a link leads elsewhere.
    """
    wanted = [page for page in pages if not _is_taken(project, name, page)]
    written = page_files.write(project, name, wanted, adopts=False)
    page_files.remove_ignore_files(_folders_without(project, name, wanted))
    return written


def _is_taken(project: Project, name: str, page: Page) -> bool:
    """Whether somebody's own page has this address."""
    path = project.docs / page.path
    found = files.read_text_if_there(path)
    if found is not None and not is_generated(found):
        return True
    return path.name == "index.md" and files.exists(path.parent.with_name(f"{name}.md"))


def _folders_without(project: Project, name: str, pages: Sequence[Page]) -> list[Path]:
    with_pages = {project.docs / page.path.parent for page in pages}
    folders = (project.pages_folder(name, language.code) for language in project.languages)
    return [folder for folder in folders if folder not in with_pages]

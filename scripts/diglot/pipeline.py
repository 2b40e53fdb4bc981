"""The whole story: sources → catalogues → pages → site.

Steps are pure; here is where they meet the disk. Each function does what the command of its name
does, for the shell, for MkDocs and for the review page alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from diglot import departures, editions, files, lock, page_files, publishing
from diglot.drafting import EngineFor, NoEngineError, draft, open_engine
from diglot.editions import Edition, doubts, load
from diglot.model.document import Document
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.source import Source
from diglot.steps.draft import Drafted
from diglot.steps.render import Page
from diglot.steps.render import render as render_pages
from diglot.steps.split import split
from diglot.steps.status import Progress
from diglot.steps.status import status as progress_of
from diglot.steps.unused_settings import unused_settings


@dataclass(frozen=True, slots=True)
class Rendered:
    """The documents whose pages are up to date now, in the order of ``seeds/``."""

    editions: tuple[Edition, ...]
    written: tuple[Path, ...]
    removed: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()
    """What does not stop the work, but ought to be known."""
    drafted: tuple[Drafted, ...] = ()
    """Documents with new drafts."""
    not_drafted: tuple[Problem, ...] = ()
    """Why there are none in some language."""


@runtime_checkable
class TakesRendered(Protocol):
    """The diglot plugin of MkDocs, as far as it matters here."""

    def take(self, project: Project, rendered: Rendered) -> None:
        """Use these pages instead of rendering them again."""


def build(
    project: Project,
    *,
    site: bool = True,
    engine_for: EngineFor = open_engine,
    progress: Callable[[int, int], None] = lambda done, words: None,
) -> Rendered:
    """Catalogues, drafts where an engine is there, pages and site, all up to date."""
    _require_site(project)
    editions = sync(project)
    drafted: list[Drafted] = []
    without: list[Problem] = []
    for language in project.target_languages:
        try:
            drafted += draft(
                project, engine_for=engine_for, languages=(language.code,), progress=progress
            )
        except NoEngineError as error:
            without.extend(error.problems)
    # No lock while it drafts, which may take hours.
    with lock.alone(project.root):
        rendered = _rendered(project, load(project) if drafted else editions)
        rendered = replace(rendered, drafted=tuple(drafted), not_drafted=tuple(without))
        if site:
            build_site(project, rendered)
    return rendered


def sync(
    project: Project, *, retire: Iterable[str] = (), rename: Iterable[tuple[str, str]] = ()
) -> tuple[Edition, ...]:
    """Bring templates and catalogues up to date with the sources.

    First the catalogues of documents to ``retire``, which have no source any more, and those to
    ``rename`` (old id, new id) are seen to.
    """
    with lock.alone(project.root):
        for document in retire:
            departures.retire(project, document)
        for old, new in rename:
            departures.rename(project, old, new)
        return tuple(editions.write(project, edition) for edition in load(project))


def render(project: Project) -> Rendered:
    """Write the pages of all documents; one that was edited by hand stops it, untouched."""
    with lock.alone(project.root):
        return _rendered(project, load(project))


def status(project: Project) -> tuple[tuple[Edition, Mapping[str, Progress]], ...]:
    """Each document with its progress by language."""
    return tuple(
        (
            edition,
            {language: progress_of(each) for language, each in edition.catalogues.items()},
        )
        for edition in load(project)
    )


def build_site(project: Project, rendered: Rendered) -> None:
    """Let MkDocs build the site; a warning of it is an error (``--strict``)."""

    def prepare(plugin: object) -> None:
        if isinstance(plugin, TakesRendered):
            plugin.take(project, rendered)

    publishing.build_site(project, prepare)


def serve(project: Project, *, port: int, open_browser: bool) -> None:
    """Serve the site, and build it again whenever a source, a catalogue or a page is saved.

    Catalogues are brought up to date once, at the start. The diglot plugin renders in each of these
    builds, from catalogues synced in memory: written, they would set off the next build.
    """
    _require_site(project)
    sync(project)
    publishing.serve_site(project, "127.0.0.1", port, open_browser=open_browser)


def outlines(
    project: Project | None, sources: Iterable[Source]
) -> tuple[tuple[Document, tuple[Problem, ...]], ...]:
    """The documents as split, each with what in its settings fits nothing.

    With their keys where the project has synced them before.
    """
    return tuple(_outline(project, source) for source in sources)


def _outline(project: Project | None, source: Source) -> tuple[Document, tuple[Problem, ...]]:
    if project is not None and files.exists(project.template_path(source.settings.id)):
        edition = editions.read(project, source)
        return edition.document, edition.doubts
    document = split(source, project.source_language.code if project else "ar")
    codes = [language.code for language in project.languages] if project else None
    return document, unused_settings(document, source, codes)


def _require_site(project: Project) -> None:
    if project.site_problems:
        raise UserError.of(project.site_problems)


def _rendered(project: Project, editions: tuple[Edition, ...]) -> Rendered:
    _require_site(project)
    pages = [page for edition in editions for page in _pages(project, edition)]
    written, removed = page_files.write(project, pages)
    return Rendered(editions, written, removed, doubts(project, editions))


def _pages(project: Project, edition: Edition) -> tuple[Page, ...]:
    return render_pages(
        edition.document,
        edition.catalogues,
        edition.source.settings,
        project.languages,
        directory_urls=project.directory_urls,
    )

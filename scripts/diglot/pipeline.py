"""The whole story: sources → catalogues → pages → site.

Steps are pure; here is where they meet the disk. Each function does what the command of its name
does, for the shell, for MkDocs and for the review page alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from diglot import departures, editions, files, lock, marking, publishing, serving
from diglot.adopting import Adopted, adopt_pages
from diglot.background import BackgroundDrafting
from diglot.checking import Summary, summary_of
from diglot.drafting import EngineFor, draft, open_engine
from diglot.editions import load
from diglot.marking import Named
from diglot.model.document import Document
from diglot.opened_engines import OpenedEngines
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.project import load as load_project
from diglot.source import Source
from diglot.standing import Status
from diglot.steps.draft import Drafted
from diglot.steps.mark import Marked, Verdict
from diglot.steps.split import split
from diglot.steps.status import status as progress_of
from diglot.steps.unused_settings import unused_settings
from diglot.upkeep import Done, Upkeep, Wish, bring_up_to_date
from diglot.watcher import Watcher

_CHECKED_BY_A_BUILD = 20
"""Documents; checking more takes longer than building them."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The documents whose pages are up to date now, in the order of ``seeds/``."""

    documents: Sequence[Done]
    written: int
    """Pages."""
    removed: int
    untranslated: Mapping[str, int]
    """By language: segments that show the source."""
    problems: tuple[Problem, ...] = ()
    """What does not stop the work, but ought to be known."""
    drafted: tuple[Drafted, ...] = ()
    """Documents with new drafts."""
    not_drafted: tuple[Problem, ...] = ()
    """Why there are none in some language."""
    checks: Summary | None = field(default_factory=Summary)
    """What the checks find in the documents that have new pages; None where those are many."""


@runtime_checkable
class TakesRendered(Protocol):
    """The diglot plugin of MkDocs, as far as it matters here."""

    def take(self, project: Project, rendered: Rendered, kept: object) -> object:
        """Use these pages instead of rendering them again.

        ``kept``: what this gave for the build before, to keep what has not changed since; anything
        else for the first of several builds; None for a single one.
        """


def build(
    project: Project,
    *,
    site: bool = True,
    engine_for: EngineFor = open_engine,
    progress: Callable[[int, int], None] = lambda done, words: None,
) -> Rendered:
    """Catalogues, drafts where an engine is there, pages and site, all up to date."""
    _require_site(project)
    engines = OpenedEngines(project, engine_for)
    # What is drafted first has its pages after that; the others are done in one go.
    wish = Wish(
        catalogues=True, pages=lambda edition: not engines.may_draft(edition.catalogues.values())
    )
    with lock.alone(project.root):
        kept = bring_up_to_date(project, wish)
        if not any(number and engines.is_there(code) for code, number in kept.to_draft.items()):
            return _finished(project, kept, (), engines.missing, site=site)
    # No lock while it drafts, which may take hours.
    drafted = [
        each
        for code, number in kept.to_draft.items()
        if number and engines.is_there(code)
        for each in draft(project, engine_for=engines, languages=(code,), progress=progress)
    ]
    before = kept
    with lock.alone(project.root):
        kept = bring_up_to_date(project, Wish(catalogues=True, pages=lambda edition: True))
        kept.rebuilt[:0] = before.rebuilt
        kept.written += before.written
        kept.removed += before.removed
        return _finished(project, kept, drafted, engines.missing, site=site)


def sync(
    project: Project, *, retire: Iterable[str] = (), rename: Iterable[tuple[str, str]] = ()
) -> Upkeep:
    """Bring templates and catalogues up to date with the sources.

    First the catalogues of documents to ``retire``, which have no source any more, and those to
    ``rename`` (old id, new id) are seen to.
    """
    with lock.alone(project.root):
        for document in retire:
            departures.retire(project, document)
        for old, new in rename:
            departures.rename(project, old, new)
        return bring_up_to_date(project, Wish(catalogues=True))


def mark(project: Project, verdict: Verdict, named: Named) -> tuple[Marked, ...]:
    """Give a person's verdict on the texts that they named; each file is written at once."""
    with lock.alone(project.root):
        return marking.mark(project, verdict, named)


def render(project: Project) -> Rendered:
    """Write the pages of all documents; those of one with an edited page stay as they are."""
    _require_site(project)
    with lock.alone(project.root):
        wish = Wish(catalogues=False, pages=lambda edition: True)
        return _rendered(bring_up_to_date(project, wish))


def adopt(project: Project, paths: Iterable[Path]) -> tuple[Adopted, ...]:
    """Bring what was typed into pages back into their catalogues, and write these pages anew."""
    with lock.alone(project.root):
        return adopt_pages(project, paths)


def status(project: Project) -> Status:
    """How far each document is; nothing is written."""
    return tuple(
        (
            edition,
            {language: progress_of(each) for language, each in edition.catalogues.items()},
        )
        for edition in load(project)
    )


def build_site(project: Project, rendered: Rendered) -> None:
    """Let MkDocs build the site; a warning of it is an error (``--strict``)."""
    publishing.build_site(project, _HandOver(project, rendered))


def serve(
    project: Project,
    *,
    port: int,
    open_browser: bool,
    drafts: bool = False,
    engine_for: EngineFor = open_engine,
) -> None:
    """Serve the site, and bring catalogues, pages and site up to date whenever something is saved.

    One save is one build. With ``drafts``, new text is drafted beside it, and its pages follow.
    """
    _require_site(project)
    background = BackgroundDrafting(project, engine_for) if drafts else None
    kept_pages: list[object] = [True]

    def refresh(watcher: Watcher) -> Callable[[object], None]:
        def knows(contents: Mapping[str, str | None]) -> None:
            watcher.knows({project.root / name: it for name, it in contents.items()})

        # Saved meanwhile, mkdocs.yml may say something else.
        found = load_project(project.root)
        _require_site(found)
        with lock.alone(found.root):
            kept = bring_up_to_date(found, Wish(catalogues=True, pages=lambda _: True, tell=knows))
        if background is not None and kept.to_draft.total():
            background.wake()
        return _HandOver(found, _rendered(kept), kept_pages)

    serving.serve_site(project, "127.0.0.1", port, refresh, open_browser=open_browser)


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


def _finished(
    project: Project,
    kept: Upkeep,
    drafted: Sequence[Drafted],
    missing: Sequence[Problem],
    *,
    site: bool,
) -> Rendered:
    # What has no new page was checked when it got one; nothing that is found stops a build.
    few = len(kept.rebuilt) <= _CHECKED_BY_A_BUILD
    checks, refused = summary_of(project, kept.rebuilt) if few else (None, ())
    rendered = replace(
        _rendered(kept),
        problems=tuple(dict.fromkeys((*kept.doubts, *refused))),
        drafted=tuple(drafted),
        not_drafted=tuple(missing),
        checks=checks,
    )
    if site:
        build_site(project, rendered)
    return rendered


@dataclass(frozen=True, slots=True)
class _HandOver:
    """Gives our plugin the pages, and what it kept of the build before."""

    project: Project
    rendered: Rendered
    kept: list[object] = field(default_factory=lambda: [None])

    def __call__(self, plugin: object) -> None:
        if isinstance(plugin, TakesRendered):
            self.kept[0] = plugin.take(self.project, self.rendered, self.kept[0])


def _rendered(kept: Upkeep) -> Rendered:
    return Rendered(
        kept.documents, kept.written, kept.removed, kept.untranslated, tuple(kept.doubts)
    )

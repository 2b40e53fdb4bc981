"""The whole story: sources → catalogues → pages → site.

Steps are pure; here is where they meet the disk. Each function does what the command of its name
does, for the shell, for MkDocs and for the review page alike.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from diglot import files
from diglot.drafting import EngineFor, NoEngineError, draft, open_engine
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.model.document import Document
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.source import Source
from diglot.steps.draft import Drafted
from diglot.steps.render import Page, is_generated, is_untouched
from diglot.steps.render import render as render_pages
from diglot.steps.split import split
from diglot.steps.status import Progress
from diglot.steps.status import status as progress_of
from diglot.steps.sync import Changes
from diglot.steps.sync import sync as sync_document


@dataclass(frozen=True, slots=True)
class Edition:
    """A document with everything that is known of it: keys, template, catalogues by language."""

    source: Source
    document: Document
    template: Catalogue
    catalogues: Mapping[str, Catalogue]
    changes: Changes
    """What its source has changed since the last ``sync``."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id


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
    rendered = render(project, None if drafted else editions)
    rendered = replace(rendered, drafted=tuple(drafted), not_drafted=tuple(without))
    if site:
        build_site(project, rendered)
    return rendered


def load(project: Project) -> tuple[Edition, ...]:
    """Every document, split and synced in memory; nothing is written."""
    editions: list[Edition] = []
    problems: list[Problem] = []
    for source in project.sources():
        try:
            editions.append(_edition(project, source))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError.of(problems)
    return tuple(editions)


def sync(project: Project) -> tuple[Edition, ...]:
    """Bring templates and catalogues up to date with the sources."""
    editions = load(project)
    for edition in editions:
        _write_catalogues(project, edition)
    return editions


def render(project: Project, editions: tuple[Edition, ...] | None = None) -> Rendered:
    """Write the pages of all documents; one that was edited by hand stops it, untouched.

    ``editions``: what ``load`` or ``sync`` gave, where that has been done already.
    """
    if editions is None:
        editions = load(project)
    pages = [page for edition in editions for page in _pages(project, edition)]
    wanted = {project.docs / page.path: page.text for page in pages}
    changed = tuple(path for path, text in wanted.items() if not files.holds(path, text))
    old = tuple(sorted(_pages_left_over(project, wanted)))
    _refuse_edited([*changed, *old])
    for path in changed:
        files.write_if_changed(path, wanted[path])
    for path in old:
        files.remove(path)
    return Rendered(editions, changed, old, tuple(_orphans(project, editions)))


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
    from mkdocs.commands.build import build as mkdocs_build  # here: half a second to import
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    _show_warnings()
    try:
        config = load_config(str(project.config), strict=True)
        for plugin in config.plugins.values():
            if isinstance(plugin, TakesRendered):
                plugin.take(project, rendered)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        raise UserError(
            f"MkDocs could not build the site: {str(error).strip() or type(error).__name__}",
            path=project.config,
            todo="see its messages above",
        ) from error


def _show_warnings() -> None:
    """MkDocs sets up its messages in its own command only; strict mode would fail in silence."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
        handler.setFormatter(logging.Formatter("MkDocs: %(levelname)s: %(message)s"))
        logger.addHandler(handler)
    # Material tells its makers' plans at every start; that is for maintainers of diglot to follow.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def site_folder(project: Project) -> Path:
    """Where MkDocs puts the site."""
    from mkdocs.config import load_config

    return Path(load_config(str(project.config)).site_dir)


def serve(project: Project, *, address: str, open_browser: bool) -> None:
    """Serve the site, and build it again whenever a source, a catalogue or a page is saved.

    Catalogues are brought up to date once, at the start. The diglot plugin renders in each of these
    builds, from catalogues synced in memory: written, they would set off the next build.
    """
    from mkdocs.commands.serve import serve as mkdocs_serve

    sync(project)
    _show_warnings()
    mkdocs_serve(
        str(project.config), livereload=True, dev_addr=address, open_in_browser=open_browser
    )


def outlines(project: Project | None, sources: Iterable[Source]) -> tuple[Document, ...]:
    """The documents as split; with their keys where the project has synced them before."""
    language = project.source_language.code if project else "ar"
    return tuple(_known_document(project, split(source, language), source) for source in sources)


def _known_document(project: Project | None, document: Document, source: Source) -> Document:
    if project is None or not project.template_path(document.id).exists():
        return document
    return _edition(project, source).document


def _edition(project: Project, source: Source) -> Edition:
    document = split(source, project.source_language.code)
    targets = [language.code for language in project.target_languages]
    synced = sync_document(
        document,
        source.settings,
        po_reader.read(project.template_path(document.id), document=document.id, language=""),
        {
            language: po_reader.read(
                project.catalogue_path(document.id, language),
                document=document.id,
                language=language,
            )
            for language in targets
        },
    )
    return Edition(source, synced.document, synced.template, synced.catalogues, synced.changes)


def _write_catalogues(project: Project, edition: Edition) -> None:
    """Catalogues first: when the machine stops in between, the template can be made again."""
    for language, catalogue in edition.catalogues.items():
        path = project.catalogue_path(edition.id, language)
        files.write_if_changed(path, po_writer.serialise(catalogue))
    files.write_if_changed(project.template_path(edition.id), po_writer.serialise(edition.template))


def _pages(project: Project, edition: Edition) -> tuple[Page, ...]:
    return render_pages(
        edition.document,
        edition.catalogues,
        edition.source.settings,
        project.languages,
        directory_urls=project.directory_urls,
    )


def _pages_left_over(project: Project, wanted: Collection[Path]) -> Iterator[Path]:
    """Pages of documents and sections that are gone, written by an earlier render."""
    for language in project.languages:
        for path in (project.docs / language.code).glob("*/*.md"):
            if path not in wanted and is_generated(files.read_text(path)):
                yield path


def _refuse_edited(paths: Iterable[Path]) -> None:
    problems = [
        Problem(
            "this page was edited by hand, and diglot would write over it",
            path,
            todo="bring your words into the catalogue in translations/, then delete the page; "
            "or move it away",
        )
        for path in paths
        if path.exists() and not is_untouched(files.read_text(path))
    ]
    if problems:
        raise UserError.of(problems)


def _orphans(project: Project, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """Catalogues without a source: kept, and spoken of."""
    known = {edition.id for edition in editions}
    for path in sorted(project.translations.glob("*/*.po")):
        if path.stem not in known:
            yield Problem(
                "this catalogue has no source any more",
                path,
                todo=f"put the source of «{path.stem}» back into seeds/, or move the file away",
            )

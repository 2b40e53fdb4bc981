"""Every document brought up to date, one after another; those that have not changed are skipped.

In: a project, and what is wanted of it. Out: what was done. Each document is read, written,
rendered and forgotten before the next, so that a large project needs no more memory than a small
one. A document with a problem is left as it is; the others are done, and all problems are told in
the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from diglot import (
    departures,
    editions,
    files,
    glossary_file,
    glossary_pages,
    page_files,
    status_pages,
)
from diglot.cache import register, stamps, summary
from diglot.cache.entries import Digests, Found, Learnt
from diglot.cache.register import Register
from diglot.cache.summary import Summary
from diglot.editions import Edition
from diglot.glossary_file import GlossaryFile
from diglot.model.catalogue import Catalogue
from diglot.model.glossary import Glossary
from diglot.model.state import State
from diglot.page_files import Written
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.public_record import PublicRecord
from diglot.source import PROJECT_PAGES, Source, read_settings
from diglot.source import read as read_source
from diglot.steps.render import DocumentStanding, Page, render
from diglot.steps.render.glossary_page import UsingDocument
from diglot.steps.sync import Changes
from diglot.summarising import standing_of, summary_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be up to date afterwards."""

    catalogues: bool
    """On the disk; otherwise pages are rendered from catalogues that are synced in memory."""
    pages: Callable[[Edition], bool] | None = None
    """For which of the documents that changed; None: of none, and nobody looks at pages."""
    tell: Callable[[Digests], None] = lambda contents: None
    """Is told what was read and written of each document that changed."""


@dataclass(frozen=True, slots=True)
class Done:
    """A document that is up to date, in short."""

    id: str
    sections: tuple[str, ...]
    changes: Changes
    """What its source has changed since the last ``sync``; nothing where none was wished for."""
    gone_sections: Mapping[str, str] = field(default_factory=dict)
    """Of every section that it had once: the section that has its text now, or ""."""
    record: PublicRecord = field(default_factory=PublicRecord)
    """What the site tells others of it."""


@dataclass(slots=True)
class Upkeep:
    """What was done."""

    documents: list[Done] = field(default_factory=list)
    """In the order of ``seeds/``."""
    written: int = 0
    """Pages."""
    rebuilt: list[str] = field(default_factory=list)
    """Documents with new pages."""
    removed: int = 0
    untranslated: Counter[str] = field(default_factory=Counter)
    """By language: segments without translation."""
    to_draft: Counter[str] = field(default_factory=Counter)
    """By language: segments that a machine may write."""
    waiting: int = 0
    """Documents whose pages were not wanted."""
    doubts: list[Problem] = field(default_factory=list)
    """What does not stop the work, but ought to be known: of seeds/, of settings, of catalogues."""
    marks: dict[Path, bytes] = field(default_factory=dict)
    """Of the texts of each source."""
    standings: list[DocumentStanding] = field(default_factory=list)
    """Where each document stands, for the page that says so."""
    using: list[UsingDocument] = field(default_factory=list)
    """Where each uses terms, for the page of the glossary."""

    def add(self, known: Summary, changes: Changes, pages: Written) -> None:
        """Count a document."""
        self.documents.append(
            Done(known.id, known.sections, changes, known.gone_sections, known.record)
        )
        self.written += len(pages.written)
        if pages.written:
            self.rebuilt.append(known.id)
        self.removed += len(pages.removed)
        self.standings.append(standing_of(known))
        self.using.append(glossary_pages.using(known))
        self.doubts.extend(known.doubts)
        for language, amounts in known.progress.items():
            self.untranslated[language] += amounts[State.UNTRANSLATED.value][0]
        self.to_draft.update(known.to_draft)


def bring_up_to_date(project: Project, wish: Wish) -> Upkeep:
    """Do what is wished for every document; for those who hold the lock of the project.

    UserError tells of every document that could not be done, at once.
    """
    upkeep = Upkeep()
    with register.opened(project) as known:
        found, problems = known.look(catalogues=wish.catalogues, pages=wish.pages is not None)
        terms = glossary_file.read(project)
        for each in found:
            try:
                _do(project, each, wish, known, upkeep, terms)
            except UserError as error:
                problems.extend(error.problems)
        ids = {each.id for each in found}
        if not problems:
            known.forget_others(found)
            if wish.pages is not None:
                others = page_files.remove_others(project, {*ids, *PROJECT_PAGES})
                upkeep.removed += len(others)
                problems.extend(_write_pages_of_all(project, terms, upkeep))
    if problems:
        raise UserError.of(problems)
    left_over = departures.orphans(project, ids, partial(_alike, project, upkeep.marks))
    upkeep.doubts[:] = [*project.left_aside(), *upkeep.doubts, *left_over]
    return upkeep


def _do(
    project: Project, found: Found, wish: Wish, known: Register, upkeep: Upkeep, terms: GlossaryFile
) -> None:
    upkeep.marks[found.path] = found.texts
    if found.summary is not None:
        unchanged = Changes(unchanged=found.summary.segments if wish.catalogues else 0)
        upkeep.add(found.summary, unchanged, Written())
        return
    settings = found.settings or read_settings(found.path)
    source = Source(found.path, files.read_source(found.path), settings)
    edition = editions.read(project, source)
    if wish.catalogues:
        edition = editions.write(project, edition)
    pages = None
    if wish.pages is not None and wish.pages(edition):
        pages = page_files.write(project, edition.id, _pages(project, edition, terms.glossary))
    upkeep.waiting += pages is None
    learnt = _learnt(project, edition, pages, terms, synced=wish.catalogues)
    upkeep.marks[found.path] = learnt.texts
    wish.tell(learnt.inputs)
    known.learn(learnt)
    changes = edition.changes if wish.catalogues else Changes()
    upkeep.add(learnt.summary, changes, pages or Written())


def _write_pages_of_all(
    project: Project, terms: GlossaryFile, upkeep: Upkeep
) -> tuple[Problem, ...]:
    """Write the pages that belong to no document; when all of the documents are done."""
    if upkeep.waiting:
        return ()
    upkeep.doubts.extend(terms.problems)
    try:
        for written in (
            status_pages.write(project, upkeep.standings),
            glossary_pages.write(project, terms.glossary, upkeep.using),
        ):
            upkeep.written += len(written.written)
            upkeep.removed += len(written.removed)
    except UserError as error:
        return error.problems
    return ()


def _pages(project: Project, edition: Edition, terms: Glossary) -> Sequence[Page]:
    return render(
        edition.document,
        edition.catalogues,
        edition.source.settings,
        project.languages,
        directory_urls=project.directory_urls,
        publication=project.publication,
        glossary=terms,
        site_url=project.site_url,
    )


def _learnt(
    project: Project, edition: Edition, pages: Written | None, terms: GlossaryFile, *, synced: bool
) -> Learnt:
    source = edition.source
    inputs = {
        source.path: source.text,
        source.path.with_suffix(".toml"): source.settings.toml if source.settings.path else None,
        **edition.held,
    }
    of_terms = {summary.relative(project.glossary_path, project.root): terms.digest}
    return Learnt(
        source.path,
        summary_of(edition, project, terms.glossary),
        _digests(project, inputs) | of_terms,
        None if pages is None else _digests(project, pages.standing),
        synced,
        summary.marked(_sources(edition)),
    )


def _digests(project: Project, texts: Mapping[Path, str | None]) -> dict[str, str | None]:
    return {
        summary.relative(path, project.root): None
        if text is None
        else stamps.digest(text.encode("utf-8"))
        for path, text in texts.items()
    }


def _sources(edition: Edition) -> Iterator[str]:
    """The texts that stand in this document, or stood there."""
    for catalogue in edition.catalogues.values():
        yield from (segment.source for segment in catalogue.segments)


def _alike(
    project: Project, marks: Mapping[Path, bytes], sentences: set[str], share: float
) -> Iterator[Catalogue]:
    """A catalogue of each document in which this share of the sentences may stand."""
    wanted = set(map(summary.mark, sentences))
    for path, found in marks.items():
        if len(wanted.intersection(summary.marks_in(found))) >= share * len(wanted):
            edition = editions.read(project, read_source(path))
            yield next(iter(edition.catalogues.values()), edition.template)

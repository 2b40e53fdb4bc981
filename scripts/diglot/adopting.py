"""Pages edited by hand, brought back into the catalogues.

In: a project, and the paths of pages. Out: catalogues with the typed texts, then these pages anew;
or nothing is touched. A page is written only over the very text that was adopted.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from diglot import editions, files
from diglot.editions import Edition
from diglot.markup import stamp
from diglot.model import glossary, po_writer
from diglot.model.catalogue import Catalogue
from diglot.model.glossary import Glossary
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.source import PROJECT_PAGES, Source
from diglot.steps.adopt import Adoption, Change, adopt
from diglot.steps.render import render


@dataclass(frozen=True, slots=True)
class Adopted:
    """What the catalogue has of a page now; no changes where nothing on it was typed anew."""

    path: Path
    changes: tuple[Change, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _EditedPage:
    path: Path
    name: PurePosixPath
    """Below ``docs/``: language, document, file."""
    text: str


@dataclass(slots=True)
class _Work:
    """The catalogues while one page after the other is taken over."""

    editions: dict[str, Edition] = field(default_factory=dict)
    catalogues: dict[tuple[str, str], Catalogue] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    glossary: Glossary = field(default_factory=Glossary)


def adopt_pages(project: Project, paths: Iterable[Path]) -> tuple[Adopted, ...]:
    """Bring the edited texts of pages into their catalogues, and write these pages anew.

    UserError, and nothing of it is written, where a change on a page belongs to no sentence.
    """
    pages = _pages(project, paths)
    edited = [page for page in pages if not stamp.is_untouched(page.text)]
    work = _Work(glossary=glossary.read(project.glossary_path))
    found = {page.path: _adoption(project, page, work) for page in edited}
    if work.problems:
        raise UserError.of(work.problems)
    _write_all(project, edited, work)
    return tuple(
        Adopted(p.path, found[p.path].changes, found[p.path].warnings)
        if p.path in found
        else Adopted(p.path)
        for p in pages
    )


def _pages(project: Project, paths: Iterable[Path]) -> tuple[_EditedPage, ...]:
    docs = Path(os.path.realpath(project.docs))
    pages: list[_EditedPage] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        real, text = Path(os.path.realpath(path)), files.read_text(path)
        name = PurePosixPath(real.relative_to(docs)) if real.is_relative_to(docs) else None
        is_ours = stamp.is_generated(text)
        if name is None or not is_ours or not _is_of_a_document(name):
            what = "this is no page that diglot has made of a document"
            what += "" if is_ours else "; it is yours, and stays as it is"
            todo = "name a page in docs/<language>/<document>/"
            problems.append(Problem(what, path, todo=todo))
        else:
            pages.append(_EditedPage(path, name, text))
    if problems:
        raise UserError.of(problems)
    return tuple(pages)


def _is_of_a_document(name: PurePosixPath) -> bool:
    return len(name.parts) == 3 and name.parts[1] not in PROJECT_PAGES


def _adoption(project: Project, page: _EditedPage, work: _Work) -> Adoption:
    language, document, _ = page.name.parts
    edition = work.editions.get(document)
    if edition is None:
        edition = _edition(project, document, page.path)
        work.editions[document] = edition
    now = _rendered(project, edition, edition.catalogues, work.glossary).get(page.name)
    if now is None:
        what = "diglot makes no such page any more: its section is gone, or has another name"
        todo = "keep your words, and delete the page"
        work.problems.append(Problem(what, page.path, todo=todo))
        return Adoption(edition.template)
    at = (document, language)
    catalogue = work.catalogues.get(at, edition.catalogues.get(language))
    found = adopt(page.text, now, edition.document, catalogue, page.path)
    work.problems += found.problems
    if found.changes:
        work.catalogues[at] = found.catalogue
    return found


def _edition(project: Project, document: str, path: Path) -> Edition:
    """The document, with its catalogues on the disk up to date with the source."""
    source = _source(project, document, path)
    editions.write(project, editions.read(project, source))
    return editions.read(project, source)


def _source(project: Project, document: str, path: Path) -> Source:
    for source in project.sources():
        if source.settings.id == document:
            return source
    raise UserError(
        f"there is no source of «{document}» any more",
        path=path,
        todo="put it back into seeds/, or keep your words and delete the page",
    )


def _rendered(
    project: Project, edition: Edition, catalogues: Mapping[str, Catalogue], terms: Glossary
) -> dict[PurePosixPath, str]:
    pages = render(
        edition.document,
        catalogues,
        edition.source.settings,
        project.languages,
        directory_urls=project.directory_urls,
        publication=project.publication,
        glossary=terms,
        site_url=project.site_url,
    )
    return {page.path: page.text for page in pages}


def _write_all(project: Project, pages: Iterable[_EditedPage], work: _Work) -> None:
    """The catalogues first: a page that still is as it was typed can be adopted again."""
    after = _after(project, work)
    catalogues = {
        project.catalogue_path(document, language): (document, po_writer.serialise(catalogue))
        for (document, language), catalogue in work.catalogues.items()
    }
    for page in pages:
        if files.read_text_if_there(page.path) != page.text:
            raise _changed_meanwhile(page.path)
    try:
        for path, (document, text) in catalogues.items():
            files.write_over(path, text, work.editions[document].held[path])
        for page in pages:
            files.write_over(page.path, after[page.name], page.text)
    except files.ChangedMeanwhileError as error:
        raise _changed_meanwhile(error.path) from error


def _after(project: Project, work: _Work) -> dict[PurePosixPath, str]:
    """The pages of these documents, as they are with what was typed."""
    texts: dict[PurePosixPath, str] = {}
    for document, edition in work.editions.items():
        catalogues = dict(_catalogues(edition, document, work))
        texts |= _rendered(project, edition, catalogues, work.glossary)
    return texts


def _catalogues(edition: Edition, document: str, work: _Work) -> Iterator[tuple[str, Catalogue]]:
    for language, catalogue in edition.catalogues.items():
        yield language, work.catalogues.get((document, language), catalogue)


def _changed_meanwhile(path: Path) -> UserError:
    what = "somebody has saved this file meanwhile"
    return UserError(what, path=path, todo="adopt the page once more")

"""Editions: a document with all that is known of it, from the disk and back to it.

In: a project. Out: its documents, split and synced in memory; catalogues that are up to date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from diglot import files
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.model.document import Document
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.source import Source
from diglot.steps.split import split
from diglot.steps.sync import Changes
from diglot.steps.sync import sync as sync_document
from diglot.steps.unused_settings import unused_settings


@dataclass(frozen=True, slots=True)
class Edition:
    """A document with everything that is known of it: keys, template, catalogues by language."""

    source: Source
    document: Document
    template: Catalogue
    catalogues: Mapping[str, Catalogue]
    changes: Changes
    """What its source has changed since the last ``sync``."""
    gone_sections: Mapping[str, str]
    """Of every section that the document had once: the section that has its text now, or ""."""
    held: Mapping[Path, str | None]
    """What its template and catalogues hold on the disk; None where there is no file."""
    doubts: tuple[Problem, ...] = ()
    """What in its settings fits nothing."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id


def load(project: Project) -> tuple[Edition, ...]:
    """Every document, split and synced in memory; nothing is written."""
    editions: list[Edition] = []
    problems: list[Problem] = []
    for source in project.sources():
        try:
            editions.append(read(project, source))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError.of(problems)
    return tuple(editions)


def read(project: Project, source: Source) -> Edition:
    """A document as its source, template and catalogues give it now; nothing is written."""
    document = split(source, project.source_language.code)
    template = project.template_path(document.id)
    paths = {
        each.code: project.catalogue_path(document.id, each.code)
        for each in project.target_languages
    }
    held = {path: files.read_text_if_there(path) for path in (template, *paths.values())}

    def parsed(path: Path, language: str) -> Catalogue | None:
        text = held[path]
        if text is None:
            return None
        return po_reader.parse(text, path, document=document.id, language=language)

    synced = sync_document(
        document,
        source.settings,
        parsed(template, ""),
        {language: parsed(path, language) for language, path in paths.items()},
        datetime.now().astimezone().date(),
    )
    return Edition(
        source,
        synced.document,
        synced.template,
        synced.catalogues,
        synced.changes,
        synced.gone_sections,
        held,
        unused_settings(document, source, [language.code for language in project.languages]),
    )


def write(project: Project, edition: Edition) -> Edition:
    """The edition whose catalogues are on the disk now.

    What somebody saved since they were read counts: the document is done again, with their words.
    """
    try:
        return _with_catalogues_written(project, edition)
    except files.ChangedMeanwhileError:
        again = replace(read(project, edition.source), changes=edition.changes)
    try:
        return _with_catalogues_written(project, again)
    except files.ChangedMeanwhileError as error:
        raise UserError(
            "somebody saves this file again and again while diglot brings it up to date",
            path=error.path,
            todo="nothing of it was overwritten; run diglot again when it is at rest",
        ) from error


def _with_catalogues_written(project: Project, edition: Edition) -> Edition:
    """Catalogues first: when the machine stops in between, the template can be made again."""
    texts = {
        project.catalogue_path(edition.id, language): po_writer.serialise(catalogue)
        for language, catalogue in edition.catalogues.items()
    }
    texts[project.template_path(edition.id)] = po_writer.serialise(edition.template)
    for path, text in texts.items():
        files.write_over(path, text, edition.held[path])
    return replace(edition, held=texts)

"""Sources that are gone, or have another name: their catalogues are kept until somebody decides.

In: a project. Out: catalogues retired (every entry obsolete, nothing deleted) or under the new
name; and what there is to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from diglot import files
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.model.state import State
from diglot.problems import Problem, UserError
from diglot.project import Project

_ENOUGH = 0.5
"""So many of its sentences have to stand in another document for it to be the same."""

Alike = Callable[[set[str], float], Iterable[Catalogue]]
"""Gives one catalogue of each document in which this share of the sentences may stand."""


def retire(project: Project, document: str) -> tuple[Path, ...]:
    """Make every entry of a document without a source obsolete, and remove its template.

    The catalogues that were written. When a source of that id comes, its translation comes back.
    """
    source = _source_of(project, document)
    if source is not None:
        what = f"«{document}» has a source, so it cannot be retired"
        raise UserError(what, path=source, todo="move the source away first")
    found = _catalogues(project, document)
    if not found:
        raise _unknown(project, document)
    for path, (text, catalogue) in found.items():
        files.write_over(path, po_writer.serialise(_retired(catalogue)), text)
    files.remove(project.template_path(document))
    return tuple(found)


def rename(project: Project, old: str, new: str) -> tuple[Path, ...]:
    """Give the catalogues of a document without a source to the one that has its text now.

    The catalogues that were written. UserError where the new document has translations already.
    """
    source = _source_of(project, old)
    if source is not None:
        what = f"«{old}» has a source, so its catalogues cannot go to «{new}»"
        raise UserError(what, path=source, todo="rename the source itself, or move it away")
    if _source_of(project, new) is None:
        known = ", ".join(each.settings.id for each in project.sources())
        what = f"there is no source with the id «{new}»"
        raise UserError(what, path=project.seeds, todo=f"there are: {known}")
    found = _catalogues(project, old)
    if not found:
        raise _unknown(project, old)
    there = _catalogues(project, new)
    wanted = {
        project.catalogue_path(new, catalogue.language): _renamed(catalogue, new)
        for _, catalogue in found.values()
    }
    _refuse_translated(there, wanted)
    for path, text in wanted.items():
        files.write_over(path, text, there[path][0] if path in there else None)
    # The new ones first: stopped here, both are there, and the command can be given again.
    for path in (*found, project.template_path(old)):
        files.remove(path)
    return tuple(wanted)


def orphans(project: Project, known: Collection[str], alike: Alike) -> Iterator[Problem]:
    """Catalogues with entries in use and without a source, and what may have become of it.

    ``known``: the documents that have a source.
    """
    folders = [project.translations / language.code for language in project.target_languages]
    every = (path for folder in folders for path in _files_in(folder))
    for path in every:
        if path.stem in known:
            continue
        try:
            catalogue = _parsed(path, path.stem, path.parent.name)[1]
        except UserError as error:
            # Nobody reads it, so it stops nothing; whoever decides on it has to know.
            yield from error.problems
            continue
        sentences = {segment.source for segment in catalogue.active}
        if sentences:
            todo = _todo(path.stem, _successor(sentences, alike))
            yield Problem("this catalogue has no source any more", path, todo=todo)


def _todo(document: str, successor: str | None) -> str:
    if successor is not None:
        return f"if it is «{successor}» now: diglot sync --rename {document}={successor}"
    return (
        f"if it is not to be published any more: diglot sync --retire {document}; "
        f"if it has another name: diglot sync --rename {document}=NEW; "
        "else put the source back into seeds/"
    )


def _successor(sentences: set[str], alike: Alike) -> str | None:
    """The document without a person's translation in which most of the sentences stand."""
    for catalogue in alike(sentences, _ENOUGH):
        if not _has_work(catalogue):
            common = sum(1 for s in catalogue.active if s.source in sentences)
            if common >= _ENOUGH * len(sentences):
                return catalogue.document
    return None


def _refuse_translated(
    there: Mapping[Path, tuple[str, Catalogue]], wanted: Mapping[Path, str]
) -> None:
    problems = [
        Problem(
            "this document has translations of its own, which the renamed ones would replace",
            path,
            todo="keep one of the two: move this file away, or retire the other document",
        )
        for path, (text, catalogue) in there.items()
        if _has_work(catalogue) and text != wanted.get(path)
    ]
    if problems:
        raise UserError.of(problems)


def _has_work(catalogue: Catalogue) -> bool:
    """Whether a person has had a hand in it; what a machine made can be made again."""
    no_ones = (State.UNTRANSLATED, State.DRAFT)
    return any(segment.state not in no_ones for segment in catalogue.segments)


def _retired(catalogue: Catalogue) -> Catalogue:
    obsolete = (replace(segment, obsolete=True) for segment in catalogue.segments)
    return catalogue.with_segments(tuple(sorted(obsolete, key=lambda segment: segment.key)))


def _renamed(catalogue: Catalogue, document: str) -> str:
    header = tuple(
        (name, document if value == catalogue.document and name == "Project-Id-Version" else value)
        for name, value in catalogue.header
    )
    return po_writer.serialise(replace(catalogue, document=document, header=header))


def _source_of(project: Project, document: str) -> Path | None:
    found = (each.path for each in project.sources() if each.settings.id == document)
    return next(found, None)


def _catalogues(project: Project, document: str) -> dict[Path, tuple[str, Catalogue]]:
    """By path: the text of each catalogue of a document, and what it holds."""
    paths = (project.catalogue_path(document, each.code) for each in project.target_languages)
    return {path: _parsed(path, document, path.parent.name) for path in paths if files.exists(path)}


def _parsed(path: Path, document: str, language: str) -> tuple[str, Catalogue]:
    text = files.read_text(path)
    return text, po_reader.parse(text, path, document=document, language=language)


def _files_in(folder: Path) -> list[Path]:
    found = files.in_folder(folder) if files.is_folder(folder) else []
    return [path for path in found if path.suffix == ".po" and not path.name.startswith(".")]


def _unknown(project: Project, document: str) -> UserError:
    what = f"there is no catalogue of a document «{document}»"
    return UserError(what, path=project.translations, todo="look for its name with diglot status")

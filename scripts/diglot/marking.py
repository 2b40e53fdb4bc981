"""Verdicts on the disk: which texts are meant, and each catalogue written with what was said.

In: a project, a verdict, and what a person named. Out: catalogues with verdicts, in
``translations/``. A verdict is on the texts as the files hold them: sources are not looked at, so
that nobody confirms what they have not seen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from diglot import files
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.change import Change
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.steps.mark import Marked, Verdict, is_named, keys_of_section
from diglot.steps.mark import mark as mark_catalogue

_TRIES = 3
"""Of writing a file that somebody is saving at the same time."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a person named: documents, and in them sections and keys; nothing by default."""

    documents: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    everything: bool = False
    cleared: bool = False
    """Of all these only the unreviewed texts whose ``fuzzy`` somebody took off."""
    numbers: bool = False
    """Of all these only the stale texts of whose source only numbers have changed."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A catalogue as it was read."""

    path: Path
    text: str
    catalogue: Catalogue


def mark(project: Project, verdict: Verdict, named: Named) -> tuple[Marked, ...]:
    """Give the verdict on what was named; nothing is written before all that was named is found.

    UserError for a name that there is not, and where nothing is named: a verdict on everything is
    none that slips out. Catalogues that could not be written are told of; the others are.
    """
    _require_a_name(named)
    found = [(each, _places(project, each.catalogue, named)) for each in _read(project, named)]
    _require_found(named, found)
    marked: list[Marked] = []
    problems: list[Problem] = []
    for each, places in found:
        try:
            marked.append(_written(each, verdict, tuple(_chosen(each.catalogue, named, places))))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError.of(problems)
    return tuple(marked)


def _require_a_name(named: Named) -> None:
    parts = named.sections or named.keys
    if named.everything and (named.documents or parts):
        raise UserError(
            "--all means every document, and others are named beside it",
            todo="leave one of the two out",
        )
    if not (named.everything or named.documents or parts or named.cleared):
        raise UserError(
            "nothing says which texts are meant",
            todo="name a document, --section ID, --key KEY, --cleared, or --all for everything",
        )


def _read(project: Project, named: Named) -> list[_Held]:
    """The catalogues of the documents named, or of all; UserError for any that is damaged."""
    known = {code: _documents(project, code) for code in _languages(project, named.languages)}
    ids = sorted({name for found in known.values() for name in found})
    _require_known(named.documents, ids, "catalogue of a document", "run diglot sync first")
    held: list[_Held] = []
    problems: list[Problem] = []
    for code, found in known.items():
        for document in found:
            if named.documents and document not in named.documents:
                continue
            try:
                held.append(_parsed(project.catalogue_path(document, code), document, code))
            except UserError as error:
                problems.extend(error.problems)
    if problems:
        raise UserError.of(problems)
    return held


def _languages(project: Project, asked: Sequence[str]) -> Sequence[str]:
    """Those asked for. Where there are several and none is, nobody knows which one was read."""
    codes = [language.code for language in project.target_languages]
    _require_known(asked, codes, "language", "")
    if not asked and len(codes) > 1:
        raise UserError(
            f"this project is translated into {', '.join(codes)}",
            todo="say with --language CODE which translation is meant",
        )
    return asked or codes


def _documents(project: Project, language: str) -> list[str]:
    paths = files.in_folder(project.translations / language)
    return [path.stem for path in paths if path.suffix == ".po" and not path.name.startswith(".")]


def _require_known(names: Iterable[str], known: Collection[str], what: str, todo: str) -> None:
    for name in names:
        if name not in known:
            there = f"there are: {', '.join(known)}" if known else todo
            raise UserError(f"there is no {what} «{name}» here", todo=there)


def _parsed(path: Path, document: str, language: str) -> _Held:
    text = files.read_text(path)
    return _Held(path, text, po_reader.parse(text, path, document=document, language=language))


Keys = Mapping[str, frozenset[str]]
"""What each section or passage that was named is in one catalogue, by the name given."""


def _places(project: Project, catalogue: Catalogue, named: Named) -> Keys:
    active = {segment.key for segment in catalogue.active}
    places = {word: frozenset(key for key in active if is_named(key, word)) for word in named.keys}
    if named.sections:
        path = project.template_path(catalogue.document)
        order = po_reader.read(path, document=catalogue.document, language="") or catalogue
        places |= {name: keys_of_section(order, name) & active for name in named.sections}
    return places


def _require_found(named: Named, found: Sequence[tuple[_Held, Keys]]) -> None:
    """A name that fits nothing is a slip, and so is one that fits several documents."""
    for word in (*named.sections, *named.keys):
        there = dict.fromkeys(each.catalogue.document for each, places in found if places[word])
        if not there:
            raise UserError(
                f"no section and no passage is called «{word}» here",
                todo="diglot split FILE shows the sections; the key is msgctxt in the catalogue, "
                "and what stands behind # in the address on the page",
            )
        if not named.documents and len(there) > 1:
            raise UserError(
                f"«{word}» is in several documents: {', '.join(there)}",
                todo="name the document as well",
            )


def _chosen(catalogue: Catalogue, named: Named, places: Keys) -> Iterator[Segment]:
    keys = frozenset[str]().union(*places.values())
    for segment in catalogue.active:
        meant = segment.key in keys or not places
        if named.numbers and not _is_stale_in_numbers(segment):
            continue
        if meant and (segment.is_cleared or not named.cleared):
            yield segment


def _is_stale_in_numbers(segment: Segment) -> bool:
    return any(said.get("kind") == Change.NUMBERS for said in segment.holding("stale"))


def _written(held: _Held, verdict: Verdict, chosen: tuple[Segment, ...]) -> Marked:
    """Into the file as it is now; what a person saved there meanwhile is never overwritten."""
    now = held
    for _ in range(_TRIES):
        marked = mark_catalogue(now.catalogue, verdict, chosen)
        with suppress(files.ChangedMeanwhileError):
            if marked.changes:
                files.write_over(now.path, po_writer.serialise(marked.catalogue), now.text)
            return marked
        now = _parsed(now.path, now.catalogue.document, now.catalogue.language)
    raise UserError(
        "somebody saves this file again and again while diglot writes verdicts into it",
        path=held.path,
        todo="run this again when it is at rest",
    )

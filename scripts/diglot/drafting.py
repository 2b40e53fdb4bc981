"""Drafting on the disk: which catalogues, which engine, and each file written when it is finished.

In: a project. Out: catalogues with drafts, in ``translations/``. The work itself is a step.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from diglot import files
from diglot.cache import register
from diglot.cache.entries import Found
from diglot.cache.summary import Summary, mark, marks_in
from diglot.checking import context_of
from diglot.engine_choice import EngineFor, NoEngineError, open_engine
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.steps.draft import (
    HYPOTHESES,
    Drafted,
    Engine,
    merged,
    only_left_alone,
    remember,
    segments_to_draft,
    to_draft,
    words_to_draft,
)
from diglot.steps.draft import draft as draft_catalogues

__all__ = ["EngineFor", "NoEngineError", "draft", "open_engine"]

_SECONDS_BETWEEN_WRITES = 10.0
"""Of one document in the making: so much work is lost at most when the machine stops."""


_TRIES = 3
"""Of writing a file that somebody is saving at the same time."""


def draft(
    project: Project,
    *,
    engine_for: EngineFor = open_engine,
    languages: Collection[str] = (),
    documents: Collection[str] = (),
    redo: bool = False,
    hypotheses: int = HYPOTHESES,
    progress: Callable[[int, int], None] = lambda done, words: None,
) -> tuple[Drafted, ...]:
    """Draft what has no translation, and write each catalogue as soon as it is finished.

    All languages and documents where none is named. ``progress`` is told how many words are done,
    and of how many. Stopped at any moment, what was finished is on the disk. UserError tells of
    catalogues that could not be written; the others are. NoEngineError tells that some texts would
    have needed an engine; what is known elsewhere in the project was drafted.
    """
    chosen = _named(languages, [each.code for each in project.target_languages], "language")
    found = _documents(project)
    wanted = set(_named(documents, [each.id for each in found], "document"))
    work = {code: _to_draft(project, found, wanted, code, redo=redo) for code in chosen}
    words = {language: words_to_draft(each, redo=redo) for language, each in work.items()}
    told = _Told(progress, sum(words.values()))
    finished: list[Drafted] = []
    problems: list[Problem] = []
    missing: list[Problem] = []
    for language, catalogues in work.items():
        finished += only_left_alone(catalogues, redo=redo)
        if not words[language]:
            continue
        engine, why = _engine(engine_for, project, language)
        drafts = draft_catalogues(
            catalogues,
            engine,
            memory=remember(_knowing(project, found, catalogues, redo=redo), redo=redo),
            context=context_of(project, language),
            redo=redo,
            hypotheses=hypotheses,
            done=told.more,
        )
        done = tuple(_written(project, {c.document: c for c in catalogues}, drafts, problems))
        finished += done
        if sum(len(each.results) for each in done) < segments_to_draft(catalogues, redo=redo):
            missing += why
    if problems:
        raise UserError.of(problems)
    if missing:
        raise NoEngineError.after(finished, missing)
    return tuple(finished)


def _engine(
    engine_for: EngineFor, project: Project, language: str
) -> tuple[Engine | None, Sequence[Problem]]:
    """The engine, or why there is none."""
    try:
        return engine_for(project, language), ()
    except NoEngineError as error:
        return None, error.problems


@dataclass(slots=True)
class _Told:
    """How far the work is, over all languages."""

    progress: Callable[[int, int], None]
    total: int
    done: int = 0

    def more(self, words: int) -> None:
        self.done += words
        self.progress(self.done, self.total)


def _documents(project: Project) -> list[Found]:
    """All documents; what is known of those whose catalogues are up to date and unchanged."""
    with register.opened(project, may_learn=False) as known:
        found, problems = known.look(catalogues=True, pages=False)
    if problems:
        raise UserError.of(problems)
    return found


def _to_draft(
    project: Project, found: Sequence[Found], wanted: Collection[str], language: str, *, redo: bool
) -> list[Catalogue]:
    """The catalogues that are to be drafted, in the order of documents."""
    ids = [
        each.id
        for each in found
        if each.id in wanted and (redo or _concerns_draft(each.summary, language))
    ]
    return list(_catalogues(project, ids, language))


def _concerns_draft(known: Summary | None, language: str) -> bool:
    """Whether there may be something to draft, or to tell of."""
    return known is None or any(each.get(language) for each in (known.to_draft, known.left_alone))


def _knowing(
    project: Project, found: Sequence[Found], work: Sequence[Catalogue], *, redo: bool
) -> Iterator[Catalogue]:
    """Every catalogue in which a text that is to be drafted may stand translated."""
    texts = {segment.source for catalogue in work for segment in to_draft(catalogue, redo=redo)}
    marks = {mark(text) for text in texts}
    read = {catalogue.document: catalogue for catalogue in work}
    for each in found:
        if each.id in read:
            yield read[each.id]
        elif each.summary is None or not marks.isdisjoint(marks_in(each.texts)):
            yield from _catalogues(project, [each.id], work[0].language)


def _catalogues(project: Project, documents: Iterable[str], language: str) -> Iterator[Catalogue]:
    """The catalogues on the disk; UserError tells of every one that cannot be read, at once."""
    problems: list[Problem] = []
    for document in documents:
        try:
            path = project.catalogue_path(document, language)
            text = files.read_text_if_there(path)
            if text is not None:
                yield po_reader.parse(text, path, document=document, language=language)
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError.of(problems)


def _written(
    project: Project,
    before: Mapping[str, Catalogue],
    drafts: Iterator[Drafted],
    problems: list[Problem],
) -> Iterator[Drafted]:
    """Writes the drafts as they come, and gives those of the documents that are finished."""
    waiting: Drafted | None = None
    last = time.monotonic()
    try:
        for drafted in drafts:
            waiting = drafted
            if not drafted.complete and time.monotonic() - last < _SECONDS_BETWEEN_WRITES:
                continue
            waiting = None
            problems += _write_drafts(project, before[drafted.catalogue.document], drafted)
            last = time.monotonic()
            if drafted.complete:
                yield drafted
    finally:
        if waiting is not None:
            problems += _write_drafts(project, before[waiting.catalogue.document], waiting)


def _write_drafts(project: Project, before: Catalogue, drafted: Drafted) -> tuple[Problem, ...]:
    """Into the file as it is now: what a person wrote there meanwhile is never overwritten."""
    after = drafted.catalogue
    path = project.catalogue_path(after.document, after.language)
    try:
        for _ in range(_TRIES):
            text = files.read_text_if_there(path)
            if text is None:
                return ()
            now = po_reader.parse(text, path, document=after.document, language=after.language)
            with suppress(files.ChangedMeanwhileError):
                files.write_over(path, po_writer.serialise(merged(now, before, after)), text)
                return ()
    except UserError as error:
        return error.problems
    todo = "run diglot draft again when it is at rest"
    return (Problem("somebody saves this file while diglot drafts it", path, todo=todo),)


def _named(names: Collection[str], known: Collection[str], what: str) -> list[str]:
    """Those that were named, or all; UserError for a name that there is not."""
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UserError(
            f"there is no {what} «{unknown[0]}» here", todo=f"there are: {', '.join(known)}"
        )
    return [name for name in known if not names or name in names]

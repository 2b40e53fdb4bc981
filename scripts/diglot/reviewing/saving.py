"""One decision into the file as it is now.

Law: the file is the old one or the new one; only the one segment differs; a text that the person
has not seen is never overwritten, nor confirmed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diglot import files
from diglot.checks import Context, Finding, Severity
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.problems import UserError
from diglot.reviewing.asking import Asked
from diglot.steps import review
from diglot.steps.check import check, dismissed
from diglot.steps.mark import Left, Reviewed, Unreviewed, judged

_TRIES = 3
"""Of writing a file that somebody is saving at the same time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision."""

    kind: str
    """``saved``, ``changed`` (by somebody else), ``blocked`` (by errors), ``empty``, ``conflict``,
    ``gone``."""
    now: Segment | None = None
    """The segment as the file has it."""
    before: Segment | None = None
    findings: tuple[Finding, ...] = ()
    """Of the present text, without those dismissed."""
    revision: str = ""
    """Of the file that was written."""
    catalogue: Catalogue | None = None
    """As it was written."""

    @property
    def may_be_found_otherwise(self) -> bool:
        """Whether the checks may find something else in this block now."""
        before, now = self.before, self.now
        if before is None or now is None:
            return False
        return (before.target, before.holding("dismissed")) != (
            now.target,
            now.holding("dismissed"),
        )


Change = Callable[[Catalogue, Segment], Segment | Outcome]


Place = tuple[Path, str, str]
"""A catalogue's file, its document and its language."""


def save(place: Place, identity: tuple[str, str], change: Change) -> Outcome:
    """Write what ``change`` makes of the segment; UserError where the file cannot be used."""
    path, document, language = place
    for _ in range(_TRIES):
        text = files.read_text(path)
        catalogue = po_reader.parse(text, path, document=document, language=language)
        segment = catalogue.get(*identity)
        if segment is None:
            return Outcome("gone")
        after = change(catalogue, segment)
        if isinstance(after, Outcome):
            return after
        try:
            changed = with_one(catalogue, after)
            files.write_over(path, po_writer.serialise(changed), text)
        except files.ChangedMeanwhileError:
            continue
        return Outcome("saved", after, segment, revision=revision(path), catalogue=changed)
    raise UserError(
        "somebody saves this file again and again",
        path=path,
        todo="nothing of it was overwritten, and your text is still on the page; try again",
    )


def decided(asked: Asked, on: date, context: Context) -> Change:
    """The change that a decision makes, or why it cannot be made."""

    def change(catalogue: Catalogue, segment: Segment) -> Segment | Outcome:
        if segment.target != asked.seen:
            return Outcome("changed", segment)
        after = _with_text(segment, asked)
        after = _with_words(after, asked)
        for name in asked.dismiss:
            one = catalogue.with_segments((after,))
            (after,) = dismissed(one, frozenset({after.identity}), name, asked.by).segments
        if asked.take_back:
            after = _taken_back(after, asked.by)
        return _confirmed(catalogue, segment, after, asked, on, context) if asked.confirm else after

    return change


def with_one(catalogue: Catalogue, after: Segment) -> Catalogue:
    """The catalogue with this segment in the place of the one of its identity."""
    return catalogue.with_segments(
        tuple(after if each.identity == after.identity else each for each in catalogue.segments)
    )


def findings_of(catalogue: Catalogue, segment: Segment, context: Context) -> tuple[Finding, ...]:
    """What is found in one segment, with the rest of its block; none that was dismissed."""
    block = tuple(s for s in with_one(catalogue, segment).active if s.key == segment.key)
    found = check(catalogue.with_segments(block), context).found
    return tuple(each.finding for each in found if each.segment.identity == segment.identity)


def revision(path: Path) -> str:
    """Changes with every save of the file, whoever saves it; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns:x}-{found.st_size:x}-{found.st_ino:x}"


def _with_text(segment: Segment, asked: Asked) -> Segment:
    if asked.settle:
        segment = review.settled(segment)
    if asked.text is not None:
        segment = review.rewritten(segment, asked.text)
    return review.left_empty(segment, asked.by) if asked.empty else segment


def _with_words(segment: Segment, asked: Asked) -> Segment:
    say = {
        "needs-work": review.objected,
        "source-wrong": review.doubted,
        "note": review.noted,
    }
    for kind, words in asked.says.items():
        segment = say[kind](segment, asked.by, words)
    return segment


def _taken_back(segment: Segment, by: str) -> Segment:
    own = judged(segment, Unreviewed(by))
    found = judged(segment, Unreviewed()) if isinstance(own, Left) else own
    return segment if isinstance(found, Left) else found


def _confirmed(
    catalogue: Catalogue,
    before: Segment,
    after: Segment,
    asked: Asked,
    on: date,
    context: Context,
) -> Segment | Outcome:
    if after.holding("conflict"):
        return Outcome("conflict", before)
    findings = findings_of(catalogue, after, context) if after.target else ()
    errors = tuple(each for each in findings if each.severity is Severity.ERROR)
    if errors:
        return Outcome("blocked", before, findings=findings)
    found = judged(after, Reviewed(asked.by, on))
    if found is Left.CONFLICT:
        return Outcome("conflict", before)
    if found is Left.UNTRANSLATED:
        return Outcome("empty", before)
    # «Reviewed already» by this very person is nothing to complain of.
    return after if isinstance(found, Left) else found

"""One change into a catalogue's file as it is now.

Law: the file is the old one or the new one; only the one segment differs, and those that somebody
has set back; a text that the person has not seen is never overwritten, nor confirmed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from diglot import files
from diglot.checks import Finding
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.problems import UserError
from diglot.reviewing.sitting import Sitting

_TRIES = 3
"""Of writing a file that somebody is saving at the same time."""
_REST = 0.1
"""Seconds; what was written before that is complete."""


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


def save(place: Place, identity: tuple[str, str], change: Change, sitting: Sitting) -> Outcome:
    """Write what ``change`` makes of the segment; UserError where the file cannot be used."""
    path = place[0]
    for _ in range(_TRIES):
        text, catalogue, written = _read(place)
        segment = catalogue.get(*identity)
        if segment is None and time.time() - written < _REST:
            time.sleep(_REST)  # git is just writing it
            text, catalogue, written = _read(place)
            segment = catalogue.get(*identity)
        if segment is None:
            return Outcome("gone")
        catalogue = sitting.asked_about(catalogue, written)
        segment = catalogue.get(*identity) or segment
        after = change(catalogue, segment)
        if isinstance(after, Outcome):
            return after
        try:
            changed = with_one(catalogue, after)
            files.write_over(path, po_writer.serialise(changed), text)
        except files.ChangedMeanwhileError:
            continue
        sitting.saved(segment, after, place[1:])
        return Outcome("saved", after, segment, revision=revision(path), catalogue=changed)
    raise UserError(
        "somebody saves this file again and again",
        path=path,
        todo="nothing of it was overwritten, and your text is still on the page; try again",
    )


def ask_about(place: Place, sitting: Sitting) -> None:
    """Write the conflicts of what was set back, if any was; left for later if somebody saves."""
    text, found, written = _read(place)
    asked = sitting.asked_about(found, written)
    if asked is found:
        return
    with suppress(files.ChangedMeanwhileError):
        files.write_over(place[0], po_writer.serialise(asked), text)


def with_one(catalogue: Catalogue, after: Segment) -> Catalogue:
    """The catalogue with this segment in the place of the one of its identity."""
    return catalogue.with_segments(
        tuple(after if each.identity == after.identity else each for each in catalogue.segments)
    )


def revision(path: Path) -> str:
    """Changes with every save of the file, whoever saves it; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns:x}-{found.st_size:x}-{found.st_ino:x}"


def _read(place: Place) -> tuple[str, Catalogue, float]:
    """Text and catalogue, and when the file was written."""
    path, document, language = place
    try:
        written = path.stat().st_mtime
    except OSError:
        written = time.time()  # told of where it is read
    text = files.read_text(path)
    return text, po_reader.parse(text, path, document=document, language=language), written

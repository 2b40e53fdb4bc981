"""Write into a catalogue that what a check finds in a passage is no fault."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from diglot import files
from diglot.checking.chosen import Asked, Chosen, chosen
from diglot.model import po_reader, po_writer
from diglot.problems import UserError
from diglot.project import Project
from diglot.steps.check import Found, check, dismissed
from diglot.steps.mark import is_named

_TRIES = 3
"""Of writing a file that somebody is saving at the same time."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """What a person says: in the passage with this key, this check is wrong."""

    check: str
    key: str
    by: str = ""


def dismiss(project: Project, asked: Asked, dismissal: Dismissal) -> tuple[Found, ...]:
    """The findings that are dismissed by now.

    UserError where there is no such finding, or where the file is none of the project's own.
    """
    found: list[Found] = []
    for each in chosen(project, asked):
        if not each.is_ours:
            raise UserError(
                "this is no catalogue of the project, and diglot does not write into it",
                path=each.path,
                todo="write the line into it yourself (manual/check-command.md says how)",
            )
        found += _dismiss_in(each, dismissal)
    if not found:
        raise UserError(
            f"the check «{dismissal.check}» finds nothing in «{dismissal.key}»",
            todo="diglot check --format json tells the key and the check of every finding",
        )
    return tuple(found)


def _dismiss_in(each: Chosen, dismissal: Dismissal) -> tuple[Found, ...]:
    """Into the file as it is now; what a person saved there meanwhile is never overwritten."""
    for _ in range(_TRIES):
        text = files.read_text(each.path)
        language = each.path.parent.name
        catalogue = po_reader.parse(text, each.path, document=each.path.stem, language=language)
        found = tuple(
            one
            for one in check(catalogue, each.context(catalogue)).found
            if one.finding.check == dismissal.check and is_named(one.segment.key, dismissal.key)
        )
        if not found:
            return ()
        identities = frozenset(one.segment.identity for one in found)
        after = dismissed(catalogue, identities, dismissal.check, dismissal.by)
        with suppress(files.ChangedMeanwhileError):
            files.write_over(each.path, po_writer.serialise(after), text)
            return found
    raise UserError(
        "somebody saves this file while diglot writes into it",
        path=each.path,
        todo="nothing of it was overwritten; run diglot check again when it is at rest",
    )

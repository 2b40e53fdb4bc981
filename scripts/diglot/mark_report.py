"""What a verdict changed and what it left, in the words that ``diglot mark`` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from diglot.problems import Problem
from diglot.project import Project
from diglot.steps.mark import Change, Left, Marked, Reviewed, Verdict


def marked_text(marked: Sequence[Marked], verdict: Verdict) -> str:
    """A line for each catalogue of which there is something to say."""
    lines = [line for each in marked for line in _lines(each, verdict)]
    return "\n".join(lines) if lines else "Nothing to mark."


def undecided(project: Project, marked: Sequence[Marked]) -> Iterator[Problem]:
    """The entries that nobody can confirm before they decide between two texts."""
    for each in marked:
        path = project.catalogue_path(each.catalogue.document, each.catalogue.language)
        for segment, why in each.left:
            if why is Left.CONFLICT:
                yield _of_conflict(path, segment.line, segment.key)


def _of_conflict(path: Path, line: int | None, key: str) -> Problem:
    return Problem(
        f"{key} was not confirmed: {Left.CONFLICT}",
        path,
        line,
        "make msgstr the text that is right, and delete the line “# diglot: conflict …” above it",
    )


def _lines(marked: Marked, verdict: Verdict) -> Iterator[str]:
    catalogue = marked.catalogue
    said = ", ".join((*_done(marked.changes, verdict), *_left(marked)))
    if said:
        yield f"{catalogue.document} ({catalogue.language}): {said}"
    for change in marked.changes:
        if change.before.target != change.after.target:
            yield f"  {change.after.key}"
            yield f"  - {change.before.target}"
            yield f"  + {change.after.target}"


def _done(changes: Sequence[Change], verdict: Verdict) -> Iterator[str]:
    if not changes:
        return
    if isinstance(verdict, Reviewed):
        before = Counter(change.before.state for change in changes)
        states = ", ".join(f"{number} {state}" for state, number in before.items())
        yield f"{len(changes)} confirmed by {verdict.by} (before: {states})"
        answered = sum(bool(change.before.holding("needs-work")) for change in changes)
        if answered:
            yield f"{answered} of them against an objection («needs-work»)"
    else:
        now = Counter(change.after.state for change in changes)
        states = ", ".join(f"{number} {state}" for state, number in now.items())
        yield f"{len(changes)} verdicts taken back (now: {states})"


def _left(marked: Marked) -> Iterator[str]:
    for why, number in Counter(why for _, why in marked.left).items():
        yield f"{number} left: {why}"

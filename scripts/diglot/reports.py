"""What commands print: tables for people, the stable JSON shapes for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from diglot.checks import Finding, Severity
from diglot.model.state import State
from diglot.pipeline import Edition, Rendered
from diglot.steps.draft import Drafted, LeftOut, Outcome, Text
from diglot.steps.status import Amount, Progress
from diglot.steps.sync import Changes

Status = Sequence[tuple[Edition, Mapping[str, Progress]]]

_BAR = 20
_SHOWN = 20
"""Lines of a document, of what is doubtful in its drafts."""
_SIGNS = {
    State.REVIEWED: "█",
    State.EDITED: "▓",
    State.DRAFT: "▒",
    State.STALE: "!",
    State.UNTRANSLATED: "·",
}
"""From the best to the worst, the order in which a bar is filled."""


def sync_line(document: str, changes: Changes) -> str:
    """One line for a document that was synced."""
    told = {name: number for name, number in asdict(changes).items() if number}
    if set(told) <= {"unchanged"}:
        return f"{document}: nothing changed ({changes.unchanged} segments)"
    return f"{document}: " + ", ".join(f"{number} {name}" for name, number in told.items())


def drafted_text(drafted: Sequence[Drafted]) -> str:
    """What was drafted, document by document, and what of it a person ought to see first."""
    if not drafted:
        return "Nothing to draft."
    return "\n".join(line for each in drafted for line in _drafted_lines(each))


def _drafted_lines(drafted: Drafted) -> Iterator[str]:
    texts = [r.outcome for r in drafted.results if isinstance(r.outcome, Text)]
    left_out = [(r.segment, r.outcome) for r in drafted.results if isinstance(r.outcome, LeftOut)]
    engines = Counter(text.engine for text in texts)
    from_where = ", ".join(f"{number} {engine}" for engine, number in engines.items())
    name = f"{drafted.catalogue.document} ({drafted.catalogue.language})"
    doubtful = [(r.segment, f) for r in drafted.results for f in _errors(r.outcome)]
    yield (
        f"{name}: {len(texts)} drafted"
        + (f" ({from_where})" if texts else "")
        + (f", {len(left_out)} left untranslated" if left_out else "")
        + (f", {len(doubtful)} errors to look at" if doubtful else "")
    )
    told = [
        *(f"{segment.key}: left untranslated: {why.why}" for segment, why in left_out),
        *(f"{segment.key}: {found.check}: {found.message}" for segment, found in doubtful),
    ]
    yield from (f"  {line}" for line in told[:_SHOWN])
    if len(told) > _SHOWN:
        yield f"  … and {len(told) - _SHOWN} more"


def _errors(outcome: Outcome) -> list[Finding]:
    if not isinstance(outcome, Text):
        return []
    return [finding for finding in outcome.findings if finding.severity is Severity.ERROR]


def left_untranslated(rendered: Rendered) -> Iterator[str]:
    """How many segments show the source because there is no translation, and why."""
    languages = dict.fromkeys(code for e in rendered.editions for code in e.catalogues)
    for code in languages:
        number = sum(
            segment.state is State.UNTRANSLATED
            for edition in rendered.editions
            for segment in edition.catalogues[code].active
        )
        if number:
            yield f"{code}: {number} segments are left untranslated."
    yield from (f"  {problem}" for problem in rendered.not_drafted)


def progress_line(done: int, total: int, seconds: float) -> str:
    """``1,200 of 10,000 words, 310 words/s, 28 s left``."""
    left = f", {(total - done) * seconds / done:,.0f} s left" if done else ""
    return f"{done:,} of {total:,} words, {speed(done, seconds)}{left}"


def speed(words: int, seconds: float) -> str:
    """``310 words/s``."""
    return f"{words / seconds:,.0f} words/s" if seconds > 0 else ""


def status_table(found: Status) -> str:
    """A line for each document and language, with a bar by words."""
    rows = [
        [
            edition.id,
            language,
            bar(progress),
            f"{progress.share(State.REVIEWED):.0%}",
            *(_amount(progress.by_state[state]) for state in _SIGNS),
            _amount(progress.total),
        ]
        for edition, languages in found
        for language, progress in languages.items()
    ]
    head = ["document", "language", "", "done", *(str(state) for state in _SIGNS), "all"]
    legend = "  ".join(f"{sign} {state}" for state, sign in _SIGNS.items())
    return "\n".join([*_columns([head, *rows]), "", f"segments/words; {legend}"])


def bar(progress: Progress) -> str:
    """The shares of the states, by words, in twenty signs."""
    filled, drawn, signs = 0, 0, ""
    for state, sign in _SIGNS.items():
        filled += progress.by_state[state].words
        reached = round(_BAR * filled / progress.total.words) if progress.total.words else 0
        signs += sign * (reached - drawn)
        drawn = reached
    return signs.ljust(_BAR, "·")


def status_json(found: Status) -> dict[str, Any]:
    """The shape of ``status --json`` (stable)."""
    return {
        "documents": [
            {
                "id": edition.id,
                "title": edition.document.title.text,
                "languages": {code: _json(progress) for code, progress in languages.items()},
            }
            for edition, languages in found
        ]
    }


def _json(progress: Progress) -> dict[str, Any]:
    return {**asdict(progress.total), **{s.value: asdict(a) for s, a in progress.by_state.items()}}


def _amount(amount: Amount) -> str:
    return f"{amount.segments}/{amount.words}" if amount.segments else "–"


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]

"""How far documents are, for people (a table with bars) and for programs (the stable JSON)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from math import floor
from typing import Any

from diglot.model.state import State
from diglot.standing import Status
from diglot.steps.status import Amount, Progress

_BAR = 20
_SIGNS = {
    State.REVIEWED: "█",
    State.EDITED: "▓",
    State.DRAFT: "▒",
    State.STALE: "!",
    State.UNTRANSLATED: "·",
}
"""From the best to the worst, the order in which a bar is filled."""


def status_table(found: Status) -> str:
    """A line for each document and language, with a bar by words."""
    rows = [
        [
            edition.id,
            language,
            bar(progress),
            # Rounded down: 100 % is said of nothing but the whole.
            f"{floor(100 * progress.share(State.REVIEWED))}%",
            *(_amount(progress.by_state[state]) for state in _SIGNS),
            _amount(progress.total),
            str(progress.waiting.stale_since or ""),
        ]
        for edition, languages in found
        for language, progress in languages.items()
    ]
    head = [
        "document",
        "language",
        "",
        "done",
        *(str(state) for state in _SIGNS),
        "all",
        "stale since",
    ]
    legend = "  ".join(f"{sign} {state}" for state, sign in _SIGNS.items())
    table = [*_columns([head, *rows]), "", f"segments/words; {legend}"]
    return "\n".join([*table, *_waiting_lines(found)])


def _waiting_lines(found: Status) -> Iterator[str]:
    """What nobody sees in the numbers: hints of other tools, and notes on the sources."""
    for edition, languages in found:
        for language, progress in languages.items():
            cleared = progress.waiting.cleared
            if cleared.segments:
                yield (
                    f"{edition.id} ({language}): {_amount(cleared)} unreviewed, but not fuzzy; "
                    f"«diglot mark reviewed --cleared --by NAME {edition.id}» confirms them"
                )
            for segment, note in progress.waiting.wrong_sources:
                by = f" ({note.get('by')})" if note.get("by") else ""
                text = note.get("text") or ""
                yield f"{edition.id}: {segment.key}: the source is wrong{by}: {text}"


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
    """The shape of ``status --json``: ``documents`` is stable."""
    return {
        "documents": [
            {
                "id": edition.id,
                "title": edition.document.title.text,
                "languages": {code: _json(progress) for code, progress in languages.items()},
            }
            for edition, languages in found
        ],
        "waiting": [
            _waiting_json(edition.id, code, progress)
            for edition, languages in found
            for code, progress in languages.items()
        ],
    }


def _json(progress: Progress) -> dict[str, Any]:
    return {**asdict(progress.total), **{s.value: asdict(a) for s, a in progress.by_state.items()}}


def _waiting_json(document: str, language: str, progress: Progress) -> dict[str, Any]:
    waiting = progress.waiting
    since = waiting.stale_since
    return {
        "id": document,
        "language": language,
        "cleared": asdict(waiting.cleared),
        "stale_since": since and since.isoformat(),
        "source_wrong": [
            {
                "key": segment.key,
                "source": segment.source,
                "by": note.get("by"),
                "text": note.get("text"),
            }
            for segment, note in waiting.wrong_sources
        ],
    }


def _amount(amount: Amount) -> str:
    return f"{amount.segments}/{amount.words}" if amount.segments else "–"


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]

"""How far documents are, for people (a table with bars) and for programs (the stable JSON)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from diglot.editions import Edition
from diglot.model.state import State
from diglot.steps.status import Amount, Progress

Status = Sequence[tuple[Edition, Mapping[str, Progress]]]

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

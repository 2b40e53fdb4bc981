"""Limits that a project sets itself, for automatic checks of every change."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from diglot.model.state import State
from diglot.steps.status.progress import Progress
from diglot.steps.status.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Limits:
    """What every document must keep in every language; None: no limit."""

    reviewed_percent: float | None = None
    """Of its words, at least."""
    stale_days: int | None = None
    """A stale text may be so old, at most."""


def beyond(progress: Progress, limits: Limits, today: date) -> Iterator[tuple[str, int | None]]:
    """A sentence for each limit that is not kept, and the line of the entry that says it best."""
    if limits.reviewed_percent is not None and progress.total.words:
        percent = 100 * progress.share(State.REVIEWED)
        if percent < limits.reviewed_percent:
            # Rounded down: what is shown must be less than the limit.
            shown = math.floor(percent * 10) / 10
            least = f"{limits.reviewed_percent:g} %"
            yield f"{shown:g} % of the words are reviewed, less than {least}", None
    if limits.stale_days is not None:
        yield from _too_old(progress.waiting, limits.stale_days, today)


def _too_old(waiting: Waiting, most: int, today: date) -> Iterator[tuple[str, int | None]]:
    dated = [(day, segment) for segment, day in waiting.stale if day is not None]
    old = [(day, segment) for day, segment in dated if (today - day).days > most]
    if old:
        first, segment = min(old, key=lambda each: each[0])
        since = f"the first since {first} ({(today - first).days} days)"
        yield f"{_texts(len(old))} stale for more than {most} days, {since}", segment.line
    undated = [segment for segment, day in waiting.stale if day is None]
    if undated:
        # A text whose age nobody knows would otherwise pass for ever.
        yield f"{_texts(len(undated))} stale since nobody knows when", undated[0].line


def _texts(number: int) -> str:
    return "1 text is" if number == 1 else f"{number} texts are"

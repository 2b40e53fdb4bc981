"""How far a document is in a language, what waits there for a person, and whether that may be.

In: a catalogue. Out: segments and words by state, texts that wait, limits that it does not keep.
"""

from __future__ import annotations

from dataclasses import replace

from diglot.model.catalogue import Catalogue
from diglot.steps.status.amount import Amount
from diglot.steps.status.limits import Limits, beyond
from diglot.steps.status.progress import Progress, progress
from diglot.steps.status.waiting import Waiting, waiting

__all__ = ["Amount", "Limits", "Progress", "Waiting", "beyond", "progress", "status"]


def status(catalogue: Catalogue) -> Progress:
    """The progress of a catalogue, with what waits in it; obsolete entries do not count."""
    segments = tuple(catalogue.active)
    return replace(progress(segments), waiting=waiting(segments))

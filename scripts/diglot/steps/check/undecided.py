"""Entries in which two texts met in a merge, and nobody has decided between them."""

from __future__ import annotations

from collections.abc import Iterator

from diglot.checks import Finding, Severity
from diglot.checks.message import Message
from diglot.model.catalogue import Segment

NAME = "conflict"
_SHOWN = 80


def undecided(segment: Segment) -> Iterator[Finding]:
    """The other text of each conflict that holds."""
    for line in segment.holding(NAME):
        text = line.get("text") or ""
        shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        told = Message(
            "in a merge this text met another one, «{text}», and nobody has decided yet", text=shown
        )
        yield Finding(NAME, Severity.ERROR, told)

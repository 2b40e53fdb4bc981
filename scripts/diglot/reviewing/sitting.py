"""What was saved in this sitting, and what somebody has set back since without having seen it.

``git pull`` that gives up puts every file back as it was when it began; an editor may save what it
read a moment ago. Then the file holds a text from before one that somebody has saved here, or
another one sooner than anybody can have read that: both are shown, as if they had met in a merge,
and a person decides.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from diglot.model.catalogue import Catalogue, Segment
from diglot.steps.review import contradicted

Place = tuple[str, str]
"""Document and language."""
Identity = tuple[str, str]
_TO_READ = 10.0
"""Seconds in which nobody elsewhere reads a sentence, writes another one and brings it here: a pull
takes some of them, from its look at the file to its writing. Too long, and a needless question is
asked; too short, and a text is gone."""


@dataclass(slots=True)
class _Trail:
    """The texts of one segment."""

    last: Segment
    """As it was saved here."""
    at: float
    earlier: set[str] = field(default_factory=set)


class Sitting:
    """Kept in memory, for as long as the server runs."""

    def __init__(self) -> None:
        self._trails: dict[Place, dict[Identity, _Trail]] = {}

    def saved(self, before: Segment, after: Segment, place: Place) -> None:
        """Remember a segment that is in the file now."""
        trails = self._trails.setdefault(place, {})
        trail = trails.setdefault(after.identity, _Trail(after, 0))
        trail.last, trail.at = after, time.time()
        trail.earlier.add(before.target)
        # Undo: what was there before is what was saved last.
        trail.earlier.discard(after.target)

    def asked_about(self, catalogue: Catalogue, written: float) -> Catalogue:
        """The catalogue with a conflict in each segment that was set back; itself, if none was.

        ``written``: when the file was, in seconds as ``time.time`` counts them.
        Again and again, until somebody decides here: git may set back the conflict as well.
        """
        trails = self._trails.get((catalogue.document, catalogue.language), {})
        back = {
            identity: _met(found, trail.last)
            for identity, trail in trails.items()
            if (found := catalogue.get(*identity)) and _is_unseen(trail, found.target, written)
        }
        if all(catalogue.get(*identity) == segment for identity, segment in back.items()):
            return catalogue
        return catalogue.with_segments(
            tuple(back.get(each.identity, each) for each in catalogue.segments)
        )


def _met(found: Segment, last: Segment) -> Segment:
    """With what was saved here, and with what had met that and was not decided on yet."""
    found = contradicted(found, last.target, _who(last))
    for line in last.holding("conflict"):
        text = line.get("text") or ""
        if text != found.target:
            found = contradicted(found, text, line.get("by") or "")
    return found


def _is_unseen(trail: _Trail, target: str, written: float) -> bool:
    """Whether whoever wrote this cannot have seen what was saved here."""
    if target == trail.last.target:
        return False
    return target in trail.earlier or 0 <= written - trail.at < _TO_READ


def _who(segment: Segment) -> str:
    return next((s.get("by") or "" for s in segment.holding("reviewed")), "")

"""Drafts into a catalogue that may have changed while they were made."""

from __future__ import annotations

from diglot.model.catalogue import Catalogue, Segment


def merged(now: Catalogue, before: Catalogue, after: Catalogue) -> Catalogue:
    """The catalogue as it stands now, with those drafts whose segment nobody has touched since.

    ``before`` is what the drafts were made on, ``after`` what they made of it.
    """

    def chosen(segment: Segment) -> Segment:
        untouched = before.by_identity.get(segment.identity) == segment
        return after.by_identity[segment.identity] if untouched else segment

    return now.with_segments(tuple(map(chosen, now.segments)))

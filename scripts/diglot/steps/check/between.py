"""Findings between the segments of a catalogue: what is right alone, and odd beside another."""

from __future__ import annotations

from collections.abc import Iterator

from diglot.checks import Context, Finding
from diglot.model.catalogue import Catalogue, Segment
from diglot.steps.check.headings import headings
from diglot.steps.check.same_text import same_source, same_target
from diglot.steps.check.terms import terms


def between_segments(catalogue: Catalogue, context: Context) -> Iterator[tuple[Segment, Finding]]:
    """Each finding with the segment to look at."""
    segments = [segment for segment in catalogue.active if segment.target]
    yield from same_source(segments)
    yield from same_target(segments)
    yield from terms(segments, context)
    yield from headings(segments, context)

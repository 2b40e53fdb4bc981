"""The segments of a catalogue as pairs, each with the block that it is part of.

A block is what a reader sees as one; a translator may move a number from one of its sentences into
the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from diglot.checks import Context, Pair
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import is_key
from diglot.model.state import State


def pairs_of(catalogue: Catalogue, context: Context) -> Iterator[tuple[Segment, Pair]]:
    """Every segment that has a translation, in the order of the file."""
    # The segments of a block stand one behind the other, in reading order.
    for key, group in groupby(catalogue.active, key=lambda segment: segment.key):
        segments = list(group)
        block = _block(key, segments, context)
        for segment in segments:
            if segment.target:
                yield segment, Pair(segment.source, segment.target, context, block)


def _block(key: str, segments: Sequence[Segment], context: Context) -> Pair | None:
    """The texts of the block joined; None where there is one alone, or no block of ours at all.

    A sentence that still waits for its translation is left out on both sides; one that is meant to
    have none stands in the translation of another.
    """
    if len(segments) == 1 or not is_key(key):
        return None
    done = [each for each in segments if each.state is not State.UNTRANSLATED]
    return Pair(
        " ".join(each.source for each in done),
        " ".join(each.target for each in done if each.target),
        context,
    )

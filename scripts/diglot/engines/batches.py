"""Pieces of text in batches for the model: of like length, and none larger than pays or fits.

Law: each piece is in one batch; the longest come first, so that the cores finish together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

BEAMS = 4
"""As Argos has it; the sizes below are for so many."""

_LARGE, _SMALL = 768, 128
"""Tokens, padding included. Of much work the larger batches are faster (processor time at 256, 512
and 768 tokens: 1.2, 1.03, 1); little work is shared out among the cores."""
_MOST = 32
"""Pieces. Memory goes by them (times beams, times vocabulary); more are no faster."""


def batches(
    wanted: Sequence[int], lengths: Sequence[int], *, threads: int, beams: int
) -> Iterator[list[int]]:
    """The places ``wanted`` of pieces, of which ``lengths`` are the tokens, in batches.

    Fewer tokens in a wider search, which has more to do for each.
    """
    tokens = sum(lengths[at] for at in wanted)
    shared = tokens // (2 * threads) if threads > 1 else tokens
    size = max(min(_LARGE, shared) * BEAMS // beams, _SMALL)
    batch: list[int] = []
    for at in sorted(wanted, key=lambda at: lengths[at], reverse=True):
        if len(batch) == _MOST or (batch and (len(batch) + 1) * lengths[batch[0]] > size):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch

"""Batches for the model: of like length, none too large, and work for every core."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diglot.engines.batches import batches

LENGTHS = st.lists(st.integers(1, 180), max_size=300)


@given(LENGTHS, st.integers(1, 8), st.sampled_from([1, 4, 8]))
def test_every_piece_is_in_one_batch_and_none_is_too_large(
    lengths: list[int], threads: int, beams: int
) -> None:
    found = list(batches(range(len(lengths)), lengths, threads=threads, beams=beams))
    longest = [lengths[batch[0]] for batch in found]

    assert sorted(at for batch in found for at in batch) == list(range(len(lengths)))
    assert all(len(batch) <= 32 for batch in found)
    assert all(
        len(batch) == 1 or len(batch) * lengths[batch[0]] * beams <= 768 * 4 for batch in found
    )
    assert longest == sorted(longest, reverse=True)


def test_little_work_is_shared_out_among_the_cores() -> None:
    found = list(batches(range(30), [20] * 30, threads=2, beams=4))

    alone = list(batches(range(30), [20] * 30, threads=1, beams=4))

    assert [len(batch) for batch in found] == [7, 7, 7, 7, 2]
    assert [len(batch) for batch in alone] == [30]


def test_only_what_is_wanted_is_in_a_batch() -> None:
    assert list(batches([3, 1], [9, 5, 9, 7], threads=1, beams=4)) == [[3, 1]]

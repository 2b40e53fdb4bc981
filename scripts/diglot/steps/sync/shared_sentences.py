"""Know a block by the sentences that it shares with an old one, word for word.

Also by sentences that stood there earlier: what was changed and is changed back, or was cut up and
is put together again, gets its key again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from diglot.model.document import Block
from diglot.model.key import hash8
from diglot.steps.sync.known_blocks import KnownBlock

_ENOUGH = 0.6
"""So much of the longer of the two has to be in both, by words: no other block has more."""


def by_shared_sentences(
    blocks: Sequence[Block],
    olds: Sequence[KnownBlock],
    sections: Mapping[int, str],
    earlier: Mapping[str, frozenset[str]],
) -> Iterator[tuple[Block, KnownBlock]]:
    """Blocks with their old selves; those that share most come first, and each stands once.

    ``sections`` by ``Block.start``: in which section the block would have stood before.
    """
    index = _index(olds, earlier)
    candidates = sorted(
        (
            (share, olds[at].section == sections[block.start], -number, -at)
            for number, block in enumerate(blocks)
            for at, share in _shares(block, olds, index)
        ),
        reverse=True,
    )
    done: set[int] = set()
    used: set[str] = set()
    for _, _, number, at in candidates:
        old = olds[-at]
        if -number not in done and old.key not in used:
            done.add(-number)
            used.add(old.key)
            yield blocks[-number], old


def _index(
    olds: Sequence[KnownBlock], earlier: Mapping[str, frozenset[str]]
) -> dict[str, list[int]]:
    """Places in ``olds`` by ``hash8`` of each sentence that is, or was, in the block."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, old in enumerate(olds):
        for each in {hash8(sentence) for sentence in old.sentences} | earlier.get(old.key, set()):
            found[each].append(at)
    return found


def _shares(
    block: Block, olds: Sequence[KnownBlock], index: Mapping[str, list[int]]
) -> Iterator[tuple[int, float]]:
    """Old blocks that share enough with this one, and how much."""
    common: dict[int, int] = defaultdict(int)
    for sentence in block.segments:
        for at in index.get(hash8(sentence), ()):
            common[at] += len(sentence.split())
    for at, words in common.items():
        share = words / max(_words(block.segments), _words(olds[at].sentences))
        if share >= _ENOUGH:
            yield at, min(share, 1.0)


def _words(sentences: Iterable[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)

"""How like two texts are, from 0 to 1: what they have in common in pieces of three letters.

Dice's coefficient over the letters of words, so that another ending or a typing mistake costs
little and another word costs that word. Numbers count almost nothing: near twins that differ in
one number are alike, and their order tells them apart.

Of 124,750 pairs of unrelated Arabic sentences (the professional pairs) 1 % reach 0.22 and the
highest is 0.53; of sentences of which one half was exchanged, 5 % stay under 0.39.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from diglot.checks.arabic import fold, western_digits

_NUMBER = re.compile(r"\d[\d.,\u066b\u066c]*")
_WORD = re.compile(r"\w+")
_FOR_NUMBERS = 0.05
"""The part of the likeness that numbers decide: enough to part equals."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A text, ready to be compared with many."""

    pieces: Counter[str]
    numbers: Counter[str]

    def to(self, other: Likeness) -> float:
        """From 0 (nothing in common) to 1 (the same words); symmetric."""
        words = _in_common(self.pieces, other.pieces)
        if not self.numbers and not other.numbers:
            return words
        return (1 - _FOR_NUMBERS) * words + _FOR_NUMBERS * _in_common(self.numbers, other.numbers)

    def share_in(self, whole: Likeness) -> float:
        """How much of this text is in the other, from 0 to 1."""
        size = self.pieces.total()
        return _number_in_common(self.pieces, whole.pieces) / size if size else 0.0

    @property
    def size(self) -> int:
        """About the number of letters, and of words, in it."""
        return self.pieces.total()


@lru_cache(maxsize=4096)  # each block is compared with several
def of(text: str) -> Likeness:
    """What of a text is compared."""
    plain = western_digits(text)
    numbers = Counter(_NUMBER.findall(plain))
    pieces: Counter[str] = Counter()
    for word in _WORD.findall(fold(_NUMBER.sub("0", plain)).casefold()):
        padded = f" {word} "
        pieces.update(padded[at : at + 3] for at in range(len(padded) - 2))
    return Likeness(pieces, numbers)


def joined(texts: Sequence[Likeness]) -> Likeness:
    """Several texts as one."""
    if len(texts) == 1:
        return texts[0]
    pieces: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for text in texts:
        pieces.update(text.pieces)
        numbers.update(text.numbers)
    return Likeness(pieces, numbers)


def likeness(one: str, other: str) -> float:
    """How like two texts are."""
    return of(one).to(of(other))


def _in_common(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * _number_in_common(one, other) / total if total else 0.0


def _number_in_common(one: Counter[str], other: Counter[str]) -> int:
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    return sum(min(count, more[piece]) for piece, count in fewer.items() if piece in more)

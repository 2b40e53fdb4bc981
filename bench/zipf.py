"""Texts of 28,000 invented words with clitics and endings, as often as in real texts (Zipf).

For what depends on how many words a language has, as an index does: the few hundred words of the
other generated texts would give a small one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate

WORDS = 28_000
PASSAGES = 12
"""Of a section, of some 34 words each."""
_ARABIC = (
    "بتثجحخدذرزسشصضطظعغفقكلمنهوي",
    ("", "", "", "ال", "و", "وال", "ب", "لل"),
    ("", "", "ة", "ات", "ين"),
)
_LATIN = ("etaoinshrdlucmfwypvbgk", ("",), ("", "", "s", "ed", "ing"))


class Writer:
    """Somebody who never runs out of sentences in one language."""

    def __init__(self, letters: str, fronts: Sequence[str], ends: Sequence[str], seed: int) -> None:
        self._draw = random.Random(f"search {seed}")
        lengths = (2, 3, 3, 4, 4, 5, 6)
        self._words = [
            "".join(self._draw.choices(letters, k=self._draw.choice(lengths))) for _ in range(WORDS)
        ]
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(WORDS)))
        self._fronts, self._ends = fronts, ends

    def text(self, length: int) -> str:
        """So many words, and a number."""
        words = self._draw.choices(self._words, cum_weights=self._weights, k=length)
        formed = (
            self._draw.choice(self._fronts) + word + self._draw.choice(self._ends)
            if len(word) > 3
            else word
            for word in words
        )
        return f"{' '.join(formed)} {self._draw.randint(1, 99_999):,}."

    def word(self, rank: int) -> str:
        """The word that is the so-manieth in frequency, without clitic or ending."""
        return self._words[rank]


def arabic() -> Writer:
    """A writer of Arabic, from the beginning."""
    return Writer(*_ARABIC, seed=1)


def english() -> Writer:
    """A writer in Latin letters, from the beginning."""
    return Writer(*_LATIN, seed=2)


class Voice:
    """Sources and translations in these words, for a generated project."""

    def __init__(self) -> None:
        self._arabic, self._english = arabic(), english()

    def document(self, seed: int, sections: int) -> str:
        """A document of this many sections; the next one is another, whatever its number."""
        parts = [f"{self._arabic.text(3)[:-1]}, {seed}"]
        for _ in range(sections):
            parts.append(f"## {self._arabic.text(5)[:-1]}")
            parts += [self._passage() for _ in range(PASSAGES)]
        return "\n\n".join(parts) + "\n"

    def english(self, source: str) -> str:
        """A text in place of the translation, as long as one."""
        text = self._english.text(max(1, round(len(source.split()) * 1.25) - 1))
        return text[0].upper() + text[1:]

    def _passage(self) -> str:
        return f"{self._arabic.text(18)} {self._arabic.text(16)}"

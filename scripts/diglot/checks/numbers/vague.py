"""Scales without a number: «عشرات الملايين» is «tens of millions», not of billions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from diglot.checks import arabic
from diglot.checks.finding import Span
from diglot.checks.numbers import arabic_words
from diglot.checks.numbers.number import Number

_ENGLISH = re.compile(r"\b(thousand|million|billion|trillion)s\b", re.IGNORECASE)
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_ARABIC = {word: len(str(int(value))) - 1 for word, value in arabic_words.PLURAL_SCALES.items()} | {
    arabic.fold("ألوف"): 3
}
_LIKELY = re.compile("لا[فى]|لوف|لايين|مليارات|تريليونات|ترليونات")

Scale = tuple[int, Span]
"""A power of ten, and where it stands."""


def changed(
    source: str, target: str, of_source: Sequence[Number], of_target: Sequence[Number]
) -> Iterator[tuple[Span, Span]]:
    """Where the only scales left over on either side are different ones."""
    if "llions" not in target.lower() and "housands" not in target.lower():
        return
    right = [s for s in _english(target) if not _inside(s[1], of_target)]
    if not right:
        return
    left = [s for s in _arabic(source) if not _inside(s[1], of_source)]
    missing, invented = _without(left, right), _without(right, left)
    for one, other in zip(missing, invented, strict=False):
        yield one[1], other[1]


def _without(scales: Sequence[Scale], others: Sequence[Scale]) -> list[Scale]:
    """The scales without those of the other side, each of which stands for one."""
    there = Counter(power for power, _ in others)
    left = []
    for power, span in scales:
        there[power] -= 1
        if there[power] < 0:
            left.append((power, span))
    return left


def _english(text: str) -> Iterator[Scale]:
    for match in _ENGLISH.finditer(text):
        yield _POWERS[match[1].lower()], match.span()


def _arabic(text: str) -> Iterator[Scale]:
    if _LIKELY.search(text) is None:
        return
    for word in arabic.words(text):
        for stem, _ in arabic_words.stems(word.folded):
            if stem in _ARABIC:
                yield _ARABIC[stem], word.span
                break


def _inside(span: Span, numbers: Sequence[Number]) -> bool:
    return any(n.span[0] <= span[0] and span[1] <= n.span[1] for n in numbers)

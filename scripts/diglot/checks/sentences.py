"""Sentences: one of several is missing in the translation, or one more stands there.

Finds «قال إنه سيعود. ثم غادر المدينة مع أسرته.» as «He said that he would return.», and a last
sentence of which the source has nothing; it must not find two sentences made one, or one made two:
the lengths tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log

from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.length import USUAL, letters

_END = re.compile(
    r"(?:(?<=[!?؟])|(?<=[^.…]\.))[\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9\u0621-\u064a])"
    r"|(?<=[.!?؟])(?=[\u0621-\u064a])"
)
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Lt|Col|Brig|Capt|Sgt|Gov|Rev|Hon|No|vs|Jr|Sr"
    r"|Inc|Ltd|Co|Corp|ca|cf|[A-Za-z]\.[A-Za-z]|[^\W\d])|^\W*\d+)\.$"
)
_FULL_STOP = re.compile(r"[.!?][\"”’»)\]]*\s*$")
_ANY_END = re.compile(r"[.!?؟…:;؛،,][\"”’»)\]]*\s*$")
_TOO_LONG = 1.3
_VARIES = 0.2
"""The standard deviation of the logarithm of target letters over source letters."""
_CLEARLY = 0.7
"""In favour of one or two sentences made of the same words, against one that is missing or more."""
_SHORTEST = 6
"""Letters of a sentence that can be missed at all."""
_ENOUGH = 0.6
"""Of the usual length; what is shorter than that may be the first half of a long sentence."""


def sentences(pair: Pair) -> Iterator[Finding]:
    """A warning that names the sentence; one at most."""
    source, target = sentences_of(pair.source), sentences_of(pair.target)
    if not source or not target:
        return
    if len(source) == len(target):
        yield from _end_of_a_heading(pair)
        return
    more, fewer = (source, target) if len(source) > len(target) else (target, source)
    sizes = [letters(text[slice(*span)]) for text, span in _texts(pair, source, target, more)]
    rest = sum(letters(text[slice(*span)]) for text, span in _texts(pair, source, target, fewer))
    many = len(more) - len(fewer)
    at = _superfluous(sizes, rest, many, of_source=more is source)
    if at is None and len(source) == 1 and _is_tail(sizes, rest, many):
        at = 1
    if at is not None:
        yield _finding(pair, more[at], of_source=more is source, n=(len(source), len(target)))


def _end_of_a_heading(pair: Pair) -> Iterator[Finding]:
    """A text without a full stop that has one in its translation, and is too long as well."""
    ends = _FULL_STOP.search(pair.target) and not _ANY_END.search(pair.source)
    if ends and letters(pair.target) > _TOO_LONG * USUAL * letters(pair.source):
        told = "the translation ends as a sentence, the source does not, and is much shorter"
        yield Finding("sentences", Severity.WARNING, told)


def _texts(
    pair: Pair, source: Sequence[Span], target: Sequence[Span], which: Sequence[Span]
) -> list[tuple[str, Span]]:
    text = pair.source if which is source else pair.target
    return [(text, span) for span in which]


def _superfluous(sizes: list[int], other: int, many: int, *, of_source: bool) -> int | None:
    """The sentence without which (and its followers) the lengths fit as well; or None."""
    all_of_it = sum(sizes)
    if not other or all_of_it == sum(sizes[:many]):
        return None

    def unlikely(size: int) -> float:
        ratio = other / size / USUAL if of_source else size / other / USUAL
        return (log(ratio) / _VARIES) ** 2 / 2

    costs = {
        at: unlikely(all_of_it - sum(sizes[at : at + many]))
        for at in range(len(sizes) - many + 1)
        if sum(sizes[at : at + many]) >= _SHORTEST and sum(sizes[at : at + many]) < all_of_it
    }
    if not costs:
        return None
    # Of equals the last: what is missing or made up mostly stands at the end.
    at = min(costs, key=lambda place: (costs[place], -place))
    return at if costs[at] < unlikely(all_of_it) + _CLEARLY else None


def _is_tail(sizes: list[int], source: int, many: int) -> bool:
    """Whether the first of several sentences is enough for the only one of the source."""
    return sum(sizes[:-many]) > _ENOUGH * USUAL * source and sum(sizes[-many:]) >= _SHORTEST


def _finding(pair: Pair, span: Span, *, of_source: bool, n: tuple[int, int]) -> Finding:
    text = pair.source if of_source else pair.target
    shown = text[slice(*span)]
    shown = shown if len(shown) <= 60 else f"{shown[:57].rstrip()}…"
    counted = f"{_counted(n[0])} in the source, {n[1]} in the translation"
    told = "seems to be missing" if of_source else "seems to have nothing behind it in the source"
    return Finding(
        "sentences",
        Severity.WARNING,
        f"«{shown}» {told}: {counted}",
        source_span=span if of_source else None,
        target_span=None if of_source else span,
    )


def _counted(number: int) -> str:
    return f"{number} sentence" if number == 1 else f"{number} sentences"


@lru_cache(maxsize=1024)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Where the sentences stand, roughly: enough to count them and to compare their lengths."""
    if _END.search(text) is None:
        return _stripped(text, 0, len(text))
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATION.search(text, start, match.start()) is None:
            found.extend(_stripped(text, start, match.end()))
            start = match.end()
    found.extend(_stripped(text, start, len(text)))
    return tuple(found)


def _stripped(text: str, start: int, end: int) -> tuple[Span, ...]:
    said = text[start:end]
    left = start + len(said) - len(said.lstrip())
    return ((left, start + len(said.rstrip())),) if letters(said) else ()

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
from diglot.checks.length import letters, usual
from diglot.checks.message import Message
from diglot.checks.numbers import numbers_of_source, numbers_of_target
from diglot.checks.transliteration import may_be_the_same, sounds_of_latin, sounds_of_text

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
_NAME = re.compile("(?<!\\w)[A-ZÀ-Þ][a-zà-ÿ]{3,}")
_VARIES = 0.2
"""The standard deviation of the logarithm of target letters over source letters."""
_CLEARLY = 0.7
"""In favour of one or two sentences made of the same words, against one that is missing or more."""
_NO_DOUBT = 3.0
_SHORTEST = 6
"""Letters of a sentence that can be missed at all."""
_ENOUGH = 0.6
"""Of the usual length; what is shorter than that may be the first half of a long sentence."""


def sentences(pair: Pair) -> Iterator[Finding]:
    """One finding at most, which names the sentence; an error where the lengths leave no doubt."""
    source, target = sentences_of(pair.source), sentences_of(pair.target)
    if not source or not target:
        return
    if len(source) > len(target):
        yield from _missing(pair, source, target)
    elif len(source) < len(target):
        yield from _invented(pair, source, target)
    else:
        yield from _end_of_a_heading(pair)


def _missing(pair: Pair, source: Sequence[Span], target: Sequence[Span]) -> Iterator[Finding]:
    factor = usual(pair.context)
    sizes, there = _sizes(pair.source, source, factor), sum(_sizes(pair.target, target))
    doubt = _unlikely(there, sum(sizes))
    runs = _without_some(sizes, len(source) - len(target))
    for at, left in sorted(runs, key=lambda run: _unlikely(there, run[1])):
        gain = doubt - _unlikely(there, left)
        if gain > -_CLEARLY:
            severity = Severity.ERROR if gain > _NO_DOUBT else Severity.WARNING
            told = Message(
                "«{sentence}» seems to be missing: {counted}",
                sentence=_shown(pair.source, source[at]),
                counted=_counted(source, target),
            )
            yield Finding("sentences", severity, told, source_span=source[at])
            return


def _invented(pair: Pair, source: Sequence[Span], target: Sequence[Span]) -> Iterator[Finding]:
    factor = usual(pair.context)
    sizes, there = _sizes(pair.target, target), sum(_sizes(pair.source, source, factor))
    doubt, many = _unlikely(sum(sizes), there), len(target) - len(source)
    runs = _without_some(sizes, many)
    for at, left in sorted(runs, key=lambda run: _unlikely(run[1], there)):
        fits = _unlikely(left, there) < doubt + _CLEARLY
        is_tail = len(source) == 1 and at == 1 and left > _ENOUGH * there
        if (fits or is_tail) and not _is_anchored(pair, target[at]):
            told = Message(
                "«{sentence}» seems to have nothing behind it: {counted}",
                sentence=_shown(pair.target, target[at]),
                counted=_counted(source, target),
            )
            yield Finding("sentences", Severity.WARNING, told, target_span=target[at])
            return


def _end_of_a_heading(pair: Pair) -> Iterator[Finding]:
    """A text without a full stop that has one in its translation, and is too long as well."""
    ends = _FULL_STOP.search(pair.target) and not _ANY_END.search(pair.source)
    if ends and letters(pair.target) > _TOO_LONG * usual(pair.context) * letters(pair.source):
        told = Message(
            "the translation ends as a sentence, the source does not, and is much shorter"
        )
        yield Finding("sentences", Severity.WARNING, told)


def _without_some(sizes: list[float], many: int) -> list[tuple[int, float]]:
    """(first left out, letters that remain) for each run of so many sentences, the last first.

    What is missing or made up mostly stands at the end.
    """
    total = sum(sizes)
    runs = ((at, sum(sizes[at : at + many])) for at in reversed(range(len(sizes) - many + 1)))
    return [(at, total - size) for at, size in runs if _SHORTEST <= size < total]


def _unlikely(target: float, expected: float) -> float:
    """How far a length is from the usual, as the negative logarithm of a likelihood."""
    return (log(target / expected) / _VARIES) ** 2 / 2 if target and expected else 0.0


def _is_anchored(pair: Pair, span: Span) -> bool:
    """Whether a sentence has a number or a name of the source in it: then it was translated."""
    said = pair.target[slice(*span)]
    source = numbers_of_source(pair.source)
    sure = [number for number in numbers_of_target(said) if number.firm or number.spelt]
    if any(number.may_equal(other) for number in sure for other in source):
        return True
    sounds = sounds_of_text(pair.source)
    names = _NAME.findall(said)[1:]
    return any(may_be_the_same(sounds_of_latin(name), sounds) for name in names)


def _sizes(text: str, spans: Sequence[Span], factor: float = 1.0) -> list[float]:
    """The letters of each sentence, times what its translation ought to have for one of them."""
    return [factor * letters(text[slice(*span)]) for span in spans]


def _shown(text: str, span: Span) -> str:
    shown = text[slice(*span)]
    return shown if len(shown) <= 60 else f"{shown[:57].rstrip()}…"


def _counted(source: Sequence[Span], target: Sequence[Span]) -> str:
    return Message(
        "{source} sentence in the source, {target} in the translation"
        if len(source) == 1
        else "{source} sentences in the source, {target} in the translation",
        source=len(source),
        target=len(target),
    )


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

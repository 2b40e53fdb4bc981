"""Loops: words or runs of words said again and again, as machine drafts do on odd input.

Finds «the right to the right to the right to» and «the the the»; must not find «had had», «very,
very», «day by day», or a refrain that the source has too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diglot.checks import arabic
from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import Message

_WORD = re.compile(r"\d[\d.,٫٬]*|[^\W_]+(?:['’-][^\W_]+)*")
_INSIDE = re.compile(r"([^\W\d_]{1,4}?)\1{5,}")
_LONGEST = 12
"""Words of the longest run that is looked for; longer ones are found as scattered repetition."""
_SCATTERED = 4


@dataclass(frozen=True, slots=True)
class _Loop:
    """A run of words, and how often it stands there without anything between."""

    words: tuple[str, ...]
    times: int
    start: int


def loops(pair: Pair) -> Iterator[Finding]:
    """Repetition beyond what the source has: an error in a row, a warning when scattered."""
    tokens = [(match[0].lower(), match.span()) for match in _WORD.finditer(pair.target)]
    words = [word for word, _ in tokens]
    # Whatever is repeated repeats two neighbours: most texts are done here.
    if len(set(pairwise(words))) < len(words) - 1:
        source = [arabic.folded(match[0]).lower() for match in _WORD.finditer(pair.source)]
        loop = _worst(words, source)
        if loop is not None:
            yield _in_a_row(loop, tokens)
        else:
            yield from _scattered(words, source, tokens)
    yield from _inside_a_word(pair, words)


def _inside_a_word(pair: Pair, words: Sequence[str]) -> Iterator[Finding]:
    """«haaaaaa», «hahahahahaha»."""
    if not any(len(word) > 5 and len(set(word)) < len(word) // 2 for word in words):
        return
    inside = _INSIDE.search(pair.target)
    if inside is not None and _INSIDE.search(pair.source) is None:
        yield Finding(
            "loops",
            Severity.ERROR,
            Message(
                "«{letters}» stands {times} times in a row in a word",
                letters=inside[1],
                times=len(inside[0]) // len(inside[1]),
            ),
            target_span=inside.span(),
        )


def _in_a_row(loop: _Loop, tokens: Sequence[tuple[str, Span]]) -> Finding:
    last = loop.start + loop.times * len(loop.words) - 1
    return Finding(
        "loops",
        Severity.ERROR,
        Message(
            "«{words}» stands {times} times in a row",
            words=" ".join(loop.words),
            times=loop.times,
        ),
        target_span=(tokens[loop.start][1][0], tokens[last][1][1]),
    )


def _worst(words: Sequence[str], source: Sequence[str]) -> _Loop | None:
    """The loop that fills most of the text, of those that the source does not have; or None."""
    found = [
        _Loop(tuple(words[start : start + size]), times, start)
        for size in _possible_sizes(words)
        for times, start in [_most_in_a_row(words, size)]
        if times >= _fewest(size) and times > _repeats(source, size)
    ]
    return max(found, key=lambda loop: loop.times * len(loop.words), default=None)


def _fewest(size: int) -> int:
    """«had had» and «very, very» are English; so is «more and more»."""
    return 3 if size <= 2 else 2


def _possible_sizes(words: Sequence[str]) -> list[int]:
    """Sizes for which enough words stand there again at that distance: mostly none, and fast."""
    places: dict[str, list[int]] = {}
    again: Counter[int] = Counter()
    for place, word in enumerate(words):
        before = places.setdefault(word, [])
        again.update(place - other for other in before[-_LONGEST:] if place - other <= _LONGEST)
        before.append(place)
    return [size for size in sorted(again) if again[size] >= (_fewest(size) - 1) * size]


def _repeats(words: Sequence[str], size: int) -> int:
    """How often some run of about this many words stands in a row: one language may need fewer."""
    return max((_most_in_a_row(words, n)[0] for n in range(1, size + 2)), default=1)


def _most_in_a_row(words: Sequence[str], size: int) -> tuple[int, int]:
    """(times, start) of the run of this size that is repeated most often without a gap."""
    best, at = (1 if words else 0), 0
    same = 0
    for place in range(size, len(words)):
        same = same + 1 if words[place] == words[place - size] else 0
        times = same // size + 1
        if times > best:
            best, at = times, place - times * size + 1
    return best, at


def _scattered(
    words: Sequence[str], source: Sequence[str], tokens: Sequence[tuple[str, Span]]
) -> Iterator[Finding]:
    """Four words that stand there four times and more, where the source repeats nothing so."""
    runs = Counter(tuple(words[at : at + _SCATTERED]) for at in range(len(words) - _SCATTERED + 1))
    run, times = max(runs.items(), key=lambda item: item[1], default=((), 0))
    if times < 4 or times <= _most_common(source):
        return
    start = next(at for at in range(len(words)) if tuple(words[at : at + _SCATTERED]) == run)
    yield Finding(
        "loops",
        Severity.WARNING,
        Message(
            "«{words}» stands in the translation {times} times", words=" ".join(run), times=times
        ),
        target_span=(tokens[start][1][0], tokens[start + _SCATTERED - 1][1][1]),
    )


def _most_common(words: Sequence[str]) -> int:
    """How often the source's most frequent pair of words is in it: Arabic needs fewer words."""
    pairs = Counter(pairwise(words))
    return max(pairs.values(), default=1)

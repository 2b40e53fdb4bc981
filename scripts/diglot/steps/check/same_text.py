"""One text translated in two ways, and two texts that have one translation.

Finds «دعم التحالف للعراق وشركائه» as «support for Iraq» here and «Iraq's backing» there, and a
paragraph that somebody pasted into the wrong entry; must not find a heading written in capitals
that is a sentence elsewhere, two spellings of one source, or «Yes.» for «نعم.» and «أجل.».
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from diglot.checks import Finding, Severity, arabic
from diglot.checks.message import Message
from diglot.model.catalogue import Segment
from diglot.model.key import is_key

_WORD = re.compile(r"[^\W_]+")
_SENTENCE = 4
"""Words, from which on a text means the same wherever it stands; fewer depend on their place."""
_PASTED = 8
"""Words, from which on nobody translates two texts alike by chance."""
_SHOWN = 60
"""Characters."""

Noted = tuple[Segment, Finding]


def same_source(segments: Sequence[Segment]) -> Iterator[Noted]:
    """Each segment whose translation is not the one that its source has first."""
    for group in _groups(segments, lambda segment: _source_words(segment.source)):
        first = group[0]
        usual = _target_words(first.target)
        for other in group[1:]:
            severity = _of_one_source(other)
            # Plural forms of one entry stand in one line, and are meant to differ.
            is_plural = other.line is not None and other.line == first.line
            if severity and not is_plural and _target_words(other.target) != usual:
                told = Message(
                    "translated otherwise in line {line}: «{target}»",
                    line=first.line or 0,
                    target=_short(first.target),
                )
                yield other, Finding("same_source", severity, told)


def same_target(segments: Sequence[Segment]) -> Iterator[Noted]:
    """Each segment whose translation another source has before it."""
    for group in _groups(segments, lambda segment: _target_words(segment.target)):
        first = group[0]
        for other in group[1:]:
            severity = _of_one_target(first, other)
            if severity is not None:
                told = Message(
                    "line {line} has the same translation for «{source}»",
                    line=first.line or 0,
                    source=_short(first.source),
                )
                yield other, Finding("same_target", severity, told)


def _groups(
    segments: Sequence[Segment], words_of: Callable[[Segment], tuple[str, ...]]
) -> Iterator[list[Segment]]:
    """Segments with the same words, where there are two of them and more."""
    found: dict[tuple[str, ...], list[Segment]] = defaultdict(list)
    for segment in segments:
        words = words_of(segment)
        if words:
            found[words].append(segment)
    return (group for group in found.values() if len(group) > 1)


def _of_one_source(segment: Segment) -> Severity | None:
    if len(segment.source.split()) >= _SENTENCE:
        return Severity.WARNING
    # In other tools a short text stands there twice because it means two things.
    return Severity.HINT if is_key(segment.key) else None


def _of_one_target(first: Segment, other: Segment) -> Severity | None:
    one, two = set(_source_words(first.source)), set(_source_words(other.source))
    words = len(other.target.split())
    if one == two or words < _SENTENCE:
        return None
    apart = len(one & two) < 0.5 * min(len(one), len(two))
    return Severity.WARNING if apart and words >= _PASTED else Severity.HINT


def _source_words(text: str) -> tuple[str, ...]:
    """As people mean it: without marks, hamzas, case, punctuation."""
    return tuple(_WORD.findall(arabic.western_digits(arabic.fold(text)).casefold()))


def _target_words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"

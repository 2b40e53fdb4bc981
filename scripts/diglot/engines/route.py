"""Which packages lead from one language to another: one, or two through a third language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Pair(Protocol):
    """What translates one language into another, installed or not."""

    @property
    def source(self) -> str:
        """Argos's code of the language."""

    @property
    def target(self) -> str:
        """Argos's code of the language."""

    @property
    def version(self) -> str:
        """Numbers with dots between them."""


AnyPair = TypeVar("AnyPair", bound=Pair)

_ARGOS_CODES = {
    "pt-br": "pb",
    "zh-cn": "zh",
    "zh-hans": "zh",
    "zh-hant": "zt",
    "zh-hk": "zt",
    "zh-tw": "zt",
}
"""Argos's own codes for what BCP 47 says with subtags."""


def best_route(pairs: Iterable[AnyPair], source: str, target: str) -> tuple[AnyPair, ...]:
    """The newest pair that does it, else two with the third language that most others go through.

    Languages are BCP 47 or Argos's own codes; a region that no pair knows is left out of account.
    """
    newest = _newest(pairs)
    for start in _codes(source):
        for end in _codes(target):
            if (start, end) in newest:
                return (newest[start, end],)
    for start in _codes(source):
        for end in _codes(target):
            thirds = {b for a, b in newest if a == start} & {a for a, b in newest if b == end}
            # English first: nearly all of Argos's packages go from it or to it.
            for third in sorted(thirds, key=lambda code: (code != "en", code)):
                return newest[start, third], newest[third, end]
    return ()


def version_key(version: str) -> tuple[int, ...]:
    """Sorts versions by their numbers: 1.10 is newer than 1.9."""
    return tuple(int(number) for number in re.findall(r"[0-9]+", version))


def _newest(pairs: Iterable[AnyPair]) -> dict[tuple[str, str], AnyPair]:
    ordered = sorted(pairs, key=lambda pair: version_key(pair.version))
    return {(pair.source, pair.target): pair for pair in ordered}


def _codes(language: str) -> Iterator[str]:
    plain = language.replace("_", "-")
    yield language
    if plain.lower() in _ARGOS_CODES:
        yield _ARGOS_CODES[plain.lower()]
    yield plain.split("-")[0].lower()

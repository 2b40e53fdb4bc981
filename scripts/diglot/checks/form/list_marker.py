"""The number, letter or bullet at the head of a list item.

Finds «2) Second» for «١) أولاً», and «First» for «١- أولاً»; must not find «a)» for «أ)», «1.» for
«1-», or a sentence that begins with a year or an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks import arabic
from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_NUMBER = re.compile(r"\s*[(\[]?(\d{1,3})(?:[.)\]]|\s?[-–/])(?!\d)\s*(?=\S)")
_BULLET = re.compile(r"\s*[•●◦▪■*·-]\s")


def list_marker(pair: Pair) -> Iterator[Finding]:
    """A warning for another number, a hint for a marker that is gone."""
    source = _NUMBER.match(arabic.western_digits(pair.source))
    target = _NUMBER.match(arabic.western_digits(pair.target))
    if source is not None and target is not None:
        if int(source[1]) != int(target[1]):
            yield Finding(
                "list_marker",
                Severity.WARNING,
                Message(
                    "the item begins with «{source}» in the source, and with «{target}» here",
                    source=source[1],
                    target=target[1],
                ),
                source.span(1),
                target.span(1),
            )
    elif source is not None:
        yield _gone(
            source.span(),
            Message(
                "«{marker}» at the beginning of the source is not in the translation",
                marker=source[0].strip(),
            ),
        )
    elif (bullet := _BULLET.match(pair.source)) and _BULLET.match(pair.target) is None:
        yield _gone(
            bullet.span(),
            Message("the bullet at the beginning of the source is not in the translation"),
        )


def _gone(span: tuple[int, int], told: str) -> Finding:
    return Finding("list_marker", Severity.HINT, told, source_span=span)

"""Capitals: all of a translation in capital letters, as models learn it from headlines.

Finds «THE OPERATIONS HAVE FREED THE CITY»; it must not find «UN, WHO, UNHCR and UNICEF», or a
source that is in capitals itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 5


def capitals(pair: Pair) -> Iterator[Finding]:
    """One warning at most."""
    if pair.target.upper() != pair.target or pair.target.lower() == pair.target:
        return
    words = [word for word in _WORD.findall(pair.target) if word not in pair.source]
    if len(words) >= _FEWEST and not _is_in_capitals(pair.source):
        yield Finding(
            "capitals",
            Severity.WARNING,
            Message("all {count} words are in capital letters", count=len(words)),
        )


def _is_in_capitals(text: str) -> bool:
    return text.upper() == text and text.lower() != text

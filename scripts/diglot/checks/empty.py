"""Empty: no translation where the source says something.

Finds «» and «…» for «دعم التحالف»; must not find «–» for «–», or anything where the source has no
letter and no digit either.
"""

from __future__ import annotations

from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message


def empty(pair: Pair) -> Iterator[Finding]:
    """One error at most."""
    if _says_something(pair.source) and not _says_something(pair.target):
        yield Finding("empty", Severity.ERROR, Message("there is no word in the translation"))


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)

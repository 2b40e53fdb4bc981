"""A word twice in a row, as people type it and machines say it.

Finds «of the the Coalition» and «partners partners»; must not find «had had», «that that», «Walla
Walla», «very, very», «5 5», or what the source says twice too. Three times and more is a loop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_AGAIN = re.compile(r"(?<![\w'’-])([^\W\d_]+)((?:[ \u00a0\n]+\1)+)(?![\w'’-])", re.IGNORECASE)
_ENGLISH = frozenset("had that very far long so no bye ha blah her is do you who more".split())
"""What English says twice: «all that he had had», «what it is is a mistake», «long, long ago»."""

_NEVER_TWICE = frozenset(
    "a an and at by for from his in its of or the their they to was with".split()
)
"""Whatever the source says twice, it is not this."""


def repeated_word(pair: Pair) -> Iterator[Finding]:
    """One warning for each word that stands there twice."""
    for found in _AGAIN.finditer(pair.target):
        word, *again = found[0].split()
        names = word[0].isupper() and again[0][0].isupper()
        if len(again) > 1 or names or word.lower() in _ENGLISH:
            continue
        if word.lower() not in _NEVER_TWICE and _AGAIN.search(pair.source):
            continue
        yield Finding(
            "repeated_word",
            Severity.WARNING,
            Message("«{word}» stands twice in a row", word=word),
            target_span=found.span(),
        )

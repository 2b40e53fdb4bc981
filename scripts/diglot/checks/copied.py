"""Copied: the source stands in place of its translation.

Finds «Alle Menschen sind frei geboren» for itself; it must not find names, codes and addresses,
which are the same in every language, or what `left_over` tells of: Arabic in an English text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_SMALL_WORD = re.compile(r"(?<![\w@./-])[^\W\d_A-Z]{2,}(?![\w@./-])")
"""A word without a capital, outside addresses and codes: names have one."""
_FEWEST = 3


def copied(pair: Pair) -> Iterator[Finding]:
    """One error at most."""
    if pair.context.changes_direction or pair.source.split() != pair.target.split():
        return
    if len(_SMALL_WORD.findall(pair.source)) >= _FEWEST:
        told = Message("the translation is the same text as the source")
        yield Finding("copied", Severity.ERROR, told)

"""Latin kept: URLs, addresses, codes and Latin words of the source stand in the translation.

Finds «https://diglot.example/a_b» that came out as «https://diglot.example/a b», and «UNMAS» that
is gone; must not find «km» against «kilometres», or «iPhone» against «IPHONE».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks import latin
from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import missing_in_translation

_LATIN = re.compile("[A-Za-z\u00c0-\u024f@]")
_UNITS = frozenset("km kg cm mm m g l ha kmh kwh mw gw hz mhz ghz am pm no".split())
"""English writes them in full."""


def latin_kept(pair: Pair) -> Iterator[Finding]:
    """What is missing: an error for addresses and codes, a warning for words."""
    if not pair.context.changes_direction:
        return
    if _LATIN.search(pair.source) is None:
        return
    there = _plain(pair.target)
    for address, span in latin.addresses(pair.source):
        if address not in pair.target:
            yield _missing(address, span, Severity.ERROR)
    for code, span in latin.codes(pair.source):
        if _plain(code) not in there:
            yield _missing(code, span, Severity.ERROR)
    for word, span in latin.latin_words(pair.source):
        if word.lower() not in _UNITS and _plain(word) not in there:
            yield _missing(word, span, Severity.WARNING)


def _missing(run: str, span: Span, severity: Severity) -> Finding:
    told = missing_in_translation(f"«{run}»")
    return Finding("latin_kept", severity, told, source_span=span)


def _plain(text: str) -> str:
    """Without the differences that a typographer makes."""
    return re.sub(r"[\s.'’‘-]", "", text).casefold()

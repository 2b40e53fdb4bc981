"""Cut: the translation breaks off in the middle of a sentence, as at an engine's limit.

Finds «The members of the», and a text without an end that is shorter than it should be. It
must not find a heading, or an ordinary text whose full stop alone was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.length import letters, usual
from diglot.checks.message import Message

_ENDS = re.compile(r"[.!?؟…:;؛。][\"”’»)\]'*_]*\s*$")
_LAST = re.compile(r"([\w’']+)[\s,]*$")
_COMMA = re.compile(r"[,،]\s*$")
_GOES_ON = frozenset(
    "a an the of and or but to for with by at from into than that which who whose whom as his her "
    "their its our your my is are was were be been has have had will would because if when while "
    "this these those such very between among about against".split()
)
"""Words with which hardly an English sentence ends, and then with a full stop."""
_SHORT = 0.85


def cut(pair: Pair) -> Iterator[Finding]:
    """One finding at most: an error where the last word cannot be the last."""
    if _ENDS.search(pair.source) is None or _ENDS.search(pair.target) is not None:
        return
    last = _LAST.search(pair.target)
    if last is None:
        return
    goes_on = last[1].lower() in _GOES_ON and pair.context.target_language.startswith("en")
    short = letters(pair.target) < _SHORT * usual(pair.context) * letters(pair.source)
    # Items of a list and clauses of a resolution may end with a comma in one language alone.
    short = short and _COMMA.search(pair.target) is None
    if goes_on or short:
        yield Finding(
            "cut",
            Severity.ERROR if goes_on and short else Severity.WARNING,
            Message(
                "the translation breaks off with «{words}», and the source does not", words=last[1]
            ),
            target_span=last.span(1),
        )

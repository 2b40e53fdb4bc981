"""Brackets: closed where they are opened, and not lost.

Finds «the Coalition (68 members» and «the Coalition 68 members)» against «(68 عضواً)».
It must not find «a) the first», «1) the second», a smiley, or brackets that the source leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import Message

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[()\[\]{}]")
_SMILEY = re.compile(r"[:;8=]-?[()\[\]]")
_NUMBERED = re.compile(r"(?:^|\s)(?:\d{1,3}|\w|[ivxIVX]{2,4})$")
"""What a closing bracket alone may stand behind: 1) a) iv)."""


def brackets(pair: Pair) -> Iterator[Finding]:
    """A bracket without its partner is a warning, round brackets that are gone a hint."""
    alone = _alone(pair.target)
    if alone is not None:
        if _alone(pair.source) is None:
            yield _unbalanced(pair.target, alone)
    elif "(" in pair.source and "(" not in pair.target and _alone(pair.source) is None:
        at = pair.source.index("(")
        yield Finding(
            "brackets",
            Severity.HINT,
            Message("the brackets of the source are not in the translation"),
            source_span=(at, at + 1),
        )


def _unbalanced(text: str, place: Span) -> Finding:
    bracket = text[place[0] : place[1]]
    told = (
        Message("«{bracket}» is opened and not closed in the translation", bracket=bracket)
        if bracket in _PAIRS
        else Message("«{bracket}» is closed and not opened in the translation", bracket=bracket)
    )
    return Finding(
        "brackets",
        Severity.WARNING,
        told,
        target_span=place,
    )


def _alone(text: str) -> Span | None:
    """The first bracket that has no partner, or None."""
    opened: list[int] = []
    for match in _BRACKET.finditer(_SMILEY.sub(_blank, text)):
        bracket, at = match[0], match.start()
        if bracket in _PAIRS:
            opened.append(at)
        elif opened:
            if _PAIRS[text[opened.pop()]] != bracket:
                return at, at + 1
        elif _NUMBERED.search(text, max(0, at - 5), at) is None:
            return at, at + 1
    return (opened[0], opened[0] + 1) if opened else None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])

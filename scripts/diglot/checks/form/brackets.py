"""Brackets: closed where they are opened, and not lost.

Finds «the Coalition (68 members» and «the Coalition 68 members)» against «(68 عضواً)»; must not
find «a) the first», «1) the second», a smiley, or brackets that the source leaves open itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity, Span

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[()\[\]{}]")
_NONE_OF_THEM = re.compile(
    r"(?:(?<=\s)|^)[\w.-]{1,4}\)"  # 1) a) iv) 2-3)
    r"|[:;8=]-?[()\[\]]"  # :-)
    r"|(?<=\d)[\[(](?=\d)"  # half-open intervals
)


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
            "the brackets of the source are not in the translation",
            source_span=(at, at + 1),
        )


def _unbalanced(text: str, place: Span) -> Finding:
    bracket = text[place[0] : place[1]]
    what = "opened and not closed" if bracket in _PAIRS else "closed and not opened"
    return Finding(
        "brackets",
        Severity.WARNING,
        f"«{bracket}» is {what} in the translation",
        target_span=place,
    )


def _alone(text: str) -> Span | None:
    """The first bracket that has no partner, or None."""
    opened: list[int] = []
    for match in _BRACKET.finditer(_blanked(text)):
        bracket, at = match[0], match.start()
        if bracket in _PAIRS:
            opened.append(at)
        elif not opened or _PAIRS[text[opened.pop()]] != bracket:
            return at, at + 1
    return (opened[0], opened[0] + 1) if opened else None


def _blanked(text: str) -> str:
    if ")" not in text and "[" not in text and "]" not in text:
        return text
    return _NONE_OF_THEM.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])

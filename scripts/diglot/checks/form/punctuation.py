"""Punctuation: English marks in English, and a sentence that ends as its source does.

Finds «Who are they؟», «first، second», «٤٥ ٪», and «Who are they.» for «من هم؟»; must not find
Arabic marks inside quoted Arabic, a question that English puts in the middle of the sentence, or a
heading without a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks import arabic
from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_IN_ENGLISH = {"؟": "?", "؛": ";", "،": ",", "٪": "%", "٫": ".", "٬": ",", "۔": "."}
_FOREIGN = re.compile("[؟؛،٪٫٬۔]|[٠-٩۰-۹]+")
_QUESTION = re.compile("[?؟]")
_BEHIND_THE_END = "\"'”’»)]}›*_ \t\n\u00a0\u200e\u200f\u061c\u202c\u2069"
_ENDS = {"؟": "?", "۔": ".", "؛": ";", "،": ",", "…": "..."}


def punctuation(pair: Pair) -> Iterator[Finding]:
    """Marks of the other script and lost question marks are warnings, other ends hints."""
    if not pair.context.changes_direction:
        return
    yield from _of_the_other_script(pair)
    yield from _end(pair)


def _of_the_other_script(pair: Pair) -> Iterator[Finding]:
    """One finding for each kind of mark; where Arabic is quoted, its marks belong to it."""
    if arabic.has_arabic(pair.target):
        return
    seen: set[str] = set()
    for mark in _FOREIGN.finditer(pair.target):
        kind = "digits" if mark[0].isdigit() else mark[0]
        if kind in seen:
            continue
        seen.add(kind)
        wanted = _IN_ENGLISH.get(mark[0]) or arabic.western_digits(mark[0])
        yield Finding(
            "punctuation",
            Severity.WARNING,
            Message("«{mark}» is Arabic; write «{wanted}»", mark=mark[0], wanted=wanted),
            target_span=mark.span(),
        )


def _end(pair: Pair) -> Iterator[Finding]:
    source, target = _last(pair.source), _last(pair.target)
    if source == target or not target:
        return
    if source == "?" and _QUESTION.search(pair.target) is None:
        yield _differs(
            pair, Severity.WARNING, Message("the source is a question, the translation is none")
        )
    elif target == "?" and _QUESTION.search(pair.source) is None:
        yield _differs(
            pair, Severity.WARNING, Message("the translation is a question, the source is none")
        )
    elif target in ",;" and source not in ",;:":
        yield _differs(
            pair, Severity.HINT, Message("the translation ends with «{mark}»", mark=target)
        )
    elif source == ":" and target.isalnum():
        yield _differs(pair, Severity.HINT, Message("the colon at the end of the source is gone"))
    elif source in ".!" and target.isalnum():
        yield _differs(
            pair, Severity.HINT, Message("no full stop at the end, as the source has one")
        )


def _differs(pair: Pair, severity: Severity, message: str) -> Finding:
    at = len(pair.target.rstrip(_BEHIND_THE_END))
    return Finding("punctuation", severity, message, target_span=(at - 1, at))


def _last(text: str) -> str:
    """The last character that counts, in its English shape; nothing where there is none."""
    last = text.rstrip(_BEHIND_THE_END)[-1:]
    return _ENDS.get(last, last)[-1:]

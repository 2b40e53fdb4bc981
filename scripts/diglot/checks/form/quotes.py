"""Quotation marks: closed where they are opened, and not lost.

Finds «he said: “We defend it.» and «"We defend it» against «ندافع عنه»-in-quotes; must not find
«6' 2"», «the partners’», a quotation that goes on in the next paragraph as it does in the source,
or “…” for «…».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_OPENING = "«“"
_CLOSING = "»”"
_ANY = re.compile("[«»“”„‟\"‹›〝〞]|(?<!\\w)['‘‚]|''")
_PASSAGE = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_A_NAME = 3
"""Words, at most: what Arabic sets in quotation marks and English in italics, or in capitals."""


def quotes(pair: Pair) -> Iterator[Finding]:
    """A quotation that is open at one end is a warning, one that is gone a hint."""
    wrong = _unbalanced(pair.target)
    if wrong:
        if not _unbalanced(pair.source):
            at = pair.target.index(wrong)
            yield Finding(
                "quotes",
                Severity.WARNING,
                Message(
                    "a quotation with «{mark}» has only one end in the translation", mark=wrong
                ),
                target_span=(at, at + 1),
            )
        return
    if _ANY.search(pair.target) is None:
        for passage in _PASSAGE.finditer(pair.source):
            if len(passage[0].split()) > _A_NAME:
                yield Finding(
                    "quotes",
                    Severity.HINT,
                    Message("the source quotes this, the translation has no quotation marks"),
                    source_span=passage.span(),
                )
                return


def _unbalanced(text: str) -> str:
    """A mark whose partner is missing; nothing where there is none such."""
    # German and Arabic typesetting open with what English closes with: the sum has to be even.
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        there = text.count(opening) + text.count(closing)
        if there % 2:
            return opening if opening in text else closing
    straight = text.count('"')
    if straight % 2 and _inches(text) % 2 == 0:
        return '"'
    return ""


def _inches(text: str) -> int:
    return len(re.findall(r"\d\"", text))

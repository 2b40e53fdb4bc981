"""Left over: Arabic letters in a translation that is written from left to right.

Finds «The Coalition دعم its partners» and «“We دعم it”»; must not find «a word, “الخلافة”, that …»,
«the caliphate (الخلافة)», or Arabic that the glossary itself asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks import arabic
from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_RUN = re.compile(f"{arabic.WORD.pattern}(?:[\\s،.-]+{arabic.WORD.pattern})*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’|\([^()]*\)|\[[^\[\]]*\]|`[^`]*`")
_LATIN = re.compile("[A-Za-z]")


def left_over(pair: Pair) -> Iterator[Finding]:
    """Each run of Arabic words outside quotation marks and brackets."""
    if not pair.context.changes_direction or not arabic.has_arabic(pair.target):
        return
    asked = [target for term in pair.context.glossary.terms for target in term.targets]
    text = _blanked(pair.target)
    for run in _RUN.finditer(text):
        if not any(run[0] in target for target in asked):
            yield Finding(
                "left_over",
                Severity.ERROR,
                Message("«{words}» is left untranslated", words=run[0]),
                target_span=run.span(),
            )


def _blanked(text: str) -> str:
    """The text with blanks where Arabic alone is quoted, unless all of the text is."""
    blanked = _QUOTED.sub(_blank, text)
    return blanked if any(character.isalnum() for character in blanked) else text


def _blank(match: re.Match[str]) -> str:
    return match[0] if _LATIN.search(match[0]) else " " * len(match[0])

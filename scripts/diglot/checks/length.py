"""Length: a translation far too short or too long for its source.

Finds a paragraph that became three words, and a heading that became a paragraph; must not find
«نعم.» against «Yes, indeed.»: the shorter the source, the more is possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import sqrt

from diglot.checks.finding import Context, Finding, Pair, Severity
from diglot.checks.message import Message
from diglot.language import direction

_USUAL = 1.28
"""Letters of English for one of Arabic without its marks: the median of professional pairs."""
_NOT_COUNTED = re.compile("[^\\w]|[\u064b-\u0652\u0640_]")
_SHORTEST = 20
"""Letters; what is shorter can be anything (abbreviations, names)."""


def length(pair: Pair) -> Iterator[Finding]:
    """An error where most of the text is missing or made up, a warning where a part may be."""
    source, target = letters(pair.source), letters(pair.target)
    if source < _SHORTEST or not target:
        return
    # Chance evens out with length: a text of 100 letters varies about half as much as one of 25.
    slack = sqrt(100 / min(source, 400))
    ratio = target / source / usual(pair.context)
    severity = _severity(ratio, slack)
    if severity is not None:
        yield Finding(
            "length",
            severity,
            Message(
                "the translation is very short: {target} letters for {source} of the source"
                if ratio < 1
                else "the translation is very long: {target} letters for {source} of the source",
                target=target,
                source=source,
            ),
        )


def usual(context: Context) -> float:
    """Letters of the translation for one of the source, by the direction of either script."""
    if context.changes_direction:
        return _USUAL
    directions = direction(context.source_language), direction(context.target_language)
    return 1 / _USUAL if directions == ("ltr", "rtl") else 1.0


def _severity(ratio: float, slack: float) -> Severity | None:
    off = max(ratio, 1 / ratio)
    if off > 1 + 1.9 * (1 + slack) / 2:
        return Severity.ERROR
    if off > 1 + 0.85 * (1 + slack) / 2:
        return Severity.WARNING
    return None


@lru_cache(maxsize=1024)
def letters(text: str) -> int:
    """How many letters and digits a text has, without marks, tatweel and punctuation."""
    return len(_NOT_COUNTED.sub("", text))

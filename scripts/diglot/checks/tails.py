"""Tails: stock phrases that engines have learnt from subtitles and web pages, and add on their own.

Finds «… Thank you for watching.» and «All rights reserved» where the source says nothing of the
kind; it must not find «thank you» for «شكراً», or a phrase of which the source has the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks import arabic
from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_PHRASES: tuple[tuple[str, str], ...] = (
    (r"thank you|thanks for (?:watching|reading)", "شكر أشكر نشكر تشكر متشكر امتنان"),
    (r"all rights reserved|copyright ©?", "حقوق محفوظة نشر"),
    (r"subtitles? by|translated by|translation by|sync(?:ed)? by", "ترجم مترجم"),
    (r"click here|read more|learn more|visit our website", "نقر ضغط اقرأ قراءة مزيد زيار زور زر"),
    (r"for more information", "معلومات مزيد تفاصيل"),
    (r"i(?: am|['’]m) (?:so )?sorry", "آسف أسف عذر اعتذ"),
    (r"i (?:do not|don['’]t) know", "أدري أعرف أعلم دري علم عرف"),
    (r"\[(?:music|applause|laughter|silence|inaudible)\]", "موسيق تصفيق ضحك صمت"),
)
"""What stands there by itself, and the stems of which one has to be in the source."""
_FOUND = tuple(
    (
        re.compile(rf"(?:(?<=[.!?…»”\"] )|^)[-–— ]*({phrase})(?!\w)", re.IGNORECASE),
        tuple(arabic.fold(stem) for stem in stems.split()),
    )
    for phrase, stems in _PHRASES
)

_ANY = re.compile("|".join(phrase for phrase, _ in _PHRASES), re.IGNORECASE)


def tails(pair: Pair) -> Iterator[Finding]:
    """A warning for each phrase at the beginning of a sentence that the source does not have."""
    if not pair.context.changes_direction or _ANY.search(pair.target) is None:
        return
    for pattern, stems in _FOUND:
        found = pattern.search(pair.target)
        if found is not None and not _has(pair.source, stems):
            yield Finding(
                "tails",
                Severity.WARNING,
                Message(
                    "«{words}» seems to be made up: the source says nothing of the kind",
                    words=found[1],
                ),
                target_span=found.span(1),
            )


def _has(source: str, stems: tuple[str, ...]) -> bool:
    folded = arabic.fold(source)
    return any(stem in folded for stem in stems)

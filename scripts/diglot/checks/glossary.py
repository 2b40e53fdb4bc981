"""Glossary: terms of the source are translated as the project decided.

Finds «التحالف الدولي» as «the International Coalition», and «الموصل» as «the conductor»; it
must not find «تنظيم داعش» as «ISIS's», nor «داعش» once more inside the longer term, nor «مغرب»
(sunset) for «المغرب» (Morocco).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import Message
from diglot.checks.terms import Occurrence, occurrences
from diglot.model.glossary import Term


def glossary(pair: Pair) -> Iterator[Finding]:
    """A term without any of its translations, and translations that are forbidden for it."""
    seen: set[str] = set()
    for found in occurrences(pair.source, pair.context.glossary):
        if found.term.source in seen:
            continue
        seen.add(found.term.source)
        right = [place for target in found.term.targets for place in places(target, pair.target)]
        forbidden = list(_forbidden(found.term, pair.target, right))
        if forbidden:
            yield from (_is_forbidden(pair, found, place, bool(right)) for place in forbidden)
        elif not right and found.term.targets:
            yield _is_missing(pair, found)


def _is_missing(pair: Pair, found: Occurrence) -> Finding:
    return Finding(
        "glossary",
        # A name has one translation; another word may be put in several ways.
        Severity.ERROR if _is_name(found.term) else Severity.WARNING,
        _ought_to_be(_text(pair.source, found.span), found.term.targets),
        source_span=found.span,
    )


def _ought_to_be(source: str, targets: Sequence[str]) -> str:
    # One pattern for each number of choices: «or» stands between them in every language.
    if len(targets) == 1:
        return Message("«{source}» ought to be «{one}»", source=source, one=targets[0])
    if len(targets) == 2:
        one, two = targets
        return Message("«{source}» ought to be «{one}» or «{two}»", source=source, one=one, two=two)
    return Message(
        "«{source}» ought to be «{one}» or «{two}» or «{three}»",
        source=source,
        one=targets[0],
        two=targets[1],
        three=targets[2],
    )


def _not_used(target: str, term: Term) -> str:
    if not term.targets:
        return Message("«{target}» is not used for «{source}»", target=target, source=term.source)
    return Message(
        "«{target}» is not used for «{source}»; write «{wanted}»",
        target=target,
        source=term.source,
        wanted=term.targets[0],
    )


def _is_forbidden(pair: Pair, found: Occurrence, place: Span, also_right: bool) -> Finding:
    return Finding(
        "glossary",
        Severity.WARNING if also_right or not _is_name(found.term) else Severity.ERROR,
        _not_used(_text(pair.target, place), found.term),
        source_span=found.span,
        target_span=place,
    )


def _forbidden(term: Term, target: str, right: list[Span]) -> Iterator[Span]:
    """Forbidden translations that are no part of a right one."""
    for words in term.forbidden:
        for start, end in places(words, target):
            if not any(first <= start and end <= last for first, last in right):
                yield start, end


def places(words: str, text: str) -> list[Span]:
    """Where the words stand in a text of the target language, in any case or number."""
    return [match.span() for match in _pattern(words).finditer(text)]


def _is_name(term: Term) -> bool:
    return any(target[:1].isupper() for target in term.targets)


@lru_cache(maxsize=8192)
def _pattern(words: str) -> re.Pattern[str]:
    """The words in any case, with a plural or a possessive, hyphens and spaces being one."""
    parts = [re.escape(part) for part in re.split(r"[\s-]+", words) if part]
    flexible = r"[\s-]+".join(part.replace("'", "['’]") for part in parts)
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?:['’]s|e?s['’]?|['’])?(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(f"{before}{flexible}{after}", re.IGNORECASE)


def _text(text: str, span: Span) -> str:
    return text[span[0] : span[1]]

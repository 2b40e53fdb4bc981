"""Spaces: none doubled, none before a mark, one behind it; the same at the ends as in the source.

Finds «the  Coalition», «the Coalition , which», «members,partners»; must not find «3,000», «10:30»,
«e.g.», «file.po», «https://…», «a , b» or doubled spaces where the source has them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks import latin
from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_DOUBLED = re.compile(r"(?<=[^\s.?!:])[ \u00a0]{2,}(?=\S)")
"""Behind the end of a sentence typists of old put two."""
_BEFORE_A_MARK = re.compile(r"(?<=\w) +[,;:.!?](?=\s|$)")
_BEFORE_AN_ARABIC_MARK = re.compile(r"(?<=\w) +[،؛:.!؟?,;](?=\s|$)")
_NONE_BEHIND = re.compile(r"(?<=[a-z])[,;!?](?=[A-Za-z]{2})|(?<=[a-z]{3})\.(?=[A-Z][a-z]+\s)")


def spaces(pair: Pair) -> Iterator[Finding]:
    """One hint for each kind."""
    yield from _hint(pair, _DOUBLED, Message("there are two spaces where one belongs"), _DOUBLED)
    yield from _hint(
        pair,
        _BEFORE_A_MARK,
        Message("there is a space before a punctuation mark"),
        _BEFORE_AN_ARABIC_MARK,
    )
    if pair.context.changes_direction:
        yield from _hint(pair, _NONE_BEHIND, Message("there is no space behind a punctuation mark"))
    if not _fits(_ends(pair.target), _ends(pair.source)):
        yield Finding(
            "spaces",
            Severity.HINT,
            Message("the white space at the beginning or the end is not that of the source"),
        )


def _hint(
    pair: Pair, pattern: re.Pattern[str], message: str, also: re.Pattern[str] | None = None
) -> Iterator[Finding]:
    """The first place that fits the pattern, unless the source has such a place (``also``)."""
    found = pattern.search(pair.target)
    if found is None or (also is not None and also.search(pair.source)):
        return
    if "." in found[0] and _in_an_address(pair.target, found.start()):
        return
    yield Finding("spaces", Severity.HINT, message, target_span=found.span())


def _in_an_address(text: str, at: int) -> bool:
    return any(start <= at < end for _, (start, end) in latin.addresses(text))


def _ends(text: str) -> tuple[str, str]:
    """White space at the beginning and at the end."""
    inner = text.strip()
    first = text.index(inner)
    return text[:first], text[first + len(inner) :]


def _fits(target: tuple[str, str], source: tuple[str, str]) -> bool:
    """Line ends must be those of the source; blanks may be fewer."""
    return all(
        one.count("\n") == other.count("\n") and len(one) <= len(other)
        for one, other in zip(target, source, strict=True)
    )

"""Headings in one style: all of them in title case, or all as in a sentence.

Finds «The military campaign against ISIS» among ten headings like «Support for Partners»; must not
find a heading of one word, of names alone, or any where there is no style to keep to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from diglot.checks import Context, Finding, Severity
from diglot.checks.message import Message
from diglot.model.catalogue import Segment
from diglot.model.document import Kind
from diglot.model.key import is_key

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or over per so than the to up upon "
    "via vs with within without yet about after against among around before between during if is "
    "not under until that their its his her our your through toward towards".split()
)
"""Words that some styles leave small in titles."""
_FEWEST = 4
_MOST_OF_THEM = 0.75


class _Style(StrEnum):
    TITLE = "Title Case"
    SENTENCE = "Sentence case"


def headings(segments: Sequence[Segment], context: Context) -> Iterator[tuple[Segment, Finding]]:
    """A hint for each heading that is not in the style of most."""
    if context.target_language.partition("-")[0].lower() != "en":
        return
    styles = {
        segment.identity: style
        for segment in segments
        if is_key(segment.key) and segment.hint in {Kind.HEADING, Kind.TITLE}
        if (style := _style(segment.target)) is not None
    }
    usual = _usual(list(styles.values()))
    for segment in segments:
        style = styles.get(segment.identity)
        if usual is None or style in {None, usual} or _may_be_a_name(segment.target):
            continue
        yield (
            segment,
            Finding("headings", Severity.HINT, _told(style, usual)),
        )


def _told(style: _Style | None, usual: _Style) -> str:
    if style is _Style.TITLE:
        return Message("this heading is in Title Case, most are in Sentence case")
    return Message("this heading is in Sentence case, most are in Title Case")


def _usual(styles: list[_Style]) -> _Style | None:
    for style in _Style:
        if len(styles) >= _FEWEST and styles.count(style) >= _MOST_OF_THEM * len(styles):
            return style
    return None


def _style(heading: str) -> _Style | None:
    """By the words behind the first that can be written either way; None where there are none."""
    words = _telling(heading)
    if not words or heading.isupper():
        return None
    small = sum(word[0].islower() for word in words)
    if small == 0:
        return _Style.TITLE
    return _Style.SENTENCE if small > 0.5 * len(words) else None


def _may_be_a_name(heading: str) -> bool:
    """One capital tells nothing of a style: «Support for Iraq» is right in either."""
    words = _telling(heading)
    return len(words) == 1 and words[0][0].isupper()


def _telling(heading: str) -> list[str]:
    return [word for word in _WORD.findall(heading)[1:] if word.lower() not in _SMALL]

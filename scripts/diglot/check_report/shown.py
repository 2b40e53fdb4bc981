"""Texts as a terminal or a log can show them: on one line, without what would act on it."""

from __future__ import annotations

import re

from diglot.checks.finding import Span

_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Control characters, and those that are invisible or turn around what follows them."""
_WIDTH = 100
"""Characters of a text that are shown, around what was found."""


def one_line(text: str) -> str:
    """The text with line ends as spaces, and everything else that acts written as an escape."""
    return _ACTING.sub(_escaped, re.sub(r"[\r\n\t]+", " ", text))


def around(text: str, span: Span | None) -> str:
    """The part of the text in which something was found; all of it where it is short."""
    if len(text) <= _WIDTH:
        return one_line(text)
    middle = sum(span) // 2 if span else 0
    start = max(0, min(middle - _WIDTH // 2, len(text) - _WIDTH))
    end = start + _WIDTH
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return before + one_line(text[start:end].strip()) + after


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"

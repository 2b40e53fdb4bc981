"""Slips of form put into good translations, one at a time; None where there is nothing to spoil."""

from __future__ import annotations

import re
from collections.abc import Callable

Slip = Callable[[str, str], str | None]

_LONG_WORD = re.compile(r"(?<![\w’'-])[a-z]{8,}(?![\w’'-])")


def quotation_left_open(source: str, target: str) -> str | None:
    """The last quotation mark is gone."""
    at = max(target.rfind(mark) for mark in '"”')
    return target[:at] + target[at + 1 :] if at >= 0 else None


def bracket_left_open(source: str, target: str) -> str | None:
    """The last closing bracket is gone."""
    at = target.rfind(")")
    return target[:at] + target[at + 1 :] if at >= 0 else None


def arabic_comma(source: str, target: str) -> str | None:
    """A comma that somebody typed on the other keyboard."""
    return target.replace(",", "،", 1) if "," in target else None


def arabic_question_mark(source: str, target: str) -> str | None:
    """«?» as the source has it."""
    return target.replace("?", "؟", 1) if "?" in target else None


def question_lost(source: str, target: str) -> str | None:
    """A question that became a statement."""
    asked = source.rstrip('" »').endswith(("؟", "?")) and target.count("?") == 1
    return target.replace("?", ".") if asked else None


def word_doubled(source: str, target: str) -> str | None:
    """«the» twice."""
    return re.sub(r"\bthe\b", "the the", target, count=1) if " the " in target else None


def space_doubled(source: str, target: str) -> str | None:
    """Two spaces in the middle."""
    words = target.split()
    half = len(words) // 2
    return f"{' '.join(words[:half])}  {' '.join(words[half:])}" if half > 2 else None


def zero_width(source: str, target: str) -> str | None:
    """A zero-width space from a web page."""
    return f"{target[:3]}\u200b{target[3:]}"


def override_left_open(source: str, target: str) -> str | None:
    """A mark that turns around all that follows."""
    return f"{target[:3]}\u202e{target[3:]}"


def letters_swapped(source: str, target: str) -> str | None:
    """«the coalition» → «the coaltiion»."""
    found = _LONG_WORD.search(target)
    if found is None or found[0][4] == found[0][5]:
        return None
    word = found[0][:4] + found[0][5] + found[0][4] + found[0][6:]
    return target[: found.start()] + word + target[found.end() :]


def letter_left_out(source: str, target: str) -> str | None:
    """«governent»."""
    found = _LONG_WORD.search(target)
    return target[: found.start() + 4] + target[found.start() + 5 :] if found else None


SLIPS: dict[Slip, str] = {
    quotation_left_open: "quotes",
    bracket_left_open: "brackets",
    arabic_comma: "punctuation",
    arabic_question_mark: "punctuation",
    question_lost: "punctuation",
    word_doubled: "repeated_word",
    space_doubled: "spaces",
    zero_width: "invisible",
    override_left_open: "invisible",
    letters_swapped: "spelling",
    letter_left_out: "spelling",
}
"""Each slip, and the check that has to find it."""

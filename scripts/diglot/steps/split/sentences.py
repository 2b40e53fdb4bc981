"""Where a sentence ends.

In: the text of one block. Out: its sentences. Law: joined without white space, they are the text
without white space; and none is empty, or without a letter or digit where the text has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from diglot.steps.split.abbreviations import ends_in_abbreviation
from diglot.steps.split.lines import BIDI, collapse, has_text

_ARABIC_QUESTION, _URDU_STOP, _ELLIPSIS = "\u061f", "\u06d4", "\u2026"
_TERMINATORS = f".!?{_ARABIC_QUESTION}{_URDU_STOP}{_ELLIPSIS}"
_QUOTES_CLOSE = "\u00bb\u201d\u2019\u203a"
_CLOSERS = f"{_QUOTES_CLOSE}\"')\\]{BIDI}"
_OPENERS = "\u00ab\u201c\u2018\u2039(["

# A space before a closing guillemet is a common slip: «text. » more.
_END = re.compile(f"[{_TERMINATORS}](?:[{_TERMINATORS}{_CLOSERS}]| (?=\u00bb)\u00bb)*")
_TRAILING_OFF = re.compile(rf"\.\.|{_ELLIPSIS}")
_BRACKET = re.compile(r"[()\[\]]")
_DASHES = ("-", "\u2013", "\u2014")
_ORDINAL = re.compile(r"[\W_]*\d{1,3}\Z")
_FIRST_WORD = re.compile(r"\w+")
_LONGEST_ASIDE = 300
_LOOK_AHEAD = 40

# Without «و» before it, such a verb goes on with the sentence after a quoted question.
_SAYING = frozenset(
    """
    قال
    قالت
    سأل
    سألت
    تساءل
    تساءلت
    أضاف
    أضافت
    أجاب
    أجابت
    ردّ
    رد
    ردت
    هتف
    هتفت
    صاح
    صرخ
    صرخت
    علّق
    علق
    يقول
    تقول
    يسأل
    يتساءل
    """.split()
)


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, white space collapsed; nothing else is changed."""
    whole = collapse(text)
    if not whole:
        return ()
    cuts = [0, *_cuts(whole), len(whole)]
    pieces = [whole[start:end].strip() for start, end in pairwise(cuts)]
    return tuple(_with_text([piece for piece in pieces if piece]))


def _with_text(pieces: list[str]) -> Iterator[str]:
    """The pieces, each that has no letter or digit put to the one before (the first: after)."""
    waiting: list[str] = []
    for piece in pieces:
        if has_text(piece) and any(has_text(part) for part in waiting):
            yield " ".join(waiting)
            waiting = []
        waiting.append(piece)
    if waiting:
        yield " ".join(waiting)


def _cuts(text: str) -> Iterator[int]:
    """Indices at which a new sentence begins."""
    asides = _asides(text)
    aside = next(asides, None)
    start = quotes = counted = 0
    for match in _END.finditer(text):
        quotes += text.count('"', counted, match.start())
        counted = match.start()
        end = _closed(text, match.start(), match.end(), quotes)
        while aside and aside[1] < match.start():
            aside = next(asides, None)
        inside = aside is not None and aside[0] < match.start() and end <= aside[1]
        if not inside and end < len(text) and _ends(text, start, match.start(), end):
            yield end
            start = end


def _asides(text: str) -> Iterator[tuple[int, int]]:
    """Outermost pairs of brackets that are not too far apart, in order."""
    open_at: list[int] = []
    found: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        if match[0] in "([":
            open_at.append(match.start())
        elif open_at:
            opened = open_at.pop()
            if match.start() - opened <= _LONGEST_ASIDE:
                while found and found[-1][0] > opened:
                    found.pop()
                found.append((opened, match.start()))
    return iter(found)


def _closed(text: str, start: int, end: int, quotes: int) -> int:
    """Where the sentence mark with its closing signs ends: straight quotes may be opening."""
    for index in range(start, end):
        if text[index] == '"':
            if quotes % 2 == 0:
                return index
            quotes += 1
        elif text[index] == "'" and text[index + 1 : index + 2].isalnum():
            return index
    return end


def _ends(text: str, start: int, mark: int, end: int) -> bool:
    """Whether the sentence that began at ``start`` ends with ``text[mark:end]``."""
    signs = re.sub(f"[{_CLOSERS} ]", "", text[mark:end])
    spaced = text[end].isspace()
    after = text[end : end + _LOOK_AHEAD].lstrip()
    first = after.lstrip(_OPENERS + "\"'" + "\u200e\u200f")[:1]
    if not first or (not spaced and not _may_touch(text, mark, end)):
        return False
    if first.islower() and first.upper() != first:
        return False
    if set(signs) <= {".", _ELLIPSIS} and _TRAILING_OFF.search(text[mark:end]):
        return first.isupper()
    if _goes_on_after_quotation(text, mark, end, after):
        return False
    if set(signs) == {"."}:
        return not _is_no_full_stop(text, start, mark, end, after)
    return True


def _may_touch(text: str, mark: int, end: int) -> bool:
    """Whether a sentence may begin at ``text[end]``, where the space is missing."""
    before, following = text[mark - 1 : mark], text[end]
    if before in ("/", "=", "&", "#", ""):
        return False
    if following in _OPENERS or following == '"':
        return True
    if not following.isalnum():
        return False
    if end - mark == 1 and before.isdigit() and following.isdigit():
        return False
    # Latin: domains, file names, versions, «U.S.A.»; and «ملف.pdf».
    return not following.isascii() or not (before.isascii() or following.islower())


def _is_no_full_stop(text: str, start: int, mark: int, end: int, after: str) -> bool:
    if end - mark > 1 and text[end - 1] not in BIDI:
        return False  # a closing sign follows the stop: no abbreviation ends so
    if _ORDINAL.match(text[start:mark][-8:]) and mark - start <= 8:
        return True
    return ends_in_abbreviation(text, mark, after)


def _goes_on_after_quotation(text: str, mark: int, end: int, after: str) -> bool:
    if not set(text[mark:end]) & set(_QUOTES_CLOSE + '"'):
        return False
    if after[:1] in _DASHES:
        return True  # who said it
    word = _FIRST_WORD.match(after)
    asked = set(text[mark:end]) - {"."} - set(_CLOSERS)
    return bool(asked) and word is not None and word[0] in _SAYING

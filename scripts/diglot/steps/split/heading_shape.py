"""Whether a line by itself could be a heading: short, and without a mark at its end."""

from __future__ import annotations

import re

from diglot.steps.split.lines import bare
from diglot.steps.split.not_headings import is_metadata, is_salutation
from diglot.steps.split.sentences import split_sentences

_MOST_WORDS, _LONGEST = 14, 110
_MOST_WORDS_OF_TITLE, _LONGEST_TITLE = 22, 170
_MOST_WORDS_WITH_COLON = 3
_FINAL = ".?!;,|\u061f\u061b\u060c\u2026\u06d4"
_CLOSERS = "\u00bb\u201d\u2019\"')] \u200e\u200f"
_COMMAS = (",", "\u060c")
_COMMAS_OF_ENUMERATION = 2
_QUESTION_MARKS = "?\u061f!"
_SENTENCE_QUOTED = re.compile('[.!?\u061f][\u00bb\u201d"]')
_LETTER = re.compile(r"[^\W\d_]")

# They lead into a list or a quotation; they name no section.
_LEADING_IN = re.compile(
    """
    يلي|
    يأتي|
    الآتي|
    التالي|
    كالتالي|
    كالآتي|
    كما|
    قال|
    قالت|
    أضاف|
    أضافت|
    أوضح|
    أكد|
    أكدت|
    تابع|
    مثل|
    منها|
    وهي|
    هي|
    حكمت|
    قضت|
    قررت|
    قرر|
    تقرر|
    يقرر|
    توصي|
    يوصي|
    نوصي|
    تشمل|
    يشمل|
    تتضمن|
    يتضمن|
    تضم|
    يجب|
    يرجى|
    نرجو|
    نتعهد|
    اتفق|
    following|follows|below|said|says|added|state|states|include|includes|are|is|must|that|by
    """,
    re.VERBOSE,
)
_LEAD_WORD = re.compile(
    rf"(?:^|\s)(?:[\u0648\u0641]?(?:{_LEADING_IN.pattern}))(?:\u0629|\u0648\u0646)?\s?:\Z",
    re.VERBOSE,
)
_FIRST_LEAD = re.compile(rf"[\u0648\u0641]?(?:{_LEADING_IN.pattern})\b", re.VERBOSE)


def is_heading_like(words: str) -> bool:
    """Whether the line (white space collapsed) could be the heading of a section."""
    return (
        len(words) <= _LONGEST
        and len(words.split()) <= _MOST_WORDS
        and not _is_ended(words)
        and _may_name(words)
        and sum(map(words.count, _COMMAS)) < _COMMAS_OF_ENUMERATION
        and not _SENTENCE_QUOTED.search(words)
        and len(split_sentences(words)) == 1
    )


def is_title_like(words: str, alone: bool) -> bool:
    """Whether the line could be the document's title; a question only where it stands alone."""
    if len(words) > _LONGEST_TITLE or len(words.split()) > _MOST_WORDS_OF_TITLE:
        return False
    asks = alone and words[-1:] in _QUESTION_MARKS and len(words.split()) <= _MOST_WORDS
    return _may_name(words) and (asks or not _is_ended(words)) and not words.endswith(":")


def is_question_like(words: str) -> bool:
    """Whether the line could be a numbered heading that asks: «1. لماذا هذا الدليل؟»."""
    asks = words[-1:] in ("?", "\u061f")
    return asks and is_heading_like(words[:-1])


def ends_with_colon(words: str) -> bool:
    """Whether the text leads into what follows it."""
    return words.endswith((":", "\uff1a"))


def _may_name(words: str) -> bool:
    return (
        _LETTER.search(words) is not None
        and not _is_low(words)
        and not is_metadata(words)
        and not is_salutation(words)
    )


def _is_ended(words: str) -> bool:
    if ends_with_colon(words):
        plain = bare(words)
        many = len(words.split()) > _MOST_WORDS_WITH_COLON
        return many or bool(_LEAD_WORD.search(plain) or _FIRST_LEAD.match(plain))
    return words.rstrip(_CLOSERS).endswith(tuple(_FINAL))


def _is_low(words: str) -> bool:
    first = words[:1]
    return first.islower() and first.upper() != first

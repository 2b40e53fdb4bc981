"""Abbreviations: words whose full stop does not end a sentence.

To teach split another one, add it to the list where it belongs.
"""

from __future__ import annotations

import re

from diglot.steps.split.lines import MARKS

BEFORE_A_NAME = frozenset(
    """
    mr mrs ms mx dr prof gen brig col lt maj capt cmdr adm sgt cpl sen rep gov hon rev st fr amb
    messrs mme mlle
    vs cf eg ie viz approx ca al
    """.split()
)
"""Latin abbreviations that never end a sentence."""

BEFORE_A_NUMBER = frozenset(
    """
    no nos art arts sec fig figs vol vols ch par para paras pp p doc res app tel ext
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
"""Latin abbreviations only where a number follows: «No. 5», but «No. He …»."""

MAY_END = frozenset("inc ltd co corp dept univ assn bros etc jr sr u.s u.k u.n u.s.a e.u".split())
"""Latin abbreviations that end a sentence where a word follows that usually begins one."""

LATIN_STARTERS = frozenset(
    """
    The A An This That These Those It Its He She They We You I In On At As But And However
    Meanwhile Moreover There Then When While After Before According For From With
    """.split()
)

_ARABIC = frozenset(
    """
    مج
    صص
    تح
    تلف
    """.split()
)

_AD, _AH, _BC = (
    "م",
    "ه",
    "ق",
)
_TATWEEL = "\u0640"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_ERA = re.compile(f"[{_DIGIT}][)]?[ \u00a0]?(?:{_AH}{_TATWEEL}?|{_BC}[.][ ]?{_AD}|{_AD})\\Z")
_LAST_WORD = re.compile(f"[^\\W\\d_]+(?:[{MARKS}{_TATWEEL}]+[^\\W\\d_]*)*\\Z")
_LATIN_WORD = re.compile(r"(?<![\w.=/@\-])(?:[A-Za-z]\.)*[A-Za-z]+\Z")
_STARTING_WORD = re.compile(r"[^\w]*(\w+)")
_STARTING_DIGIT = re.compile(r"[^\w]*\d")
_LOOK_BACK = 40


def ends_in_abbreviation(text: str, stop: int, following: str) -> bool:
    """Whether the full stop at ``text[stop]`` belongs to an abbreviation.

    ``following`` is the beginning of what comes after it.
    """
    before = text[max(0, stop - _LOOK_BACK) : stop]
    if _ERA.search(before):
        return False
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    letters = re.sub(f"[{MARKS}{_TATWEEL}]", "", word[0])
    if letters.isascii():
        return _is_latin_abbreviation(before, following)
    return len(letters) == 1 or letters in _ARABIC


def _is_latin_abbreviation(before: str, following: str) -> bool:
    match = _LATIN_WORD.search(before)
    if match is None:
        return False
    word = match[0].lower()
    if word in BEFORE_A_NUMBER and (word == "p" or len(word) > 1):
        return _STARTING_DIGIT.match(following) is not None
    if word.replace(".", "") in BEFORE_A_NAME:
        return True
    if word in MAY_END or "." in word:
        starter = _STARTING_WORD.match(following)
        return starter is None or starter[1] not in LATIN_STARTERS
    return len(word) == 1

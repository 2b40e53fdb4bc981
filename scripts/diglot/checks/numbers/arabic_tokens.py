"""An Arabic text as words with values, for the grammar of numbers in ``arabic_reader``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from diglot.checks import arabic
from diglot.checks.finding import Span
from diglot.checks.latin import without_addresses
from diglot.checks.numbers import arabic_words as lexicon
from diglot.checks.numbers.literals import LITERAL, literal
from diglot.checks.numbers.number import Number, Readings, readings

_TOKEN = re.compile(f"(?P<literal>{LITERAL.pattern})|(?P<word>{arabic.WORD.pattern})|(?P<mark>\\S)")
_MARKS_IN_NUMBERS = "%٪"
_DUAL_ENDING = ("تين", "تان")
_DECADE_ENDING = re.compile("(?:ينات|ينيات)$")
_DECADES = {arabic.fold(stem): Fraction(10 * at) for at, stem in enumerate(
    "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين".split(), start=2)}  # fmt: skip


_NOTHING: Readings = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number in digits or a mark, with what it is worth."""

    kind: str
    """``literal``, ``unit``, ``ten``, ``scale`` … or ``other``."""
    value: Readings
    span: Span
    joined: bool = False
    """و stands in front of it."""
    number: Number | None = None


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a text; a lone «و» is said of the token behind it."""
    text = arabic.western_digits(without_addresses(text))
    before: list[str] = []
    for match in _TOKEN.finditer(text):
        if match["literal"]:
            number = literal(match[0], match.start(), decimal_comma=True)
            and_before = bool(before) and before[-1] == lexicon.AND
            yield Token("literal", number.readings, number.span, and_before, number)
        elif match["word"]:
            folded = arabic.folded(match[0])
            if _is_no_number(folded):
                yield Token("other", _NOTHING, match.span())
            elif folded != lexicon.AND:
                yield _word(folded, match.span(), before)
            before.append(folded)
            continue
        elif match["mark"] not in _MARKS_IN_NUMBERS:
            yield Token("other", frozenset(), match.span())
        before.append("")


@lru_cache(maxsize=1 << 15)
def _is_no_number(folded: str) -> bool:
    """Whether the word tells nothing of numbers, whatever stands before it: most words."""
    return folded in lexicon.PERCENT or not (
        folded in {lexicon.AND, lexicon.OF}
        or folded in lexicon.IN_HUNDRED
        or folded.endswith(_DUAL_ENDING)
        or _meanings(folded)
    )


def _word(folded: str, span: Span, before: list[str]) -> Token:
    if folded in lexicon.PERCENT or (
        folded in lexicon.IN_HUNDRED and before and before[-1] == lexicon.IN
    ):
        return Token("other", frozenset(), span)
    apart = bool(before) and before[-1] == lexicon.AND
    last = _stems_of_months(before[-1]) if before else frozenset()
    for stem, joined, meaning in _meanings(folded):
        found = (_month(stem, last) if last else None) or meaning
        if found is not None:
            return Token(found[0], found[1], span, joined or apart)
    if folded == lexicon.OF:
        return Token("of", frozenset(), span)
    if folded.endswith(_DUAL_ENDING) and len(folded) > 5:
        return Token("soft", readings(2), span)
    return Token("other", frozenset(), span)


@lru_cache(maxsize=1 << 15)
def _meanings(folded: str) -> tuple[tuple[str, bool, tuple[str, Readings] | None], ...]:
    """What a word may be, stem by stem; only those that are something."""
    found = (
        (stem, joined, lexicon.MEANINGS.get(stem) or _decade(stem))
        for stem, joined in lexicon.stems(folded)
    )
    return tuple(each for each in found if each[2] is not None)


@lru_cache(maxsize=1 << 12)
def _stems_of_months(word: str) -> frozenset[str]:
    names = {name for name, _ in lexicon.LEVANTINE}
    return frozenset(names.intersection(stem for stem, _ in lexicon.stems(word)))


def _month(stem: str, before: frozenset[str]) -> tuple[str, Readings] | None:
    """«كانون الثاني» is January: the ordinal behind the name is no number of its own."""
    ordinal = lexicon.ORDINALS.get(stem)
    months = (lexicon.LEVANTINE.get((name, int(ordinal))) for name in before if ordinal)
    found = next((month for month in months if month), None)
    return ("month", readings(found)) if found else None


def _decade(stem: str) -> tuple[str, Readings] | None:
    """«التسعينيات» are the nineties of some century, or of somebody's life."""
    if _DECADE_ENDING.search(stem) is None:
        return None
    root = _DECADE_ENDING.sub("", stem)
    tens = next((v for name, v in _DECADES.items() if name in {root, root + "ين"}), None)
    if tens is None:
        return None
    return "soft", frozenset(tens + century for century in (0, *range(1000, 2100, 100)))

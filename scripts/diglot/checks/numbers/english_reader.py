"""The numbers of an English text, in digits and in words.

Grammar: groups below a thousand («two hundred and five», «twenty-three»), each with the scales
behind it («thousand», «million»), from the largest to the smallest; «a million and a half».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from diglot.checks.arabic import western_digits
from diglot.checks.finding import Span
from diglot.checks.latin import without_addresses
from diglot.checks.numbers import english_words as lexicon
from diglot.checks.numbers.literals import LITERAL, literal
from diglot.checks.numbers.number import Number, Readings, covering, plus, readings, times

_TOKEN = re.compile(rf"(?P<literal>{LITERAL.pattern})|(?P<word>[A-Za-z]+)|(?P<mark>[^\s\w-]|_)")


_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕⅛]")
_WORD = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    span: Span
    number: Number | None = None


def read(text: str) -> tuple[Number, ...]:
    """The numbers of the text in their order; those in addresses are left to other checks."""
    if not _DIGIT.search(text) and lexicon.LIKELY.isdisjoint(_WORD.findall(text.lower())):
        return ()
    return tuple(_numbers(list(_tokens(text))))


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(western_digits(without_addresses(text))):
        if match["literal"]:
            yield _Token("", match.span(), literal(match[0], match.start(), decimal_comma=False))
        else:
            yield _Token(match[0], match.span())


def _numbers(tokens: list[_Token]) -> Iterator[Number]:
    at = 0
    while at < len(tokens):
        if tokens[at].number is None and tokens[at].word.lower() not in lexicon.WORDS:
            at += 1
            continue
        terms = _terms(tokens, at)
        if terms:
            yield _sum(terms, tokens)
            at = terms[-1].end
            continue
        soft = _soft(tokens[at])
        if soft is not None:
            yield Number(soft, tokens[at].span, month=tokens[at].word in lexicon.MONTHS)
        at += 1


@dataclass(frozen=True, slots=True)
class _Term:
    """A group with its scales: «700 thousand»."""

    value: Readings
    scale: Fraction
    start: int
    end: int
    parts: tuple[Number, ...] = ()


def _sum(terms: list[_Term], tokens: list[_Token]) -> Number:
    parts = tuple(_number(term, tokens) for term in terms)
    if len(parts) == 1:
        return parts[0]
    value = parts[0].readings
    for part in parts[1:]:
        value = plus(value, part.readings)
    span = covering([part.span for part in parts])
    firm = any(part.firm for part in parts)
    return Number(value, span, firm=firm, spelt=True, parts=parts, scale=parts[-1].scale)


def _number(term: _Term, tokens: list[_Token]) -> Number:
    used = tokens[term.start : term.end]
    own = used[0].number
    value = term.value
    if own is not None and len(used) == 1:
        value = value | _by_the_clock(tokens, term.end, value)
    return Number(
        value,
        covering([token.span for token in used]),
        firm=own is not None and own.firm,
        spelt=term.scale > 1
        or len(used) > 1
        or lexicon.CARDINALS.get(used[0].word.lower(), 0) >= 3,
        parts=own.parts if own is not None and len(used) == 1 else term.parts,
        scale=term.scale,
    )


def _by_the_clock(tokens: list[_Token], at: int, value: Readings) -> Readings:
    """«5 p.m.» may be 17 on the other side."""
    after = [token.word.lower() for token in tokens[at : at + 2]]
    evening = after[:1] == ["pm"] or after == ["p", "."]
    return plus(value, readings(12)) if evening and max(value, default=13) < 12 else frozenset()


def _terms(tokens: list[_Token], at: int) -> list[_Term]:
    terms: list[_Term] = []
    while at < len(tokens):
        if terms:
            if terms[-1].scale == 1:
                break
            at += _word(tokens, at) == "and" and at + 1 < len(tokens)
        term = _half(tokens, at, terms) or _term(tokens, at)
        if term is None or (terms and max(term.value, default=Fraction(0)) >= terms[-1].scale):
            break
        terms.append(term)
        at = term.end
    return terms


def _half(tokens: list[_Token], at: int, terms: list[_Term]) -> _Term | None:
    """«a million and a half»."""
    half = [_word(tokens, at), _word(tokens, at + 1)] == ["a", "half"]
    if not terms or not half or _word(tokens, at - 1) != "and":
        return None
    return _Term(readings(terms[-1].scale / 2), Fraction(1), at, at + 2)


def _term(tokens: list[_Token], at: int) -> _Term | None:
    group = _group(tokens, at)
    if group is None:
        return None
    value, end = group
    scale = Fraction(1)
    parts: tuple[Number, ...] = ()
    if _and_a_half(tokens, end):
        whole = Number(value, covering([token.span for token in tokens[at:end]]), spelt=True)
        parts = (whole, Number(readings(Fraction(1, 2), 50, 30), tokens[end + 2].span))
        value, end = plus(value, readings(Fraction(1, 2))), end + 3
    if tokens[at].number is not None:
        value, end, scale = _with_suffix(tokens, value, end)
    while (word := _word(tokens, end)) in lexicon.SCALES:
        scale *= lexicon.SCALES[word]
        end += 1
    return _Term(times(value, scale) | _small(tokens, at, end, value), scale, at, end, parts)


def _and_a_half(tokens: list[_Token], at: int) -> bool:
    return [_word(tokens, at + step) for step in range(3)] == ["and", "a", "half"]


def _small(tokens: list[_Token], at: int, end: int, value: Readings) -> Readings:
    """«5m» may be metres, and «19K» a name: the bare value stays possible beside the scaled one."""
    suffixed = end > at + 1 and _word(tokens, at + 1) in lexicon.SUFFIXES
    return value if suffixed else frozenset()


def _with_suffix(tokens: list[_Token], value: Readings, end: int) -> tuple[Readings, int, Fraction]:
    """«2.3bn», «5m», «19K»."""
    word = _word(tokens, end)
    if word in lexicon.SUFFIXES:
        return value, end + 1, Fraction(lexicon.SUFFIXES[word])
    return value, end, Fraction(1)


def _group(tokens: list[_Token], at: int) -> tuple[Readings, int] | None:
    """A number below a thousand in words, or one in digits; and the place behind it."""
    token, word, after = tokens[at], _word(tokens, at), _word(tokens, at + 1)
    if token.number is not None:
        hundred = after == "hundred"
        return times(token.number.readings, 100 if hundred else 1), at + 1 + hundred
    if word in {"a", "an", "half"} and _leads_to_a_scale(tokens, at):
        return _article(tokens, at)
    if word in lexicon.FRACTIONS or (word in lexicon.UNITS and after in lexicon.FRACTIONS):
        return _fraction(tokens, at)
    below = _below_hundred(tokens, at)
    if below is None:
        return None
    value, end = below
    if _word(tokens, end) != "hundred":
        return value, end
    return _with_rest(tokens, times(value, 100), end + 1)


def _with_rest(tokens: list[_Token], value: Readings, end: int) -> tuple[Readings, int]:
    """The tens and units behind «hundred»."""
    rest = _below_hundred(tokens, end + (_word(tokens, end) == "and"))
    return (plus(value, rest[0]), rest[1]) if rest else (value, end)


def _leads_to_a_scale(tokens: list[_Token], at: int) -> bool:
    ahead = [_word(tokens, at + step) for step in (1, 2)]
    scales = {*lexicon.SCALES, "hundred", "dozen"}
    return ahead[0] in scales or (ahead[0] in {"a", "half"} and ahead[1] in scales)


def _article(tokens: list[_Token], at: int) -> tuple[Readings, int]:
    """«a million», «half a million», «a half million»; the scale itself is read behind."""
    value, end = Fraction(1), at
    while (word := _word(tokens, end)) in {"a", "an", "half"}:
        value = value / 2 if word == "half" else value
        end += 1
    if _word(tokens, end) == "hundred":
        return _with_rest(tokens, readings(value * 100), end + 1)
    if _word(tokens, end) == "dozen":
        return readings(value * 12), end + 1
    return readings(value), end


def _fraction(tokens: list[_Token], at: int) -> tuple[Readings, int]:
    """«one-third», «three quarters», «half»; often said in percent on the other side."""
    count = lexicon.UNITS.get(_word(tokens, at))
    end = at if count is None else at + 1
    share = lexicon.FRACTIONS[_word(tokens, end)] * (count or 1)
    ordinal = readings(1 / lexicon.FRACTIONS[_word(tokens, end)])
    whole = readings(share, round(share * 100)) | ordinal
    if _word(tokens, end + 1) == "of" and _word(tokens, end + 2) == "a":
        scale = lexicon.SCALES.get(_word(tokens, end + 3))
        return (readings(share * scale), end + 4) if scale else (whole, end + 1)
    return whole, end + 1


def _below_hundred(tokens: list[_Token], at: int) -> tuple[Readings, int] | None:
    word = _word(tokens, at)
    if word in lexicon.TENS:
        unit = lexicon.UNITS.get(_word(tokens, at + 1)) or lexicon.ORDINALS.get(
            _word(tokens, at + 1)
        )
        if unit and unit < 10:
            return readings(lexicon.TENS[word] + unit), at + 2
        return readings(lexicon.TENS[word]), at + 1
    value = lexicon.UNITS.get(word) or lexicon.ORDINALS.get(word)
    return (readings(value), at + 1) if value else None


def _soft(token: _Token) -> Readings | None:
    if token.word[:1].isupper() and token.word in lexicon.MONTHS:
        return readings(lexicon.MONTHS[token.word])
    if token.word in lexicon.ROMAN:
        return readings(lexicon.ROMAN[token.word])
    return lexicon.OTHERS.get(token.word.lower())


def _word(tokens: list[_Token], at: int) -> str:
    return tokens[at].word.lower() if 0 <= at < len(tokens) else ""

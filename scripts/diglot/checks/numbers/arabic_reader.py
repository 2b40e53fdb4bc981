"""The numbers of an Arabic text, in digits and in words.

Grammar: groups below a thousand («ثلاثمئة وخمسة وعشرون»), each with the scales behind it («ألف»,
«مليون»), joined by «و» from the largest to the smallest; «ونصف» adds half of the last scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from diglot.checks.numbers.arabic_tokens import Token, tokens_of
from diglot.checks.numbers.number import Number, Readings, covering, plus, readings, times

_CARDINALS = frozenset({"unit", "tens", "ten mark", "hundred"})


def read(text: str) -> tuple[Number, ...]:
    """The numbers of the text in their order; those in addresses are left to other checks."""
    return tuple(_numbers(list(tokens_of(text))))


@dataclass(frozen=True, slots=True)
class _Term:
    """A group with its scales: «700 ألف»."""

    value: Readings
    scale: Fraction
    tokens: tuple[Token, ...]

    @property
    def number(self) -> Number:
        own = self.tokens[0].number
        firm = any(token.number is not None and token.number.firm for token in self.tokens)
        return Number(
            self.value,
            covering([token.span for token in self.tokens]),
            firm=firm,
            spelt=self._can_be_nothing_else,
            parts=own.parts if own and len(self.tokens) == 1 else (),
            scale=self.scale,
        )

    @property
    def _can_be_nothing_else(self) -> bool:
        """«ألف» alone may be «he wrote», «واحد» an article, «الثالث» part of a name."""
        if len(self.tokens) > 1 or self.scale > 1000:
            return self.scale > 1 or self.tokens[0].kind != "ordinal"
        kind, least = self.tokens[0].kind, min(self.tokens[0].value, default=Fraction(0))
        if kind in {"scale", "dual"}:
            return least > 1000
        return kind in _CARDINALS and least >= 3


def _numbers(tokens: list[Token]) -> Iterator[Number]:
    at = 0
    while at < len(tokens):
        if tokens[at].kind == "other":
            at += 1
            continue
        terms = _terms(tokens, at)
        if terms:
            at += sum(len(term.tokens) for term in terms)
            yield replace(_sum(terms), spelt=True) if _is_day(tokens, at) else _sum(terms)
            continue
        token = tokens[at]
        if token.kind == "month":
            yield Number(token.value, token.span, month=True)
        elif token.kind in {"soft", "fraction", "plural fraction"}:
            # «درجة ونصف»: one and a half of what stands in front.
            more = readings(1 + min(token.value)) if token.joined else frozenset()
            yield Number(token.value | more, token.span)
        at += 1


def _is_day(tokens: list[Token], at: int) -> bool:
    """Whether what stands in front is the day of a month: «الثالث من تشرين الثاني»."""
    ahead = [token.kind for token in tokens[at : at + 3]]
    return ahead[:2] == ["of", "month"] or ahead == ["of", "other", "month"]


def _sum(terms: list[_Term]) -> Number:
    if len(terms) == 1:
        return terms[0].number
    parts = tuple(term.number for term in terms)
    value = parts[0].readings
    for part in parts[1:]:
        value = plus(value, part.readings)
    return Number(
        value,
        covering([part.span for part in parts]),
        firm=any(part.firm for part in parts),
        spelt=True,
        parts=parts,
        scale=parts[-1].scale,
    )


def _terms(tokens: list[Token], at: int) -> list[_Term]:
    terms: list[_Term] = []
    while at < len(tokens):
        if terms and not (tokens[at].joined and terms[-1].scale > 1):
            break
        term = _half(tokens, at, terms) or _term(tokens, at)
        if term is None or (terms and max(term.value, default=Fraction(0)) >= terms[-1].scale):
            break
        terms.append(term)
        at += len(term.tokens)
    return terms


def _half(tokens: list[Token], at: int, terms: list[_Term]) -> _Term | None:
    """«مليون ونصف» is a million and half a million, «مليون ونصف المليون» says it in full."""
    token = tokens[at]
    if not terms or token.kind != "fraction":
        return None
    end = at + 1
    if _multiplies(tokens, end):
        end += 1
    share = min(token.value) * terms[-1].scale
    return _Term(readings(share), Fraction(1), tuple(tokens[at:end]))


def _term(tokens: list[Token], at: int) -> _Term | None:
    group = _group(tokens, at)
    if group is None:
        return _bare_scale(tokens, at)
    value, end = group
    scale = Fraction(1)
    while _multiplies(tokens, end):
        scale *= min(tokens[end].value)
        end += 1
    if scale > 1:
        value = _with_decimals(tokens[at], value)
    return _Term(times(value, scale), scale, tuple(tokens[at:end]))


def _bare_scale(tokens: list[Token], at: int) -> _Term | None:
    """«ألف» is a thousand, «ألفا» one or two of them; «آلاف» without a number is none."""
    if tokens[at].kind not in {"scale", "dual"}:
        return None
    value = tokens[at].value
    scale, end = min(value) if tokens[at].kind == "scale" else min(value) / 2, at + 1
    while _multiplies(tokens, end):
        value, scale = times(value, min(tokens[end].value)), scale * min(tokens[end].value)
        end += 1
    return _Term(value, scale, tuple(tokens[at:end]))


def _with_decimals(token: Token, value: Readings) -> Readings:
    """«1,234 مليون» may be 1.234 million: before a scale, a comma may be a decimal one."""
    number = token.number
    if number is None or len(number.parts) != 2:
        return value
    whole, decimals = (min(part.readings) for part in number.parts)
    return value | readings(whole + decimals / 1000) if len(value) == 1 else value


def _group(tokens: list[Token], at: int) -> tuple[Readings, int] | None:
    """A number below a thousand in words, or one in digits; and the place behind it."""
    token = tokens[at]
    if token.kind == "literal":
        return token.value, at + 1
    if token.kind == "fraction":
        return (frozenset({min(token.value)}), at + 1) if _multiplies(tokens, at + 1) else None
    if token.kind == "hundred":
        below = _below_hundred(tokens, at + 1) if _joined(tokens, at + 1) else None
        return (plus(token.value, below[0]), below[1]) if below else (token.value, at + 1)
    below = _below_hundred(tokens, at)
    if below is not None and _is_hundred(tokens, below[1]):
        # «ثلاث مئة وخمسون»
        hundreds = times(below[0], 100)
        rest = _below_hundred(tokens, below[1] + 1) if _joined(tokens, below[1] + 1) else None
        return (plus(hundreds, rest[0]), rest[1]) if rest else (hundreds, below[1] + 1)
    return below


def _is_hundred(tokens: list[Token], at: int) -> bool:
    return (
        at < len(tokens)
        and tokens[at].kind == "hundred"
        and not tokens[at].joined
        and min(tokens[at].value) == 100
    )


def _below_hundred(tokens: list[Token], at: int) -> tuple[Readings, int] | None:
    token = tokens[at]
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "eleven":
        ten = follows is not None and follows.kind == "ten mark"
        tens = follows is not None and follows.kind == "tens" and follows.joined
        if ten and not (follows and follows.joined):
            return readings(11), at + 2
        return (plus(readings(1), follows.value), at + 2) if tens and follows else None
    if token.kind == "ten mark":
        return readings(10), at + 1
    if token.kind == "tens":
        return token.value, at + 1
    if token.kind in {"unit", "ordinal"}:
        return _with_tens(token, follows, at)
    return None


def _with_tens(token: Token, follows: Token | None, at: int) -> tuple[Readings, int] | None:
    value = token.value
    if follows is not None:
        if follows.kind == "ten mark" and not follows.joined:
            return plus(value, readings(10)), at + 2
        if follows.kind == "tens" and follows.joined:
            return plus(value, follows.value), at + 2
        if follows.kind == "plural fraction" and not follows.joined:
            share = min(value) * min(follows.value)
            return readings(share, round(share * 100)), at + 2
    return value, at + 1


def _multiplies(tokens: list[Token], at: int) -> bool:
    """Whether the number in front is so many thousands or millions."""
    if at >= len(tokens) or tokens[at].joined:
        return False
    return tokens[at].kind in {"scale", "plural scale"}


def _joined(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].joined

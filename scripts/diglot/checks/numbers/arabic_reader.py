"""The numbers of an Arabic text, in digits and in words.

Grammar: groups below a thousand («ثلاثمئة وخمسة وعشرون»), each with the scales behind it («ألف»,
«مليون»), joined by «و» from the largest to the smallest; «ونصف» adds half of the last scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from diglot.checks import arabic
from diglot.checks.finding import Span
from diglot.checks.latin import without_addresses
from diglot.checks.numbers import arabic_words as lexicon
from diglot.checks.numbers.literals import LITERAL, literal
from diglot.checks.numbers.number import Number, Readings, covering, plus, readings, times

_TOKEN = re.compile(f"(?P<literal>{LITERAL.pattern})|(?P<word>{arabic.WORD.pattern})|(?P<mark>\\S)")
_MARKS_IN_NUMBERS = "%٪"
_DUAL_ENDING = ("تين", "تان")
_DECADE_ENDING = re.compile("(?:ينات|ينيات)$")
_DECADES = {arabic.fold(stem): Fraction(10 * at) for at, stem in enumerate(
    "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين".split(), start=2)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    """``literal``, ``unit``, ``ten``, ``scale`` … or ``other``."""
    value: Readings
    span: Span
    joined: bool = False
    """و stands in front of it."""
    number: Number | None = None


def read(text: str) -> tuple[Number, ...]:
    """The numbers of the text in their order; those in addresses are left to other checks."""
    return tuple(_numbers(list(_tokens(text))))


@dataclass(frozen=True, slots=True)
class _Term:
    """A group with its scales: «700 ألف»."""

    value: Readings
    scale: Fraction
    tokens: tuple[_Token, ...]

    @property
    def number(self) -> Number:
        own = self.tokens[0].number
        firm = any(token.number is not None and token.number.firm for token in self.tokens)
        return Number(
            self.value,
            covering([token.span for token in self.tokens]),
            firm=firm,
            spelt=self.scale > 1 or len(self.tokens) > 1,
            parts=own.parts if own and len(self.tokens) == 1 else (),
        )


def _numbers(tokens: list[_Token]) -> Iterator[Number]:
    at = 0
    while at < len(tokens):
        terms = _terms(tokens, at)
        if terms:
            yield _sum(terms)
            at += sum(len(term.tokens) for term in terms)
            continue
        token = tokens[at]
        if token.kind in {"soft", "fraction", "plural fraction"}:
            # «درجة ونصف»: one and a half of what stands in front.
            more = readings(1 + min(token.value)) if token.joined else frozenset()
            yield Number(token.value | more, token.span)
        at += 1


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
    )


def _terms(tokens: list[_Token], at: int) -> list[_Term]:
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


def _half(tokens: list[_Token], at: int, terms: list[_Term]) -> _Term | None:
    """«مليون ونصف» is a million and half a million, «مليون ونصف المليون» says it in full."""
    token = tokens[at]
    if not terms or token.kind != "fraction":
        return None
    end = at + 1
    if _multiplies(tokens, end):
        end += 1
    share = min(token.value) * terms[-1].scale
    return _Term(readings(share), Fraction(1), tuple(tokens[at:end]))


def _term(tokens: list[_Token], at: int) -> _Term | None:
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


def _bare_scale(tokens: list[_Token], at: int) -> _Term | None:
    """«ألف» is a thousand, «ألفا» one or two of them; «آلاف» without a number is none."""
    if tokens[at].kind not in {"scale", "dual"}:
        return None
    value = tokens[at].value
    scale, end = min(value) if tokens[at].kind == "scale" else min(value) / 2, at + 1
    while _multiplies(tokens, end):
        value, scale = times(value, min(tokens[end].value)), scale * min(tokens[end].value)
        end += 1
    return _Term(value, scale, tuple(tokens[at:end]))


def _with_decimals(token: _Token, value: Readings) -> Readings:
    """«1,234 مليون» may be 1.234 million: before a scale, a comma may be a decimal one."""
    number = token.number
    if number is None or len(number.parts) != 2:
        return value
    whole, decimals = (min(part.readings) for part in number.parts)
    return value | readings(whole + decimals / 1000) if len(value) == 1 else value


def _group(tokens: list[_Token], at: int) -> tuple[Readings, int] | None:
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


def _is_hundred(tokens: list[_Token], at: int) -> bool:
    return (
        at < len(tokens)
        and tokens[at].kind == "hundred"
        and not tokens[at].joined
        and min(tokens[at].value) == 100
    )


def _below_hundred(tokens: list[_Token], at: int) -> tuple[Readings, int] | None:
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


def _with_tens(token: _Token, follows: _Token | None, at: int) -> tuple[Readings, int] | None:
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


def _multiplies(tokens: list[_Token], at: int) -> bool:
    """Whether the number in front is so many thousands or millions."""
    if at >= len(tokens) or tokens[at].joined:
        return False
    return tokens[at].kind in {"scale", "plural scale"}


def _joined(tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].joined


def _tokens(text: str) -> Iterator[_Token]:
    text = arabic.western_digits(without_addresses(text))
    before: list[str] = []
    for match in _TOKEN.finditer(text):
        if match["literal"]:
            number = literal(match[0], match.start(), decimal_comma=True)
            and_before = bool(before) and before[-1] == lexicon.AND
            yield _Token("literal", number.readings, number.span, and_before, number)
        elif match["word"]:
            folded = arabic.fold(match[0])
            if folded != lexicon.AND:
                yield _word(folded, match.span(), before)
            before.append(folded)
            continue
        elif match["mark"] not in _MARKS_IN_NUMBERS:
            yield _Token("other", frozenset(), match.span())
        before.append("")


def _word(folded: str, span: Span, before: list[str]) -> _Token:
    if folded in lexicon.PERCENT or (
        folded in lexicon.IN_HUNDRED and before and before[-1] == lexicon.IN
    ):
        return _Token("other", frozenset(), span)
    apart = bool(before) and before[-1] == lexicon.AND
    last = {stem for stem, _ in lexicon.stems(before[-1])} if before else set()
    for stem, joined in lexicon.stems(folded):
        found = _month(stem, last) or _meaning(stem)
        if found is not None:
            return _Token(found[0], found[1], span, joined or apart)
    if folded.endswith(_DUAL_ENDING) and len(folded) > 5:
        return _Token("soft", readings(2), span)
    return _Token("other", frozenset(), span)


def _month(stem: str, before: set[str]) -> tuple[str, Readings] | None:
    """«كانون الثاني» is January: the ordinal behind the name is no number of its own."""
    ordinal = lexicon.ORDINALS.get(stem)
    months = (lexicon.LEVANTINE.get((name, int(ordinal))) for name in before if ordinal)
    found = next((month for month in months if month), None)
    return ("soft", readings(found)) if found else None


def _meaning(stem: str) -> tuple[str, Readings] | None:
    for kind, table in _TABLES:
        if stem in table:
            return kind, _READINGS[kind](table[stem], stem)
    if stem in lexicon.OTHERS:
        return "soft", lexicon.OTHERS[stem]
    decade = _decade(stem)
    return ("soft", decade) if decade else None


def _decade(stem: str) -> Readings | None:
    """«التسعينيات» are the nineties of some century, or of somebody's life."""
    if _DECADE_ENDING.search(stem) is None:
        return None
    root = _DECADE_ENDING.sub("", stem)
    tens = next((v for name, v in _DECADES.items() if name in {root, root + "ين"}), None)
    return None if tens is None else frozenset(tens + c for c in (0, *range(1000, 2100, 100)))


def _plain(value: Fraction, stem: str) -> Readings:
    return readings(value)


def _scaled(value: Fraction, stem: str) -> Readings:
    """«ألفا» is one thousand with its ending, or two of them before a noun."""
    dual = lexicon.DUAL_SCALES.get(stem)
    return readings(value, dual) if dual else readings(value)


def _shared(value: Fraction, stem: str) -> Readings:
    """Half of something is often said to be 50 percent of it."""
    return readings(value, round(value * 100))


_TABLES: tuple[tuple[str, dict[str, Fraction]], ...] = (
    ("scale", lexicon.SCALES),
    ("plural scale", lexicon.PLURAL_SCALES),
    ("dual", lexicon.DUAL_SCALES),
    ("hundred", {**dict.fromkeys(lexicon.HUNDRED, Fraction(100)), **lexicon.HUNDREDS,
                 **dict.fromkeys(lexicon.TWO_HUNDRED, Fraction(200))}),
    ("eleven", dict.fromkeys(lexicon.ELEVEN, Fraction(1))),
    ("ten mark", dict.fromkeys(lexicon.TEN, Fraction(10))),
    ("unit", lexicon.UNITS),
    ("tens", lexicon.TENS),
    ("fraction", {**lexicon.FRACTIONS, **dict.fromkeys(lexicon.TWO_THIRDS, Fraction(2, 3))}),
    ("plural fraction", lexicon.PLURAL_FRACTIONS),
    ("ordinal", lexicon.ORDINALS),
    ("soft", lexicon.MONTHS),
)  # fmt: skip
_READINGS = {
    "scale": _scaled,
    "fraction": _shared,
    **dict.fromkeys(
        (
            "plural scale",
            "dual",
            "hundred",
            "eleven",
            "ten mark",
            "unit",
            "tens",
            "ordinal",
            "soft",
        ),
        _plain,
    ),
    "plural fraction": _plain,
}

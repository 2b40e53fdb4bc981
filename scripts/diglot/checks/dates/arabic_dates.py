"""Months and days of the week in an Arabic text, as every Arabic country spells them (CLDR)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from diglot.checks.arabic import Word, fold, western_digits, words
from diglot.checks.dates.named import Named

_LOCALES = ("ar", "ar_IQ", "ar_SY", "ar_DZ", "ar_MA", "ar_TN")
_SPELLINGS = {
    4: "ابريل إبريل افريل", 5: "ماي", 6: "يونية جوان", 7: "يولية يوليوز جويلية", 8: "اوت اغسطس",
    9: "شتنبر", 10: "اكتوبر", 11: "نونبر نوفمبر", 12: "دجنبر", 1: "جانفي", 2: "فيفري فبرائر",
}  # fmt: skip
"""What newspapers write beside the spellings of CLDR."""
_HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر|ربيع الثاني", "جمادى الأولى|جمادى الأول",
    "جمادى الآخرة|جمادى الثانية|جمادى الثاني", "رجب", "شعبان", "رمضان", "شوال",
    "ذو القعدة|ذي القعدة", "ذو الحجة|ذي الحجة",
)  # fmt: skip
_CERTAIN_HIJRI = frozenset({3, 4, 5, 6, 9, 10, 11, 12})
"""The others are words and given names as well: «صفر» is zero."""
_OTHER_WORDS_TOO = frozenset(map(fold, "مارس آب ماي أوت جوان".split()))
_IN = frozenset(map(fold, """
شهر شهري وشهر بشهر لشهر أشهر في وفي من منذ حتى أوائل أواخر مطلع منتصف نهاية بداية
خلال بحلول غرة مستهل
""".split()))  # fmt: skip
_DAYS = ("الاثنين|الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_CERTAIN_DAYS = frozenset({1, 2, 4, 5})
"""«الاثنين» are two, «الأحد» is one, «الخميس» a name and an army; unless «يوم» is before it."""
_ON_DAY = frozenset(
    map(fold, "يوم اليوم ليلة مساء صباح ظهر فجر عصر أمس غدا ويوم بيوم ليوم يومي أيام وأيام".split())
)
_CLITICS = re.compile("و?ف?[بلك]?")


def read(text: str) -> tuple[Named, ...]:
    """The names in their order; «كانون الثاني/يناير» is two names of one month."""
    if _likely().search(fold(text)) is None:
        return ()
    return tuple(_read(words(text), western_digits(text)))


def _read(found: Sequence[Word], text: str) -> Iterator[Named]:
    at = 0
    while at < len(found):
        for kind in _kinds_of(found[at].folded):
            match = _match(found, at, _tables()[kind])
            if match is not None:
                value, size, bare = match
                span = found[at].span[0], found[at + size - 1].span[1]
                yield Named(
                    kind, frozenset({value}), span, _sure(kind, value, bare, found, at, text)
                )
                at += size - 1
                break
        at += 1


@lru_cache(maxsize=1 << 14)
def _kinds_of(word: str) -> tuple[str, ...]:
    """Of what the word may be the first one: mostly of nothing."""
    return tuple(
        kind for kind, table in _tables().items() if any(stem in table for stem in _stems(word))
    )


def _match(
    found: Sequence[Word], at: int, table: dict[str, dict[tuple[str, ...], int]]
) -> tuple[int, int, str] | None:
    """(number, how many words, the name without what is written onto it)."""
    for stem in _stems(found[at].folded):
        for rest, value in table.get(stem, {}).items():
            end = at + 1 + len(rest)
            if tuple(word.folded for word in found[at + 1 : end]) == rest:
                return value, 1 + len(rest), stem
    return None


def _stems(word: str) -> Iterator[str]:
    yield word
    clitics = _CLITICS.match(word)
    for end in range(1, clitics.end() + 1 if clitics else 1):
        yield word[end:]
        if word[end - 1 :].startswith("لل"):
            yield "ال" + word[end + 1 :]


def _sure(kind: str, value: int, name: str, found: Sequence[Word], at: int, text: str) -> bool:
    before = found[at - 1].folded if at else ""
    start, end = found[at].span
    dated = re.search(r"\d\s*(?:من )?$", text[:start]) or re.match(r"\s*[/،]?\s*\d", text[end:])
    if kind == "month":
        return (
            name not in _OTHER_WORDS_TOO
            or bool(dated)
            or before in _IN
            or "/" in text[start - 2 : end + 2]
        )
    if kind == "weekday":
        return name.startswith("ال") and (value in _CERTAIN_DAYS or before in _ON_DAY)
    return (
        (value in _CERTAIN_HIJRI and name != fold("شوال")) or bool(dated) or before == fold("شهر")
    )


@cache
def _tables() -> dict[str, dict[str, dict[tuple[str, ...], int]]]:
    """The names of each kind by their first word: {first: {other words: number}}."""
    from babel import Locale  # here: loading CLDR takes a while

    months = [
        (name, number)
        for code in _LOCALES
        for number, name in Locale.parse(code).months["format"]["wide"].items()
    ]
    months += [(name, number) for number, names in _SPELLINGS.items() for name in names.split()]
    hijri = [(n, at) for at, names in enumerate(_HIJRI, start=1) for n in names.split("|")]
    days = [(n, at) for at, names in enumerate(_DAYS) for n in names.split("|")]
    days += [(name.removeprefix("ال"), at) for name, at in days]
    return {"month": _table(months), "weekday": _table(days), "Hijri month": _table(hijri)}


def _table(names: list[tuple[str, int]]) -> dict[str, dict[tuple[str, ...], int]]:
    table: dict[str, dict[tuple[str, ...], int]] = {}
    for name, number in names:
        first, *rest = fold(name).split()
        table.setdefault(first, {})[tuple(rest)] = number
    return table


@cache
def _likely() -> re.Pattern[str]:
    """Whether there may be a name in a folded text at all: mostly not, and fast."""
    firsts = sorted({first for table in _tables().values() for first in table}, key=len)
    return re.compile("|".join(map(re.escape, firsts)))

"""Whether an Arabic and a Latin word may be the same name, by their consonants.

Arabic writes few vowels and has one letter for several of ours, so words are compared as runs of
classes of consonants; of a Latin word all readings are tried («ch» is ش, ك or تش).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from diglot.checks.arabic import words
from diglot.checks.terms import bare, without_proclitics

_ARABIC = {
    letter: sound
    for sound, letters in {
        "b": "بپ", "t": "تط", "s": "سصزثشذظژ", "g": "جغقك گ".replace(" ", ""), "h": "حخ",
        "d": "دض", "r": "ر", "f": "فڤ", "l": "ل", "m": "م", "n": "ن",
    }.items()
    for letter in letters
}  # fmt: skip
"""Classes of letters that one Latin letter stands for now and then; ه, و, ي and ا are vowels."""
_SOFT_AS = {"ذ": "d", "ظ": "d", "ث": "t", "ض": "s"}
_SOFT = frozenset(_SOFT_AS)
_ENDINGS = ("ات", "ون", "ين", "يه")
_LATIN = {
    "b": "b", "p": "b", "t": "t", "d": "d", "s": "s", "z": "s", "g": "g", "k": "g", "q": "g",
    "c": "g|s", "j": "g|h|", "x": "gs", "f": "f", "v": "f|b", "r": "r", "l": "l", "m": "m",
    "n": "n", "h": "|h",
    "sch": "s", "tch": "s|ts", "sh": "s", "ch": "s|g|h|ts", "kh": "h|g", "gh": "g|", "th": "t|s|d",
    "dh": "d|s", "ph": "f", "ck": "g", "ts": "s|ts", "tz": "s|ts", "ng": "n|ng", "qu": "g",
    "zh": "s|g", "ll": "l|",
}  # fmt: skip
"""How letters may sound, divided by «|»; vowels are silent."""
_MOST_READINGS = 64


@lru_cache(maxsize=1 << 14)
def sounds_of_arabic(word: str) -> frozenset[str]:
    """The consonants of a folded word, with and without what may be written onto it."""
    stems = {*without_proclitics(word), *bare(word)}
    stems |= {stem[:-2] for stem in stems if stem.endswith(_ENDINGS) and len(stem) > 4}
    return frozenset(reading for stem in stems for reading in _readings(stem))


def _readings(stem: str) -> Iterator[str]:
    """«قذافي» may be heard with a «z» or with a «d»."""
    sounds = "".join(_ARABIC.get(letter, "") for letter in stem)
    yield _without_doubles(sounds)
    if not _SOFT.isdisjoint(stem):
        hard = (_SOFT_AS.get(letter) or _ARABIC.get(letter, "") for letter in stem)
        yield _without_doubles("".join(hard))


@lru_cache(maxsize=1 << 14)
def sounds_of_latin(word: str) -> frozenset[str]:
    """The possible consonants of a Latin word."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c.isalpha())
    readings = {""}
    at = 0
    while at < len(plain):
        size = next((n for n in (3, 2) if plain[at : at + n] in _LATIN), 1)
        heard = _LATIN.get(plain[at : at + size], "").split("|")
        readings = {one + other for one in readings for other in heard}
        if len(readings) > _MOST_READINGS:
            readings = set(sorted(readings)[:_MOST_READINGS])
        at += size
    return frozenset(map(_without_doubles, readings))


@lru_cache(maxsize=256)
def sounds_of_text(text: str) -> frozenset[str]:
    """The consonants of all its words."""
    return frozenset().union(*(sounds_of_arabic(word.folded) for word in words(text)))


def may_be_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether some reading of both is the same, but for one consonant in four."""
    return not one.isdisjoint(other) or any(_near(a, b) for a in one for b in other)


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 2 or len(longer) - len(shorter) > 1:
        return False
    wrong = 1 if len(longer) >= 4 else 0
    same = sum(a == b for a, b in zip(shorter, longer, strict=False))
    from_end = sum(a == b for a, b in zip(reversed(shorter), reversed(longer), strict=False))
    around = _common(shorter, longer) + _common(shorter[::-1], longer[::-1]) >= len(shorter)
    if len(one) == len(other):
        return same >= len(one) - wrong
    return wrong > 0 and (around or max(same, from_end) >= len(shorter))


def _common(one: str, other: str) -> int:
    at = 0
    while at < len(one) and at < len(other) and one[at] == other[at]:
        at += 1
    return at


def _without_doubles(sounds: str) -> str:
    return "".join(s for at, s in enumerate(sounds) if at == 0 or sounds[at - 1] != s)

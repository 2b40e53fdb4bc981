"""Words as search sees them: folded, so that every way to write a word is one word.

In: text as it is published, or a query. Out: words. ``theme/assets/diglot/search/folding.js`` does
the same in the reader's browser; both read ``rules.json``, and a test compares them.

Folded are: diacritics, tatweel, alef with and without hamza, hamza on its seats, ta marbuta, alef
maqsura, Persian letters, presentation forms, digits of all shapes, thousands marks; accents and
capitals of Latin letters, full stops in their abbreviations.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from typing import Any, NamedTuple

_ARABIC = "\u0600-\u06ff"
_OTHER = rf"[^\W\d_{_ARABIC}]"
_WORD = re.compile(
    rf"[0-9]+(?:[.,'\u066b\u066c][0-9]+)*|[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]+"
    rf"|(?<!{_OTHER}){_OTHER}(?:\.{_OTHER})+(?!{_OTHER})|{_OTHER}+(?:'{_OTHER}+)*"
)
"""Of several alternatives: «G.D.P.» is one word."""
_HYPHENS = "-\u2010"
_HYPHENED = re.compile(rf"{_OTHER}+(?:[{_HYPHENS}]{_OTHER}+)+")
_HYPHENS_IN_WORD = 2
"""With more of them it is no word that anybody writes as one."""
_DIGITS = "0123456789"
_SEPARATOR = re.compile(r"[.,'\u066b\u066c]")
_DOUBLED = re.compile("([او])\\1+")
"""Written once or twice where a hamza has lost its seat (داوود, مسوول)."""
_SHORTEST = 3
"""Letters that an Arabic word keeps when what may be a clitic or an ending is taken away."""
_LATIN_KEY = 4
_KNOWN = 1 << 17
"""Words with the marks around them, of which it is remembered how they are folded."""


@cache
def rules() -> dict[str, Any]:
    """What is folded to what, and what may stand before and after an Arabic word."""
    text = resources.files(__package__).joinpath("rules.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def words(text: str) -> list[str]:
    """The words of a text in their order, folded; numbers in one shape (``21248``, ``22.2``)."""
    # One by one, as most are known already: nothing of a word reaches over a blank.
    return [word for part in text.split(" ") for word in _words(part)]


def filed(text: str) -> set[str]:
    """The words under which a text is found, each once: «co-operation» also as one word."""
    return set().union(*map(_filed, text.split(" ")))


@lru_cache(_KNOWN)
def _words(text: str) -> tuple[str, ...]:
    found = _WORD.findall(folded(text))
    return _shaped(found[0]) if len(found) == 1 else tuple(chain(*map(_shaped, found)))


@lru_cache(_KNOWN)
def _filed(text: str) -> tuple[str, ...]:
    if not any(hyphen in text for hyphen in "-\u2010\u2011"):
        return _words(text)
    groups = (re.split(f"[{_HYPHENS}]", found) for found in _HYPHENED.findall(folded(text)))
    return (*_words(text), *("".join(g) for g in groups if len(g) <= _HYPHENS_IN_WORD + 1))


def folded(text: str) -> str:
    """The text in folded letters; what stands between words stays."""
    before, after = _tables()
    return unicodedata.normalize("NFKD", text.translate(before)).lower().translate(after)


@cache
def key(word: str) -> str:
    """Where a word is filed: related words have few keys, and unrelated ones many.

    A number stands alone; of other words the first letters count, of an Arabic one those after an
    article and clitics, as far as they can be told.
    """
    if word[0] in _DIGITS:
        return f"#{word}"
    if is_arabic(word):
        return _without_front(word)[:_SHORTEST]
    return _edges().latin_ending.sub("", word)[:_LATIN_KEY]


def is_arabic(word: str) -> bool:
    """Whether a word is in Arabic letters."""
    return word[0] in _arabic_letters()


def _without_front(word: str) -> str:
    """An Arabic word without the article and what stands before it, or without single clitics.

    What is left counts without its ending: «بلدان» is «بلد», and keeps its first letter.
    """
    edges = _edges()
    word = edges.article.sub("", word, count=1)
    core = word
    while (shorter := edges.ending.sub("", core)) != core:
        core = shorter
    clitics = 0
    for some in ("وف", "بلك"):
        if word[clitics] in some and len(core) - clitics > _SHORTEST:
            clitics += 1
    return word[clitics:]


class _Edges(NamedTuple):
    """What may stand at the beginning and at the end of a word; each leaves three letters."""

    article: re.Pattern[str]
    ending: re.Pattern[str]
    latin_ending: re.Pattern[str]


@cache
def _edges() -> _Edges:
    left = "." * _SHORTEST
    names = ("article", "endings", "latin_endings")
    articles, endings, latin = ("|".join(rules()[name]) for name in names)
    return _Edges(
        re.compile(f"^(?:{articles})(?={left})"),
        re.compile(f"(?<={left})(?:{endings})$"),
        re.compile(f"(?<={left})(?:{latin})$"),
    )


@cache
def _shaped(found: str) -> tuple[str, ...]:
    """What stands in the text between blanks and marks, as words; mostly it is one."""
    if found[0] in _DIGITS:
        return _numbers(found)
    if not is_arabic(found):
        return (found.removesuffix("'s").replace("'", "").replace(".", ""),)
    word = _DOUBLED.sub(r"\1", found)
    # Its hamza may have either seat: مسئول, مسؤول.
    for one, other in rules()["spellings"].items():
        word = word.replace(one, other)
    return (word,)


def _numbers(text: str) -> tuple[str, ...]:
    """A number without thousands marks; a date with full stops is three numbers.

    A mark before three digits parts thousands, whichever mark it is: 21,248 and 5.000.
    """
    parts = _SEPARATOR.split(text)
    last_is_fraction = len(parts) > 1 and len(parts[-1]) != 3
    whole = parts[:-1] if last_is_fraction else parts
    grouped = all(len(part) == 3 for part in whole[1:])
    if not grouped or (len(whole) > 1 and len(whole[0]) > 3):
        return tuple(parts)
    return ("".join(whole) + (f".{parts[-1]}" if last_is_fraction else ""),)


@cache
def _arabic_letters() -> frozenset[str]:
    return frozenset(map(chr, range(0x0600, 0x0700)))


@cache
def _tables() -> tuple[dict[int, str], dict[int, str | None]]:
    """What is exchanged before and after characters are taken apart (NFKD)."""
    before = {ord(character): other for character, other in rules()["before"].items()}
    after: dict[int, str | None] = {
        code: None
        for code in (
            *range(0xA0, 0x20000),
            *range(0xE0000, 0xE0200),
        )  # there are no marks elsewhere
        if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me", "Cf")
    }
    after |= {ord(letter): other for letter, other in rules()["letters"].items()}
    for zero in rules()["zeros"]:
        after |= {zero + digit: str(digit) for digit in range(10)}
    return before, after

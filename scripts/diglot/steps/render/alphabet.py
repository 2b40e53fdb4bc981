"""The order in which a language looks words up, and the letter that it files them under.

Arabic: without the article, whatever the spelling of hamza and the diacritics; letters in the order
of Unicode, which is that of the alphabet. Other scripts: without accents and case. No collation of
CLDR: PyICU has to be compiled on many machines, and for lists of a few thousand terms this is what
a reader expects.
"""

from __future__ import annotations

import unicodedata

from diglot.checks import arabic

_ARTICLE = "ال"
_SHORTEST = 4
_NO_ARTICLE = (
    "التزام",
    "التهاب",
    "التماس",
    "التحاق",
    "التفاف",
    "التفات",
    "التباس",
    "التقاء",
    "التقاط",
    "التئام",
    "التواء",
    "التهام",
)
"""Words that begin with these letters of their own."""
_PERSIAN = str.maketrans("پچژڤگ", "بجزفك")

OTHERS = "#"
"""What begins with no letter is filed under."""

Key = tuple[bool, tuple[str, ...], str]


def filed(text: str) -> tuple[Key, str]:
    """The key to sort a term by, and its letter."""
    words = tuple(filter(None, (_bare(word) for word in text.split())))
    first = words[0][0] if words and words[0][0].isalpha() else OTHERS
    # «ı» and «i» have one capital letter in Unicode, and stand far apart.
    capital = first.upper()
    return (first == OTHERS, words, text), capital if capital.lower() == first else first


def anchor(letter: str) -> str:
    """The ``id`` of what is filed under a letter, whatever other letters there are."""
    name = letter.lower() if letter.isascii() else f"{ord(letter[0]):04x}"
    return "letter-other" if letter == OTHERS else f"letter-{name}"


def _bare(word: str) -> str:
    folded = arabic.fold(word)
    letters = "".join(each for each in folded if each.isalnum())
    if arabic.has_arabic(letters):
        return _without_article(word, letters).translate(_PERSIAN)
    plain = unicodedata.normalize("NFD", letters.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each))


def _without_article(word: str, letters: str) -> str:
    # Before folding: «ألمانيا» has no article.
    if _ARTICLE not in word or not letters.startswith(_ARTICLE) or len(letters) < _SHORTEST:
        return letters
    own = letters.startswith(tuple(map(arabic.fold, _NO_ARTICLE)))
    begins = "".join(each for each in word if each.isalnum()).startswith(_ARTICLE)
    return letters[len(_ARTICLE) :] if begins and not own else letters

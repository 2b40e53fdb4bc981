"""Spelling of English words, American or British.

Finds «the Coaltion's governement» written small, with what may be meant; must not find names
(capitals), words of the glossary, Latin words of the source, «demining» or any other rare word
that is near no other, «colour», «organisation», or «counter-attack».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from diglot.checks import latin
from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.form.british import american
from diglot.checks.message import Message
from diglot.model.glossary import Glossary

_WORD = re.compile(r"(?<![\w@./'’-])[a-z]{4,}(?:['’-][a-z]+)*(?![\w@/]|[.'’-]\w)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 5
"""Letters; nearly everything shorter is one letter away from a word."""
_ENDING = re.compile("(?:n['’]t|['’](?:s|ll|re|ve|d|m)?)$")
"""What is written onto a word: n't, 's, 'll …"""
_PREFIX = re.compile(
    "(?:anti|co|counter|cross|cyber|de|dis|extra|fore|hyper|inter|intra|macro|mega|micro|mini|mis|"
    "multi|non|out|over|post|pre|pro|re|semi|sub|super|tele|trans|ultra|un|under)(?=[a-z]{5})"
)
"""Whatever English word may have one of these before it."""


def spelling(pair: Pair) -> Iterator[Finding]:
    """A hint for each word that is in no dictionary, and one letter away from one that is."""
    if pair.context.target_language.partition("-")[0].lower() != "en":
        return
    seen: set[str] = set()
    for found in _WORD.finditer(latin.without_addresses(pair.target)):
        word = _ENDING.sub("", found[0])
        meant = _meant(word)
        if not meant or word in seen or _is_allowed(word, pair):
            continue
        seen.add(word)
        yield Finding(
            "spelling",
            Severity.HINT,
            Message("«{word}» is in no dictionary; perhaps «{meant}»", word=word, meant=meant),
            target_span=found.span(),
        )


def _is_allowed(word: str, pair: Pair) -> bool:
    return word in _words_of(pair.context.glossary) or word in pair.source.lower()


@lru_cache(maxsize=8)
def _words_of(glossary: Glossary) -> frozenset[str]:
    """The words of the translations that the glossary asks for, in small letters."""
    texts = (target for term in glossary.terms for target in term.targets)
    return frozenset(word for text in texts for word in re.findall(r"[^\W\d_]+", text.lower()))


@lru_cache(maxsize=65536)
def _meant(word: str) -> str:
    """The word that was probably meant; nothing for one that is right, or near no other."""
    known = _known()
    parts = re.split("[-'’]", word)
    if len(parts) > 1:
        return next((meant for part in parts if (meant := _meant(part))), "")
    if len(word) < _SHORTEST or word in known or word.removesuffix("s") in known:
        return ""
    prefix = _PREFIX.match(word)
    stem = word[prefix.end() :] if prefix else ""
    if stem in known or any(each in known for each in american(word)):
        return ""
    near = [other for other in _one_letter_off(word) if other in known]
    return max(near, key=lambda other: known[other], default="")


@cache
def _known() -> dict[str, int]:
    """English words and how often they are found; read once, when the first text is checked."""
    from spellchecker import SpellChecker

    return dict(SpellChecker("en").word_frequency.dictionary)


def _one_letter_off(word: str) -> Iterator[str]:
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for head, tail in parts:
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS)

"""Terms of the glossary in an Arabic text: whole words, with what Arabic writes onto them.

A word of a term may have proclitics (و ف ب ل ك) and the article in front, and a pronoun or an
ending behind. A word with the article in the glossary needs it in the text too: «المغرب» is
Morocco, «مغرب» is sunset. Where terms overlap, the longest is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from diglot.checks import arabic
from diglot.checks.arabic import Word
from diglot.checks.finding import Span
from diglot.model.glossary import Glossary, Term

_ENDINGS = tuple("ه ها هم هن هما ك كم نا ي ان ين ون ات تان تين ا وا".split())
_PROCLITICS = re.compile("و?ف?[بلك]?")
_ARTICLE = "ال"
_FOR_THE = "لل"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term, and where it stands in the text."""

    term: Term
    span: Span


Index = dict[str, tuple[tuple[tuple[str, ...], Term], ...]]
"""Terms by their first word, with all of their words."""


def occurrences(text: str, glossary: Glossary) -> tuple[Occurrence, ...]:
    """The terms in the text, in its order; none inside a longer one."""
    return _occurrences(text, glossary) if glossary.terms else ()


@lru_cache(maxsize=1024)
def _occurrences(text: str, glossary: Glossary) -> tuple[Occurrence, ...]:
    tokens, (index, firsts) = arabic.tokens(text), _index(glossary)
    found = [
        (at, len(words), term)
        for at, token in enumerate(tokens)
        for form in forms(token.folded) & firsts
        for words, term in index[form]
        if _stands(words, tokens, at)
    ]
    return tuple(
        Occurrence(term, (tokens[at].span[0], tokens[at + size - 1].span[1]))
        for at, size, term in longest(found)
    )


def longest(found: Sequence[tuple[int, int, Term]]) -> list[tuple[int, int, Term]]:
    """Of those (place, number of words, term) that overlap the longest; in order of place."""
    if len(found) < 2:
        return [*found]
    taken: set[int] = set()
    chosen = []
    for at, size, term in sorted(found, key=lambda each: (-each[1], each[0])):
        places = set(range(at, at + size))
        if places.isdisjoint(taken):
            taken |= places
            chosen.append((at, size, term))
    return sorted(chosen, key=lambda each: each[0])


@lru_cache(maxsize=8)
def _index(glossary: Glossary) -> tuple[Index, frozenset[str]]:
    index: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for term in glossary.terms:
        words = tuple(token.folded for token in arabic.tokens(term.source))
        if words:
            index.setdefault(words[0], []).append((words, term))
    return {word: tuple(terms) for word, terms in index.items()}, frozenset(index)


def _stands(words: tuple[str, ...], tokens: Sequence[Word], at: int) -> bool:
    return at + len(words) <= len(tokens) and all(
        word in forms(token.folded) for word, token in zip(words, tokens[at:], strict=False)
    )


@lru_cache(maxsize=1 << 13)
def forms(word: str) -> frozenset[str]:
    """The word itself, and everything that it may be with something written onto it.

    Kept for the words of a language, which come again and again.
    """
    return frozenset(_forms(word))


def _forms(word: str) -> Iterator[str]:
    for stem in without_proclitics(word):
        yield stem
        yield from _without_ending(stem)
        if stem.startswith(_ARTICLE) and len(stem) > 4:
            yield stem[2:]
            yield from _without_ending(stem[2:])


def without_proclitics(word: str) -> Iterator[str]:
    """The folded word, and what remains of it behind «و», «ب», «لل» and the like."""
    yield word
    longest_run = _PROCLITICS.match(word)
    for end in range(1, longest_run.end() + 1 if longest_run else 1):
        if len(word) - end >= 2:
            yield word[end:]
            if word[end - 1 :].startswith(_FOR_THE):
                yield _ARTICLE + word[end + 1 :]


@lru_cache(maxsize=256)
def bare_words(text: str) -> tuple[str, ...]:
    """What the words of a text may be without proclitics and article."""
    return tuple({stem for token in arabic.tokens(text) for stem in bare(token.folded)})


@lru_cache(maxsize=1 << 15)
def bare(word: str) -> tuple[str, ...]:
    """What one folded word may be without proclitics and article."""
    return tuple({stem.removeprefix(_ARTICLE) for stem in without_proclitics(word)})


def _without_ending(stem: str) -> Iterator[str]:
    for ending in _ENDINGS:
        rest = stem.removesuffix(ending)
        if len(rest) >= 3 and len(rest) != len(stem):
            yield rest
            # ta marbuta (folded to ه) becomes ت before an ending, and falls away before ات.
            if rest.endswith("ت"):
                yield rest[:-1] + "ه"
            if ending in {"ات", "تان", "تين"}:
                yield rest + "ه"

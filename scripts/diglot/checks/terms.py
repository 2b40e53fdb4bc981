"""Terms of the glossary in an Arabic text: whole words, with what Arabic writes onto them.

A word of a term may have proclitics (و ف ب ل ك) and the article in front, and a pronoun or an
ending behind. A word with the article in the glossary needs it in the text too: «المغرب» is
Morocco, «مغرب» is sunset. Where terms overlap, the longest is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from diglot.checks import arabic
from diglot.checks.finding import Span
from diglot.model.glossary import Glossary, Term

_ENDINGS = "ه ها هم هن هما ك كم نا ي ان ين ون ات تان تين ا وا"
_PROCLITICS = re.compile("و?ف?[بلك]?")
_ARTICLE = "ال"
_FOR_THE = "لل"
_TOKEN = re.compile(f"{arabic.WORD.pattern}|\\w+|[^\\w\\s]")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term, and where it stands in the text."""

    term: Term
    span: Span


@dataclass(frozen=True, slots=True)
class _Token:
    forms: frozenset[str]
    """What the word may be in a glossary, by stem; with the article as ``ال`` in front."""
    span: Span


def occurrences(text: str, glossary: Glossary) -> tuple[Occurrence, ...]:
    """The terms in the text, in its order; none inside a longer one."""
    return _occurrences(text, glossary) if glossary.terms else ()


@lru_cache(maxsize=4096)
def _occurrences(text: str, glossary: Glossary) -> tuple[Occurrence, ...]:
    tokens = [_token(match) for match in _TOKEN.finditer(text)]
    index = _index(glossary)
    found = [
        (at, len(words), term)
        for at, token in enumerate(tokens)
        for form in token.forms
        for words, term in index.get(form, ())
        if _stands(words, tokens, at)
    ]
    taken: set[int] = set()
    chosen = []
    for at, size, term in sorted(found, key=lambda each: (-each[1], each[0])):
        places = set(range(at, at + size))
        if places.isdisjoint(taken):
            taken |= places
            chosen.append((at, size, term))
    return tuple(
        Occurrence(term, (tokens[at].span[0], tokens[at + size - 1].span[1]))
        for at, size, term in sorted(chosen, key=lambda each: each[0])
    )


@lru_cache(maxsize=8)
def _index(glossary: Glossary) -> dict[str, tuple[tuple[tuple[str, ...], Term], ...]]:
    """Terms by their first word."""
    index: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for term in glossary.terms:
        words = tuple(_folded(match[0]) for match in _TOKEN.finditer(term.source))
        if words:
            index.setdefault(words[0], []).append((words, term))
    return {word: tuple(terms) for word, terms in index.items()}


def _stands(words: tuple[str, ...], tokens: list[_Token], at: int) -> bool:
    return at + len(words) <= len(tokens) and all(
        word in token.forms for word, token in zip(words, tokens[at:], strict=False)
    )


def _token(match: re.Match[str]) -> _Token:
    return _Token(frozenset(_forms(_folded(match[0]))), match.span())


def _folded(word: str) -> str:
    return arabic.western_digits(arabic.fold(word)).casefold()


def _forms(word: str) -> Iterator[str]:
    """The word itself, and everything that it may be with something written onto it."""
    for stem in _without_proclitics(word):
        yield stem
        yield from _without_ending(stem)
        if stem.startswith(_ARTICLE) and len(stem) > 4:
            yield stem[2:]
            yield from _without_ending(stem[2:])


def _without_proclitics(word: str) -> Iterator[str]:
    yield word
    longest = _PROCLITICS.match(word)
    for end in range(1, longest.end() + 1 if longest else 1):
        if len(word) - end >= 2:
            yield word[end:]
            if word[end - 1 :].startswith(_FOR_THE):
                yield _ARTICLE + word[end + 1 :]


def _without_ending(stem: str) -> Iterator[str]:
    for ending in _ENDINGS.split():
        rest = stem.removesuffix(ending)
        if rest != stem and len(rest) >= 3:
            yield rest
            # ta marbuta (folded to ه) becomes ت before an ending, and falls away before ات.
            if rest.endswith("ت"):
                yield rest[:-1] + "ه"
            if ending in {"ات", "تان", "تين"}:
                yield rest + "ه"

"""Countries: a country that the source names is in the translation, in any of its words.

Finds «العراق» as «Jordan»; it must not find «Iraqi», «U.S.» for «أمريكا», a river of the same name,
or «قطر» (a diameter) without «Qatar». Names are those of CLDR; the project's glossary comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from diglot.checks.arabic import tokens
from diglot.checks.country_names import Country, by_beginning, by_first_word, plain
from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import exchanged, missing_in_translation, not_in_source
from diglot.checks.terms import bare_words, occurrences, without_proclitics

_CAPITAL = re.compile(r"(?<![\w.])[A-ZÀ-Þ](?:\.[A-Z])+\b|(?<!\w)[A-ZÀ-Þ]\w+|\beuro\w*")

Found = tuple[Country, Span]


def countries(pair: Pair) -> Iterator[Finding]:
    """An error where one stands for another; a warning where one is missing, or invented."""
    if not pair.context.changes_direction or not pair.context.target_language.startswith("en"):
        return
    named = _of_source(pair.source)
    words = [
        (plain(match[0]).replace(".", ""), match.span()) for match in _CAPITAL.finditer(pair.target)
    ]
    said = {word for word, _ in words}
    missing = [each for each in named if each[0].sure and not _is_said(each[0], said)]
    missing = [each for each in missing if not _decided(pair, each[1])]
    invented = list(_invented(pair, named, words))
    for (country, span), (_, place) in zip(missing, invented, strict=False):
        told = exchanged(_named(pair, country, span), _shown(pair.target, place))
        yield Finding("countries", Severity.ERROR, told, span, place)
    for country, span in missing[len(invented) :]:
        told = missing_in_translation(_named(pair, country, span))
        yield Finding("countries", Severity.WARNING, told, span)
    for _, place in invented[len(missing) :]:
        told = not_in_source(_shown(pair.target, place))
        yield Finding("countries", Severity.WARNING, told, None, place)


def _invented(
    pair: Pair, named: Sequence[Found], words: Sequence[tuple[str, Span]]
) -> Iterator[Found]:
    """Countries of the translation of which there is no trace in the source."""
    for word, span in words:
        for name, country in by_beginning().get(word[:4], ()):
            said = any(_begins(word, each) or word in each.name for each, _ in named)
            if word.startswith(name) and not said and not _has_trace(pair.source, country):
                yield country, span


def _has_trace(source: str, country: Country) -> bool:
    return any(word.startswith(country.traces) for word in bare_words(source))


def _named(pair: Pair, country: Country, span: Span) -> str:
    return f"{_shown(pair.source, span)} ({country.name})"


def _shown(text: str, span: Span) -> str:
    return f"«{text[slice(*span)]}»"


def _is_said(country: Country, words: set[str]) -> bool:
    return any(_begins(word, country) for word in words)


def _begins(word: str, country: Country) -> bool:
    """Whether the word means the country or its people; abbreviations in full."""
    return any(
        word == start or (not start.isupper() and word.startswith(start.split()[0]))
        for start in country.beginnings
    )


def _decided(pair: Pair, span: Span) -> bool:
    """Whether the glossary has a term there: then its check has to judge."""
    return any(
        each.span[0] <= span[0] and span[1] <= each.span[1]
        for each in occurrences(pair.source, pair.context.glossary)
    )


@lru_cache(maxsize=1024)
def _of_source(text: str) -> tuple[Found, ...]:
    """The countries that the text names, in its order, the longest name at each place."""
    words = tokens(text)
    found: list[Found] = []
    end = -1
    for at, word in enumerate(words):
        if at <= end:
            continue
        best: tuple[int, Country] | None = None
        for names, country in _candidates(word.folded):
            behind = tuple(each.folded for each in words[at + 1 : at + len(names)])
            if behind == names[1:] and (best is None or len(names) > best[0]):
                best = len(names), country
        if best is not None:
            end = at + best[0] - 1
            found.append((best[1], (word.span[0], words[end].span[1])))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _candidates(word: str) -> tuple[tuple[tuple[str, ...], Country], ...]:
    """The countries whose name may begin with the word; mostly none."""
    index = by_first_word()
    return tuple(each for stem in without_proclitics(word) for each in index.get(stem, ()))

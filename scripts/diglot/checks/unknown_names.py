"""Unknown names: a name in the translation that no word of the source sounds like.

Finds «باتريشيا بيرنهارد» as «Yolanda Gomez»; it must not find «باتريشيا» as «Patricia» or
«Patrizia», «President», «Thursday», «German», a name that the glossary or CLDR knows, or the first
word of a sentence. A hint, because titles and names of firms are often translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from diglot.checks import arabic
from diglot.checks.common_words import COMMON
from diglot.checks.country_names import by_beginning
from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message
from diglot.checks.transliteration import may_be_the_same, sounds_of_latin, sounds_of_text
from diglot.model.glossary import Glossary

_NAME = "[A-ZÀ-Þ][a-zà-ÿ]+"
_RUN = re.compile(
    rf"(?<![\w'’.-]){_NAME}(?:[ -](?:(?:de|of|van|von|al|el|bin|the)[ ])*{_NAME})*"
    r"(?!\w|-[a-z]|\.\s+[A-Z])"
)
_WORD = re.compile(_NAME)
_BEGINNING = re.compile(r"(?:^|[.!?:;…–—|•#*-]\s*|[\"“«‘'(\[])\s*$")
_NO_NAME = re.compile(
    r"(?:ish|ese|ians?|ment|[ts]ions?|ness|ships?|ity|[ae]nces?|ings?|isms?|ists?|ary|ery|logy|ies"
    r"|ics|ers?|ors?|als?|ives?|ous|ages?|ures?)$"
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_SHORTEST = 4


def unknown_names(pair: Pair) -> Iterator[Finding]:
    """A hint for each run of names of which not one word is in the source."""
    if not pair.context.changes_direction or not arabic.has_arabic(pair.source):
        return
    if _is_a_title(pair.target):
        return
    sounds: frozenset[str] | None = None
    for run in _RUN.finditer(pair.target):
        words = _WORD.findall(run[0])
        if _begins_a_sentence(pair.target, run.start()):
            words = words[1:]
        if not words or not all(_is_name(word, pair) for word in words):
            continue
        if sounds is None:
            sounds = sounds_of_text(pair.source)
        if not any(may_be_the_same(sounds_of_latin(word), sounds) for word in words):
            shown = " ".join(words) if words != _WORD.findall(run[0]) else run[0]
            start = pair.target.index(shown, run.start()) if shown in run[0] else run.start()
            told = Message("«{name}» sounds like no word of the source", name=shown)
            place = start, start + len(shown)
            yield Finding("unknown_names", Severity.HINT, told, target_span=place)


def _begins_a_sentence(text: str, at: int) -> bool:
    first = _LETTERS.search(text)
    begins = first is not None and first.start() == at
    return begins or _BEGINNING.search(text, max(0, at - 4), at) is not None


def _is_a_title(text: str) -> bool:
    """«For Immediate Release»: more words with a capital than without, and no full stop."""
    words = _LETTERS.findall(text)
    return text[-1:].isalnum() and 2 * sum(word[0].isupper() for word in words) > len(words)


def _is_name(word: str, pair: Pair) -> bool:
    return (
        len(word) >= _SHORTEST
        and word.lower() not in COMMON
        and _NO_NAME.search(word) is None
        and not any(word.startswith(name) for name, _ in by_beginning().get(word[:4], ()))
        and word not in _known(pair.context.glossary)
        and word.lower() not in pair.source.lower()
    )


@lru_cache(maxsize=8)
def _known(glossary: Glossary) -> frozenset[str]:
    """Words of the glossary's translations."""
    targets = " ".join(target for term in glossary.terms for target in term.targets)
    return frozenset(_WORD.findall(targets))

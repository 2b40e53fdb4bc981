"""Languages: a language that the source names as one is in the translation.

Finds «باللغة الكردية» as «in Turkish»; it must not find «الفارسية» as «Farsi», or «العربية» where
it is no language («المملكة العربية السعودية»). The names are those of CLDR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from diglot.checks.arabic import fold, tokens
from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import exchanged, missing_in_translation
from diglot.checks.terms import bare

_LANGUAGE = frozenset(map(fold, ("لغة", "لغتين", "لغتان", "لغات")))
_LIKELY = re.compile("لغ[ةهتا]")
_CAPITAL = re.compile(r"\b[A-Z][a-z]{3,}\b")
_ALSO = {
    "Persian": "Farsi", "Chinese": "Mandarin", "Pashto": "Pushtu", "Filipino": "Tagalog",
    "Central Kurdish": "Sorani", "Burmese": "Myanmar", "Bangla": "Bengali", "Syriac": "Aramaic",
    "Aramaic": "Syriac", "Castilian": "Spanish", "Amazigh": "Berber",
}  # fmt: skip
_FAR = 6
"""Words behind «languages» in which their names still come: «العربية والإنجليزية والكردية»."""


def languages(pair: Pair) -> Iterator[Finding]:
    """An error where one stands for another, a warning where one is missing."""
    english = pair.context.changes_direction and pair.context.target_language.startswith("en")
    if not english or _LIKELY.search(pair.source) is None:
        return
    named = list(_named(pair.source))
    missing = [each for each in named if not any(name in pair.target for name in each[0])]
    known = {name for names, _ in named for name in names}
    others = [
        match.span()
        for match in _CAPITAL.finditer(pair.target)
        if match[0] in _english() and match[0] not in known
    ]
    for at, (names, span) in enumerate(missing):
        shown = f"«{pair.source[slice(*span)]}» ({names[0]})"
        if at < len(others):
            told = exchanged(shown, f"«{pair.target[slice(*others[at])]}»")
            yield Finding("languages", Severity.ERROR, told, span, others[at])
        else:
            told = missing_in_translation(shown)
            yield Finding("languages", Severity.WARNING, told, span)


def _named(text: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Names behind «اللغة»; each with how English calls it, and where it stands."""
    left = 0
    for token in tokens(text):
        word, span = token.folded, token.span
        stems = bare(word)
        if not _LANGUAGE.isdisjoint(stems):
            left = _FAR
            continue
        found = next((_arabic()[stem] for stem in stems if stem in _arabic()), None)
        if left and found is not None:
            yield found, span
        left -= 1 if left else 0


@cache
def _arabic() -> dict[str, tuple[str, ...]]:
    """English names by the Arabic name of one word, folded and without its article."""
    from babel import Locale  # here: loading CLDR takes a while

    english = Locale("en").languages
    names: dict[str, tuple[str, ...]] = {}
    for code, name in Locale("ar").languages.items():
        if code.isalpha() and " " not in name and code in english:
            said = english[code]
            also = (_ALSO[said],) if said in _ALSO else ()
            names.setdefault(fold(name).removeprefix("ال"), (said, *also))
    return names


@cache
def _english() -> frozenset[str]:
    return frozenset(name for names in _arabic().values() for name in names)

"""Names: a name of the glossary does not stand where another one should.

Finds «القوات تحاصر الرقة» as «the forces besiege Mosul», also where «Raqqa» stands elsewhere in the
text; it must not find a name that English says once more instead of «it», or leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from diglot.checks.arabic import fold, tokens
from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import Message
from diglot.checks.terms import bare, occurrences
from diglot.model.glossary import Glossary, Term

_FEW = 2
"""Words of a name of which the first alone may stand for it."""
_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w'’.-]*")


@dataclass(frozen=True, slots=True, eq=False)
class _Name:
    """All terms that share a translation: «التحالف», «الائتلاف» and «أعضاء التحالف»."""

    terms: tuple[Term, ...]
    targets: tuple[str, ...]
    """The longest first."""
    traces: tuple[str, ...]
    """How Arabic words begin that may mean it."""
    heads: tuple[str, ...]
    """How those begin that stand for it alone: «التحالف» for «التحالف الدولي»."""


def names(pair: Pair) -> Iterator[Finding]:
    """A warning where one name stands too often and another too seldom, or is without a trace."""
    owner, index = _names(pair.context.glossary)
    if not index:
        return
    said = _said(pair.target, index)
    if not said:
        return
    meant: dict[_Name, list[Span]] = {}
    for found in occurrences(pair.source, pair.context.glossary):
        name = owner.get(found.term.source)
        if name is not None:
            meant.setdefault(name, []).append(found.span)
    yield from _exchanged(pair, said, meant)


def _exchanged(
    pair: Pair, said: dict[_Name, list[Span]], meant: dict[_Name, list[Span]]
) -> Iterator[Finding]:
    seldom = [name for name, spans in meant.items() if len(said.get(name, ())) < len(spans)]
    for name, places in said.items():
        possible = _possible(pair.source, name, meant.get(name, []))
        if len(places) <= possible:
            continue
        shown = pair.target[slice(*places[-1])]
        if seldom:
            other = meant[seldom[0]][-1]
            told = Message(
                "«{source}» stands in the source more often than in the translation, "
                "and «{target}» less often",
                source=pair.source[slice(*other)],
                target=shown,
            )
            yield Finding("names", Severity.WARNING, told, other, places[-1])
            continue
        term = name.terms[0].source
        if not possible:
            told = Message(
                "«{target}» is not in the source, where it would be «{source}»",
                target=shown,
                source=term,
            )
            yield Finding("names", Severity.WARNING, told, None, places[-1])
        else:
            told = Message(
                "«{target}» stands in the translation more often than «{source}» in the source",
                target=shown,
                source=term,
            )
            hidden = _unsaid(pair, said, meant)
            severity = Severity.WARNING if hidden else Severity.HINT
            yield Finding("names", severity, told, hidden, places[-1])


def _unsaid(
    pair: Pair, said: dict[_Name, list[Span]], meant: dict[_Name, list[Span]]
) -> Span | None:
    """A word of some name in the source («التحالف»), where no name with that word is said."""
    owners = dict.fromkeys(_names(pair.context.glossary)[0].values())
    taken = [span for spans in meant.values() for span in spans]
    for token in tokens(pair.source):
        word, span = token.folded, token.span
        if any(start <= span[0] < end for start, end in taken):
            continue
        possible = [n for n in owners if any(stem.startswith(n.heads) for stem in bare(word))]
        if possible and not any(n in said for n in possible):
            return span
    return None


def _possible(source: str, name: _Name, spans: list[Span]) -> int:
    """How often the name is in the source, whole or with one of its words («التنظيم»)."""
    places = [*spans]
    for token in tokens(source):
        word, span = token.folded, token.span
        inside = any(start <= span[0] < end + 2 for start, end in places)
        if not inside and any(stem.startswith(name.traces) for stem in bare(word)):
            places.append(span)
    return len(places)


def _said(text: str, index: dict[str, tuple[tuple[str, _Name], ...]]) -> dict[_Name, list[Span]]:
    """The names in an English text, none inside a longer one."""
    found: dict[_Name, list[Span]] = {}
    end = 0
    for match in _CAPITAL.finditer(text):
        if match.start() < end:
            continue
        if text[match.start() - 1 : match.start()] == "(":
            continue  # «(UNDP)» behind the name in full
        for target, name in index.get(_first(match[0]), ()):
            if text.startswith(target, match.start()):
                end = match.start() + len(target)
                found.setdefault(name, []).append((match.start(), end))
                break
    return found


@lru_cache(maxsize=1 << 12)
def _first(word: str) -> str:
    return re.split(r"['’.-]", word)[0]


@lru_cache(maxsize=8)
def _names(glossary: Glossary) -> tuple[dict[str, _Name], dict[str, tuple[tuple[str, _Name], ...]]]:
    """The name of each term by its source, and all translations by their first word."""
    owner = _owners(glossary)
    index: dict[str, list[tuple[str, _Name]]] = {}
    for name in dict.fromkeys(owner.values()):
        for target in name.targets:
            index.setdefault(_first(target.split()[0]), []).append((target, name))
    # The longest first: «Coalition members» is no «Coalition».
    by_length = {
        first: tuple(sorted(found, key=lambda each: -len(each[0])))
        for first, found in index.items()
    }
    return owner, by_length


def _owners(glossary: Glossary) -> dict[str, _Name]:
    """The name that each term belongs to, by its source."""
    groups: list[list[Term]] = []
    for term in glossary.terms:
        if not term.targets or not term.targets[0][:1].isupper():
            continue
        alike = [group for group in groups if any(_alike(term, other) for other in group)]
        groups = [group for group in groups if group not in alike]
        groups.append([*(each for group in alike for each in group), term])
    return {term.source: name for group in groups for name in [_name(group)] for term in group}


def _alike(one: Term, other: Term) -> bool:
    """Whether a translation is one of both: «داعش» and «تنظيم داعش» are «ISIS»."""
    return not set(one.targets).isdisjoint(other.targets)


def _name(terms: list[Term]) -> _Name:
    targets = {target for term in terms for target in term.targets if target[:1].isupper()}
    sources = [term.source.split() for term in terms]
    return _Name(
        tuple(terms),
        tuple(sorted(targets, key=len, reverse=True)),
        _beginnings(word for words in sources for word in words),
        _beginnings(words[0] for words in sources if len(words) <= _FEW),
    )


def _beginnings(words: Iterable[str]) -> tuple[str, ...]:
    """Without the article and the last letter, which an ending changes."""
    bare_ones = {fold(word).removeprefix("ال") for word in words}
    return tuple(sorted({word[: max(3, len(word) - 1)] for word in bare_ones if len(word) > 2}))

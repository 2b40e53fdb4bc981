"""What has changed in the source since a passage was translated: a disclosure below the passage.

In: a passage and its page. Out: one line of HTML, a ``<details>``; it needs no script. The
difference stands in the language of the source, on the pages of both languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from diglot.language import Language, format_date
from diglot.markup import escape
from diglot.markup.word_difference import Fate, around_changes, word_difference
from diglot.model.state import State
from diglot.steps.render.inline import isolated
from diglot.steps.render.passages import Edition, Passage, Sentence
from diglot.steps.render.place import Place
from diglot.steps.render.plurals import choose, name_of
from diglot.steps.render.tongues import tongue
from diglot.steps.render.words import Words

_CONTEXT = 6
"""Words beside each change."""


def source_changes(passage: Passage, place: Place, around: Language) -> str:
    """The disclosures of a passage; empty where nothing is known to have changed.

    On a page of the original, one for each translation that has not followed.
    """
    if place.edition.is_source:
        key = passage.block.key or ""
        there = ((each.by_key.get(key), each.edition) for each in place.counterparts)
        found = [(each, edition) for each, edition in there if each is not None]
    else:
        found = [(passage, place.edition)]
    return "".join(
        _disclosure(changes, len(each.sentences), edition, place, around)
        for each, edition in found
        if each.state is State.STALE and not each.is_held and (changes := tuple(_changes(each)))
    )


def stale_since(passage: Passage) -> date | None:
    """The day on which the first of its texts became stale; None where that is not known."""
    days = (
        said.day
        for sentence in passage.sentences
        if sentence.state is State.STALE and sentence.segment is not None
        for said in sentence.segment.holding("stale")
    )
    return min((day for day in days if day), default=None)


@dataclass(frozen=True, slots=True)
class _Change:
    number: int
    """Of the sentence in its passage, from 1."""
    was: str
    now: str
    day: date | None


def _changes(passage: Passage) -> Iterator[_Change]:
    numbered = zip(range(1, 1 + len(passage.sentences)), passage.sentences, strict=True)
    seen: set[str] = set()
    for number, sentence in numbered:
        change = _change(number, sentence)
        if change is not None and change.now not in seen:
            seen.add(change.now)
            yield change


def _change(number: int, sentence: Sentence) -> _Change | None:
    if sentence.state is not State.STALE or sentence.segment is None:
        return None
    segment = sentence.segment
    for said in segment.holding("stale"):
        was = said.get("was")
        if was and was.split() != segment.source.split():
            return _Change(number, was, segment.source, said.day)
    return None


def _disclosure(
    changes: tuple[_Change, ...], sentences: int, edition: Edition, place: Place, around: Language
) -> str:
    words = place.words
    differences = "".join(_difference(change, edition.source, place) for change in changes)
    legend = (
        f'<span class="dg-legend"><del>{_plain(words.removed, words)}</del> '
        f"<ins>{_plain(words.added, words)}</ins></span>"
    )
    says = _plain(" ".join(_says(changes, sentences, edition, words)), words)
    return (
        f'<details class="dg-change" data-search-exclude{place.tongue(around)}>'
        f"<summary>{_plain(words.changed, words)}</summary>"
        f'{differences}<div class="dg-change-says">{legend} {says}</div></details>'
    )


def _says(
    changes: tuple[_Change, ...], sentences: int, edition: Edition, words: Words
) -> Iterator[str]:
    language = name_of(edition.language.code, words.language)
    day = min((change.day for change in changes if change.day), default=None)
    if day:
        written = format_date(day, words.language)
        yield words.still_follows_before.format(language=language, date=written)
    else:
        yield words.still_follows.format(language=language)
    if sentences > 1:
        numbers = words.comma.join(str(change.number) for change in changes)
        yield choose(words.affected, len(changes), words.language).format(numbers=numbers)


def _difference(change: _Change, source: Language, place: Place) -> str:
    words = place.words
    own = Language(words.language, "")
    said = {Fate.GONE: words.removed, Fate.NEW: words.added}
    pieces = around_changes(word_difference(change.was, change.now), _CONTEXT)
    shown = []
    for fate, text in pieces:
        words_of_it = isolated(text, source, source.code)
        if fate is Fate.STAYS:
            shown.append(words_of_it)
            continue
        # Read out before the words; the style shows it.
        label = f'<span class="dg-said"{tongue(own, source)}>{escape.markdown(said[fate])}</span>'
        shown.append(f"<{fate.value}>{label} {words_of_it}</{fate.value}>")
    # ``place.tongue`` says it of the words around; here it is said whatever stands around.
    code, direction = escape.markdown(source.code), source.direction
    return f'<div class="dg-diff" lang="{code}" dir="{direction}">{" ".join(shown)}</div>'


def _plain(text: str, words: Words) -> str:
    return isolated(escape.clean(text), Language(words.language, ""))

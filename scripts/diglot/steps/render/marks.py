"""The quiet mark at the end of a passage: what it is, and where it stands in the other language.

In: a passage and its page. Out: one line of inline HTML. It says in words what the colours say, so
that it needs no style sheet, no script and no sight. A reviewer's name is never in it.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from diglot.language import Language, format_date
from diglot.markup import escape
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.steps.render.inline import isolated
from diglot.steps.render.passages import Edition, Passage, Sentence
from diglot.steps.render.place import Counterpart, Place
from diglot.steps.render.plurals import name_of
from diglot.steps.render.tally import engine_of, is_objected
from diglot.steps.render.words import Words


def mark(passage: Passage, place: Place, around: Language) -> str:
    """The mark of a passage; ``around`` is the language of the element that it stands in."""
    if not passage.anchor:
        return ""
    # Not a span: Material's search leaves an element out by its tag, and would stop doing so at the
    # end of the first span inside.
    links = [_state(passage, place)] if passage.state else []
    links += [_other(passage, place, counterpart) for counterpart in place.counterparts]
    tag = place.tongue(around)
    return f'<small class="dg-mark" data-search-exclude{tag}>{" ".join(links)}</small>'


def state_in_words(passage: Passage, edition: Edition, words: Words) -> str:
    """What a translated passage is, as a sentence without a full stop."""
    return _state_in_words(passage, edition, words) + (
        words.objected if is_objected(passage) else ""
    )


def _state_in_words(passage: Passage, edition: Edition, words: Words) -> str:
    if passage.state is State.UNTRANSLATED:
        language = name_of(edition.source.code, words.language)
        return words.marks[State.UNTRANSLATED].format(language=language)
    if passage.state is State.DRAFT:
        return _draft_in_words(passage, words)
    if passage.state is State.REVIEWED and not passage.text:
        return words.left_out
    if passage.state is State.REVIEWED:
        day = _last_review(passage)
        return (
            words.reviewed_on.format(date=_written(day, words.language))
            if day
            else words.marks[State.REVIEWED]
        )
    return words.marks[passage.state] if passage.state else ""


def engine_names(engines: tuple[str, ...], words: Words) -> str:
    """What drafts come from, in words; an engine without a name is called what it calls itself."""
    known = words.engines
    names = (known.get(name.lower().replace(" ", "-"), name) for name in engines)
    return words.comma.join(dict.fromkeys(names))


def _draft_in_words(passage: Passage, words: Words) -> str:
    drafts = (sentence for sentence in passage.sentences if sentence.state is State.DRAFT)
    engines = dict.fromkeys(engine_of(sentence) for sentence in drafts)
    names = engine_names(tuple(filter(None, engines)), words)
    phrase = words.memory_from if engines.keys() == {"memory"} else words.draft_from
    says = phrase.format(engine=names) if names else words.marks[State.DRAFT]
    return says + (words.earlier if any(map(_is_outdated, passage.sentences)) else "")


def _is_outdated(sentence: Sentence) -> bool:
    """Whether this is the draft of a sentence that the source no longer has so."""
    if sentence.segment is None or sentence.state is not State.DRAFT:
        return False
    made = sentence.segment.draft
    return made is not None and made.src != hash8(sentence.segment.source)


def _state(passage: Passage, place: Place) -> str:
    words = place.words
    says = state_in_words(passage, place.edition, words)
    return (
        f'<a class="dg-mark-state" href="#{passage.anchor}" title="{words.permalink}">'
        f'<span class="dg-mark-word">{_isolated(says, words.language)}</span></a>'
    )


def _other(passage: Passage, place: Place, counterpart: Counterpart) -> str:
    edition, words = counterpart.edition, place.words
    there = counterpart.by_key.get(passage.block.key or "")
    says = state_in_words(there, edition, words) if there else ""
    title = f' title="{_escaped(says)}"' if says else ""
    name = name_of(edition.language.code, words.language)
    language = _escaped(words.in_language.format(language=name))
    return (
        f'<a class="dg-mark-other" href="{place.address(edition)}#{passage.anchor}" '
        f'hreflang="{_escaped(edition.language.code)}"{title}>'
        f'<span class="dg-mark-this">{words.this_passage}</span> {language}</a>'
    )


# What marks say is a few phrases, said again at every passage.
_escaped = cache(escape.markdown)


@cache
def _isolated(says: str, language: str) -> str:
    return isolated(says, Language(language, ""))


def _last_review(passage: Passage) -> date | None:
    """The day of the last verdict that holds; None where the file does not say it as a date."""
    days = []
    for segment in (sentence.segment for sentence in passage.sentences):
        if segment is None:
            continue
        src, tgt = hash8(segment.source), hash8(segment.target)
        kind = "reviewed" if segment.target else "empty"
        days += [
            _day(said.get("on") or "")
            for said in segment.statements
            if (said.kind, said.src, said.tgt) == (kind, src, tgt)
        ]
    return max((day for day in days if day), default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@cache
def _written(day: date, language: str) -> str:
    return format_date(day, language)

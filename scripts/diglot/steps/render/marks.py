"""The quiet mark at the end of a passage: what it is, and where it stands in the other language.

In: a passage and its page. Out: one line of inline HTML. It says in words what the colours say, so
that it needs no style sheet, no script and no sight. A reviewer's name is in it only where the
project wants that.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from diglot import report_link
from diglot.language import Language, format_date
from diglot.markup import escape
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.steps.render.inline import isolated
from diglot.steps.render.passages import Edition, Passage, Sentence
from diglot.steps.render.place import Counterpart, Place
from diglot.steps.render.plurals import name_of
from diglot.steps.render.source_change import stale_since
from diglot.steps.render.tally import engine_of, is_objected, last_review, reviews_of
from diglot.steps.render.words import Words, words_for


def mark(passage: Passage, place: Place, around: Language) -> str:
    """The mark of a passage; ``around`` is the language of the element that it stands in."""
    if not passage.anchor:
        return ""
    # Not a span: Material's search leaves an element out by its tag, and would stop doing so at the
    # end of the first span inside.
    links = [_state(passage, place)] if passage.state else []
    links += [_other(passage, place, counterpart) for counterpart in place.counterparts]
    links += [_report(passage, place)] if place.publication.report else []
    tag = place.tongue(around)
    return f'<small class="dg-mark" data-search-exclude{tag}>{" ".join(links)}</small>'


def state_in_words(
    passage: Passage, edition: Edition, words: Words, *, reviewers: bool = False
) -> str:
    """What a translated passage is, as a sentence without a full stop.

    ``reviewers``: with the names of those who have confirmed it.
    """
    says = _state_in_words(passage, edition, words, reviewers=reviewers)
    return says + (words.objected if not passage.is_held and is_objected(passage) else "")


def _state_in_words(passage: Passage, edition: Edition, words: Words, *, reviewers: bool) -> str:
    if passage.is_held or passage.state is State.UNTRANSLATED:
        language = name_of(edition.source.code, words.language)
        return words.marks[passage.standing or ""].format(language=language)
    if passage.state is State.DRAFT:
        return _draft_in_words(passage, words)
    if passage.state is State.REVIEWED and not passage.text:
        return words.left_out
    if passage.state is State.REVIEWED:
        return _review_in_words(passage, words, reviewers=reviewers)
    if passage.state is State.STALE and (day := stale_since(passage)):
        return words.stale_on.format(date=_written(day, words.language))
    return words.marks[passage.state] if passage.state else ""


def _review_in_words(passage: Passage, words: Words, *, reviewers: bool) -> str:
    day = last_review(passage)
    written = _written(day, words.language) if day else ""
    said = reviews_of(passage) if reviewers else ()
    names = words.comma.join(dict.fromkeys(filter(None, (each.get("by") for each in said))))
    if names:
        phrase = words.reviewed_by_on if day else words.reviewed_by
        return phrase.format(names=names, date=written)
    return words.reviewed_on.format(date=written) if day else words.marks[State.REVIEWED]


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
    names = place.publication.reviewers
    says = state_in_words(passage, place.edition, words, reviewers=names)
    return (
        f'<a class="dg-mark-state" href="#{passage.anchor}" title="{words.permalink}">'
        f'<span class="dg-mark-word">{_isolated(says, words.language)}</span></a>'
    )


def _other(passage: Passage, place: Place, counterpart: Counterpart) -> str:
    edition, words = counterpart.edition, place.words
    there = counterpart.by_key.get(passage.block.key or "")
    names = place.publication.reviewers
    says = state_in_words(there, edition, words, reviewers=names) if there else ""
    title = f' title="{_escaped(says)}"' if says else ""
    name = name_of(edition.language.code, words.language)
    language = _escaped(words.in_language.format(language=name))
    return (
        f'<a class="dg-mark-other" href="{place.address(edition)}#{passage.anchor}" '
        f'hreflang="{_escaped(edition.language.code)}"{title}>'
        f'<span class="dg-mark-this">{words.this_passage}</span> {language}</a>'
    )


def _report(passage: Passage, place: Place) -> str:
    words = place.words
    template = _template(place.publication.report, words.language)
    key = passage.block.key or ""
    original = " ".join(passage.block.sentences)
    translated = (
        (each.by_key.get(key) for each in place.counterparts)
        if place.edition.is_source
        else (passage,)
    )
    shown = (each.text for each in translated if each and each.published)
    values = {
        "page": place.address_of(passage.anchor),
        "passage": passage.anchor,
        "title": place.title,
        "source": escape.clean(original),
        "translation": escape.clean(next(shown, "")),
    }
    parts = report_link.parts(template, values)
    address = escape.markdown("".join(parts))
    # Where a script puts the words of the reader, in letters of the address.
    at = f' data-words="{len(parts[0])}"' if len(parts) > 1 else ""
    # A script makes an address of it, where there is one.
    page = "" if place.site_url else f' data-page="{values["page"]}"'
    # Its text is all that a screen reader needs; where there is little room, a sign is seen of it.
    return (
        f'<a class="dg-mark-report" href="{address}" rel="nofollow"{page}{at} '
        f'title="{_escaped(words.report)}">'
        f'<span class="dg-mark-what">{_escaped(words.report)}</span></a>'
    )


@cache
def _template(setting: str, language: str) -> str:
    words = words_for(language)
    return report_link.template(setting, words.report_subject, words.report_body)


# What marks say is a few phrases, said again at every passage.
_escaped = cache(escape.markdown)


@cache
def _isolated(says: str, language: str) -> str:
    return isolated(says, Language(language, ""))


@cache
def _written(day: date, language: str) -> str:
    return format_date(day, language)

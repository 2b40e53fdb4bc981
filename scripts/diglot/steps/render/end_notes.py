"""The terms of a page at its end: what print, readers without a script and the script itself need.

In: the terms that are marked on a page. Out: one line of HTML, in which Markdown sees nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from diglot.language import Language
from diglot.markup import escape
from diglot.model.glossary import Term, anchor
from diglot.steps.render import isolates
from diglot.steps.render.glossary_words import glossary_words
from diglot.steps.render.inline import isolated
from diglot.steps.render.place import Place
from diglot.steps.render.terms import Languages, Terms
from diglot.steps.render.tongues import tongue


def end_notes(marked: Iterable[Term], place: Place, terms: Terms) -> str:
    """The list of these terms, in their order; nothing where there are none."""
    here, borrowed = place.edition.language, place.tongue(place.edition.language)
    languages = terms.languages
    entries = "".join(_entry(term, languages, here, place.glossary, borrowed) for term in marked)
    if not entries:
        return ""
    words = glossary_words(here.code)
    title = escape.markdown(words.terms_here)
    return (
        f'<section class="dg-terms" data-search-exclude data-keys="{escape.markdown(words.keys)}">'
        f'<p class="dg-terms-title"{borrowed}>{title}</p><dl>{entries}</dl></section>'
    )


@lru_cache(maxsize=8192)  # the same terms on every page
def _entry(term: Term, languages: Languages, here: Language, glossary: str, borrowed: str) -> str:
    entry = escape.markdown(glossary_words(here.code).entry)
    entry = f"<span{borrowed}>{entry}</span>" if borrowed else entry
    own, other = (in_source(term, languages, here), in_target(term, languages, here))
    if here == languages[1]:
        own, other = other, own
    note = noted(term, languages, here)
    link = f'<dd class="dg-term-entry"><a href="{glossary}#{anchor(term)}">{entry}</a></dd>'
    return f'<div id="{anchor(term)}"><dt>{own}</dt><dd>{other}</dd>{note}{link}</div>'


def in_source(term: Term, languages: Languages, around: Language) -> str:
    """The term in its own language."""
    source, _ = languages
    return _spoken(isolated(term.source, source), source, around)


def in_target(term: Term, languages: Languages, around: Language) -> str:
    """Its translations, the best first."""
    _, target = languages
    comma = glossary_words(target.code).comma
    text = comma.join(isolated(each, target) for each in term.targets)
    return _spoken(text, target, around)


def noted(term: Term, languages: Languages, around: Language, *, is_found: bool = True) -> str:
    """What the glossary says of a term, in the language of which it looks.

    ``is_found``: whether search finds the term by these words, too.
    """
    if not term.note:
        return ""
    source, target = languages
    is_own = isolates.main_direction(term.note) == source.direction
    language, foreign = source if is_own else target, source.code
    text = _spoken(isolated(term.note, language, foreign), language, around)
    silent = "" if is_found else " data-search-exclude"
    return f'<dd class="dg-term-note"{silent}>{text}</dd>'


def _spoken(text: str, language: Language, around: Language) -> str:
    tag = tongue(language, around)
    return f"<bdi{tag}>{text}</bdi>" if tag else text

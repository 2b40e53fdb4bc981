"""The terms of a page at its end: what print, readers without a script and the script itself need.

In: the terms that are marked on a page. Out: one line of HTML, in which Markdown sees nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from diglot.language import Language
from diglot.markup import escape
from diglot.model.glossary import Term, anchor
from diglot.steps.render import isolates
from diglot.steps.render.glossary_words import glossary_words
from diglot.steps.render.inline import isolated
from diglot.steps.render.place import Place
from diglot.steps.render.terms import Terms
from diglot.steps.render.tongues import tongue


def end_notes(marked: Iterable[Term], place: Place, terms: Terms) -> str:
    """The list of these terms, in their order; nothing where there are none."""
    entries = "".join(_entry(term, place, terms) for term in marked)
    if not entries:
        return ""
    words, tag = glossary_words(place.edition.language.code), place.tongue(place.edition.language)
    title = escape.markdown(words.terms_here)
    return (
        f'<section class="dg-terms" data-search-exclude data-keys="{escape.markdown(words.keys)}">'
        f'<p class="dg-terms-title"{tag}>{title}</p><dl>{entries}</dl></section>'
    )


def _entry(term: Term, place: Place, terms: Terms) -> str:
    here = place.edition.language
    entry = escape.markdown(glossary_words(here.code).entry)
    if tag := place.tongue(here):
        entry = f"<span{tag}>{entry}</span>"
    own, other = (in_source(term, terms, here), in_target(term, terms, here))
    if here == terms.target:
        own, other = other, own
    note = noted(term, terms, here)
    link = f'<dd class="dg-term-entry"><a href="{place.glossary}#{anchor(term)}">{entry}</a></dd>'
    return f'<div id="{anchor(term)}"><dt>{own}</dt><dd>{other}</dd>{note}{link}</div>'


def in_source(term: Term, terms: Terms, around: Language) -> str:
    """The term in its own language."""
    return _spoken(isolated(term.source, terms.source), terms.source, around)


def in_target(term: Term, terms: Terms, around: Language) -> str:
    """Its translations, the best first."""
    comma = glossary_words(terms.target.code).comma
    text = comma.join(isolated(target, terms.target) for target in term.targets)
    return _spoken(text, terms.target, around)


def noted(term: Term, terms: Terms, around: Language) -> str:
    """What the glossary says of a term, in the language of which it looks."""
    if not term.note:
        return ""
    is_own = isolates.main_direction(term.note) == terms.source.direction
    language = terms.source if is_own else terms.target
    foreign = terms.source.code
    text = _spoken(isolated(term.note, language, foreign), language, around)
    return f'<dd class="dg-term-note">{text}</dd>'


def _spoken(text: str, language: Language, around: Language) -> str:
    tag = tongue(language, around)
    return f"<bdi{tag}>{text}</bdi>" if tag else text

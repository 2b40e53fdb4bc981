"""How much of a document, or of a section, a person has reviewed: as a bar, and in words.

In: the counts of a page by language of the translation. Out: HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page

from diglot.site.known_pages import known_of
from diglot.site.words import words_for
from diglot.steps.render.banner import share
from diglot.steps.render.plurals import name_of
from diglot.steps.share.translated import Counts, reviewed_words


def in_words(found: Mapping[str, Counts], language: str) -> Markup:
    """A bar and its words for each translation that has any text."""
    named = len(found) > 1
    shown = (_in_words(counts, language, name_of(code, language) if named else "")
             for code, counts in found.items())  # fmt: skip
    return Markup(" ").join(part for parts in shown for part in parts)


def in_navigation(page: Page, language: str) -> None:
    """Put the progress of a section below its title in the navigation.

    ``subtitle`` in the metadata of a page is Material's. Of several translations there is no room
    to speak.
    """
    known = known_of(page)
    counts = list(known.counts.values()) if known is not None and known.section else []
    reviewed, total = reviewed_words(counts[0]) if len(counts) == 1 else (0, 0)
    if total and "subtitle" not in page.meta:
        said = share(reviewed, total)
        page.meta["subtitle"] = _bar(reviewed, total, Markup(
            '<bdi dir="ltr" aria-hidden="true">{}</bdi><span class="dg-hidden">{}</span>'
        ).format(said, words_for(language).share.format(share=said)))  # fmt: skip


def _in_words(counts: Counts, language: str, name: str) -> Iterator[Markup]:
    reviewed, total = reviewed_words(counts)
    if total:
        isolated = Markup('<bdi dir="ltr">{}</bdi>').format(share(reviewed, total))
        said = Markup(escape(words_for(language).share)).format(share=isolated)
        prefix = Markup("{}: ").format(name) if name else Markup("")
        yield _bar(reviewed, total, Markup("<span>{}{}</span>").format(prefix, said))


def _bar(reviewed: int, total: int, words: Markup) -> Markup:
    return Markup(
        '<span class="dg-progress" data-search-exclude>'
        '<meter max="{}" value="{}" aria-hidden="true"></meter> {}</span>'
    ).format(total, reviewed, words)

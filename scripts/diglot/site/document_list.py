"""The list of all documents, where a hand-written page has the comment for it.

In: pages whose Markdown has been converted, and what is known of documents. Out: the same pages,
with title, origin and progress of each document in place of the comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from diglot.language import direction, format_date
from diglot.site.alternates import Alternates
from diglot.site.known_pages import KnownPages, known_of, title_of
from diglot.site.progress import in_words
from diglot.source import in_language

MARKER = "<!-- diglot:documents -->"


def put(files: Files, config: MkDocsConfig, pages: KnownPages, alternates: Alternates) -> None:
    """Put the list into every page of a language that asks for it."""
    language = str(config.theme["language"])
    for file in files.documentation_pages():
        page = file.page
        if page is not None and page.content and MARKER in page.content:
            found = "\n".join(_entries(file, language, pages, alternates))
            page.content = page.content.replace(MARKER, found)


def _entries(
    seen_from: File, language: str, pages: KnownPages, alternates: Alternates
) -> Iterator[Markup]:
    for document in pages.records:
        page = pages.page(language, document)
        if page is not None:
            is_own = alternates.is_real(page.file, language)
            yield _entry(page, seen_from, "" if is_own else pages.source_language)
            facts = escape(" · ".join(_facts(document, language, pages)))
            origin = Markup('<span dir="auto">{}</span> ').format(facts) if facts else Markup("")
            known = known_of(page)
            progress = in_words(known.counts, language) if known is not None else Markup("")
            yield Markup("<p>{}{}</p>").format(origin, progress)


def _entry(page: Page, seen_from: File, other: str) -> Markup:
    """The title with its link; ``other``: the language of a title that is not translated."""
    tag = Markup(' lang="{}" dir="{}"').format(other, direction(other)) if other else Markup("")
    address = page.file.url_relative_to(seen_from)
    return Markup('<p class="dg-entry"><a href="{}"{}>{}</a></p>').format(
        address, tag, title_of(page)
    )


def _facts(document: str, language: str, pages: KnownPages) -> Iterator[str]:
    record = pages.record(document)
    origin = in_language(record.origin, language)
    if origin:
        yield origin
    if record.date:
        try:
            yield format_date(date.fromisoformat(record.date), language)
        except ValueError:
            yield record.date

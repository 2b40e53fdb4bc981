"""A document as one page of HTML for a printer: title page, contents, sections.

In: a ``Book``, or two of the same document. Out: HTML, with the style sheet in it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element

from diglot.language import Language, direction
from diglot.steps.take_away.book import Book, Chapter, serialised
from diglot.steps.take_away.page_text import words
from diglot.steps.take_away.rows import Row, rows
from diglot.steps.take_away.words import words_for

_LEVELS = 6


def one_language(book: Book, style: str) -> str:
    """A document in one language."""
    parts = [
        _section("title-page", _title_page(book)),
        *([_contents(book.chapters, book.language)] if len(book.chapters) > 1 else []),
        *(_section("chapter", _inner(_shifted(chapter))) for chapter in book.chapters),
    ]
    return _page(book, style, book.title, "".join(parts), "one")


def side_by_side(book: Book, other: Book, style: str) -> str:
    """A document in two languages, passage beside passage; the first has anchors and bookmarks.

    From left to right stands the language that is written so, or else the first.
    """
    turned = book.direction == "rtl" and other.direction == "ltr"
    languages = (book.language, other.language)
    there = {chapter.id: chapter for chapter in other.chapters}
    head = Row((book.head,), (_without_anchors(other.head),))
    state = Row((_paragraphs(book),), (_paragraphs(other),))
    parts = [_table([head, state], languages, turned=turned, name="title-page")]
    if len(book.chapters) > 1:
        parts.append(_contents(book.chapters, book.language, there))
    # One table, so that the names of the languages stand above each page, and nowhere else.
    found: list[Row] = []
    for chapter in book.chapters:
        beside = there.get(chapter.id)
        found += rows(
            _shifted(chapter), _without_anchors(_shifted(beside)) if beside else Element("div")
        )
    parts.append(_table(found, languages, turned=turned, name="chapters"))
    return _page(book, style, f"{book.title} · {other.title}", "".join(parts), "both")


def _page(book: Book, style: str, title: str, body: str, name: str) -> str:
    return (
        f'<!DOCTYPE html><html{_spoken(book.language.code)} class="{name}"><head>'
        f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{style}</style></head>'
        f"<body>{body}</body></html>"
    )


def _title_page(book: Book) -> str:
    return _inner(book.head) + _inner(_paragraphs(book))


def _paragraphs(book: Book) -> Element:
    """How far the translation is, and where the document stands on the web."""
    found = Element("div")
    for text in book.state:
        paragraph = Element("p", {"class": "state"})
        paragraph.text = text
        found.append(paragraph)
    if book.address:
        paragraph = Element("p", {"class": "address"})
        paragraph.text = words_for(book.language.code).address + " "
        link = Element("a", {"href": book.address, "dir": "ltr"})
        link.text = book.address
        paragraph.append(link)
        found.append(paragraph)
    return found


def _contents(
    chapters: tuple[Chapter, ...], language: Language, beside: Mapping[str, Chapter] | None = None
) -> str:
    def title(chapter: Chapter) -> str:
        return f"<bdi{_spoken(chapter.title_language)}>{html.escape(chapter.title)}</bdi>"

    def below(chapter: Chapter | None) -> str:
        spoken = _spoken(chapter.title_language) if chapter else ""
        return f"<div{spoken}>{html.escape(chapter.title)}</div>" if chapter else ""

    listed = "".join(
        f'<li class="depth-{min(chapter.depth, 4)}"><a href="#{html.escape(chapter.id)}">'
        f"{title(chapter)}</a>{below((beside or {}).get(chapter.id))}</li>"
        for chapter in chapters
    )
    says = html.escape(words_for(language.code).contents)
    return f'<nav class="contents"><h2 class="contents-title">{says}</h2><ul>{listed}</ul></nav>'


def _table(
    found: list[Row], languages: tuple[Language, Language], *, turned: bool, name: str
) -> str:
    def pair(tag: str, cells: Iterator[str]) -> str:
        both = [
            f"<{tag}{_spoken(language.code)}>{cell}</{tag}>"
            for language, cell in zip(languages, cells, strict=True)
        ]
        return f"<tr>{''.join(reversed(both) if turned else both)}</tr>"

    head = pair("th", (html.escape(language.name) for language in languages))
    body = "".join(
        pair("td", iter(("".join(map(serialised, row.own)), "".join(map(serialised, row.other)))))
        for row in found
    )
    return (
        f'<table class="rows {name}" dir="ltr"><thead>{head}</thead><tbody>{body}</tbody></table>'
    )


def _section(name: str, inner: str) -> str:
    return f'<section class="{name}">{inner}</section>'


def _inner(element: Element) -> str:
    return "".join(map(serialised, element))


def _spoken(code: str) -> str:
    return f' lang="{html.escape(code)}" dir="{direction(code)}"'


def _shifted(chapter: Chapter) -> Element:
    """Its headings below the title of the document, and below those of the sections around it."""
    text = deepcopy(chapter.text)
    for element in text.iter():
        if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            if element.tag == "h1":
                element.set("id", chapter.id)
            element.tag = f"h{min(int(element.tag[1]) + chapter.depth + 1, _LEVELS)}"
            element.set("data-title", words(element))
    return text


def _without_anchors(text: Element) -> Element:
    text = deepcopy(text)
    for element in text.iter():
        if "id" in element.attrib:
            element.set("data-id", element.attrib.pop("id"))
    return text

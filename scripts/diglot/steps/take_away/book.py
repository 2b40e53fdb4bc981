"""A document in one language, as a file holds it: its title page, its sections.

In: the pages of the site. Out: a ``Book``. Law: its text is the text of the pages in their order;
what is not reviewed has its mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote
from xml.etree.ElementTree import Element, tostring

from diglot.language import Direction, Language
from diglot.steps.take_away import page_text


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section."""

    id: str
    title: str
    title_language: str
    """Of a title that is not translated yet, that of the source."""
    depth: int
    """0 for a section in no other."""
    text: Element


@dataclass(frozen=True, slots=True)
class Book:
    """A document in one language."""

    document: str
    language: Language
    title: str
    title_language: str
    head: Element
    """Title with its mark, and the facts."""
    state: tuple[str, ...]
    """How far the translation is, in words."""
    chapters: tuple[Chapter, ...]
    address: str = ""
    """Where its overview stands on the web; empty where that is not known."""

    @property
    def direction(self) -> Direction:
        """The direction of its language."""
        return self.language.direction


def book(
    document: str,
    language: Language,
    overview: str,
    sections: Mapping[str, str],
    address: str = "",
) -> Book:
    """A document; its pages are given as HTML, the sections by their ids."""
    found = page_text.overview(overview)
    depths = {_name(href): depth for depth, href in found.sections}
    title = _title(found.head, language.code)
    chapters = (
        _chapter(name, depths.get(name, 0), html, language.code) for name, html in sections.items()
    )
    return Book(
        document,
        language,
        title[0] or document,
        title[1],
        found.head,
        found.state,
        tuple(chapters),
        address,
    )


def serialised(element: Element) -> str:
    """As XHTML, without what follows the element; every element has its end tag."""
    tail, element.tail = element.tail, None
    text = tostring(element, "unicode", short_empty_elements=False).replace("<br></br>", "<br/>")
    element.tail = tail
    return text


def _chapter(name: str, depth: int, html: str, language: str) -> Chapter:
    text = page_text.page_text(html)
    title, spoken = _title(text, language)
    return Chapter(name, title or name, spoken, depth, text)


def _title(text: Element, language: str) -> tuple[str, str]:
    """The heading and its language, which may stand on all that is in it."""
    heading = text.find("h1")
    if heading is None:
        return "", language
    title = page_text.words(heading)
    spoken = (each.get("lang") for each in heading.iter() if page_text.words(each) == title)
    return title, next(filter(None, spoken), language)


def _name(href: str) -> str:
    """The id of a section, from the address of its page: ``<id>/`` or ``<id>.html``."""
    return unquote(PurePosixPath(href.partition("#")[0]).name).removesuffix(".html")

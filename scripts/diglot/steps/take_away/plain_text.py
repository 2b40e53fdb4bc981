"""A document as plain text: a paragraph is a line, however long.

Lines are not wrapped: every program that shows them does it by itself, what is searched for stands
in one line, and a line of Arabic has the direction of its first letter wherever it is shown. No
characters are added to isolate Latin in Arabic: they would be in the way of whoever searches.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from diglot.steps.take_away.book import Book
from diglot.steps.take_away.page_text import BLOCKS
from diglot.steps.take_away.words import words_for

_HEADINGS = {"h1": "=", "h2": "-"}


def plain_text(book: Book) -> str:
    """The text; marks stand in square brackets behind their passages."""
    words = words_for(book.language.code)
    head = [*_blocks(book.head), *book.state]
    if book.address:
        head.append(f"{words.address} {book.address}")
    parts = [head, *(list(_blocks(chapter.text)) for chapter in book.chapters)]
    return "\n\n\n".join("\n\n".join(part) for part in parts if part) + "\n"


def _blocks(element: Element) -> Iterator[str]:
    """The blocks in it, each without a line end."""
    for child in element:
        if child.tag in _HEADINGS:
            text = _inline(child)
            yield f"{text}\n{_HEADINGS[child.tag] * min(len(text), 72)}"
        elif child.tag in {"ul", "ol"}:
            yield "\n".join(_items(child, 0))
        elif child.tag == "table":
            yield "\n".join(_rows(child))
        elif child.tag == "dl":
            yield "\n".join(_facts(child))
        elif child.tag == "blockquote":
            quoted = "\n\n".join(_blocks(child))
            yield "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
        elif child.tag == "div" and _has_blocks(child):
            yield from _blocks(child)
        elif text := _inline(child):
            yield text


def _has_blocks(element: Element) -> bool:
    return any(child.tag in BLOCKS for child in element)


def _items(of: Element, depth: int) -> Iterator[str]:
    for number, item in enumerate(of.findall("li"), start=1):
        marker = "" if item.get("class") else f"{number}. " if of.tag == "ol" else "- "
        if text := _inline(item):
            yield f"{'  ' * depth}{marker}{text}"
        for child in item:
            if child.tag in {"ul", "ol"}:
                yield from _items(child, depth + 1)


def _rows(table: Element) -> Iterator[str]:
    for row in table.iter("tr"):
        yield " | ".join(_inline(cell) for cell in row if cell.tag in {"th", "td"}).rstrip()


def _facts(facts: Element) -> Iterator[str]:
    name = ""
    for each in facts.iter():
        if each.tag == "dt":
            name = _inline(each)
        elif each.tag == "dd":
            yield f"{name}: {_inline(each)}"


def _inline(element: Element) -> str:
    """The text of a block in one line, without the lists in it."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "small":
            yield f" [{_inline(child)}]"
        elif child.tag == "br":
            yield " "
        elif child.tag not in {"ul", "ol"}:
            yield from _pieces(child)
            yield " " if child.tag in BLOCKS else ""
        yield child.tail or ""

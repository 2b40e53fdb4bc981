"""Parts of laws: an article's number and text in one line, a chapter's number and name in two.

«المادة 1: تنشأ …» is a heading and a paragraph; «الفصل الأول» above «التعاريف» is one heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diglot.model.document import Kind
from diglot.source import Settings
from diglot.steps.split.heading_shape import is_heading_like
from diglot.steps.split.lines import collapse
from diglot.steps.split.passages import Passage
from diglot.steps.split.structure_words import article_in, part_word, wants_name

_FEWEST = 2
"""One line that begins with «المادة 5:» may be a quotation."""


def with_articles_parted(found: Sequence[Passage], settings: Settings) -> list[Passage]:
    """The passages; an article that stands in one line with its number is parted from it."""
    kept = {collapse(text) for text in (*settings.not_headings, *settings.headings)}
    places = {
        index: place
        for index, passage in enumerate(found)
        if passage.kind is Kind.PARAGRAPH
        and (place := article_in(passage.text))
        and not is_heading_like(passage.words)
        and not kept & {passage.words, collapse(passage.line.text)}
    }
    if len(places) < _FEWEST:
        return list(found)
    parted: list[Passage] = []
    for index, passage in enumerate(found):
        parted += _parted(passage, *places[index]) if index in places else [passage]
    return parted


def with_names_joined(found: Sequence[Passage], settings: Settings) -> list[Passage]:
    """The passages; a chapter's name on the next line is part of its heading."""
    kept = {collapse(text) for text in (*settings.not_headings, *settings.headings)}
    joined: list[Passage] = []
    for passage in found:
        previous = joined[-1] if joined else None
        if previous and _is_name_of(passage, previous) and passage.words not in kept:
            joined[-1] = replace(previous, text=f"{previous.text}\n{passage.text}", lines=2)
        else:
            joined.append(passage)
    return joined


def _parted(passage: Passage, name_end: int, body: int) -> list[Passage]:
    number = replace(passage, kind=Kind.HEADING, text=passage.text[:name_end], lines=1)
    text = replace(passage, start=passage.start + body, text=passage.text[body:], gap=False)
    return [number, text]


def _is_name_of(passage: Passage, previous: Passage) -> bool:
    return (
        previous.kind is Kind.HEADING
        and not previous.level
        and previous.lines == passage.lines == 1
        and wants_name(previous.words)
        and not passage.gap
        and passage.kind in (Kind.PARAGRAPH, Kind.HEADING)
        and not passage.level
        and not part_word(passage.words)
        and is_heading_like(passage.words)
    )

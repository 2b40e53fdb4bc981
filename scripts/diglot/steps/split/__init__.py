"""Split a source into sections, blocks and sentences: text → lines → passages → sections.

Law: ``split(source, language).raw == source.text`` for any text that has a letter or a digit.
It holds by construction: a block reaches from where it begins to where the next one begins.

Where to look: ``list_markers`` (another marker), ``labels`` (questions, notes), ``tables``,
``hard_wraps`` (lines joined), ``headings``, ``heading_shape``, ``not_headings``, ``dates``,
``structure_words``, ``parts`` (another heading rule), ``titles``, ``sentences`` (also split at …),
``abbreviations``.
"""

from __future__ import annotations

from dataclasses import replace

from diglot.model.document import Block, Document, Kind
from diglot.source import Source
from diglot.steps.split.headings import with_headings
from diglot.steps.split.lines import has_text, lines_of
from diglot.steps.split.notes import with_footnotes
from diglot.steps.split.outline import outline_full, outline_json, outline_text
from diglot.steps.split.parts import with_articles_parted, with_names_joined
from diglot.steps.split.passages import Passage, passages
from diglot.steps.split.readings import readings
from diglot.steps.split.sections import blocks_of, sections_of, with_depths, with_levels
from diglot.steps.split.titles import named_title, title_index

__all__ = ["outline_full", "outline_json", "outline_text", "split"]


def split(source: Source, language: str) -> Document:
    """The document of this source; its blocks have no keys yet."""
    text, settings = source.text, source.settings
    read = readings(list(lines_of(text)), settings)
    found = [p for p in passages(read) if has_text(p.text) or p.kind is Kind.CELL]
    found = with_articles_parted(with_footnotes(found), settings)
    title = title_index(found, settings)
    found = [_kind_settled(p, i == title) for i, p in enumerate(found)]
    found = with_headings(found, title, settings)
    found = with_names_joined(found, settings)
    found = list(with_depths(with_levels(found, title)))
    blocks = blocks_of(found, text)
    body = [i for i in range(len(blocks)) if i != title]
    sections = sections_of([blocks[i] for i in body], [found[i].level for i in body], settings)
    return Document(
        id=settings.id,
        title=_not_in_text(settings.title or named_title(found, text))
        if title is None
        else blocks[title],
        language=language,
        path=source.path,
        sections=tuple(sections),
        lead=text[: blocks[0].start] if blocks else text,
    )


def _kind_settled(passage: Passage, is_title: bool) -> Passage:
    """Only one passage is the title; another line that says the same is text."""
    if is_title:
        return replace(passage, kind=Kind.TITLE)
    return replace(passage, kind=Kind.PARAGRAPH) if passage.kind is Kind.TITLE else passage


def _not_in_text(title: str) -> Block:
    return Block(Kind.TITLE, (title,), line=0)

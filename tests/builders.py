"""Documents and catalogues for tests, in one line each.

``document("First paragraph.", item("An item.", "1)"), heading("Next", "next"), quotation("…"))``
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from diglot.language import Language
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.document import Block, Document, Kind, Section
from diglot.model.key import DOCUMENT_TITLE, INTRODUCTION, new_block_key, title_key
from diglot.model.statement import Comment, state_that

ARABIC = Language("ar", "العربية")
ENGLISH = Language("en", "English")
BOTH = (ARABIC, ENGLISH)


def block(*sentences: str, kind: Kind = Kind.PARAGRAPH, marker: str = "", depth: int = 0) -> Block:
    """A block without a key; ``document`` gives it one."""
    return Block(kind, sentences, line=1, marker=marker, depth=depth)


def item(text: str, marker: str = "•", depth: int = 0) -> Block:
    """A list item of one sentence."""
    return block(text, kind=Kind.ITEM, marker=marker, depth=depth)


def quotation(*sentences: str) -> Block:
    """A quotation."""
    return block(*sentences, kind=Kind.QUOTATION)


def table(*rows: tuple[str, ...]) -> tuple[Block, ...]:
    """The cells of a table; an empty text is an empty cell."""
    return tuple(
        Block(Kind.CELL, (text,) if text else (), line=1, row=row, column=column)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )


def heading(text: str, section_id: str) -> Section:
    """The beginning of a section; ``document`` puts what follows it into the section."""
    return Section(section_id, Block(Kind.HEADING, (text,), 1, key=title_key(section_id)), 1, ())


def document(
    *parts: str | Block | Section | tuple[Block, ...],
    title: str = "وثيقة",
    name: str = "paper",
    language: str = "ar",
) -> Document:
    """A document with keys; a text is a paragraph of one sentence, a tuple is a table."""
    sections = [Section(INTRODUCTION, None, 1, ())]
    taken: set[str] = set()
    for part in parts:
        if isinstance(part, Section):
            sections.append(part)
            continue
        found = (
            part if isinstance(part, tuple) else (block(part) if isinstance(part, str) else part,)
        )
        here = sections[-1]
        keyed = tuple(_keyed(each, here.id, taken) for each in found)
        sections[-1] = replace(here, blocks=here.blocks + keyed)
    own = Block(Kind.TITLE, (title,), line=0, key=DOCUMENT_TITLE)
    kept = tuple(section for section in sections if section.heading or section.blocks)
    return Document(name, own, language, Path("seeds") / f"{name}.txt", kept)


def catalogue(
    of: Document, translations: Mapping[str, str | Segment], language: str = "en"
) -> Catalogue:
    """A catalogue of a document: translations by source sentence; the others are untranslated.

    A text is a draft of engine ``argos``; for another state give a segment (``reviewed`` …), whose
    key is set here.
    """
    segments = [
        _segment(each, text, translations.get(text, ""))
        for each in of.blocks()
        if each.key
        for text in each.segments
    ]
    return Catalogue(of.id, language, tuple(segments))


def draft(source: str, target: str, engine: str = "argos") -> Segment:
    """A draft that nobody has touched."""
    return _said(source, target, state_that("draft", source, target, engine=engine))


def edited(source: str, target: str) -> Segment:
    """A text from a person's hand that nobody has confirmed."""
    return _said(source, target)


def reviewed(source: str, target: str, on: str = "2026-11-24") -> Segment:
    """A confirmed text."""
    return _said(source, target, state_that("reviewed", source, target, by="A. Reviewer", on=on))


def stale(source: str, target: str, on: str = "2026-11-25", was: str = "x") -> Segment:
    """A text whose source has changed since."""
    return _said(source, target, state_that("stale", source, target, on=on, was=was))


def meant_empty(source: str) -> Segment:
    """A sentence that is meant to have no translation."""
    return _said(source, "", state_that("empty", source, ""))


def _said(source: str, target: str, *comments: Comment) -> Segment:
    return Segment("", source, target, comments)


def _segment(owner: Block, source: str, given: str | Segment) -> Segment:
    key = owner.key or ""
    if isinstance(given, Segment):
        return replace(given, key=key)
    return replace(draft(source, given) if given else edited(source, ""), key=key)


def _keyed(each: Block, section_id: str, taken: set[str]) -> Block:
    if not each.sentences:
        return each
    key = new_block_key(section_id, each.text, taken)
    taken.add(key.partition("/")[2])
    return replace(each, key=key)

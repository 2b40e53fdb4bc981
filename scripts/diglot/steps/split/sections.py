"""Passages put into sections: blocks with sentences, levels, and an id for each section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from diglot.model.document import Block, Kind, Section
from diglot.model.key import INTRODUCTION, RESERVED_SECTION_IDS, slug
from diglot.source import Settings
from diglot.steps.split.heading_shape import ends_with_colon
from diglot.steps.split.lines import collapse, has_text
from diglot.steps.split.nesting import Between, Stack, nested
from diglot.steps.split.passages import Passage
from diglot.steps.split.sentences import split_sentences
from diglot.steps.split.structure_words import count_of, part_word

_WHOLE = frozenset({Kind.TITLE, Kind.HEADING})
"""Kinds that are never parted into sentences."""


def with_depths(found: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, each item with its depth."""
    stack: Stack = ()
    previous: Passage | None = None
    for passage in found:
        if passage.kind is Kind.ITEM and passage.marker:
            between = _between(previous, passage)
            stack = nested(stack, passage.marker, passage.line.indent, between)
            yield replace(passage, depth=len(stack) - 1)
        else:
            stack = () if passage.kind is Kind.HEADING else stack
            yield passage
        previous = passage


def _between(previous: Passage | None, passage: Passage) -> Between:
    if previous is None or previous.kind is not Kind.ITEM:
        return Between.TEXT
    leads = ends_with_colon(previous.words)
    return Between.GAP if passage.gap and not leads else Between.NOTHING


def with_levels(found: Sequence[Passage], title: int | None) -> list[Passage]:
    """The passages, each heading with its level, counted from 1."""
    marked = {p.level for i, p in enumerate(found) if p.kind is Kind.HEADING and i != title}
    ranks = {level: rank for rank, level in enumerate(sorted(marked - {0}), start=1)}
    schemes: list[str] = []
    leveled = []
    for passage in found:
        if passage.kind is Kind.HEADING:
            level = ranks.get(passage.level) or _level_by_scheme(passage, schemes)
            passage = replace(passage, level=level)
        leveled.append(passage)
    return leveled


def _level_by_scheme(passage: Passage, schemes: list[str]) -> int:
    """Parts and numberings nest in the order in which they first appear; others are outermost."""
    inner = 0
    words = collapse(passage.text.split("\n")[0])  # a chapter's name may stand on the next line
    scheme = part_word(words) or count_of(words)[0]
    if not scheme and passage.marker:
        inner = passage.marker.prefix.count(".") + passage.marker.prefix.count("-")
        inner += bool(passage.marker.prefix)
        scheme = "#." if inner else passage.marker.style
    if not scheme:
        return 1
    if scheme not in schemes:
        schemes.append(scheme)
    return schemes.index(scheme) + 1 + inner


def blocks_of(found: Sequence[Passage], text: str) -> list[Block]:
    """A block for each passage; ``raw`` reaches to where the next one begins."""
    bounds = [*(passage.start for passage in found), len(text)]
    return [
        _block(passage, text[start:end])
        for passage, (start, end) in zip(found, pairwise(bounds), strict=True)
    ]


def sections_of(
    blocks: Sequence[Block], levels: Sequence[int], settings: Settings
) -> list[Section]:
    """The blocks by section; those before the first heading are the introduction."""
    chosen = {collapse(heading): name for heading, name in settings.sections.items()}
    taken = {INTRODUCTION, *RESERVED_SECTION_IDS}
    reserved = set(chosen.values())
    sections: list[Section] = []
    starts = [i for i, block in enumerate(blocks) if block.kind is Kind.HEADING]
    bounds = [*starts, len(blocks)]
    if bounds[0] > 0:
        sections.append(Section(INTRODUCTION, None, 1, tuple(blocks[: bounds[0]])))
    for start, end in pairwise(bounds):
        heading = blocks[start]
        wanted = _chosen_id(heading, chosen)
        name = _unique(wanted or slug(heading.text), taken if wanted else taken | reserved)
        taken.add(name)
        sections.append(Section(name, heading, levels[start], tuple(blocks[start + 1 : end])))
    return sections


def _chosen_id(heading: Block, chosen: dict[str, str]) -> str:
    for words in (heading.text, f"{heading.marker} {heading.text}", collapse(heading.raw)):
        if collapse(words) in chosen:
            return chosen[collapse(words)]
    return ""


def _unique(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


def _block(passage: Passage, raw: str) -> Block:
    whole = passage.kind in _WHOLE
    sentences = (passage.words,) if whole else split_sentences(passage.text)
    shown = has_text(passage.text)
    return Block(
        kind=passage.kind,
        sentences=sentences if shown else (),
        line=passage.line.number,
        raw=raw,
        start=passage.start,
        # A sign without letters («✓», «–») is not translated, and still shown.
        marker=collapse(passage.label) if shown else passage.words,
        depth=passage.depth,
        row=passage.row,
        column=passage.column,
        align=passage.align,
    )

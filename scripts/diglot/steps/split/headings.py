"""Which passages are headings, where nothing in the text marks them as such.

A heading is a short line that something follows. To add a rule, add it to ``_RULES``; what a
heading looks like stands in ``heading_shape``, what only looks like one in ``not_headings``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diglot.model.document import Kind
from diglot.source import Settings
from diglot.steps.split.heading_shape import ends_with_colon, is_heading_like, is_question_like
from diglot.steps.split.lines import collapse
from diglot.steps.split.not_headings import is_metadata
from diglot.steps.split.numbering import follows
from diglot.steps.split.passages import Passage
from diglot.steps.split.structure_words import count_of, part_word

_LONGEST_RUN = 2
_MOST_WORDS_OF_PART = 22
_FINAL = (".", "\u061b", "\u060c", ";", ",")


@dataclass(frozen=True, slots=True)
class _Page:
    """All passages, and what the rules ask about them."""

    passages: Sequence[Passage]
    like: Sequence[bool]
    """Whether the passage, by itself, could be a heading without a number."""
    runs: Sequence[int]
    """How many such passages stand together here; 0 for a line in a group of them."""
    is_spaced: bool
    """Whether blank lines stand between paragraphs, so that adjacency means something."""

    def at(self, index: int) -> Passage | None:
        return self.passages[index] if 0 <= index < len(self.passages) else None


def with_headings(found: Sequence[Passage], title: int | None, settings: Settings) -> list[Passage]:
    """The passages, those that are headings made so; ``title`` is the title's index."""
    # Where headings are marked, a short line without a mark is text.
    marked = any(p.kind is Kind.HEADING and p.level for i, p in enumerate(found) if i != title)
    if marked:
        return list(found)
    forbidden = {collapse(text) for text in settings.not_headings}
    page = _page(found, title, forbidden)
    numbered = _numbered(page)
    return [
        replace(passage, kind=Kind.HEADING)
        if index != title
        and passage.words not in forbidden
        and (index in numbered or any(rule(page, index) for rule in _RULES))
        else passage
        for index, passage in enumerate(found)
    ]


def _page(found: Sequence[Passage], title: int | None, forbidden: set[str]) -> _Page:
    like = [
        index != title and _is_line(p) and p.words not in forbidden and is_heading_like(p.words)
        for index, p in enumerate(found)
    ]
    is_spaced = _is_spaced(found, like)
    alone = [
        like[index] and not part_word(p.words) and (not is_spaced or _is_alone(found, like, index))
        for index, p in enumerate(found)
    ]
    runs = [0] * len(alone)
    start = 0
    for index in range(len(alone) + 1):
        if index == len(alone) or not alone[index]:
            runs[start:index] = [index - start] * (index - start)
            start = index + 1
    return _Page(found, like, runs, is_spaced)


def _is_alone(found: Sequence[Passage], like: Sequence[bool], index: int) -> bool:
    """Not in a group of such lines, as the lines of an address are."""
    after = index + 1
    in_group = after < len(found) and like[after] and not found[after].gap
    return (index == 0 or found[index].gap) and not in_group


def _is_line(passage: Passage) -> bool:
    return passage.kind is Kind.PARAGRAPH and passage.lines == 1


def _is_spaced(found: Sequence[Passage], like: Sequence[bool]) -> bool:
    gaps = [
        found[index + 1].gap
        for index in range(len(found) - 1)
        if found[index].kind is Kind.PARAGRAPH
        and not like[index]
        and not is_metadata(found[index].words)
        and found[index + 1].kind is Kind.PARAGRAPH
    ]
    if not gaps:
        return any(passage.gap for passage in found[1:])
    return sum(gaps) * 2 >= len(gaps)


def _names_part(page: _Page, index: int) -> bool:
    """«المادة 5», «الباب الأول: أحكام عامة»; not in a list of parts."""
    passage, following = page.passages[index], page.at(index + 1)
    word = part_word(passage.words) if _is_line(passage) else ""
    if not word or following is None or passage.words.endswith(_FINAL):
        return False
    listed = part_word(following.words) == word and following.kind is Kind.PARAGRAPH
    return len(passage.words.split()) <= _MOST_WORDS_OF_PART and not listed


def _stands_before_text(page: _Page, index: int) -> bool:
    """A short line by itself, then running text."""
    if not 0 < page.runs[index] <= _LONGEST_RUN or not _begins(page, index):
        return False
    if _counts_with_neighbour(page, index):
        return False
    if _is_body(page, index + 1):
        return True
    following = page.at(index + 1)
    in_two = page.is_spaced and following is not None and following.gap and page.like[index + 1]
    return in_two and _is_body(page, index + 2)


def _announces(page: _Page, index: int) -> bool:
    """«الحضور:», whatever follows."""
    is_label = page.like[index] and ends_with_colon(page.passages[index].words)
    return is_label and _begins(page, index) and page.at(index + 1) is not None


_RULES = (_names_part, _announces, _stands_before_text)


def _begins(page: _Page, index: int) -> bool:
    """Whether a new thought may begin here: not after a colon, nor inside a group of lines."""
    passage, previous = page.passages[index], page.at(index - 1)
    if previous is None or passage.gap:
        return True
    if ends_with_colon(previous.words):
        return False
    return not page.is_spaced or previous.kind is Kind.HEADING


def _is_body(page: _Page, index: int) -> bool:
    passage = page.at(index)
    if passage is None:
        return False
    if passage.kind is not Kind.PARAGRAPH:
        return passage.kind not in (Kind.HEADING, Kind.TITLE)
    return not page.like[index] and not is_metadata(passage.words)


def _counts_with_neighbour(page: _Page, index: int) -> bool:
    """«أولاً: …» right before or after «ثانياً: …» is a line of a list."""
    scheme, count = count_of(page.passages[index].words)
    around = [count_of(p.words) for p in (page.at(index - 1), page.at(index + 1)) if p is not None]
    return bool(scheme) and any((scheme, count + step) in around for step in (-1, 1))


def _numbered(page: _Page) -> set[int]:
    """Items that are headings: short, and followed by text rather than by the next item."""
    found = page.passages
    may = [index for index in range(len(page.passages)) if _may_be_numbered(page, index)]
    strict = {i for i in may if _text_follows(page, i) and is_heading_like(found[i].words)}
    styles = {_style(page.passages[index]) for index in strict}
    return {index for index in may if index in strict or _style(page.passages[index]) in styles}


def _may_be_numbered(page: _Page, index: int) -> bool:
    passage = page.passages[index]
    marker = passage.marker
    if passage.kind is not Kind.ITEM or marker is None or marker.is_bullet or passage.lines > 1:
        return False
    like = is_heading_like(passage.words) or is_question_like(passage.words)
    if not marker.has_sibling or not like or page.at(index + 1) is None:
        return False
    return not _are_siblings(page, index - 1, index) and not _are_siblings(page, index, index + 1)


def _text_follows(page: _Page, index: int) -> bool:
    following = page.at(index + 1)
    return following is not None and following.kind in (
        Kind.PARAGRAPH,
        Kind.CELL,
        Kind.QUOTATION,
    )


def _are_siblings(page: _Page, index: int, other: int) -> bool:
    one, two = page.at(index), page.at(other)
    if one is None or two is None or one.marker is None or two.marker is None:
        return False
    return one.marker.style == two.marker.style and follows(one.marker.values, two.marker.values)


def _style(passage: Passage) -> str:
    return passage.marker.style if passage.marker else ""

"""The passages of a page, from its HTML: what search finds, and where its links lead.

In: what MkDocs made of the Markdown of a page. Out: passages. So hand-written pages are found like
those of documents, and pages that nobody had to render again like new ones.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A block of a page; the same ``anchor`` in another language is its translation."""

    anchor: str
    """Where a link to it leads; empty: to the page."""
    text: str
    """As it is shown."""
    own: str
    """As much of it as is in the language of the page: a passage may wait for its translation."""
    is_aligned: bool
    """Whether the anchor is its own, and not that of the heading above it."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page in one language; ``path`` is the same in every language."""

    path: str
    language: str
    url: str
    """From the root of the site."""
    title: str
    document: str
    """The title of what it is a part of; may be empty."""
    passages: tuple[FoundPassage, ...]
    is_last: bool = False
    """Whether it comes after all others, however often it has a word: a list of words."""


def passages(html: str, language: str) -> tuple[FoundPassage, ...]:
    """The passages of a page in their order; marks, banners and lists of contents are none.

    ``html`` is what MkDocs writes; what in it is not closed ends with the element around it.
    """
    found: dict[tuple[str, int], _Block] = {}
    for block in _blocks(html.partition(_OVERVIEW_ENDS)[0], language):
        # Two paragraphs of a list item are one passage; below a heading each block is its own.
        key = (block.anchor, 0 if block.is_own else len(found) + 1)
        if (first := found.setdefault(key, block)) is not block:
            first.text += [*_BREAK, *block.text]
            first.own += [*_BREAK, *block.own]
    made = (each.passage() for each in found.values())
    return tuple(passage for passage in made if passage.text)


_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)"
    r"(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>",
    re.DOTALL,
)
_ID = re.compile(r"\sid=[\"']?([^\"'\s>]+)")
_LANGUAGE = re.compile(r"\slang=[\"']?([^\"'\s>]+)")
_LEFT_OUT = re.compile(
    r"\sdata-search-exclude|\sclass=[\"'][^\"']*\b(?:headerlink|dg-banner|dg-section|dg-progress)\b"
)
_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li td th dt dd blockquote pre figcaption caption summary div section "
    "details".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SILENT = frozenset("script style template svg math".split())
_OVERVIEW_ENDS = '<h2 id="sections"'
"""What comes after it on the overview of a document says again what other pages say."""
_BREAK = (" ",)


@dataclass(slots=True)
class _Block:
    anchor: str
    is_own: bool
    text: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    def passage(self) -> FoundPassage:
        return FoundPassage(self.anchor, _clean(self.text), _clean(self.own), self.is_own)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is not closed yet, and what holds inside it."""

    tag: str
    block: _Block
    language: str
    is_silent: bool


def _blocks(html: str, language: str) -> Iterator[_Block]:
    """Each block with the text that stands in it and in no block inside it."""
    outside = _Block("", is_own=False)
    heading = ""
    stack = [_Open("", outside, language, is_silent=False)]
    blocks = [outside]
    end = 0
    for token in _TOKEN.finditer(html):
        _take(html[end : token.start()], stack[-1], language)
        end = token.end()
        tag = (token["tag"] or "").lower()
        if not tag or tag in _VOID:
            _take(" " if tag else "", stack[-1], language)
        elif token["close"]:
            _close(tag, stack)
        else:
            attributes = token["attributes"]
            opened = _opened(tag, attributes, stack[-1], heading)
            if opened.block is not stack[-1].block:
                _take(" ", stack[-1], language)
                blocks.append(opened.block)
                if tag in _HEADINGS and opened.block.is_own:
                    heading = opened.block.anchor
            if not attributes.endswith("/"):
                stack.append(opened)
    _take(html[end:], stack[-1], language)
    yield from blocks


def _opened(tag: str, attributes: str, around: _Open, heading: str) -> _Open:
    block = around.block
    if tag in _BLOCKS:
        named = _ID.search(attributes)
        inherited = block.is_own and tag not in _HEADINGS
        anchor = named[1] if named else block.anchor if inherited else heading
        block = _Block(anchor, is_own=bool(named) or inherited)
    spoken = _LANGUAGE.search(attributes)
    silent = around.is_silent or tag in _SILENT or _LEFT_OUT.search(attributes) is not None
    return _Open(tag, block, spoken[1] if spoken else around.language, silent)


def _close(tag: str, stack: list[_Open]) -> None:
    """Close an element and what was left open in it; a tag that closes nothing is nothing."""
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].tag == tag:
            del stack[depth:]
            return


def _take(text: str, around: _Open, language: str) -> None:
    if text and not around.is_silent:
        around.block.text.append(text)
        if around.language == language:
            around.block.own.append(text)


def _clean(pieces: list[str]) -> str:
    return " ".join(entities.unescape("".join(pieces)).split())

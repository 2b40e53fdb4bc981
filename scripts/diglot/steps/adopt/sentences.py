"""The sentences on a generated page: where they stand, and which of them somebody has typed anew.

In: the text of a page. Out: its sentences by anchor and number, as readers see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diglot.markup import stamp
from diglot.markup.sentence_span import SPAN, folded, plain, visible, without_markup

ATTRIBUTES = re.compile(r"\{ (?:#|id=)(?P<anchor>[^\s}]+) \.dg \.(?P<state>[a-z]+)[^}\n]*\}")
"""The attribute list of a block: it follows the sentences that it is for."""

Place = tuple[str, int]
"""The anchor of a block, and the number of a sentence in it."""

_TOKEN = re.compile(f"{SPAN.pattern}|{ATTRIBUTES.pattern}", re.DOTALL)
_QUOTED_LINE = re.compile(r"\n[ \t]*>[ \t]?")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MARKUP = re.compile(r"\*\*|__|`|!?\[[^\]]*\]\(|</?[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Typed:
    """A sentence that is not as it was when the page was written."""

    place: Place
    text: str
    """On one line."""
    line: int
    before: str
    """The hash of what was seen when the page was written."""
    was: str
    """The state that the page gave to the block."""
    has_markup: bool
    """Whether the text holds signs that Markdown or HTML would take for their own."""
    has_break: bool
    """Whether there is a blank line in it, which makes two paragraphs of it."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    place: Place
    content: str
    start: int
    state: str


def typed_sentences(page: str) -> tuple[Typed, ...]:
    """Those that differ from what the stamp says of them; the frame of the page must be whole."""
    text = stamp.normal(page)
    said = stamp.stamp_of(page)
    hashes = said.texts if said else ()
    return tuple(
        Typed(
            sentence.place,
            folded(plain(sentence.content)),
            1 + text.count("\n", 0, sentence.start),
            before,
            sentence.state,
            _MARKUP.search(without_markup(sentence.content)) is not None,
            _BLANK_LINE.search(sentence.content) is not None,
        )
        for sentence, before in zip(_sentences(text), hashes, strict=True)
        if stamp.text_hash(sentence.content) != before
    )


def plain_texts(page: str) -> dict[Place, str]:
    """Every sentence of a page as readers see it."""
    return {s.place: visible(plain(s.content)) for s in _sentences(stamp.normal(page))}


def _sentences(text: str) -> Iterator[_Sentence]:
    waiting: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if token["begin"] is not None:
            waiting.append(token)
            continue
        for span in waiting:
            yield _Sentence(
                (token["anchor"], int(span["number"])),
                _unwrapped(span, text),
                span.start(),
                token["state"],
            )
        waiting.clear()


def _unwrapped(span: re.Match[str], text: str) -> str:
    """The content; an editor that wraps the lines of a quotation begins each with ``>``."""
    line = text[text.rfind("\n", 0, span.start()) + 1 : span.start()]
    content = span["content"]
    return _QUOTED_LINE.sub("\n", content) if line.lstrip().startswith(">") else content

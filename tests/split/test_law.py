"""Nothing of a source is lost, whatever it holds."""

from __future__ import annotations

from pathlib import Path

from hypothesis import assume, example, given
from hypothesis import strategies as st

from diglot.model.document import Document, Kind
from diglot.model.key import INTRODUCTION, RESERVED_SECTION_IDS
from diglot.source import Settings, Source
from diglot.steps.split import outline_full, outline_json, outline_text, split
from diglot.steps.split.sentences import split_sentences

ENDS = ["\n", "\r\n", "\r", "\n\n", "\n\n\n", "\u2028", "\u0085", "\f"]
PIECES = [
    "المادة 5",
    "الأهداف:",
    "أولاً: الخلفية",
    "1) تأمين",
    "(أ) بند",
    "16-1 هدف",
    "16-أ هدف",
    "• نقطة",
    "- ",
    "1.",
    "# عنوان",
    "### x ###",
    "====",
    "---",
    "| أ | ب |",
    "|---|",
    "a | b",
    "|",
    "> قول",
    "س: لماذا؟",
    "ج: لأن.",
    "ملاحظة: كذا",
    "[1] حاشية",
    "نص طويل ينتهي بنقطة.",
    "«قال…»",
    "    ",
    "\t",
    "\ufeff",
    "\u200f",
    '"',
    "(",
    "index",
    "٣.٥",
]

any_text = st.text(st.characters(exclude_categories=["Cs"]))
made_text = st.lists(st.sampled_from(PIECES + ENDS + [" ", "\n", "كلمة"])).map("".join)
sources = st.one_of(any_text, made_text, st.text(st.sampled_from('أبa1.)-|#>•*= \n\r\t"«»؟…')))


def document_of(text: str, settings: Settings | None = None) -> Document:
    """The text, split."""
    return split(Source(Path("a.txt"), text, settings or Settings(id="a")), "ar")


@given(sources)
@example("\ufeff\r\n1)\r\n")
@example("|a")
@example("a|")
@example("| |\n|1|\n")
@example("#\n1")
def test_the_pieces_put_together_are_the_source(text: str) -> None:
    """For every text that has a letter or a digit, whatever stands around it."""
    assume(any(character.isalnum() for character in text))
    document = document_of(text)

    assert document.raw == text


@given(sources)
def test_no_sentence_is_empty_and_no_block_is_without_text(text: str) -> None:
    """Only a cell of a table may be empty, so that columns stay aligned."""
    assume(any(character.isalnum() for character in text))
    document = document_of(text)

    for block in document.blocks():
        assert all(sentence.strip() == sentence != "" for sentence in block.sentences)
        assert block.sentences or block.kind is Kind.CELL
        assert block.key is None


@given(sources)
def test_blocks_stand_in_order_and_begin_on_their_line(text: str) -> None:
    """``start`` and ``line`` say the same, and only grow."""
    assume(any(character.isalnum() for character in text))
    blocks = [block for block in document_of(text).blocks() if block.line]
    normal = text.replace("\r\n", "\n ").replace("\r", "\n")

    in_place = sorted(blocks, key=lambda block: (block.start, block.line))
    assert [block for block in in_place if block.kind is not Kind.TITLE] == [
        block for block in blocks if block.kind is not Kind.TITLE
    ]
    for block in blocks:
        assert normal.count("\n", 0, block.start) + 1 == block.line


@given(sources, st.lists(st.sampled_from(["كلمة", "index", "x", "1) تأمين", "# عنوان"])))
def test_section_ids_are_unique_and_not_reserved(text: str, headings: list[str]) -> None:
    """Only the text before the first heading is the introduction."""
    assume(any(character.isalnum() for character in text))
    document = document_of(text, Settings(id="a", headings=tuple(headings)))
    ids = [section.id for section in document.sections]

    assert document.raw == text
    assert len(set(ids)) == len(ids)
    assert not set(ids) & RESERVED_SECTION_IDS
    assert all((s.id == INTRODUCTION) is (s.heading is None) for s in document.sections)
    assert document.title.text


@given(sources)
def test_sentences_hold_the_whole_text(text: str) -> None:
    """Joined without white space they are the text without white space."""
    whole = "".join(split_sentences(text))

    assert _without_space(whole) == _without_space(text)


@given(sources)
def test_outlines_can_always_be_shown(text: str) -> None:
    """Whatever was found."""
    assume(any(character.isalnum() for character in text))
    document = document_of(text)

    assert outline_text(document)
    assert outline_full(document)
    assert outline_json(document)["id"] == "a"


def _without_space(text: str) -> str:
    import unicodedata

    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cc")

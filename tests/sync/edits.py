"""Papers of words, and what people do to them, for the laws of sync."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from tests.sync.papers import Paper

WORDS = (
    "أعلنت الوزارة أن عدد المدارس التي أعيد فتحها في محافظة الأنبار بلغ مدرسة طفل إلى وقد قال "
    "الوزير إن المشروع سوف ينتهي قريباً"
).split()
NUMBERS = ["5", "62", "1,500", "19", "2017"]
HEADINGS = ["التمويل والدعم", "الدعاية", "أمن الحدود", "خاتمة"]

word = st.sampled_from([*WORDS, *WORDS, *NUMBERS])
sentence = st.lists(word, min_size=2, max_size=9).map(" ".join)
block = st.lists(sentence, min_size=1, max_size=4)
Blocks = list[list[str]]
Sections = list[tuple[str, Blocks]]


@st.composite
def papers_of_words(draw: st.DrawFn) -> Paper:
    """A paper of two to four sections with different headings."""
    return _as_paper(draw(_sections()))


@st.composite
def edited_papers(draw: st.DrawFn) -> tuple[Paper, Paper]:
    """A paper, and what it became by one to six edits."""
    sections = draw(_sections())
    edited = [(heading, [list(block) for block in blocks]) for heading, blocks in sections]
    for _ in range(draw(st.integers(1, 6))):
        draw(st.sampled_from(EDITS))(draw, edited)
        edited = [(h, [b for b in blocks if b]) for h, blocks in edited]
    return _as_paper(sections), _as_paper(edited)


@st.composite
def _sections(draw: st.DrawFn) -> Sections:
    headings = ["", *draw(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=3, unique=True))]
    return [(heading, draw(st.lists(block, min_size=1, max_size=4))) for heading in headings]


def _as_paper(sections: Sections) -> Paper:
    return [(heading, [". ".join(block) for block in blocks]) for heading, blocks in sections]


def _blocks(draw: st.DrawFn, sections: Sections) -> Blocks:
    return draw(st.sampled_from([blocks for _, blocks in sections]))


def _place(draw: st.DrawFn, items: list[object] | Blocks | list[str]) -> int:
    return draw(st.integers(0, len(items) - 1))


def _on_a_block(edit: Callable[[st.DrawFn, list[str]], None]) -> Callable[..., None]:
    def edited(draw: st.DrawFn, sections: Sections) -> None:
        blocks = _blocks(draw, sections)
        if blocks:
            edit(draw, blocks[_place(draw, blocks)])

    return edited


def _change_a_word(draw: st.DrawFn, sentences: list[str]) -> None:
    at = _place(draw, sentences)
    words = sentences[at].split()
    words[draw(st.integers(0, len(words) - 1))] = draw(word)
    sentences[at] = " ".join(words)


def _add_a_vowel(draw: st.DrawFn, sentences: list[str]) -> None:
    at = _place(draw, sentences)
    cut = draw(st.integers(1, len(sentences[at])))
    sentences[at] = (
        sentences[at][:cut] + draw(st.sampled_from("\u064e\u0650")) + sentences[at][cut:]
    )


def _write_it_anew(draw: st.DrawFn, sentences: list[str]) -> None:
    sentences[_place(draw, sentences)] = draw(sentence)


def _add_a_sentence(draw: st.DrawFn, sentences: list[str]) -> None:
    sentences.insert(draw(st.integers(0, len(sentences))), draw(sentence))


def _remove_a_sentence(draw: st.DrawFn, sentences: list[str]) -> None:
    sentences.pop(_place(draw, sentences))


def _cut_a_sentence(draw: st.DrawFn, sentences: list[str]) -> None:
    at = _place(draw, sentences)
    words = sentences[at].split()
    if len(words) > 1:
        cut = draw(st.integers(1, len(words) - 1))
        sentences[at : at + 1] = [" ".join(words[:cut]), " ".join(words[cut:])]


def _join_sentences(draw: st.DrawFn, sentences: list[str]) -> None:
    at = _place(draw, sentences)
    sentences[at : at + 2] = [" و".join(sentences[at : at + 2])]


def _move_a_block(draw: st.DrawFn, sections: Sections) -> None:
    blocks, elsewhere = _blocks(draw, sections), _blocks(draw, sections)
    if blocks:
        moved = blocks.pop(_place(draw, blocks))
        elsewhere.insert(draw(st.integers(0, len(elsewhere))), moved)


def _add_a_block(draw: st.DrawFn, sections: Sections) -> None:
    blocks = _blocks(draw, sections)
    blocks.insert(draw(st.integers(0, len(blocks))), draw(block))


def _remove_a_block(draw: st.DrawFn, sections: Sections) -> None:
    blocks = _blocks(draw, sections)
    if blocks:
        blocks.pop(_place(draw, blocks))


def _cut_a_block(draw: st.DrawFn, sections: Sections) -> None:
    blocks = _blocks(draw, sections)
    if blocks:
        at = _place(draw, blocks)
        cut = draw(st.integers(0, len(blocks[at])))
        blocks[at : at + 1] = [blocks[at][:cut], blocks[at][cut:]]


def _join_blocks(draw: st.DrawFn, sections: Sections) -> None:
    blocks = _blocks(draw, sections)
    if len(blocks) > 1:
        at = draw(st.integers(0, len(blocks) - 2))
        blocks[at : at + 2] = [blocks[at] + blocks[at + 1]]


def _rename_a_section(draw: st.DrawFn, sections: Sections) -> None:
    at = draw(st.integers(1, len(sections) - 1))
    sections[at] = (draw(st.sampled_from(HEADINGS)), sections[at][1])


EDITS: tuple[Callable[[st.DrawFn, Sections], None], ...] = (
    *(
        _on_a_block(edit)
        for edit in (
            _change_a_word,
            _add_a_vowel,
            _write_it_anew,
            _add_a_sentence,
            _remove_a_sentence,
            _cut_a_sentence,
            _join_sentences,
        )
    ),
    _move_a_block,
    _add_a_block,
    _remove_a_block,
    _cut_a_block,
    _join_blocks,
    _rename_a_section,
)

"""The text behind the glyphs of a PDF: what is copied out of it, and read out of it, is the text.

A font maps glyphs to text once for all; an Arabic one draws «ن» as a bowl and a dot, and the bowl
is that of other letters, too. So each glyph that does not stand for just one letter everywhere is
given its letter in place (``ActualText``, one character each, since readers do not agree on the
order of several); a dot, or what else only completes a letter, is given none.

Where a line mixes directions, readers have to guess the order. Poppler (``pdftotext``) counts the
neutral characters at the end of a run to the wrong side. So the ends of a run against the direction
of its block carry a mark of direction (RLM, LRM), without ink.

In: WeasyPrint's drawing of a line of text; it has no hook for this. Out: its operators, annotated.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from diglot.steps.take_away.operators import Annotated, Glyph, count

BASE = "__base"
"""The property ``--base`` of a style, as WeasyPrint calls it: ``rtl`` or ``ltr``, of the block."""
_RLM, _LRM = "\u200f", "\u200e"


@contextmanager
def spelled() -> Iterator[None]:
    """While this lasts, WeasyPrint writes the text behind its glyphs."""
    from weasyprint.draw import text as drawing

    draw = drawing.draw_first_line

    def draw_spelled(stream: Any, textbox: Any, *more: Any) -> Any:
        glyphs = _glyphs(stream, textbox)
        begin = len(stream.stream)
        drawn = draw(stream, textbox, *more)
        # A line that WeasyPrint shortened, or draws in another way, is left as it is.
        if count(stream.stream[begin:]) == len(glyphs):
            stream.stream[begin:] = Annotated(glyphs).operators(stream.stream[begin:])
        return drawn

    drawing.draw_first_line = draw_spelled
    try:
        yield
    finally:
        drawing.draw_first_line = draw


def _glyphs(stream: Any, textbox: Any) -> list[Glyph]:
    """The glyphs of a line, each with what is to be read."""
    if not textbox.text.strip():
        return []
    text = textbox.pango_layout.text.encode()
    glyphs: list[Glyph] = []
    texts: dict[int, str] = {}
    for item, run in _runs(stream, textbox):
        if not run:
            continue  # controls, which have no glyph
        glyphs += run
        starts = sorted({glyph.cluster for glyph in run})
        ends = [*starts[1:], item.offset + item.length]
        texts |= {a: text[a:b].decode() for a, b in zip(starts, ends, strict=True)}
    _join_marks(texts)
    by_cluster: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        by_cluster.setdefault(glyph.cluster, []).append(glyph)
    for start, members in by_cluster.items():
        # The widest is the letter, the others are its dots.
        letter = max(members, key=lambda glyph: glyph.width)
        letter.text = _right_to_left(texts[start]) if letter.is_odd else texts[start]
        letter.font.to_unicode.setdefault(letter.id, texts[start][:1] or "\u200b")
    tokens = textbox.style[BASE]
    _mark_edges(glyphs, is_rtl=bool(tokens) and tokens[0].value == "rtl")
    return glyphs


def _runs(stream: Any, textbox: Any) -> Iterator[tuple[Any, list[Glyph]]]:
    from weasyprint.text.ffi import FROM_UNITS, ffi, pango

    # As WeasyPrint does before it draws: a separator of lines is a glyph then.
    pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
    line, _ = textbox.pango_layout.get_first_line()
    run = line.runs[0]
    while run != ffi.NULL:
        item, shown = run.data.item, run.data.glyphs
        font, size = stream.add_font(item.analysis.font)
        yield (
            item,
            [
                Glyph(
                    _in_file(info.glyph, font),
                    font,
                    item.offset + shown.log_clusters[i],
                    bool(item.analysis.level % 2),
                    info.geometry.width * FROM_UNITS / size,
                    bool(info.geometry.x_offset),
                )
                for i, info in enumerate(shown.glyphs[0 : shown.num_glyphs])
                if info.glyph != pango.PANGO_GLYPH_EMPTY
            ],
        )
        run = run.next


def _in_file(glyph: int, font: Any) -> int:
    """As WeasyPrint will call it: what no font has is one of those behind the last."""
    from weasyprint.text.ffi import pango

    if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
        unused: int = font.get_unused_glyph_id(glyph - pango.PANGO_GLYPH_UNKNOWN_FLAG)
        return unused
    return glyph


def _join_marks(texts: dict[int, str]) -> None:
    """A vowel sign has no width to be read at: it is read with its letter."""
    before = None
    for start in sorted(texts):
        if before is not None and all(unicodedata.category(each) == "Mn" for each in texts[start]):
            texts[before] += texts[start]
            texts[start] = ""
        else:
            before = start


def _right_to_left(text: str) -> str:
    """As it stands from left to right; Poppler takes a comma for a part of a number."""
    if text and unicodedata.bidirectional(text[0]) in {"CS", "ES", "ET"}:
        # At the right end of a line, a hyphen is for it one that splits a word, and left out.
        return _RLM + text[::-1] + _RLM * (text == "-")
    return text[::-1]


def _mark_edges(glyphs: list[Glyph], *, is_rtl: bool) -> None:
    """Mark the ends of each run against the direction of the block, if it has letters or digits."""
    at = 0
    while at < len(glyphs):
        end = at
        while end < len(glyphs) and glyphs[end].is_odd == glyphs[at].is_odd:
            end += 1
        run = [glyph for glyph in glyphs[at:end] if glyph.text]
        if run and not run[-1].is_odd and run[-1].text == "-":
            run[
                -1
            ].text += _LRM  # at the end of a line, Poppler takes it for one that splits a word
        if glyphs[at].is_odd != is_rtl and any(map(str.isalnum, (each.text for each in run))):
            last = run[-1].text
            behind = _RLM if is_rtl else ""
            run[-1].text += behind if is_rtl and last[-1:].isalnum() else _LRM + behind
            run[0].text = _RLM + run[0].text
        at = end

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

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

BASE = "__base"
"""The property ``--base`` of a style, as WeasyPrint calls it: ``rtl`` or ``ltr``, of the block."""
_RLM, _LRM = "\u200f", "\u200e"
_TOKEN = re.compile(r"<([0-9a-f]*)>|([-+0-9.eE]+)")
_APART = 0.105
"""In ems: what begins nearer to the character before it, Poppler takes for a text drawn twice."""
_OVERLAP = 0.09
"""In ems: how far a character may begin before the end of the one before it."""


@dataclass(slots=True)
class _Glyph:
    """A glyph in the order of drawing, from left to right."""

    id: int
    font: Any
    cluster: int
    """Where its text begins, in bytes."""
    is_odd: bool
    """Whether it stands in a run from right to left."""
    width: float
    """In ems."""
    has_offset: bool
    text: str = ""
    """What is read where it stands, from left to right."""

    @property
    def is_plain(self) -> bool:
        """Whether its font says what it is."""
        known: str | None = self.font.to_unicode.get(self.id)
        return known == self.text and known is not None


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
        if _count(stream.stream[begin:]) == len(glyphs):
            stream.stream[begin:] = _Annotated(glyphs).operators(stream.stream[begin:])
        return drawn

    drawing.draw_first_line = draw_spelled
    try:
        yield
    finally:
        drawing.draw_first_line = draw


def _glyphs(stream: Any, textbox: Any) -> list[_Glyph]:
    """The glyphs of a line, each with what is to be read."""
    if not textbox.text.strip():
        return []
    text = textbox.pango_layout.text.encode()
    glyphs: list[_Glyph] = []
    texts: dict[int, str] = {}
    for item, run in _runs(stream, textbox):
        glyphs += run
        starts = sorted({glyph.cluster for glyph in run})
        ends = [*starts[1:], item.offset + item.length]
        texts |= {a: text[a:b].decode() for a, b in zip(starts, ends, strict=True)}
    _join_marks(texts)
    by_cluster: dict[int, list[_Glyph]] = {}
    for glyph in glyphs:
        by_cluster.setdefault(glyph.cluster, []).append(glyph)
    for start, members in by_cluster.items():
        # The widest is the letter, the others are its dots.
        letter = max(members, key=lambda glyph: glyph.width)
        letter.text = _right_to_left(texts[start]) if letter.is_odd else texts[start]
        letter.font.to_unicode.setdefault(letter.id, texts[start][:1] or "\u200b")
    if glyphs and glyphs[-1].text == "-":
        glyphs[-1].text += _LRM  # at the end of a line, Poppler takes it for one that splits a word
    tokens = textbox.style[BASE]
    _mark_edges(glyphs, is_rtl=bool(tokens) and tokens[0].value == "rtl")
    return glyphs


def _runs(stream: Any, textbox: Any) -> Iterator[tuple[Any, list[_Glyph]]]:
    from weasyprint.text.ffi import FROM_UNITS, ffi, pango

    line, _ = textbox.pango_layout.get_first_line()
    run = line.runs[0]
    while run != ffi.NULL:
        item, shown = run.data.item, run.data.glyphs
        font, size = stream.add_font(item.analysis.font)
        yield (
            item,
            [
                _Glyph(
                    info.glyph,
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
        return _RLM + text[::-1]
    return text[::-1]


def _mark_edges(glyphs: list[_Glyph], *, is_rtl: bool) -> None:
    """Mark the ends of each run against the direction of the block, if it has letters or digits."""
    at = 0
    while at < len(glyphs):
        end = at
        while end < len(glyphs) and glyphs[end].is_odd == glyphs[at].is_odd:
            end += 1
        run = [glyph for glyph in glyphs[at:end] if glyph.text]
        if glyphs[at].is_odd != is_rtl and any(map(str.isalnum, (each.text for each in run))):
            last = run[-1].text
            behind = _RLM if is_rtl else ""
            run[-1].text += behind if is_rtl and last[-1:].isalnum() else _LRM + behind
            run[0].text = _RLM + run[0].text
        at = end


def _count(operators: list[Any]) -> int:
    shown = (each for each in operators if isinstance(each, bytes) and each.endswith(b"] TJ"))
    return sum(
        len(token[1] or "") // 4
        for each in shown
        for token in _TOKEN.finditer(each[1:-4].decode("ascii"))
    )


@dataclass(slots=True)
class _Annotated:
    """Operators written anew, with what is to be read at each glyph."""

    glyphs: list[_Glyph]
    written: list[Any] = field(default_factory=list)
    _shown: list[str] = field(default_factory=list)
    """Glyphs and distances that wait for their ``TJ``."""
    _held: list[bytes] = field(default_factory=list)
    """A rise that waits for its glyph: what has no ink stays on the line."""

    def operators(self, drawn: list[Any]) -> list[Any]:
        """The same ink, and the text behind it."""
        glyphs = iter(self.glyphs)
        for operator in drawn:
            if not isinstance(operator, bytes) or not operator.endswith((b"] TJ", b" Ts")):
                self._show()
                self.written.append(operator)
            elif operator.endswith(b" Ts"):
                self._show()
                self._held.append(operator)
            else:
                for hexadecimal, distance in _TOKEN.findall(operator[1:-4].decode("ascii")):
                    if distance:
                        self._shown.append(distance)
                    for at in range(0, len(hexadecimal), 4):
                        self._glyph(f"<{hexadecimal[at : at + 4]}>", next(glyphs))
                self._show()
        self._release()
        return self.written

    def _glyph(self, shown: str, glyph: _Glyph) -> None:
        if glyph.is_plain:
            self._shown.append(shown)
            return
        own = [self._shown.pop()] if glyph.has_offset and self._shown else []
        self._show()
        if len(glyph.text) > 1:
            self._spread(glyph)
        self._release()
        self._begin("" if len(glyph.text) > 1 else glyph.text)
        self._shown += [*own, shown]
        self._show()
        self.written.append(b"EMC")

    def _spread(self, glyph: _Glyph) -> None:
        """Several characters, side by side where the glyph will be, and back to its beginning.

        Behind a blank each, not an invisible glyph, where Poppler takes another word to begin.
        """
        number, blank, width = len(glyph.text), *_blank(glyph.font)
        early = min(_OVERLAP, max(0.0, number * _APART - glyph.width))
        step = (glyph.width + early) / number
        self.written.append(b"[%.0f] TJ %.3f Tz" % (1000 * early, 100 * step / width))
        for character in glyph.text:
            self._begin(character)
            self.written.append(b"[<%04x>] TJ EMC" % blank)
        self.written.append(b"100 Tz [%.0f] TJ" % (1000 * glyph.width))

    def _begin(self, text: str) -> None:
        name = b"FEFF" + text.encode("utf-16-be").hex().upper().encode("ascii") if text else b""
        self.written.append(b"/Span <</ActualText <" + name + b">>> BDC")

    def _show(self) -> None:
        if self._shown:
            self._release()
            self.written.append(b"[" + "".join(self._shown).encode("ascii") + b"] TJ")
            self._shown.clear()

    def _release(self) -> None:
        self.written += self._held
        self._held.clear()


def _blank(font: Any) -> tuple[int, float]:
    """The glyph of the space and its width in ems; the document keeps it in its font."""
    if not hasattr(font, "blank"):
        from fontTools.ttLib import TTFont

        file = TTFont(BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        name = file.getBestCmap()[ord(" ")]
        font.blank = file.getGlyphID(name), file["hmtx"][name][0] / font.upem
    glyph, width = font.blank
    font.to_unicode.setdefault(glyph, " ")
    font.widths.setdefault(glyph, round(1000 * width))
    found: tuple[int, float] = font.blank
    return found

"""Operators of a PDF that draw a line of text, with what is to be read at each glyph.

In: operators as WeasyPrint writes them, and the glyphs that they draw. Out: operators that draw the
same. One character for each ``ActualText``, as readers do not agree on the order of several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

_TOKEN = re.compile(r"<([0-9a-f]*)>|([-+0-9.eE]+)")
_APART = 0.105
"""In ems: what begins nearer to the character before it, Poppler takes for a text drawn twice."""
_OVERLAP = 0.09
"""In ems: how far a character may begin before the end of the one before it."""


@dataclass(slots=True)
class Glyph:
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


def count(operators: list[Any]) -> int:
    """How many glyphs they draw."""
    shown = (each for each in operators if isinstance(each, bytes) and each.endswith(b"] TJ"))
    return sum(
        len(token[1] or "") // 4
        for each in shown
        for token in _TOKEN.finditer(each[1:-4].decode("ascii"))
    )


@dataclass(slots=True)
class Annotated:
    """Operators written anew, with what is to be read at each glyph."""

    glyphs: list[Glyph]
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

    def _glyph(self, shown: str, glyph: Glyph) -> None:
        if glyph.is_plain:
            self._shown.append(shown)
            return
        own = [self._shown.pop()] if glyph.has_offset and self._shown else []
        self._show()
        blank = _blank(glyph.font) if len(glyph.text) > 1 else None
        if blank is not None:
            self._spread(glyph, *blank)
        self._release()
        self._begin("" if blank is not None else glyph.text)
        self._shown += [*own, shown]
        self._show()
        self.written.append(b"EMC")

    def _spread(self, glyph: Glyph, blank: int, width: float) -> None:
        """Several characters, side by side where the glyph will be, and back to its beginning.

        Behind a blank each, not an invisible glyph, where Poppler takes another word to begin.
        """
        number = len(glyph.text)
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


def _blank(font: Any) -> tuple[int, float] | None:
    """The glyph of the space and its width in ems, if there is one; the document then keeps it."""
    if not hasattr(font, "blank"):
        from fontTools.ttLib import TTFont

        file = TTFont(BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        name = (file.getBestCmap() or {}).get(ord(" "))
        width = file["hmtx"][name][0] / font.upem if name and not font.bitmap else 0
        font.blank = (file.getGlyphID(name), width) if width else None
    found: tuple[int, float] | None = font.blank
    if found is not None:
        font.to_unicode.setdefault(found[0], " ")
        font.widths.setdefault(found[0], round(1000 * found[1]))
    return found

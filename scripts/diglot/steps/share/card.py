"""Social cards: what a network shows where somebody shares a page.

In: a few texts. Out: a PNG of 1200 × 630, the same bytes for the same texts, libraries and fonts.
Pillow draws, and shapes Arabic through Raqm, which takes FriBidi from the system.

The fonts are those of the site, joined: Pillow takes all letters of a line from one font.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from diglot.language import direction

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630

Isolated = Callable[[str], str]
"""Gives a line in which runs of the other direction scramble nothing."""

_MARGIN, _BAR = 84, 20
_FONTS = Path(__file__).parent / "fonts"
_ROOM = WIDTH - 2 * _MARGIN
_SIZES = (76, 64, 54)
"""Pixels of the title's letters: the largest in which it has room."""
_LINES, _HIGHEST = 3, 300
"""The most that a title takes, in lines of the smallest size, and in pixels."""
_SMALL, _FOOT = 34, 32
_TOP, _BOTTOM = 118, 556
"""Base lines of what stands above the title, and below it."""
_INK, _PAPER, _ACCENT = (27, 30, 34), (252, 252, 250), (13, 74, 91)
_FULL, _FAINT, _EMPTY, _COLOURED = 0, 70, 254, 255
"""A pixel is a shade between ink and paper, or the accent."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card; what is empty is left out."""

    title: str
    above: str
    """The document that the page belongs to."""
    state: str
    """In words, how far it has been reviewed."""
    site: str
    language: str

    @property
    def words(self) -> str:
        """All of it, for those who do not see the picture."""
        return " · ".join(filter(None, (self.title, self.above, self.state, self.site)))


@cache
def missing() -> str:
    """What is not there to draw with, and what to do; empty where nothing is missing."""
    try:
        from PIL import features
    except ImportError:
        return "Pillow is not installed; pip install 'diglot[cards]'"
    if not features.check("raqm"):
        return "Pillow cannot shape Arabic without FriBidi; install it (Debian: libfribidi0)"
    return ""


@cache
def made_with() -> str:
    """What the bytes of a picture depend on beside its texts."""
    from PIL import __version__, features

    versions = [features.version(name) for name in ("freetype2", "harfbuzz", "raqm", "fribidi")]
    code = Path(__file__).read_text("utf-8")
    return repr((__version__, versions, code, [p.stat().st_size for p in sorted(_FONTS.iterdir())]))


def draw(card: Card, isolated: Isolated) -> bytes:
    """The picture."""
    from PIL import Image
    from PIL.ImageDraw import Draw

    card = _in_lines(card)
    image = Image.new("L", (WIDTH, HEIGHT), _EMPTY)
    pen = _Pen(Draw(image), card.language, isolated)
    left = 0 if pen.direction == "ltr" else WIDTH - _BAR
    pen.draw.rectangle((left, 0, left + _BAR - 1, HEIGHT), fill=_COLOURED)
    small, foot = _font("ui", _SMALL), _font("ui", _FOOT)
    if card.above:
        pen.start(pen.fitted(card.above, small, _ROOM), _TOP, small, _FAINT)
    _title(pen, card.title)
    pen.draw.line((_MARGIN, _BOTTOM - 58, WIDTH - _MARGIN, _BOTTOM - 58), fill=190, width=2)
    state = pen.fitted(card.state, foot, round(0.62 * _ROOM))
    pen.start(state, _BOTTOM, foot, _FULL)
    rest = _ROOM - round(pen.width(state, foot)) - (_FOOT if state else 0)
    pen.end(pen.fitted(card.site, foot, rest), _BOTTOM, foot, _COLOURED)
    return _png(image.tobytes())


def _in_lines(card: Card) -> Card:
    """Each text on one line: Raqm fails at a line end."""
    return Card(*(" ".join(getattr(card, each.name).split()) for each in fields(Card)))


def _title(pen: _Pen, text: str) -> None:
    is_arabic = pen.direction == "rtl"
    for size in _SIZES:
        font = _font("title-ar" if is_arabic else "title-la", size)
        pitch = round(size * (1.5 if is_arabic else 1.2))
        lines = pen.wrapped(text, font)
        if pitch * len(lines) <= _HIGHEST and all(pen.fits(line, font) for line in lines):
            break
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], " ".join(lines[_LINES - 1 :])]
    middle = (_TOP + 14 + _BOTTOM - 58) / 2
    base = round(middle - pitch * (len(lines) - 1) / 2 + 0.3 * size)
    for number, line in enumerate(lines):
        shown = pen.fitted(line, font, _ROOM)
        pen.start(shown, base + number * pitch, font, _FULL)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes lines of one language."""

    draw: ImageDraw
    language: str
    isolated: Isolated

    @property
    def direction(self) -> str:
        return direction(self.language)

    def start(self, text: str, base: int, font: FreeTypeFont, fill: int) -> None:
        """Write a line where lines of the language start."""
        self._write(text, base, font, fill, is_left=self.direction == "ltr")

    def end(self, text: str, base: int, font: FreeTypeFont, fill: int) -> None:
        """Write a line so that it ends where lines of the language end."""
        self._write(text, base, font, fill, is_left=self.direction == "rtl")

    def fits(self, text: str, font: FreeTypeFont, room: int = _ROOM) -> bool:
        return self.width(text, font) <= room

    def width(self, text: str, font: FreeTypeFont) -> float:
        return font.getlength(self.isolated(text), self.direction, language=self.language)

    def fitted(self, text: str, font: FreeTypeFont, room: int) -> str:
        """As much of a line as there is room for."""
        if self.fits(text, font, room):
            return text
        low, high = 0, len(text)
        while high - low > 1:
            middle = (low + high) // 2
            shorter = self.fits(text[:middle].rstrip() + "\u2026", font, room)
            low, high = (middle, high) if shorter else (low, middle)
        return text[:low].rstrip() + "\u2026"

    def wrapped(self, text: str, font: FreeTypeFont) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.fits(longer, font):
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _write(self, text: str, base: int, font: FreeTypeFont, fill: int, *, is_left: bool) -> None:
        self.draw.text(
            (_MARGIN if is_left else WIDTH - _MARGIN, base),
            self.isolated(text),
            fill=fill,
            font=font,
            anchor="ls" if is_left else "rs",
            direction=self.direction,
            language=self.language,
        )


@cache
def _font(name: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    path = str(_FONTS / f"{name}.woff2")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


def _png(shades: bytes) -> bytes:
    from PIL import Image

    image = Image.frombytes("P", (WIDTH, HEIGHT), shades)
    image.putpalette(_palette())
    found = BytesIO()
    image.save(found, "PNG", compress_level=4)  # half the time of 6, an eighth more bytes
    return found.getvalue()


@cache
def _palette() -> Sequence[int]:
    pairs = list(zip(_INK, _PAPER, strict=True))
    shades = [
        round(ink + (paper - ink) * shade / _EMPTY) for shade in range(255) for ink, paper in pairs
    ]
    return [*shades, *_ACCENT]

"""Which lines begin with a list marker, such as ``1)``, ``(أ)``, ``16-1`` or ``•``.

To teach split another marker, add a bullet or a form here. What looks like a marker is none
where it may be something else («1.2 مليون», «د. محمد») and no sibling stands near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from diglot.steps.split.lines import first_visible
from diglot.steps.split.numbering import (
    ARABIC_LETTER,
    DIGIT,
    LATIN_LETTER,
    NUMBER,
    ROMAN,
    Value,
    follows,
    is_first,
    values_of,
)

_WORD_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc"  # private code points, from Word's symbol fonts
BULLETS = (
    "\u2022\u2023\u2043\u2219\u25aa\u25ab\u25e6\u25cf\u25cb\u25a0\u25a1\u25c6\u25c7\u25ba"
    "\u2713\u2714\u27a2\u27a4\u00b7" + _WORD_BULLETS
)
"""Signs that are bullets wherever a line begins with one."""
_DASHES = "\\-\u2013\u2014\u2212"
_WORD_BULLET = "o"

_SIGN = f"(?:{NUMBER}|{ARABIC_LETTER}|{ROMAN}|{LATIN_LETTER})"
_BULLET = re.compile(f"[{BULLETS}]")
_DASH = re.compile(rf"[{_DASHES}](?=\s|[^\W\d_])|\*(?=\s|[^\W\d_][^*]*\Z)|o(?=\s)")
_BRACKETED = re.compile(rf"[(\[]\s?(?P<sign>{_SIGN})\s?[)\]]")
_CLOSED = re.compile(rf"(?P<sign>{_SIGN})\s?\)")
_HIERARCHY = re.compile(
    rf"(?P<sign>{NUMBER}(?:[.\-]{NUMBER}){{0,4}}[.\-](?:{NUMBER}|{ARABIC_LETTER}|{LATIN_LETTER}))"
    rf"(?:[.)\-]|\s-)?(?=\s)"
)
_POINTED = re.compile(
    rf"(?P<sign>{_SIGN})(?:\s?[{_DASHES}/]|\.)(?:(?=\s)|(?<!/)(?=[\u0621-\u064a])|(?<=\.)(?=[A-Z]))"
)
_FORMS = (_BRACKETED, _CLOSED, _HIERARCHY, _POINTED)
_NEAR = 2
_UNIT = re.compile(
    """
    \\s*(?:%|\u066a|
    مليون|
    مليار|
    ألف|
    آلاف|
    تريليون|
    في[ ]ال|
    بالم|
    درج|
    million|billion|thousand|per[ ]?cent|km|degrees)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What looks like a list marker at the beginning of a line."""

    text: str
    style: str
    """Markers of one list have one style: ``(#)``, ``@-``, ``•``, ``#.#``."""
    end: int
    """Where the item's text begins in the line."""
    values: tuple[Value, ...] = ()
    prefix: str = ""
    """The numbers before the last one: ``16`` of ``16-1``."""
    is_sure: bool = True
    """Whether it is a marker also without a sibling."""
    has_sibling: bool = False
    """Whether the next or previous one of its list stands near."""

    @property
    def is_bullet(self) -> bool:
        """Whether it counts nothing."""
        return not self.values


def marker_of(text: str) -> Marker | None:
    """What may be the list marker of this line; whether it is one, its siblings tell."""
    start = first_visible(text)
    bullet = _BULLET.match(text, start) or _DASH.match(text, start)
    if bullet and not _is_framed(text, start, bullet[0]):
        is_sure = bullet[0] != _WORD_BULLET
        return Marker(bullet[0], bullet[0], bullet.end(), is_sure=is_sure)
    for form in _FORMS:
        match = form.match(text, start)
        if match and _may_stand(match, text):
            return _counted(match, text)
    return None


def _is_framed(text: str, start: int, bullet: str) -> bool:
    """«- انتهى -» is no item."""
    return not bullet.isalpha() and text.rstrip().endswith(bullet, start + 1)


def confirmed(markers: Iterable[Marker | None]) -> list[Marker | None]:
    """The markers of all lines, without those that only looked like one."""
    found = list(markers)
    siblings = _with_sibling(found)
    previous: Marker | None = None
    for index, marker in enumerate(found):
        if marker is None:
            continue
        if marker.style == _WORD_BULLET:
            good = previous is not None and previous.is_bullet
        else:
            good = marker.is_sure or index in siblings
        previous = replace(marker, has_sibling=index in siblings) if good else None
        found[index] = previous
    return found


def _may_stand(match: re.Match[str], text: str) -> bool:
    rest = text[match.end() : match.end() + 12]
    if match.re is _HIERARCHY:
        return _UNIT.match(rest) is None
    if match.re is _CLOSED or match.re is _BRACKETED:
        return True
    latin = match["sign"].isascii() and match["sign"].isalpha()
    return rest[:1].isspace() or not latin


def _counted(match: re.Match[str], text: str) -> Marker:
    sign = match["sign"]
    prefix, separator, last = _parted(sign) if match.re is _HIERARCHY else ("", "", sign)
    values = values_of(last)
    shape = re.sub(f"[{DIGIT}]+", "#", prefix) + separator + _shape(last)
    if separator and not last.isdecimal():
        shape = shape[:-1] + "#"  # 16-أ stands in one list with 16-1
    style = re.sub(r"\s", "", match[0].replace(sign, shape))
    return Marker(match[0].strip(), style, match.end(), values, prefix, _is_sure(match, text))


def _is_sure(match: re.Match[str], text: str) -> bool:
    """Brackets are; a number with a point or dash is, unless another number follows."""
    sign, rest = match["sign"], text[match.end() :].lstrip()
    if match.re is _HIERARCHY or (sign in ("c", "C") and rest[:4].isdigit()):
        return False  # the second is a copyright
    if match.re is _POINTED:
        return sign.isdecimal() and not rest[:1].isdigit() and "/" not in match[0]
    return True


def _parted(sign: str) -> tuple[str, str, str]:
    at = max(sign.rfind("."), sign.rfind("-"))
    return sign[:at], sign[at], sign[at + 1 :]


def _shape(sign: str) -> str:
    if sign.isdecimal():
        return "#"
    if not sign.isascii():
        return "@"
    return "A" if sign.isupper() else "a"


def _with_sibling(markers: list[Marker | None]) -> set[int]:
    """Indices of the markers that have the next or the previous one of their list near."""
    last: dict[tuple[str, str], int] = {}
    good: set[int] = set()
    for index, marker in enumerate(markers):
        if marker is None or marker.is_bullet:
            continue
        key = (marker.style, marker.prefix)
        earlier = last.get(key)
        before = markers[earlier] if earlier is not None else None
        is_near = index - (earlier or 0) <= _NEAR
        if (
            before
            and earlier is not None
            and _are_siblings(before, marker, earlier in good, is_near)
        ):
            good.update((earlier, index))
        last[key] = index
    return good


def _are_siblings(before: Marker, marker: Marker, before_is_good: bool, is_near: bool) -> bool:
    pointed = "." in marker.style and bool(marker.prefix)
    letters_begin = marker.prefix and before.values[0][0] == "number" != marker.values[0][0]
    if letters_begin:
        return is_first(marker.values)
    if marker.prefix and not pointed and is_near and before.values < marker.values:
        return True  # «16-10» right below «16-2»: a selection from a list
    if not follows(before.values, marker.values):
        return False
    # «1.3 …» after «1.2 …» may be two figures: a list with points begins at its first number.
    return not pointed or before_is_good or is_first(before.values)

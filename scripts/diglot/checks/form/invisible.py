r"""Invisible characters that came along: direction marks, zero-width characters, soft hyphens.

Finds «\u200bthe», «\u202ethe» and «the Coali\u00adtion»; must not find what the source has too,
joiners inside an emoji, or no-break spaces. Marks that are left open would turn around everything
that follows them on a line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_STRAY = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_JOINER = "\u200d"
_EMBEDDED = ("\u202a\u202b\u202d\u202e", "\u202c")
_ISOLATED = ("\u2066\u2067\u2068", "\u2069")


def invisible(pair: Pair) -> Iterator[Finding]:
    """A warning for direction marks that are left open, else a hint for each kind."""
    if pair.target.isascii() and pair.target.isprintable():
        return
    left_open = [kind for kind in (_EMBEDDED, _ISOLATED) if _is_open(pair.target, *kind)]
    seen: set[str] = set()
    for found in _STRAY.finditer(pair.target):
        mark = found[0]
        if mark in seen or mark in pair.source or _joins_an_emoji(pair.target, found.start()):
            continue
        seen.add(mark)
        turns = any(mark in opening + closing for opening, closing in left_open)
        yield Finding(
            "invisible",
            Severity.WARNING if turns else Severity.HINT,
            Message(
                "there is an invisible character in the translation ({name})", name=_name(mark)
            ),
            target_span=found.span(),
        )


def _is_open(text: str, opening: str, closing: str) -> bool:
    return sum(text.count(mark) for mark in opening) != text.count(closing)


def _joins_an_emoji(text: str, at: int) -> bool:
    return text[at] == _JOINER and at > 0 and not text[at - 1].isalnum()


def _name(mark: str) -> str:
    name = unicodedata.name(mark, "").lower()
    return f"U+{ord(mark):04X} {name}".strip()

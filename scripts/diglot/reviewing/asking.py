"""What a person asks for: a decision on one segment, as it comes from the page.

Everything that comes from outside is looked at here, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST = 100_000
"""Characters of one text; no sentence is longer."""
_SPARED = {"\n", "\t"}


class AskError(ValueError):
    """What was asked for is not put as it has to be; no fault of a reviewer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One decision, or several that belong together (a text, and that it is right)."""

    key: str
    source: str
    seen: str
    """The translation that the person had before their eyes."""
    by: str
    text: str | None = None
    """The new translation."""
    confirm: bool = False
    take_back: bool = False
    """This person's own confirmation, or everybody's where they gave none."""
    settle: tuple[str, ...] = ()
    """The texts of the conflicts in the file that are decided by this."""
    empty: bool = False
    dismiss: tuple[str, ...] = ()
    """Checks whose findings are none; with ``confirm``: known and confirmed all the same."""
    says: Mapping[str, str | None] = field(default_factory=dict)
    """``needs-work``, ``source-wrong``, ``note``: the words, or None to take it back."""


def asked(value: object, by: str) -> Asked:
    """The decision in a JSON value; AskError where it is none."""
    if not isinstance(value, dict):
        raise AskError("a decision is an object")
    unknown = value.keys() - _FIELDS
    if unknown:
        raise AskError(f"unknown: {', '.join(sorted(unknown))}")
    if not by.strip():
        raise AskError("nobody says who decides")
    return Asked(
        key=text_of(value, "key"),
        source=text_of(value, "source"),
        seen=text_of(value, "seen"),
        by=by.strip(),
        text=_line(text_of(value, "text")) if "text" in value else None,
        confirm=value.get("confirm") is True,
        take_back=value.get("takeBack") is True,
        settle=_texts(value, "settle"),
        empty=value.get("empty") is True,
        dismiss=_texts(value, "dismiss"),
        says=_words(value.get("says", {})),
    )


def text_of(value: Mapping[str, Any], name: str) -> str:
    """A text that a catalogue can hold."""
    text = value.get(name)
    if not isinstance(text, str) or len(text) > LONGEST:
        raise AskError(f"{name} has to be a text of at most {LONGEST} characters")
    if any(_is_refused(character) for character in text):
        raise AskError(f"{name} holds a character that no catalogue can hold")
    return text


_FIELDS = {
    "key", "source", "seen", "by", "text", "confirm", "takeBack", "settle", "empty", "dismiss",
    "says",
}  # fmt: skip
_KINDS = {"needs-work", "source-wrong", "note"}


def _is_refused(character: str) -> bool:
    code = ord(character)
    return (code < 0x20 and character not in _SPARED) or 0x7F <= code < 0xA0 or _is_half(code)


def _is_half(code: int) -> bool:
    return 0xD800 <= code <= 0xDFFF


def _line(text: str) -> str:
    """A sentence is one line; what was pasted may have several."""
    return " ".join(text.replace("\t", " ").split("\n")).strip()


def _texts(value: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = value.get(name, [])
    if not isinstance(found, list):
        raise AskError(f"{name} is a list of texts")
    return tuple(text_of({name: text}, name) for text in found)


def _words(value: object) -> dict[str, str | None]:
    if not isinstance(value, dict) or not value.keys() <= _KINDS:
        raise AskError("says holds needs-work, source-wrong and note")
    return {
        kind: None if words is None else _line(text_of(value, kind))
        for kind, words in value.items()
    }

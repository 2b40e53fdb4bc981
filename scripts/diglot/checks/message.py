"""What a finding says: English words that remember what they were made of.

A message is its English text wherever it is printed or kept; the review page makes Arabic words of
the same pattern and values (``diglot.web.findings_ar``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Value = str | int | tuple[str, ...]
"""Another message, a fragment of a text, a count; those of a tuple stand with «/» between them."""


class Message(str):
    """The English text; ``pattern`` filled with ``values`` is that text."""

    __slots__ = ("pattern", "values")

    pattern: str
    values: Mapping[str, Value]

    def __new__(cls, pattern: str, /, **values: Value) -> Message:
        """The text of a pattern such as ``«{word}» stands twice in a row``."""
        shown = {name: in_a_row(value) for name, value in values.items()}
        message = super().__new__(cls, pattern.format(**shown) if values else pattern)
        message.pattern = pattern
        message.values = values
        return message

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """For copies and for other processes."""
        return (self.pattern,), dict(self.values)


def in_a_row(value: Value) -> str:
    """A value as it stands in a text."""
    return "/".join(value) if isinstance(value, tuple) else str(value)


def exchanged(source: str, target: str) -> Message:
    """One thing stands for another."""
    return Message("{source} is {target} in the translation", source=source, target=target)


def missing_in_translation(source: str) -> Message:
    """What the source has and the translation has not."""
    return Message("{source} is not in the translation", source=source)


def not_in_source(target: str) -> Message:
    """What the translation has and the source has not."""
    return Message("{target} is not in the source", target=target)

"""How far the translation on a page has been reviewed."""

from __future__ import annotations

from collections.abc import Mapping

from diglot.model.state import State

Counts = Mapping[str, Mapping[str, int]]
"""State → ``segments`` and ``words``, as the front matter of a generated page has them."""


def reviewed_words(counts: Counts) -> tuple[int, int]:
    """The words (of the source) that a person has reviewed, and all of them."""
    words = {state: counts.get(state, {}).get("words", 0) for state in State}
    return words[State.REVIEWED], sum(words.values())


def review_of(counts: Counts) -> str:
    """How far a text has been reviewed, as the interface words name it; empty without a text.

    ``none`` of it is translated; it is a ``draft``, or by hand and ``unreviewed``; it is
    ``partly`` reviewed, or ``reviewed``.
    """
    found = {state: counts.get(state, {}).get("segments", 0) for state in State}
    total = sum(found.values())
    if found[State.REVIEWED] == total:
        return "reviewed" if total else ""
    if found[State.UNTRANSLATED] == total:
        return "none"
    if found[State.REVIEWED]:
        return "partly"
    return "draft" if found[State.DRAFT] else "unreviewed"

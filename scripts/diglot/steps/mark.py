"""Verdicts of people: a text is confirmed for its source, or a verdict is taken back.

In: a catalogue, and which of its entries. Out: the catalogue with the verdicts in it, what changed,
and what was left, and why.

Laws: no text changes (but its numbers, where that is asked for), and no entry comes or goes; what
has no translation is never confirmed, nor what two people translated differently; the same
verdict twice is the verdict once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from diglot.checks.numbers.proposal import numbers_exchanged
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import (
    DOCUMENT_TITLE,
    INTRODUCTION,
    anchor,
    digits_of,
    hash8,
    section_of,
    title_key,
)
from diglot.model.state import FUZZY, State
from diglot.model.statement import Comment, Statement, state_that

_DIGITS = re.compile(r"[0-9a-f]{6}")
_SETTLED = frozenset({"needs-work", "stale"})
"""What a confirmation answers. A ``stale`` line that stayed would be taken for the last verdict."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """«This text is right for this source», said by a person on a day."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """Takes such verdicts back: those of one person, or of everybody where ``by`` is empty."""

    by: str = ""


@dataclass(frozen=True, slots=True)
class NumbersExchanged(Reviewed):
    """«This text is right for this source with the new numbers in it», of stale texts alone."""


Verdict = Reviewed | Unreviewed


class Left(StrEnum):
    """Why an entry was left as it was."""

    UNTRANSLATED = "untranslated"
    CONFLICT = "two texts met in a merge, and nobody has decided between them"
    CHANGED = "changed in the meantime"
    ALREADY = "reviewed already"
    UNREVIEWED = "without such a verdict"
    NO_PROPOSAL = "stale for more than numbers, or their numbers cannot be told apart for certain"


@dataclass(frozen=True, slots=True)
class Change:
    """An entry before and after."""

    before: Segment
    after: Segment


@dataclass(frozen=True, slots=True)
class Marked:
    """A catalogue with the verdicts in it."""

    catalogue: Catalogue
    changes: tuple[Change, ...] = ()
    left: tuple[tuple[Segment, Left], ...] = ()


def mark(catalogue: Catalogue, verdict: Verdict, chosen: Iterable[Segment]) -> Marked:
    """The catalogue with the verdict on these entries, as far as they are still what they were.

    A verdict is on what a person has seen; what was saved since then, they have not.
    """
    wanted = {segment.identity: segment for segment in chosen}
    segments: list[Segment] = []
    changes: list[Change] = []
    left: list[tuple[Segment, Left]] = []
    for segment in catalogue.segments:
        seen = None if segment.obsolete else wanted.get(segment.identity)
        after = segment
        if seen is not None:
            found = judged(segment, verdict) if segment == seen else Left.CHANGED
            if isinstance(found, Left):
                left.append((segment, found))
            else:
                after = found
                changes.append(Change(segment, after))
        segments.append(after)
    return Marked(catalogue.with_segments(tuple(segments)), tuple(changes), tuple(left))


def judged(segment: Segment, verdict: Verdict) -> Segment | Left:
    """One entry with the verdict, or why it was left."""
    if isinstance(verdict, NumbersExchanged):
        proposed = with_numbers_exchanged(segment)
        return _confirmed(proposed, verdict) if proposed is not None else Left.NO_PROPOSAL
    if isinstance(verdict, Reviewed):
        return _confirmed(segment, verdict)
    return _withdrawn(segment, verdict)


def with_numbers_exchanged(segment: Segment) -> Segment | None:
    """A stale entry with the numbers of its present source in its text; None where not certain."""
    was = next((s.get("was") for s in segment.holding("stale")), None)
    if was is None or segment.state is not State.STALE:
        return None
    proposed = numbers_exchanged(was, segment.source, segment.target)
    if proposed is None:
        return None
    # An undecided conflict is one still, whatever numbers stand in the text.
    undecided = segment.holding("conflict")
    kept = tuple(
        state_that("conflict", segment.source, proposed, **dict(c.fields[2:]))
        if c in undecided and isinstance(c, Statement)
        else c
        for c in segment.comments
    )
    return replace(segment, target=proposed, comments=kept)


def keys_of_section(template: Catalogue, section: str) -> frozenset[str]:
    """The keys of a section, its heading's included; empty where there is no such section.

    By reading order: a block that was moved here keeps the key with its old section's id.
    """
    keys, here = set(), INTRODUCTION
    for segment in template.active:
        if segment.key == DOCUMENT_TITLE:
            continue
        if segment.key == title_key(section_of(segment.key)):
            here = section_of(segment.key)
        if here == section:
            keys.add(segment.key)
    return frozenset(keys)


def is_named(key: str, word: str) -> bool:
    """Whether a person means this key: in full, by its anchor (``#b-3f2a91``), by its digits."""
    word = word.removeprefix("#")
    in_digits = _DIGITS.fullmatch(word) is not None and digits_of(key) == word
    return in_digits or word in {key, anchor(key)}


def _confirmed(segment: Segment, verdict: Reviewed) -> Segment | Left:
    nothing_in_it = bool(segment.target) and not segment.target.strip()
    if segment.state is State.UNTRANSLATED or nothing_in_it:
        return Left.UNTRANSLATED
    if segment.holding("conflict"):
        return Left.CONFLICT
    comments: tuple[Comment, ...] = tuple(c for c in segment.comments if not _is_settled(c))
    if verdict.by not in {said.get("by") for said in _verdicts(segment)}:
        line = state_that(
            "reviewed", segment.source, segment.target, by=verdict.by, on=verdict.on.isoformat()
        )
        comments = (*comments, line)
    after = replace(segment, comments=comments, fuzzy=FUZZY[State.REVIEWED], previous_source=None)
    return Left.ALREADY if after == segment else after


def _withdrawn(segment: Segment, verdict: Unreviewed) -> Segment | Left:
    gone = [s for s in _verdicts(segment) if not verdict.by or s.get("by") == verdict.by]
    if not gone:
        return Left.UNREVIEWED
    after = replace(segment, comments=tuple(c for c in segment.comments if c not in gone))
    # Fuzzy also where that leaves an edited text: not fuzzy, it would look as if somebody had
    # taken the flag off to confirm it.
    unsettled = after.state not in {State.REVIEWED, State.UNTRANSLATED}
    return replace(after, fuzzy=unsettled)


def _is_settled(comment: Comment) -> bool:
    return isinstance(comment, Statement) and comment.kind in _SETTLED


def _verdicts(segment: Segment) -> tuple[Statement, ...]:
    """The statements that make this text a reviewed one."""
    if segment.target:
        return segment.holding("reviewed")
    src = hash8(segment.source)
    meant = (s for s in segment.statements if s.kind == "empty" and s.src == src)
    return (*meant, *segment.holding("reviewed"))

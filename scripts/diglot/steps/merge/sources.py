"""A source that one side changed, and a text or a verdict that the other side made for the old one.

In: three versions of an entry. Out: what was said of the old source, where the change was only a
matter of writing, said of the new one; otherwise the entry with its ``stale`` line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from diglot.model.catalogue import Segment
from diglot.model.key import hash8
from diglot.model.statement import Comment, Statement
from diglot.steps.merge.holding import holds, is_stale_line, made_for, stale_of
from diglot.steps.merge.texts import is_made_by_somebody

Judge = Callable[[str, str], str]
"""How far a source has changed, from the earlier to the later: ``cosmetic``, ``numbers`` or
``meaning``, as ``sync`` judges it."""

COSMETIC = "cosmetic"


def meaning(_was: str, _now: str) -> str:
    """The judgement of who knows nothing of the texts: somebody has to look."""
    return "meaning"


def rebound(
    base: Segment, ours: Segment, theirs: Segment, source: str, judge: Judge
) -> tuple[Segment, Segment, Segment]:
    """The three versions, those with the present source where their own differs only in writing."""
    movers = [side for side in (ours, theirs) if side.source == source]

    def carried(segment: Segment) -> Segment:
        if segment.source == source:
            return segment
        told = segment.source == base.source and any(_carried_over(base, m) for m in movers)
        is_cosmetic = told or judge(segment.source, source) == COSMETIC
        return _rebound(segment, source) if is_cosmetic else segment

    return carried(base), carried(ours), carried(theirs)


def stale_line(
    entry: Segment, base: Segment, ours: Segment, theirs: Segment, today: date, judge: Judge
) -> Segment:
    """The entry, stale where its text was made for a source that it no longer has.

    ``was`` is the source that the text was last confirmed or edited against.
    """
    holders = [side for side in (ours, theirs) if side.target == entry.target and entry.target]
    made = [side for side in holders if is_made_by_somebody(side, base)]
    if not made or any(side.source == entry.source for side in made):
        return _one_stale_line(entry)
    mover = next((side for side in (ours, theirs) if side.source == entry.source), None)
    line = _line(entry, made_for(made[0]), None if mover is None else stale_of(mover), today, judge)
    kept = (comment for comment in entry.comments if not is_stale_line(comment))
    before = entry.previous_source
    return replace(
        entry,
        comments=(*kept, line),
        previous_source=line.get("was") if before is None else before,
    )


def _line(entry: Segment, was: str, told: Statement | None, today: date, judge: Judge) -> Statement:
    """The line; day and kind are those that ``sync`` has told of this change, if it has."""
    same = told is not None and told.get("was") == was
    fields = {
        "src": hash8(entry.source),
        "tgt": hash8(entry.target),
        "on": (told and told.get("on")) or today.isoformat(),
        "kind": (told and same and told.get("kind")) or judge(was, entry.source),
        "was": was,
    }
    return Statement("stale", tuple(fields.items()))


def _one_stale_line(entry: Segment) -> Segment:
    """Both sides may have met the same change of the source, on different days: the first."""
    holding = [c for c in entry.statements if is_stale_line(c) and holds(c, entry)]
    spare = sorted(holding, key=str)[1:]
    if not spare:
        return entry
    return replace(entry, comments=tuple(c for c in entry.comments if c not in spare))


def _carried_over(base: Segment, mover: Segment) -> bool:
    """Whether ``sync`` took the change for a matter of writing: it bound the verdicts anew."""
    bound = _bound(base, base.source)
    anew = _bound(_rebound(base, mover.source), mover.source)
    return bool(bound) and anew <= set(mover.statements) and bound.isdisjoint(mover.statements)


def _bound(segment: Segment, source: str) -> set[Statement]:
    """What is said of this source, and is written once only.

    A machine that drafts again may write the very line that it wrote before, and ``sync`` writes
    its ``stale`` line at every change.
    """
    src = hash8(source)
    return {s for s in segment.statements if s.src == src and s.kind not in ("draft", "stale")}


def _rebound(segment: Segment, source: str) -> Segment:
    """The same entry for another source: what was said of the old one is said of the new one."""
    old, new = hash8(segment.source), hash8(source)

    def said(comment: Comment) -> Comment:
        if not isinstance(comment, Statement) or comment.src != old:
            return comment
        fields = ((name, new if name == "src" else value) for name, value in comment.fields)
        return replace(comment, fields=tuple(fields))

    return replace(segment, source=source, comments=tuple(map(said, segment.comments)))

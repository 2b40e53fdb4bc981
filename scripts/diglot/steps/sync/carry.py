"""Carry an entry to a source that has changed: what holds of its verdict, and what it says now.

A verdict survives what changes only the looks. Everything else makes a person's text stale, with
the source for which it was last confirmed or edited; a machine's untouched draft becomes the draft
of an earlier source. Texts and statements stay in any case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from diglot.model.catalogue import Segment
from diglot.model.change import Change, change_between, has_other_diacritics, is_same
from diglot.model.key import hash8
from diglot.model.state import FUZZY, State
from diglot.model.statement import Comment, Statement, state_that


def changed(segment: Segment, source: str, today: date) -> Segment:
    """The entry with another source sentence; its statements say what that means for its text."""
    known = replace(segment, source=source)
    if not segment.target or known.state is State.REVIEWED:
        return _flagged(known, segment, None)
    base = source_of_text(segment)
    if is_same(base, source):
        comments = _rebound(segment, base, source)
        return _flagged(replace(known, comments=comments), segment, None)
    comments = segment.comments
    if segment.state is not State.REVIEWED and is_same(segment.source, source):
        comments = tuple(_bound_anew(comments, {hash8(segment.source)}, source))
    elif not _is_untouched(segment):
        comments = _stale(segment, source, base, today)
    return _flagged(replace(known, comments=comments), segment, base)


def made_of(segments: Sequence[Segment], key: str, source: str, today: date) -> Segment:
    """A new entry for what became of these: their texts joined, stale.

    Untouched drafts are drafted again instead: a machine does that better than a space in between.
    The old entries stay what they are.
    """
    fresh = Segment(key=key, source=source)
    if all(each.state in (State.DRAFT, State.UNTRANSLATED) for each in segments):
        return fresh
    target = " ".join(each.target for each in segments if each.target)
    was = " ".join(source_of_text(each) for each in segments)
    said = _stale_line(source, target, on=today.isoformat(), kind=Change.MEANING, was=was)
    return replace(fresh, target=target, comments=(said,), fuzzy=True, previous_source=was)


def _is_untouched(segment: Segment) -> bool:
    """Whether no person has had a hand in it; to confirm it, and then to object, is to have one."""
    tgt = hash8(segment.target)
    confirmed = any(line.kind == "reviewed" and line.tgt == tgt for line in segment.statements)
    return segment.state is State.DRAFT and not confirmed


def source_of_text(segment: Segment) -> str:
    """The source sentence for which the text was last confirmed, edited or drafted.

    The present one where nothing says otherwise.
    """
    state, tgt = segment.state, hash8(segment.target)
    if state is State.STALE:
        line = _line_that_holds(segment, "stale")
        was = line.get("was") if line else None
        return was or _previous(segment, "reviewed", tgt)
    if state is State.REVIEWED:
        line = _line_that_holds(segment, "reviewed")
        return (line and line.get("was")) or segment.source
    if state is State.DRAFT:
        return _previous(segment, "draft", tgt)
    return segment.source


def _previous(segment: Segment, kind: str, tgt: str) -> str:
    """``#| msgid``, where a statement about this text says that it was made for that."""
    bound = {line.src for line in segment.statements if line.kind == kind and line.tgt == tgt}
    before = segment.previous_source
    outdated = hash8(segment.source) not in bound
    return before if before is not None and outdated and hash8(before) in bound else segment.source


def _line_that_holds(segment: Segment, kind: str) -> Statement | None:
    src, tgt = hash8(segment.source), hash8(segment.target)
    lines = (line for line in segment.statements if line.kind == kind)
    return next((line for line in lines if line.src == src and line.tgt == tgt), None)


def _rebound(segment: Segment, base: str, source: str) -> tuple[Comment, ...]:
    """What was said of this text for the source that looked otherwise, said for this one.

    Where diacritics were added or left out, a verdict keeps the source that it was given on: the
    next change is judged against that, or two of them would exchange a diacritic unseen.
    """
    before = {hash8(base)}
    if is_same(segment.source, source):
        before.add(hash8(segment.source))
    was = base if has_other_diacritics(base, source) else None
    tgt = hash8(segment.target)
    return tuple(
        _with_was(line, was) if _is_verdict(line, source, tgt) else line
        for line in _bound_anew(segment.comments, before, source)
    )


def _is_verdict(line: Comment, source: str, tgt: str) -> bool:
    if not isinstance(line, Statement) or line.kind != "reviewed":
        return False
    return line.src == hash8(source) and line.tgt == tgt


def _with_was(line: Comment, was: str | None) -> Comment:
    assert isinstance(line, Statement)
    others = tuple(field for field in line.fields if field[0] != "was")
    return replace(line, fields=others if was is None else (*others, ("was", was)))


def _bound_anew(comments: Iterable[Comment], before: set[str], source: str) -> Iterator[Comment]:
    src = hash8(source)
    for line in comments:
        if isinstance(line, Statement) and line.src in before:
            fields = (("src", src) if name == "src" else (name, v) for name, v in line.fields)
            yield replace(line, fields=tuple(fields))
        else:
            yield line


def _stale(segment: Segment, source: str, base: str, today: date) -> tuple[Comment, ...]:
    """A new line for the old ones; stale since the first of them that still held."""
    held = _line_that_holds(segment, "stale") if segment.state is State.STALE else None
    since = (held and held.get("on")) or today.isoformat()
    kind = change_between(base, source)
    said = _stale_line(source, segment.target, on=since, kind=kind, was=base)
    left = (line for line in segment.comments if not _is_stale_line(line))
    return (*_still_in_conflict(left, segment, source), said)


def _still_in_conflict(
    comments: Iterable[Comment], segment: Segment, source: str
) -> Iterator[Comment]:
    """Nobody has decided between the two texts yet, whatever the source says now."""
    held = set(segment.holding("conflict"))
    for line in comments:
        yield from _bound_anew([line], {hash8(segment.source)} if line in held else set(), source)


def _stale_line(source: str, target: str, *, on: str, kind: Change, was: str) -> Statement:
    return state_that("stale", source, target, on=on, kind=str(kind), was=was)


def _is_stale_line(line: Comment) -> bool:
    return isinstance(line, Statement) and line.kind == "stale"


def _flagged(segment: Segment, before: Segment, base: str | None) -> Segment:
    """``fuzzy`` for a state that sync makes; where the state stays, so does what people did."""
    state = segment.state
    fuzzy = segment.fuzzy if state is before.state else FUZZY.get(state, segment.fuzzy)
    return replace(segment, fuzzy=fuzzy, previous_source=base)

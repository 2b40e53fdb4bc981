"""What a decision makes of a segment, or why it cannot be made."""

from __future__ import annotations

from datetime import date

from diglot.checks import Context, Finding, Severity
from diglot.model.catalogue import Catalogue, Segment
from diglot.reviewing.asking import Asked
from diglot.reviewing.writing import Change, Outcome, with_one
from diglot.steps import review
from diglot.steps.check import check, dismissed
from diglot.steps.mark import Left, Reviewed, Unreviewed, judged


def decided(asked: Asked, on: date, context: Context) -> Change:
    """The change that a decision makes, or why it cannot be made."""

    def change(catalogue: Catalogue, segment: Segment) -> Segment | Outcome:
        if segment.target != asked.seen:
            return Outcome("changed", segment)
        decides = asked.text is not None or asked.confirm or asked.empty
        if decides and not asked.settle and segment.holding("conflict"):
            # It may have come since: another text would go unseen.
            return Outcome("conflict", segment)
        after = _with_text(segment, asked)
        after = _with_words(after, asked)
        for name in asked.dismiss:
            one = catalogue.with_segments((after,))
            (after,) = dismissed(one, frozenset({after.identity}), name, asked.by).segments
        if asked.take_back:
            after = _taken_back(after, asked.by)
        return _confirmed(catalogue, segment, after, asked, on, context) if asked.confirm else after

    return change


def findings_of(catalogue: Catalogue, segment: Segment, context: Context) -> tuple[Finding, ...]:
    """What is found in one segment, with the rest of its block; none that was dismissed."""
    block = tuple(s for s in with_one(catalogue, segment).active if s.key == segment.key)
    found = check(catalogue.with_segments(block), context).found
    return tuple(each.finding for each in found if each.segment.identity == segment.identity)


def _with_text(segment: Segment, asked: Asked) -> Segment:
    met = [(c.get("text") or "", c.get("by") or "") for c in segment.holding("conflict")]
    if asked.settle:
        segment = review.settled(segment)
    if asked.text is not None:
        segment = review.rewritten(segment, asked.text)
    for text, by in met:
        if asked.settle and text not in asked.settle:
            segment = review.contradicted(segment, text, by)
    return review.left_empty(segment, asked.by) if asked.empty else segment


def _with_words(segment: Segment, asked: Asked) -> Segment:
    say = {
        "needs-work": review.objected,
        "source-wrong": review.doubted,
        "note": review.noted,
    }
    for kind, words in asked.says.items():
        segment = say[kind](segment, asked.by, words)
    return segment


def _taken_back(segment: Segment, by: str) -> Segment:
    own = judged(segment, Unreviewed(by))
    found = judged(segment, Unreviewed()) if isinstance(own, Left) else own
    return segment if isinstance(found, Left) else found


def _confirmed(
    catalogue: Catalogue,
    before: Segment,
    after: Segment,
    asked: Asked,
    on: date,
    context: Context,
) -> Segment | Outcome:
    if after.holding("conflict"):
        return Outcome("conflict", before)
    findings = findings_of(catalogue, after, context) if after.target else ()
    errors = tuple(each for each in findings if each.severity is Severity.ERROR)
    if errors:
        return Outcome("blocked", before, findings=findings)
    found = judged(after, Reviewed(asked.by, on))
    if found is Left.CONFLICT:
        return Outcome("conflict", before)
    if found is Left.UNTRANSLATED:
        return Outcome("empty", before)
    # «Reviewed already» by this very person is nothing to complain of.
    return after if isinstance(found, Left) else found

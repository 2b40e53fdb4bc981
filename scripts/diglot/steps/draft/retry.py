"""When the engine failed at a whole segment: again in smaller pieces, and with a wider search.

In: a text and what was chosen for it. Out: something better, or the same again. First the pieces
around the runs that have to be kept, then clauses (divided at ؛, at ، and before و), then the whole
with more hypotheses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diglot.checks import Context
from diglot.steps.draft.choose import Choice, choose, judged
from diglot.steps.draft.protect import Piece, broken_runs, copied, for_model, pieces
from diglot.steps.draft.questions import Answer, Question, Search

WIDER = 8
"""Hypotheses of a second search."""
_AND = "و"
_CLAUSES = (
    re.compile(r"(?<=[؛;])\s+"),
    re.compile(r"(?<=[؛;،,])\s+"),
    re.compile(rf"(?<=[؛;،,])\s+|\s+(?={_AND}\w)"),
)
"""Where a sentence may be divided, the better places first."""
_SHORTEST = 3
"""Words of a piece: less is no clause, and short input is what makes models loop."""
_BEFORE_MARK = re.compile(r"\s+(?=[.,;:!?)\]»”])|(?<=[(\[«“])\s+")


def needs_retry(source: str, choice: Choice | None) -> bool:
    """Whether the draft is unusable, cut off, or has lost a run that has to be kept."""
    if choice is None or not choice.usable or choice.at_limit:
        return True
    return bool(broken_runs(source, choice.text))


def retried(
    source: str, choice: Choice | None, context: Context, hypotheses: int
) -> Search[Choice | None]:
    """The best of what there is and of up to five more tries; stops at one that will do."""
    found = choice
    # A closed list of tries: an engine that always fails must not hold up all the rest.
    for parts in _divisions(source):
        found = better(found, (yield from _in_pieces(source, parts, context, hypotheses)))
        if not needs_retry(source, found):
            return found
    return better(found, (yield from widened(source, context)))


def widened(source: str, context: Context) -> Search[Choice | None]:
    """The best hypothesis of a wider search."""
    (answer,) = yield Question((for_model(source),), WIDER)
    return _chosen(source, answer, context)


def divided(text: str, at: re.Pattern[str]) -> tuple[str, ...]:
    """The clauses of a text; short ones stay with the one before."""
    clauses: list[str] = []
    for clause in at.split(text):
        if clauses and (len(clause.split()) < _SHORTEST or len(clauses[-1].split()) < _SHORTEST):
            clauses[-1] = f"{clauses[-1]} {clause}"
        else:
            clauses.append(clause)
    return tuple(clauses)


def _divisions(source: str) -> Iterator[tuple[Piece, ...]]:
    around_runs = pieces(source)
    seen: set[tuple[str, ...]] = {(source,)}
    if len(around_runs) > 1 and any(piece.kept for piece in around_runs):
        yield around_runs
    for at in _CLAUSES:
        clauses = divided(source, at)
        if clauses not in seen:
            seen.add(clauses)
            yield tuple(piece for clause in clauses for piece in pieces(clause))


def _in_pieces(
    source: str, parts: Sequence[Piece], context: Context, hypotheses: int
) -> Search[Choice | None]:
    """The pieces translated one by one and put together; None where one of them is not usable."""
    open_parts = [part.text for part in parts if not part.kept]
    answers = yield Question(tuple(map(for_model, open_parts)), hypotheses)
    choices = []
    for text, answer in zip(open_parts, answers, strict=True):
        choice = _chosen(text, answer, context)
        if choice is None or not choice.usable:
            return None
        choices.append(choice)
    texts = iter(choice.text for choice in choices)
    joined = " ".join(
        copied(part.text) or part.text if part.kept else next(texts) for part in parts
    )
    score = sum(choice.score for choice in choices) / max(len(choices), 1)
    at_limit = any(choice.at_limit for choice in choices)
    return judged(source, _BEFORE_MARK.sub("", joined), score, at_limit, context)


def _chosen(source: str, answer: Answer, context: Context) -> Choice | None:
    if isinstance(answer, str):
        return None
    return choose(source, answer.hypotheses, context)


def better(one: Choice | None, other: Choice | None) -> Choice | None:
    """The usable one, then the less wrong one; the first where they are equal."""
    found = [choice for choice in (one, other) if choice is not None]
    return min(found, key=lambda choice: (not choice.usable, choice.weight), default=None)

"""The search for the draft of one text: normalised, translated, the best hypothesis of it.

In: a source. Out: a draft, or the reason why there is none. What it wants of the engine it asks
in questions, which go there together with those of other texts.
"""

from __future__ import annotations

from diglot.checks import Context, Pair, check
from diglot.steps.draft.choose import Choice, best, judged_all, waver_about_numbers
from diglot.steps.draft.memory import NAME, Memory
from diglot.steps.draft.outcome import LeftOut, Outcome, Text
from diglot.steps.draft.protect import copied, for_model
from diglot.steps.draft.questions import Question, Search
from diglot.steps.draft.retry import better, needs_retry, retried, widened

COPY = "copy"
"""Stands behind ``engine=`` where there was nothing to translate."""


def without_engine(source: str, memory: Memory, context: Context) -> Text | None:
    """A text from the memory, or one that has nothing to translate in it."""
    known = memory.get(source)
    if known is not None:
        findings = check(Pair(source, known.target, context))
        return Text(known.target, (("engine", NAME), ("from", known.origin)), findings)
    same = copied(source) if context.changes_direction else None
    return Text(same, (("engine", COPY),)) if same else None


def search(
    source: str, said: tuple[tuple[str, str], ...], context: Context, hypotheses: int
) -> Search[Outcome]:
    """A draft by the engine, of which ``said`` holds name and model; or the reason for none."""
    (answer,) = yield Question((for_model(source),), hypotheses)
    if isinstance(answer, str):
        return LeftOut(answer)
    choices = judged_all(source, answer.hypotheses, context)
    choice = best(choices)
    if waver_about_numbers(choices):
        choice = better(choice, (yield from widened(source, context)))
    if needs_retry(source, choice):
        choice = yield from retried(source, choice, context, hypotheses)
    return _outcome(choice, said)


def _outcome(choice: Choice | None, said: tuple[tuple[str, str], ...]) -> Outcome:
    if choice is None:
        return LeftOut("the engine gave no translation")
    if not choice.usable:
        return LeftOut("the engine gave nothing that can be published", choice.findings)
    return Text(choice.text, (*said, ("score", f"{choice.score:z.2f}")), choice.findings)

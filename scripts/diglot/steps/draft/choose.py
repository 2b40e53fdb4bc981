"""Which of the engine's hypotheses becomes the draft: the one that breaks the fewest checks.

Weighted by severity, so that one wrong number outweighs any number of hints; among equals the
engine's own score decides, and then its order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diglot.checks import Context, Finding, Pair, Severity, check
from diglot.steps.draft.engine import Hypothesis

_WEIGHT = {Severity.ERROR: 100, Severity.WARNING: 10, Severity.HINT: 1}
_UNUSABLE = frozenset({"empty", "loops"})
"""What is never published: no translation is more honest."""
_HARD_TO_NOTICE = frozenset({"numbers", "units", "dates"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A text that may become the draft, and what is wrong with it."""

    text: str
    score: float
    findings: tuple[Finding, ...] = ()
    at_limit: bool = False

    @property
    def weight(self) -> int:
        """How wrong it is; 0 is right as far as the checks see."""
        return sum(_WEIGHT[finding.severity] for finding in self.findings)

    @property
    def hidden_mistakes(self) -> tuple[str, ...]:
        """What is said of numbers and the like: what a reader is least likely to notice."""
        return tuple(
            finding.message
            for finding in self.findings
            if finding.check in _HARD_TO_NOTICE and finding.severity is Severity.ERROR
        )

    @property
    def usable(self) -> bool:
        """Whether a reader may see it at all."""
        return not any(
            finding.check in _UNUSABLE and finding.severity is Severity.ERROR
            for finding in self.findings
        )


def choose(source: str, hypotheses: Sequence[Hypothesis], context: Context) -> Choice | None:
    """The best hypothesis with its findings; None where the engine gave none."""
    return best(judged_all(source, hypotheses, context))


def best(choices: Sequence[Choice]) -> Choice | None:
    """The one that breaks the fewest checks, the likeliest of several; None of none."""
    return min(choices, key=lambda choice: (choice.weight, -choice.score), default=None)


def judged_all(
    source: str, hypotheses: Sequence[Hypothesis], context: Context
) -> tuple[Choice, ...]:
    """The hypotheses, the likeliest first, up to one that breaks no check: none can be better."""
    found: list[Choice] = []
    for each in sorted(hypotheses, key=lambda hypothesis: -hypothesis.score):
        found.append(judged(source, each.text, each.score, each.at_limit, context))
        if not found[-1].weight:
            break
    return tuple(found)


def waver_about_numbers(choices: Sequence[Choice]) -> bool:
    """Whether a number is wrong in all of them, but not the same one in the same way.

    Then the model is in doubt about it, and a wider search mends the mistake often (116 of 764
    with the small packages of our tests); where it is sure of it, never (0 of 23).
    """
    mistakes = {choice.hidden_mistakes for choice in choices}
    return len(mistakes) > 1 and () not in mistakes


def judged(source: str, text: str, score: float, at_limit: bool, context: Context) -> Choice:
    """A text with everything that the checks find in it."""
    text = " ".join(text.replace("\0", "").split())
    findings = check(Pair(source, text, context))
    if at_limit:
        cut = Finding("cut", Severity.ERROR, "the engine reached its limit: the end may be missing")
        findings = (*findings, cut)
    return Choice(text, score, findings, at_limit)

"""What was drafted and what was left, in the words that ``draft`` and ``build`` print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from diglot.checks import Finding, Severity
from diglot.pipeline import Rendered
from diglot.steps.draft import Drafted, LeftOut, Outcome, Text

_SHOWN = 20
"""Lines of a document, of what is doubtful in its drafts."""


def drafted_text(drafted: Sequence[Drafted]) -> str:
    """What was drafted, document by document, and what of it a person ought to see first."""
    if not drafted:
        return "Nothing to draft."
    return "\n".join(line for each in drafted for line in _drafted_lines(each))


def _drafted_lines(drafted: Drafted) -> Iterator[str]:
    texts = [r.outcome for r in drafted.results if isinstance(r.outcome, Text)]
    left_out = [(r.segment, r.outcome) for r in drafted.results if isinstance(r.outcome, LeftOut)]
    engines = Counter(text.engine for text in texts)
    from_where = ", ".join(f"{number} {engine}" for engine, number in engines.items())
    name = f"{drafted.catalogue.document} ({drafted.catalogue.language})"
    alone = drafted.left_alone
    doubtful = [(r.segment, f) for r in drafted.results for f in _errors(r.outcome)]
    yield (
        f"{name}: {len(texts)} drafted"
        + (f" ({from_where})" if texts else "")
        + (f", {len(left_out)} left untranslated" if left_out else "")
        + (f", {len(doubtful)} errors to look at" if doubtful else "")
        + (f", {alone} left alone (needs-work, conflict)" if alone else "")
    )
    told = [
        *(f"{segment.key}: left untranslated: {why.why}" for segment, why in left_out),
        *(f"{segment.key}: {found.check}: {found.message}" for segment, found in doubtful),
    ]
    yield from (f"  {line}" for line in told[:_SHOWN])
    if len(told) > _SHOWN:
        yield f"  … and {len(told) - _SHOWN} more"


def _errors(outcome: Outcome) -> list[Finding]:
    if not isinstance(outcome, Text):
        return []
    return [finding for finding in outcome.findings if finding.severity is Severity.ERROR]


def left_untranslated(rendered: Rendered) -> Iterator[str]:
    """How many segments show the source because there is no translation, and why."""
    for code, number in rendered.untranslated.items():
        if number:
            yield f"{code}: {number} segments are left untranslated."
    yield from (f"  {problem}" for problem in rendered.not_drafted)


def progress_line(done: int, total: int, seconds: float) -> str:
    """``1,200 of 10,000 words, 310 words/s, 28 s left``."""
    left = f", {(total - done) * seconds / done:,.0f} s left" if done else ""
    return f"{done:,} of {total:,} words, {speed(done, seconds)}{left}"


def speed(words: int, seconds: float) -> str:
    """``310 words/s``."""
    return f"{words / seconds:,.0f} words/s" if seconds > 0 else ""

"""Facts that stand in another sentence of the block: right as a whole, so nothing is said.

Law: what is left of a segment's findings without its block stays in their order, and nothing is
added to them.
"""

from __future__ import annotations

from collections.abc import Iterator

from diglot.checks.finding import Check, Finding, Pair, Span


def without_moved(pair: Pair, check: Check) -> Iterator[Finding]:
    """The check's findings in the segment whose fact is wrong in the block too."""
    findings = list(check(pair))
    if not findings or pair.block is None or pair.block.source == pair.source:
        yield from findings
        return
    wrong = {
        seen for finding in check(pair.block) for seen in _seen(finding, pair.block) if seen[1]
    }
    for finding in findings:
        if not wrong.isdisjoint(_seen(finding, pair)):
            yield finding


def _seen(finding: Finding, pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    """What the finding points at on either side."""
    return (
        ("source", _at(pair.source, finding.source_span)),
        ("target", _at(pair.target, finding.target_span)),
    )


def _at(text: str, span: Span | None) -> str:
    return text[span[0] : span[1]] if span else ""

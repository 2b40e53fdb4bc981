"""Check a catalogue: what a reviewer must not miss in it.

In: a catalogue and what is known of the project. Out: findings, each with its segment, in the order
of the file. What has no translation is no finding (``status`` counts it); what is stale or a draft
of an earlier source is checked like everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from diglot.checks import Check, Context, Finding, Severity
from diglot.checks import check as check_pair
from diglot.model.catalogue import Catalogue, Segment
from diglot.steps.check.between import between_segments
from diglot.steps.check.dismissals import dismissed, is_dismissed
from diglot.steps.check.languages import are_all_for, checks_for
from diglot.steps.check.pairs import pairs_of
from diglot.steps.check.undecided import undecided

__all__ = ["Checked", "Found", "are_all_for", "check", "dismissed"]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the segment that it is about."""

    segment: Segment
    finding: Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a catalogue."""

    document: str
    language: str
    found: tuple[Found, ...]
    segments: tuple[Segment, ...]
    """Those that were looked at, in the order of the file."""
    untranslated: int
    """Segments that have no translation to look at."""
    dismissed: int
    """Findings that somebody has said are none."""

    def count(self, severity: Severity) -> int:
        """How many findings matter as much as this."""
        return sum(each.finding.severity is severity for each in self.found)


def check(
    catalogue: Catalogue,
    context: Context,
    *,
    wanted: Callable[[Segment], bool] = lambda segment: True,
    hints: bool = True,
) -> Checked:
    """Everything that the checks find in the segments that are wanted; without hints if need be.

    The others are looked at where they matter for these: as the rest of a block, or as another
    translation of the same text.
    """
    segments = tuple(each for each in catalogue.active if each.target and wanted(each))
    chosen = {each.identity for each in segments}
    everything = [
        each
        for each in _everything(catalogue, context, checks_for(context, hints=hints))
        if each.segment.identity in chosen and (hints or each.finding.severity is not Severity.HINT)
    ]
    kept = [each for each in everything if not is_dismissed(each.segment, each.finding.check)]
    return Checked(
        catalogue.document,
        catalogue.language,
        tuple(sorted(kept, key=lambda each: each.segment.line or 0)),
        segments,
        sum(not each.target and wanted(each) for each in catalogue.active),
        len(everything) - len(kept),
    )


def _everything(catalogue: Catalogue, context: Context, checks: Sequence[Check]) -> Iterator[Found]:
    for segment, pair in pairs_of(catalogue, context):
        for finding in check_pair(pair, checks):
            yield Found(segment, finding)
    for segment in catalogue.active:
        for finding in undecided(segment):
            yield Found(segment, finding)
    for segment, finding in between_segments(catalogue, context):
        yield Found(segment, finding)

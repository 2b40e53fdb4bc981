"""Proposals for one segment, the surest first: each one key away, none ever taken on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diglot.checks import Context, Finding
from diglot.checks.numbers.proposal import numbers_exchanged, numbers_put_right
from diglot.checks.terms import occurrences
from diglot.model.catalogue import Catalogue, Segment
from diglot.reviewing.memory import Memory, Remembered


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text that could stand there, and where it comes from."""

    kind: str
    """``exchanged`` (only numbers changed), ``numbers``, ``term``, ``memory``, ``near``."""
    text: str
    origin: Remembered | None = None


def suggestions(
    catalogue: Catalogue,
    segment: Segment,
    text: str,
    findings: tuple[Finding, ...],
    known: tuple[Context, Memory],
) -> tuple[Suggestion, ...]:
    """For a segment whose translation is ``text`` at the moment."""
    context, memory = known
    found: dict[str, Suggestion] = {}
    for each in _all(catalogue, segment, text, findings, context, memory):
        if each.text and each.text != text:
            found.setdefault(each.text, each)
    return tuple(found.values())


def was(segment: Segment) -> str | None:
    """The source that the translation was made for, where it is another one."""
    said = next(iter(segment.holding("stale")), None)
    return said.get("was") if said else None


def _all(
    catalogue: Catalogue,
    segment: Segment,
    text: str,
    findings: tuple[Finding, ...],
    context: Context,
    memory: Memory,
) -> Iterator[Suggestion]:
    before = was(segment)
    if context.changes_direction and text:
        if before and (exchanged := numbers_exchanged(before, segment.source, text)):
            yield Suggestion("exchanged", exchanged)
        right = numbers_put_right(segment.source, text)
        if right:
            yield Suggestion("numbers", right)
        yield from _terms(segment, right or text, findings, context)
    for each in memory.like(catalogue, segment):
        yield Suggestion("memory" if each.likeness == 1.0 else "near", each.target, each)


def _terms(
    segment: Segment, text: str, findings: tuple[Finding, ...], context: Context
) -> Iterator[Suggestion]:
    """A forbidden translation exchanged for the wanted one."""
    wanted = {found.span: found.term for found in occurrences(segment.source, context.glossary)}
    for finding in findings:
        term = wanted.get(finding.source_span) if finding.source_span else None
        if finding.check == "glossary" and finding.target_span and term and term.targets:
            first, last = finding.target_span
            if last <= len(text):
                yield Suggestion("term", text[:first] + term.targets[0] + text[last:])

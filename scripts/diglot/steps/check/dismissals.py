"""Findings that somebody has said are none: ``# diglot: dismissed src=… tgt=… check=… by=…``.

Bound to both texts: with either of them changed, the finding comes back. One that nothing was found
for does no harm.
"""

from __future__ import annotations

from dataclasses import replace

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import hash8
from diglot.model.statement import state_that

DISMISSED = "dismissed"


def is_dismissed(segment: Segment, check: str) -> bool:
    """Whether somebody has looked at what this check finds in just these texts."""
    statements = [each for each in segment.statements if each.kind == DISMISSED]
    return bool(statements) and any(
        (each.src, each.tgt, each.get("check"))
        == (hash8(segment.source), hash8(segment.target), check)
        for each in statements
    )


def dismissed(
    catalogue: Catalogue, identities: frozenset[tuple[str, str]], check: str, by: str
) -> Catalogue:
    """The catalogue in which these segments say that what the check finds in them is none."""
    return catalogue.with_segments(
        tuple(
            _said_of(segment, check, by)
            if segment.identity in identities and not is_dismissed(segment, check)
            else segment
            for segment in catalogue.segments
        )
    )


def _said_of(segment: Segment, check: str, by: str) -> Segment:
    who = {"by": by} if by else {}
    said = state_that(DISMISSED, segment.source, segment.target, check=check, **who)
    return replace(segment, comments=(*segment.comments, said))

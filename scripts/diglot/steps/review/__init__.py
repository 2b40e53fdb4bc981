"""What a reviewer does to one segment, beside confirming it (``mark``).

In: a segment. Out: the segment with the text, the objection, the note in it.

Laws: each says the same when it is done twice; a statement is bound to the texts that it was made
on; nobody else's statement goes, but the objection to a text that was answered.
"""

from diglot.steps.review.deciding import (
    confirmable,
    contradicted,
    doubted,
    left_empty,
    noted,
    objected,
    rewritten,
    settled,
)
from diglot.steps.review.merging import merged

__all__ = [
    "confirmable",
    "contradicted",
    "doubted",
    "left_empty",
    "merged",
    "noted",
    "objected",
    "rewritten",
    "settled",
]

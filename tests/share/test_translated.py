"""How far the translation on a page has been reviewed."""

from __future__ import annotations

import pytest

from diglot.steps.share.translated import review_of, reviewed_words


def counts(**segments: int) -> dict[str, dict[str, int]]:
    return {state: {"segments": n, "words": 10 * n} for state, n in segments.items()}


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (counts(untranslated=2), "none"),
        (counts(untranslated=1, draft=1), "draft"),
        (counts(draft=1, edited=1), "draft"),
        (counts(edited=1, stale=1), "unreviewed"),
        (counts(reviewed=1, draft=1), "partly"),
        (counts(reviewed=2), "reviewed"),
        (counts(), ""),
    ],
)
def test_how_far_a_text_has_been_reviewed(found: dict[str, dict[str, int]], kind: str) -> None:
    assert review_of(found) == kind


def test_words_are_counted_over_all_states() -> None:
    assert reviewed_words(counts(reviewed=1, draft=2, untranslated=1)) == (10, 40)

"""Whether a page is a translation."""

from __future__ import annotations

import pytest

from diglot.steps.share.translated import is_translated, review_of, reviewed_words


def counts(**segments: int) -> dict[str, dict[str, int]]:
    return {state: {"segments": n, "words": 10 * n} for state, n in segments.items()}


@pytest.mark.parametrize("state", ["draft", "edited", "stale", "reviewed"])
def test_one_sentence_in_the_language_makes_a_translation(state: str) -> None:
    assert is_translated(counts(untranslated=9, **{state: 1}), only_reviewed=False)


def test_a_page_without_any_is_none() -> None:
    assert not is_translated(counts(untranslated=9, draft=0), only_reviewed=False)


@pytest.mark.parametrize("state", ["draft", "edited", "stale"])
def test_where_only_reviewed_text_is_published_nothing_else_counts(state: str) -> None:
    assert not is_translated(counts(**{state: 9}), only_reviewed=True)
    assert is_translated(counts(reviewed=1, **{state: 9}), only_reviewed=True)


def test_a_page_with_nothing_to_translate_is_what_it_is_in_every_language() -> None:
    assert is_translated(counts(untranslated=0), only_reviewed=True)
    assert is_translated({}, only_reviewed=False)


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

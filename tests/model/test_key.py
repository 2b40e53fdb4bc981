"""Keys: given once, unique, good for an address."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from diglot.model.key import anchor, digits_of, new_block_key, slug
from tests.strategies import any_text


@given(any_text, st.integers(min_value=1, max_value=40))
def test_equal_texts_get_different_keys(text: str, number: int) -> None:
    """Hashed again on a collision, so the same text may stand in a document often."""
    taken: set[str] = set()
    for _ in range(number):
        taken.add(digits_of(new_block_key("section", text, taken)))

    assert len(taken) == number


def test_a_key_depends_on_the_text_alone() -> None:
    """SHA-256 of the text; no position, no time."""
    assert new_block_key("military-campaign", "نص", ()) == "military-campaign/e01176"


@given(any_text)
def test_a_slug_is_always_an_id(text: str) -> None:
    """Of whatever a heading consists."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert len(slug(text)) <= 48


def test_an_arabic_heading_gives_a_readable_slug() -> None:
    """For people who know the words."""
    assert slug("الحملة العسكرية") == "alhmla-alaskrya"
    assert slug("Chapter 2: Scope") == "chapter-2-scope"


def test_anchors_are_the_same_in_every_language() -> None:
    """They are made of the key alone."""
    assert anchor("military-campaign/3f2a91") == "b-3f2a91"
    assert anchor("military-campaign/title") == "military-campaign"
    assert anchor("document/title") == "document"

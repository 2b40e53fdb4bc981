"""What stands in the span of a sentence is read back as the text that was rendered."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from diglot.markup import sentence_span, stamp
from diglot.markup.sentence_span import plain, visible
from diglot.model.key import hash8
from diglot.steps.render.inline import isolated
from tests import strategies
from tests.builders import ARABIC, ENGLISH

MIXED = st.lists(
    st.sampled_from(
        [
            "<b>",
            "</span>",
            "&amp;",
            "&#39;",
            "&",
            "\u202e",
            "الجيش",
            "C++",
            "(2017)",
            "\n",
            " ",
            "<bdi>",
        ]
    )
).map("".join)


@given(strategies.any_text | MIXED, st.sampled_from((ARABIC, ENGLISH)))
def test_the_content_of_a_span_gives_the_text_back(text: str, language: object) -> None:
    content = isolated(text, ARABIC if language == ARABIC else ENGLISH, "ar")

    assert visible(plain(content)) == visible(text)
    assert visible(visible(text)) == visible(text)


@given(strategies.any_text | MIXED)
def test_no_text_ends_its_span(text: str) -> None:
    written = f"{sentence_span.begin(3)}{isolated(text, ENGLISH)}</span> and more</span>"
    (found,) = sentence_span.SPAN.finditer(written)

    frame, contents = sentence_span.parted(written)

    assert found["number"] == "3"
    assert contents == [found["content"]]
    assert frame == f"{found['begin']}</span> and more</span>"
    assert written[found.end() :] == " and more</span>"


def test_a_stamp_tells_the_sentences_from_what_stands_around_them() -> None:
    body = f"---\n\n{sentence_span.begin(1)}One &#38; <bdi>two</bdi></span> {'{ #b-000000 .dg }'}\n"
    page = stamp.stamped("---\ntitle: One\ndescription: One two\ndiglot:\n  language: en\n", body)
    other_text = page.replace("One", "Only")  # in title and description as well
    other_frame = re.sub("b-000000", "b-000001", page)
    found = stamp.stamp_of(page)

    assert stamp.is_untouched(page)
    assert found is not None
    assert found.head == (hash8("title: One"), hash8("description: One two"))
    assert found.texts == (stamp.text_hash("One &amp; two"),)
    assert stamp.frame_of(page) == stamp.frame_of(other_text) == found.frame
    assert stamp.frame_of(other_frame) != found.frame
    assert not stamp.is_untouched(other_text)

"""What a page says, as plain text and in rows: nothing of it lost, nothing of the site in it."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.language import Language
from diglot.steps import take_away
from diglot.steps.take_away.book import serialised
from diglot.steps.take_away.page_text import page_text, words
from diglot.steps.take_away.rows import rows

ENGLISH = Language("en", "English")
MARK = (
    '<small class="dg-mark" data-search-exclude><a class="dg-mark-state" href="#x">'
    '<span class="dg-mark-word">{says}</span></a> <a class="dg-mark-other" href="../x/">'
    '<span class="dg-mark-this">This passage in</span> Arabic</a></small>'
)


def passage(state: str, text: str, tag: str = "p", name: str = "b-000001") -> str:
    mark = MARK.format(says=f"It is {state}")
    return f'<{tag} class="dg {state}" id="{name}"><span data-s="1">{text}</span> {mark}</{tag}>'


def as_text(section: str, overview: str = '<h1 id="document">A title</h1>') -> str:
    return take_away.plain_text(take_away.book("paper", ENGLISH, overview, {"part": section}))


@pytest.mark.parametrize("state", ["untranslated", "stale", "draft", "edited"])
def test_a_passage_that_is_not_reviewed_says_so_in_words(state: str) -> None:
    text = as_text(passage(state, "A sentence."))

    assert f"A sentence. [It is {state}]\n" in text
    assert "This passage in" not in text


@pytest.mark.parametrize("state", ["reviewed", "source"])
def test_a_passage_that_is_reviewed_or_the_original_has_no_mark(state: str) -> None:
    text = as_text(passage(state, "A sentence."))

    assert text.endswith("\n\nA sentence.\n")


def test_a_passage_that_was_left_out_on_purpose_keeps_its_mark() -> None:
    assert "[It is reviewed]" in as_text(passage("reviewed", ""))


def test_a_reviewed_heading_has_no_mark_below_it() -> None:
    mark = MARK.format(says="Reviewed")
    html = (
        f'<h1 class="dg reviewed" id="part">Title</h1><p class="dg-mark-line reviewed">{mark}</p>'
    )

    assert as_text(html).endswith("\nTitle\n=====\n")


def test_what_belongs_to_the_site_is_left_out() -> None:
    html = (
        '<h1 id="part">Title<a class="headerlink" href="#part">¶</a></h1>'
        '<aside class="dg-banner"><p>A banner</p></aside><details><p>What changed</p></details>'
        "<p data-search-exclude>Controls</p><script>run()</script><p>Text.</p>"
    )

    assert as_text(html).endswith("\n\nTitle\n=====\n\nText.\n")


def test_lists_tables_and_quotations_are_to_be_told_apart() -> None:
    html = (
        '<ul><li class="dg source dg-marked"><span class="dg-m" dir="ltr">1)</span> One</li>'
        "<li>Two<ul><li>Three</li></ul></li></ul>"
        "<table><thead><tr><th>Item</th><th>Number</th></tr></thead>"
        "<tbody><tr><td>Apples</td><td>12</td></tr></tbody></table>"
        "<blockquote><p>Said.</p></blockquote>"
    )

    assert as_text(html).endswith(
        "\n1) One\n- Two\n  - Three\n\nItem | Number\nApples | 12\n\n> Said.\n"
    )


def test_facts_and_state_stand_at_the_beginning() -> None:
    overview = (
        '<h1 id="document">A title</h1><dl class="dg-facts"><div><dt>Date</dt><dd>Monday</dd></div>'
        '</dl><aside class="dg-banner"><p class="dg-banner-text"><strong>Draft.</strong> All of '
        'it.</p><p class="dg-banner-about">About</p></aside><h2 id="sections">Sections</h2><p>x</p>'
    )

    assert as_text("<p>Text.</p>", overview) == (
        "A title\n=======\n\nDate: Monday\n\nDraft. All of it.\n\n\nText.\n"
    )


@given(st.text())
def test_text_is_data(text: str) -> None:
    """Whatever it is: it comes out as it went in, white space aside."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    sound = "".join(
        c if (c >= " " and c not in "\ufffe\uffff") or c in "\t\n\r" else "\ufffd" for c in text
    )
    element = page_text(f"<p>{escaped}</p><p>end</p>")

    assert words(element) == " ".join(f"{sound}end".split())
    assert words(fromstring(serialised(element))) == words(element)


def test_passages_of_the_same_key_stand_in_one_row() -> None:
    own = "".join(passage("source", f"Own {n}", name=f"b-{n}") for n in "1235")
    other = "".join(passage("draft", f"Other {n}", name=f"b-{n}") for n in "1345")

    found = rows(page_text(own), page_text(other))

    assert [(" ".join(map(words, row.own)), " ".join(map(words, row.other))) for row in found] == [
        ("Own 1", "Other 1 It is draft"),
        ("Own 2", ""),
        ("Own 3", "Other 3 It is draft"),
        ("", "Other 4 It is draft"),
        ("Own 5", "Other 5 It is draft"),
    ]


def test_each_item_of_a_list_has_a_row_of_its_own() -> None:
    def listed(word: str) -> str:
        return (
            f'<ul><li id="b-1">{word} 1<ul><li id="b-2">{word} 2</li></ul></li>'
            f'<li id="b-3">{word} 3</li></ul>'
        )

    found = rows(page_text(listed("own")), page_text(listed("other")))

    assert [tuple(words(each[0]) for each in (row.own, row.other)) for row in found] == [
        ("own 1", "other 1"),
        ("own 2", "other 2"),
        ("own 3", "other 3"),
    ]

"""The passages of a page, from its HTML."""

from __future__ import annotations

from diglot.steps import search


def found(html: str, language: str = "en") -> list[tuple[str, str]]:
    return [(each.anchor, each.text) for each in search.passages(html, language)]


def test_blocks_with_a_key_are_passages_with_that_anchor() -> None:
    html = """<h1 id="war" class="dg">The <em>war</em><a class="headerlink" href="#war">¶</a></h1>
      <p id="b-3f2a91" class="dg draft"><span data-s="1">One &amp; two.</span>
      <small data-search-exclude><span>Draft</span> of a machine</small></p>
      <ul><li id="b-000001">Item<ul><li id="b-000002"><p>Inner</p><p>more</p></li></ul>end</li></ul>
      <table><tr><th id="b-00000a">Head</th><td id="b-00000b">8,200<br>tons</td><td></td>
      </tr></table>"""

    assert found(html) == [
        ("war", "The war"),
        ("b-3f2a91", "One & two."),
        ("b-000001", "Item end"),
        ("b-000002", "Inner more"),
        ("b-00000a", "Head"),
        ("b-00000b", "8,200 tons"),
    ]


def test_blocks_of_a_hand_written_page_lead_to_the_heading_above_them() -> None:
    html = "<p>Before</p><h2 id='how'>How</h2><p>One</p><blockquote><p>Two</p></blockquote>"

    assert found(html) == [("", "Before"), ("how", "How"), ("how", "One"), ("how", "Two")]


def test_what_waits_for_its_translation_is_shown_and_is_not_of_the_language() -> None:
    html = '<p id="b-1">Done. <span lang="ar" dir="rtl">لم <b>يترجم</b>.</span></p>'

    (passage,) = search.passages(html, "en")
    assert passage.text == "Done. لم يترجم."
    assert passage.own == "Done."


def test_scripts_comments_banners_and_lists_of_contents_are_left_out() -> None:
    html = """<!-- a > b --><script>if (a < b) c("x>y")</script><style>p > a {}</style>
      <aside class="dg-banner" markdown="1"><p class="x">Draft</p></aside>
      <p title="a > b">Kept</p><h2 id="sections">Sections</h2><li class="dg-section">Title</li>"""

    assert found(html) == [("", "Kept")]


def test_tags_that_are_not_closed_or_never_opened_lose_no_text() -> None:
    assert [text for _, text in found("<p>one<b>two</p></i><p>three < four")] == [
        "onetwo", "three < four",
    ]  # fmt: skip


def test_a_long_run_of_quotes_takes_no_time() -> None:
    assert found("<a " + "'\"" * 50_000) != []

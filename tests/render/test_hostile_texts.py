"""Nothing in a text is markup: all of Unicode, and the fragments that Markdown is made of."""

from __future__ import annotations

import re
from datetime import date

import jinja2
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.markup import escape
from diglot.model.catalogue import Catalogue
from diglot.model.document import Block, Document, Kind
from diglot.model.key import anchor
from diglot.source import Settings
from diglot.steps.render import is_generated, is_untouched, render
from tests.builders import (
    BOTH,
    block,
    catalogue,
    document,
    draft,
    edited,
    heading,
    quotation,
    reviewed,
    stale,
    table,
)
from tests.pages_as_read import MAXIMAL, PLAIN, as_read, by_id

NASTY = (
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- a -->",
        "-->",
        "<![CDATA[",
    ),
    *(
        "</span>",
        "</p>",
        "</aside>",
        "<?php ?>",
        "<br>",
        '"',
        "'",
        "' onclick='",
        "&copy;",
        "&#42;",
    ),
    *("&", "&amp", "[x](javascript:alert(1))", "![](x.png)", "[x][y]", "[y]: http://a.b", "[^1]"),
    *("[^1]: note", "[[wiki]]", "[ ]", "[x]", "{#id}", "{: .x}", "{ .x }", "{.x #y}", "{@a=b}"),
    *("{{ config }}", "{% raw %}", "{# a #}", "*x*", "**x**", "_x_", "__x__", "***", "`x`", "``"),
    *(
        "```",
        "~~~",
        "~~x~~",
        "^x^",
        "^^x^^",
        "==x==",
        "++x++",
        "++ctrl+alt++",
        "{++x++}",
        "{--x--}",
    ),
    *("---", "***", "- ", "* ", "+ ", "1. ", "1) ", "#", "# ", "## x ##", "> ", "|", "| a | b |"),
    *(":---:", ": x", ":smile:", ":)", "--8<--", '--8<-- "x"', ";--8<--", "*[HTML]: x", "HTML"),
    *(
        "http://a.example/b?c=d&e",
        "https://x.yz",
        "www.example.org",
        "WWW.A.B",
        "ftp://a.b",
        "mailto:",
    ),
    *(
        "press@example.org",
        "@user",
        "@user/repo",
        "user/repo#1",
        "#12",
        "!34",
        "?56",
        "a" * 40,
        "a" * 39 + "١",
    ),
    *("$x$", "$$", r"\(x\)", r"\[", "\\", r"\*", "(c)", "(tm)", "(r)", "+/-", "1/2", "1st", "12th"),
    *("c/o", "=/=", "<--", "...", "--", "<<", ">>", "«", "!!! note", "??? x", '=== "t"', "/// x"),
    *("///", "[=50%]", "\x02", "\x03", "\x02wzxhzdk:0\x03", "wzxhzdk:0", "\x02klzzwxh:0000\x03"),
    *("\x00", "\n", "\r\n", "\n\n", "\t", "    x", "\u2028", "\x85", "\x0c", "\u200b", "\u200d"),
    *("\u202e", "\u2066", "\ufeff", "\ud800", "\uffff", "\xa0", " ", "  \n", "title: x", "%", ":"),
    *("C++", "الحملة", "١)", "و", "2014", "a", "B", "@", "=", "(", ")", "-", ".", "/", "+1 (202)"),
)

texts = st.lists(
    st.one_of(
        st.sampled_from(NASTY),
        st.text(st.characters(exclude_categories=()), max_size=5),
    ),
    min_size=1,
    max_size=6,
).map("".join)
kinds = st.sampled_from([kind for kind in Kind if kind not in (Kind.TITLE, Kind.HEADING)])


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """A block of any kind, at any depth, with any marker."""
    return Block(
        draw(kinds),
        tuple(draw(st.lists(texts, min_size=1, max_size=3))),
        line=1,
        marker=draw(st.one_of(st.just(""), st.just("•"), texts)),
        depth=draw(st.integers(0, 7)),
        row=draw(st.integers(0, 3)),
        column=draw(st.integers(0, 3)),
    )


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, Catalogue, Settings]:
    """A document full of hostile texts, translated into hostile texts in every state."""
    parts = draw(st.lists(blocks(), max_size=6))
    made = document(*parts, heading(draw(texts), "2nd-part"), draw(blocks()), title=draw(texts))
    sources = list(dict.fromkeys(text for each in made.blocks() for text in each.segments))
    states = st.sampled_from([draft, edited, reviewed, stale])
    translated = {text: draw(states)(text, draw(texts)) for text in sources if draw(st.booleans())}
    local = {"": draw(texts), "en": draw(texts)}
    about = Settings("paper", "", date(2017, 3, 22), local, local, local)
    return made, catalogue(made, translated), about


OUR_LINK = re.compile(r"#[a-z0-9-]+|[a-z0-9-]+\.md|(\.\./)+[a-z0-9/-]*(#[a-z0-9-]+|about\.md)")
ELEMENTS = frozenset(
    "page h1 h2 p span small a bdi aside strong ul li blockquote table thead tbody tr th td "
    "dl div dt dd meter details summary del ins".split()
)
ATTRIBUTES = frozenset(
    "id class data-s data-short lang dir href hreflang title rel aria-label aria-hidden "
    "data-search-exclude max value style".split()
)


def shown(block: Block, language: str, translations: Catalogue) -> str:
    """The text that a block must have on a page."""
    found = []
    for text in block.sentences:
        segment = translations.get(block.key or "", text) if language == "en" else None
        found.append(segment.target if segment and segment.target else text)
    return " ".join(escape.clean(" ".join(found)).split())


EXTENSIONS = pytest.mark.parametrize("extensions", [PLAIN, MAXIMAL], ids=["plain", "maximal"])


@EXTENSIONS
@settings(max_examples=60, deadline=None)
@given(documents())
def test_a_page_shows_the_text_and_no_element_or_id_but_ours(
    extensions: list[str], made: tuple[Document, Catalogue, Settings]
) -> None:
    """Whatever the texts hold, and whatever the project switches on."""
    assert_only_ours(*made, extensions)


@EXTENSIONS
def test_no_fragment_of_markup_is_markup(extensions: list[str]) -> None:
    """Each by itself and between words, in every kind of block; nothing is left to chance."""
    texts = [text for each in NASTY for text in (each, f"word {each} word", f"كلمة {each} كلمة")]
    parts = [block(text, kind=kind) for text in texts for kind in (Kind.PARAGRAPH, Kind.ITEM)]
    cells = table(*((text, text) for text in texts))
    made = document(*parts, *(quotation(text) for text in texts), cells, title=NASTY[0])

    translations = catalogue(made, {text: text for text in texts})

    assert_only_ours(made, translations, Settings("paper"), extensions)


def assert_only_ours(
    made: Document, translations: Catalogue, about: Settings, extensions: list[str]
) -> None:
    """The law: texts as they are; elements, attributes, links and ids of ours alone."""
    anchors: dict[str, set[str]] = {"ar": set(), "en": set()}
    expected = {anchor(b.key): b for b in made.blocks() if b.key}
    addresses = {text.strip() for text in about.origin.values()}
    for page in render(made, {"en": translations}, about, BOTH):
        language = page.path.parts[0]
        root = as_read(page.text, extensions)
        for element in root.walk():
            assert element.tag in ELEMENTS
            assert set(element.attributes) <= ATTRIBUTES
            href = element.attributes.get("href")
            assert href is None or href in addresses or OUR_LINK.fullmatch(href)
        for name, element in by_id(root).items():
            if name in expected:
                anchors[language].add(name)
                assert "dg" in element.classes
                wanted = shown(expected[name], language, translations)
                assert element.text("dg-mark", "dg-m", "dg-change") == wanted
            else:
                assert name in {"sections", "progress-en", "introduction"}
    assert anchors == {"ar": set(expected), "en": set(expected)}


@settings(max_examples=60, deadline=None)
@given(documents())
def test_the_front_matter_is_yaml_that_says_what_it_means(
    made: tuple[Document, Catalogue, Settings],
) -> None:
    """Titles are HTML-escaped in it, because themes print them as they stand."""
    given_document, translations, about = made

    for page in render(given_document, {"en": translations}, about, BOTH):
        page.text.encode("utf-8")
        front = yaml.safe_load(page.text.split("\n---\n", 1)[0].removeprefix("---\n"))

        assert front["diglot"]["document"] == "paper"
        assert front["title"].strip()
        assert not set('<>"{') & set(front["title"] + front["description"])
        assert is_generated(page.text)
        assert is_untouched(page.text)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_jinja_finds_nothing_in_a_page(made: tuple[Document, Catalogue, Settings]) -> None:
    """Some projects run Jinja over their pages (mkdocs-macros)."""
    given_document, translations, about = made

    for page in render(given_document, {"en": translations}, about, BOTH):
        template = jinja2.Environment(keep_trailing_newline=True).from_string(page.text)

        assert template.render() == page.text

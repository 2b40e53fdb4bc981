"""Terms of the glossary in the text of pages: which words are marked, and what is said of them."""

from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.checks.terms import Occurrence
from diglot.language import Language
from diglot.markup import escape
from diglot.markup.sentence_span import plain, visible
from diglot.model.catalogue import Catalogue
from diglot.model.document import Document, Kind
from diglot.model.glossary import Glossary, Term, anchor
from diglot.source import Settings
from diglot.steps.adopt import adopt
from diglot.steps.render import render
from diglot.steps.render.inline import isolated
from diglot.steps.render.terms import in_translation
from diglot.steps.search import passages
from tests import strategies
from tests.builders import ARABIC, BOTH, ENGLISH, block, catalogue, document, heading, item, table
from tests.pages_as_read import MAXIMAL, Element, as_read
from tests.test_adopt import PATH

MOSUL = Term("الموصل", ("Mosul",), ("contactor",), "city; in Arabic الموصل too")
EAST = Term("شرق الموصل", ("eastern Mosul",))
COALITION = Term("التحالف الدولي", ("Global Coalition", "Coalition"))
OTHER_COALITION = Term("الائتلاف", ("Coalition",))
NEVER = Term("هدف", (), ("aim",))
GLOSSARY = Glossary((MOSUL, EAST, COALITION, OTHER_COALITION, NEVER))

AGAIN = "عاد التحالف الدولي إلى شرق الموصل."
PAPER = document(
    "في الموصل هدف ولمدينة الموصل نهر.",
    item("بالموصل C++ فقط."),
    table(("الاسم", "شرق الموصل"), ("أ", "7")),
    heading("الموصل", "mosul"),
    block("الموصل", kind=Kind.HEADING),
    AGAIN,
)
FOUND = catalogue(
    PAPER,
    {
        "في الموصل هدف ولمدينة الموصل نهر.": "In Mosul there is an aim; Mosul has a river.",
        "بالموصل C++ فقط.": "Only C++ in Mosul.",
        "شرق الموصل": "Eastern Mosul",
        "الموصل": "Mosul",
        AGAIN: "The Global Coalition came back to the east.",
    },
)


def pages(
    made: Document = PAPER,
    found: Catalogue = FOUND,
    terms: Glossary = GLOSSARY,
    languages: tuple[Language, ...] = BOTH,
) -> dict[str, str]:
    rendered = render(made, {"en": found}, Settings("paper"), languages, glossary=terms)
    return {str(page.path): page.text for page in rendered}


def page(path: str, terms: Glossary = GLOSSARY) -> Element:
    return as_read(pages(terms=terms)[path])


def marked(root: Element) -> list[tuple[str, str | None]]:
    """The marked words with the addresses of their links."""
    return [(e.text(), e.attributes["href"]) for e in root.walk() if "dg-term" in e.classes]


def notes(root: Element) -> dict[str, list[str]]:
    """What the list at the end of the page says, by id."""
    (section,) = (e for e in root.walk() if "dg-terms" in e.classes)
    return {
        str(e.attributes["id"]): [
            part.text()
            for part in e.walk()
            if part.tag in {"dt", "dd"} and "dg-term-entry" not in part.classes
        ]
        for e in section.walk()
        if "id" in e.attributes
    }


def link(term: Term) -> str:
    return f"#{anchor(term)}"


def test_a_term_is_marked_as_published_where_it_first_stands_on_a_page() -> None:
    introduction = page("ar/paper/introduction.md")

    assert marked(introduction) == [("الموصل", link(MOSUL)), ("شرق الموصل", link(EAST))]
    assert marked(page("en/paper/introduction.md")) == [
        ("Mosul", link(MOSUL)),
        ("Eastern Mosul", link(EAST)),
    ]


def test_a_term_is_marked_with_what_arabic_writes_onto_it() -> None:
    made = document("ولتحالفهم وبالتحالف الدولي.")
    found = as_read(pages(made, catalogue(made, {}))["ar/paper/introduction.md"])

    assert marked(found) == [("وبالتحالف الدولي", link(COALITION))]


def test_a_translation_without_the_term_of_its_source_is_not_marked() -> None:
    assert marked(page("ar/paper/mosul.md"))[-1] == ("شرق الموصل", link(EAST))
    assert marked(page("en/paper/mosul.md")) == [("Global Coalition", link(COALITION))]


def test_a_word_whose_source_is_no_term_is_not_marked() -> None:
    made = document("مدينة أخرى.")
    found = catalogue(made, {"مدينة أخرى.": "Mosul"})

    assert marked(as_read(pages(made, found)["en/paper/introduction.md"])) == []


def test_what_waits_for_its_translation_is_not_marked() -> None:
    made = document("في الموصل.", "إلى الموصل.")
    found = catalogue(made, {"إلى الموصل.": "To Mosul."})

    assert marked(as_read(pages(made, found)["en/paper/introduction.md"])) == [
        ("Mosul", link(MOSUL))
    ]


def test_headings_and_titles_are_not_marked() -> None:
    root = page("en/paper/mosul.md")
    titles = [e for e in root.walk() if e.tag in {"h1", "h2"}]

    assert [title.text().strip() for title in titles] == ["Mosul", "Mosul"]
    assert not [e for title in titles for e in title.walk() if e.tag == "a"]
    assert 'class="dg-term"' not in pages()["en/paper/index.md"]


def test_the_list_of_a_page_has_both_languages_and_the_note() -> None:
    english, arabic = (notes(page(f"{code}/paper/introduction.md")) for code in ("en", "ar"))

    assert english[anchor(MOSUL)] == ["Mosul", "الموصل", MOSUL.note]
    assert arabic[anchor(MOSUL)] == ["الموصل", "Mosul", MOSUL.note]
    assert english[anchor(EAST)] == ["eastern Mosul", "شرق الموصل"]
    assert notes(page("en/paper/mosul.md"))[anchor(COALITION)][0] == "Global Coalition, Coalition"


@pytest.mark.parametrize(
    ("folders", "address"), [(True, "../../glossary/"), (False, "../glossary/index.html")]
)
def test_the_list_leads_to_the_entry_in_the_glossary(folders: bool, address: str) -> None:
    made = render(
        PAPER, {"en": FOUND}, Settings("paper"), BOTH, directory_urls=folders, glossary=GLOSSARY
    )
    (root,) = (as_read(p.text) for p in made if str(p.path) == "en/paper/introduction.md")
    links = [
        e.attributes["href"] for e in root.walk() if e.tag == "a" and "#t-" in str(e.attributes)
    ]

    assert f"{address}{link(MOSUL)}" in links


def test_the_other_language_has_its_language_and_direction() -> None:
    (said,) = (
        e
        for e in page("ar/paper/mosul.md").walk()
        if e.tag == "bdi" and e.text() == "eastern Mosul"
    )

    assert (said.attributes["lang"], said.attributes["dir"]) == ("en", "ltr")


@pytest.mark.parametrize(
    ("terms", "text", "marked"),
    [
        ((EAST, MOSUL), "Eastern Mosul fell, Mosul did not.", ["Eastern Mosul", "Mosul"]),
        ((MOSUL,), "From Mosul's east.", ["Mosul's"]),
        ((COALITION, OTHER_COALITION), "Global Coalition and Coalition", None),
        ((OTHER_COALITION, COALITION), "Global Coalition and Coalition", None),
        ((OTHER_COALITION, COALITION), "The Coalition and it.", []),
        ((NEVER,), "An aim.", []),
    ],
)
def test_what_may_mean_two_terms_means_none(
    terms: tuple[Term, ...], text: str, marked: list[str] | None
) -> None:
    found = list(in_translation(terms, text))
    words = [text[start:end] for start, end in (each.span for each in found)]

    if marked is None:
        assert {each.term: word for each, word in zip(found, words, strict=True)} == {
            COALITION: "Global Coalition",
            OTHER_COALITION: "Coalition",
        }
    else:
        assert words == marked


@given(
    strategies.any_text | st.text("aC+٣الم(2) <&-\n", min_size=8),
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5))),
    st.sampled_from(BOTH),
)
def test_the_text_is_the_same_with_terms_and_without(
    text: str, places: list[tuple[int, int]], language: Language
) -> None:
    spans, end = [], 0
    for gap, size in places:
        spans.append(Occurrence(MOSUL, (end + gap, end + gap + size)))
        end += gap + size
    within = [each for each in spans if each.span[1] <= len(escape.clean(text))]
    content = isolated(text, language, "ar", within)
    open_tags: list[str] = []
    for close, tag in re.findall(r"<(/?)(a|bdi)\b", content):
        assert not close or open_tags.pop() == tag, "elements cross each other"
        open_tags += [] if close else [tag]

    assert visible(plain(content)) == visible(text)
    assert open_tags == []
    assert content.count("<a ") <= len(within)


@pytest.mark.parametrize("path", ["ar/paper/introduction.md", "en/paper/introduction.md"])
def test_search_reads_the_same_with_terms_and_without(path: str) -> None:
    language = path[:2]
    with_terms, without = (
        passages(html_of(pages(terms=terms)[path]), language) for terms in (GLOSSARY, Glossary())
    )

    assert marked(page(path))
    assert with_terms == without


def html_of(text: str) -> str:
    body = text.partition("---\n\n")[2]
    return markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"])


def test_a_page_shows_the_same_whatever_extensions_there_are() -> None:
    text = pages()["en/paper/introduction.md"]

    assert marked(as_read(text, MAXIMAL)) == marked(as_read(text))
    assert notes(as_read(text, MAXIMAL)) == notes(as_read(text))


def test_what_a_glossary_holds_is_text() -> None:
    terms = Glossary((replace(MOSUL, note='<script>alert("x")</script> {{ config }} | *b*'),))
    root = page("en/paper/introduction.md", terms)

    assert "script" not in {e.tag for e in root.walk()}
    assert notes(root)[anchor(MOSUL)][-1] == terms.terms[0].note


def test_what_is_typed_around_a_term_is_adopted_without_its_markup() -> None:
    now = pages()["en/paper/introduction.md"]
    typed = now.replace("there is an aim", "there was an aim")
    found = adopt(typed, now, PAPER, FOUND, PATH)

    assert typed != now
    assert found.problems == ()
    (change,) = found.changes
    assert change.text == "In Mosul there was an aim; Mosul has a river."
    assert not change.has_markup


def test_a_typed_text_is_adopted_after_the_glossary_has_changed() -> None:
    typed = pages()["en/paper/introduction.md"].replace("there is an aim", "there was an aim")
    now = pages(terms=Glossary((replace(MOSUL, note=""),)))["en/paper/introduction.md"]
    found = adopt(typed, now, PAPER, FOUND, PATH)

    assert found.problems == ()
    assert len(found.changes) == 1


def test_a_change_outside_the_sentences_is_told_not_what_the_glossary_has_changed() -> None:
    typed = pages()["en/paper/introduction.md"].replace("</aside>", "</aside>\n\nA new line.")
    now = pages(terms=Glossary((replace(MOSUL, note=""),)))["en/paper/introduction.md"]
    (problem,) = adopt(typed, now, PAPER, FOUND, PATH).problems

    assert "«A new line.»" in problem.what


@pytest.mark.parametrize(
    "languages",
    [
        (ENGLISH, ARABIC),
        (ARABIC, Language("fa", "فارسی")),
        (ARABIC,),
    ],
)
def test_only_what_the_checks_can_find_is_marked(languages: tuple[Language, ...]) -> None:
    made = document("في الموصل.")
    found = catalogue(made, {"في الموصل.": "In Mosul."})

    assert not any("dg-term" in text for text in pages(made, found, languages=languages).values())


def test_a_third_language_is_not_marked() -> None:
    languages = (ARABIC, ENGLISH, Language("fr", "français"))
    found = pages(languages=languages)

    assert 'class="dg-term"' in found["en/paper/introduction.md"]
    assert 'class="dg-term' not in found["fr/paper/introduction.md"]


def test_without_a_glossary_pages_are_as_they_were() -> None:
    assert not any("dg-term" in text for text in pages(terms=Glossary()).values())

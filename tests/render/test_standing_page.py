"""The page that says how far the translations of all documents are."""

from __future__ import annotations

import pytest

from diglot.language import Language
from diglot.publication import Publication
from diglot.steps.render import DocumentStanding, Standing, is_untouched, standing_pages
from diglot.steps.render.standing_page import MOST_CHARTS
from tests.builders import ARABIC, BOTH, ENGLISH
from tests.pages_as_read import Element, as_read

FULL = Standing(
    {"reviewed": 3, "draft": 5, "stale": 2}, {"reviewed": 30, "draft": 51}, "2026-11-24"
)
NONE = Standing({"untranslated": 4}, {"untranslated": 1})
PAPER = DocumentStanding("paper", {"ar": "الوثيقة", "en": "The paper"}, {"en": FULL})
OTHER = DocumentStanding("other", {"ar": "غيرها", "en": "غيرها"}, {"en": NONE})


def read(language: str, *documents: DocumentStanding, **more: object) -> Element:
    pages = standing_pages(documents, BOTH, **more)  # type: ignore[arg-type]
    (page,) = [each for each in pages if each.path.parts[0] == language]
    return as_read(page.text)


def of_class(root: Element, name: str) -> list[Element]:
    return [each for each in root.walk() if name in each.classes]


def amounts(root: Element) -> list[str]:
    return [each.text() for each in of_class(root, "dg-state")]


def test_there_is_a_page_in_each_language_that_diglot_knows_as_its_own() -> None:
    pages = standing_pages([PAPER], BOTH)

    assert [str(page.path) for page in pages] == ["ar/status/index.md", "en/status/index.md"]
    assert all(is_untouched(page.text) for page in pages)


def test_without_documents_there_is_none() -> None:
    assert standing_pages([], BOTH) == ()


def test_each_document_is_told_in_passages_shares_and_words() -> None:
    (entry,) = of_class(read("en", PAPER), "dg-standings")[0].children[1::2]
    assert isinstance(entry, Element)

    assert amounts(entry) == [
        "Reviewed: 3 passages (30%), 30 words",
        "Draft: 5 passages (50%), 51 words",
        "Changed in the source: 2 passages (20%), 0 words",
    ]
    assert of_class(entry, "dg-last-review")[0].text() == "Last review: November 24, 2026"


def test_the_chart_shows_the_same_shares() -> None:
    bars = [each for each in of_class(read("en", PAPER), "dg-bar")[0].walk() if each.tag == "rect"]

    assert [(bar.classes, bar.attributes["x"], bar.attributes["width"]) for bar in bars] == [
        (["reviewed"], "0.00", "30.00"),
        (["draft"], "30.00", "50.00"),
        (["stale"], "80.00", "20.00"),
    ]


def test_the_totals_are_those_of_all_documents() -> None:
    total = of_class(read("en", PAPER, OTHER), "dg-standing")[0]

    assert amounts(total) == [
        "Reviewed: 3 passages (21%), 30 words",
        "Draft: 5 passages (36%), 51 words",
        "Changed in the source: 2 passages (14%), 0 words",
        "Not translated: 4 passages (29%), 1 word",
    ]


def test_in_arabic_numbers_and_nouns_agree() -> None:
    told = amounts(of_class(read("ar", PAPER, OTHER), "dg-standing")[0])

    assert told == [
        "مراجَع: 3 مقاطع (21%)، 30 كلمة",
        "مسودة: 5 مقاطع (36%)، 51 كلمة",
        "تغيّر في الأصل: مقطعان (14%)، 0 كلمة",
        "غير مترجَم: 4 مقاطع (29%)، كلمة واحدة",
    ]


@pytest.mark.parametrize(
    ("directory_urls", "address"), [(True, "../paper/"), (False, "../paper/index.html")]
)
def test_each_document_is_linked_by_its_title(directory_urls: bool, address: str) -> None:
    root = read("en", PAPER, OTHER, directory_urls=directory_urls)

    links = [each for each in root.walk() if each.tag == "a"]
    assert [link.text() for link in links] == ["The paper", "غيرها"]
    assert links[0].attributes == {"href": address}
    assert (links[1].attributes["lang"], links[1].attributes["dir"]) == ("ar", "rtl")


def test_the_page_of_the_sources_tells_of_every_translation() -> None:
    french = Language("fr", "Français")
    both = {"en": FULL, "fr": NONE}
    document = DocumentStanding("paper", {"ar": "الوثيقة"}, both)

    pages = {
        page.path.parts[0]: as_read(page.text)
        for page in standing_pages([document], (ARABIC, ENGLISH, french))
    }

    headings = {
        code: [each.text() for each in root.walk() if each.tag == "h2"]
        for code, root in pages.items()
    }
    assert headings == {
        "ar": ["حالة الترجمة الإنجليزية", "حالة الترجمة الفرنسية"],
        "en": ["All documents together"],
        "fr": ["All documents together"],
    }
    lists = of_class(pages["fr"], "dg-standings")
    assert [each.attributes["lang"] for each in lists] == ["en"]


def test_of_very_many_documents_there_is_a_table() -> None:
    documents = [
        DocumentStanding(f"paper-{n}", {"ar": "وثيقة", "en": f"Paper {n}"}, {"en": FULL})
        for n in range(MOST_CHARTS + 1)
    ]
    root = read("en", *documents)

    rows = [each for each in root.walk() if each.tag == "tr"]
    assert len(of_class(root, "dg-bar")) == 1
    assert [cell.text() for cell in rows[-1].walk() if cell.tag in ("th", "td")] == [
        f"Paper {MOST_CHARTS}",
        "10",
        "3 (30%)",
        "81",
        "November 24, 2026",
    ]
    assert len(rows) == MOST_CHARTS + 2


def test_markup_in_a_title_is_text() -> None:
    title = '<script>alert("x")</script> & **b**'
    document = DocumentStanding("paper", {"ar": "وثيقة", "en": title}, {"en": FULL})

    root = read("en", document)

    assert not [each for each in root.walk() if each.tag in ("script", "strong")]
    assert [each.text() for each in root.walk() if each.tag == "a"] == [title]


@pytest.mark.parametrize(
    ("publication", "told"), [(Publication(), False), (Publication(publish="reviewed"), True)]
)
def test_it_says_where_only_what_is_reviewed_is_published(
    publication: Publication, told: bool
) -> None:
    root = read("en", PAPER, publication=publication)

    assert ("Only what has been reviewed is published" in root.text()) is told

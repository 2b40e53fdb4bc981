"""What a page says of a passage: held back, reviewed by whom, changed since, where to report."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from diglot.model.catalogue import Catalogue
from diglot.model.document import Document, Kind
from diglot.model.key import anchor
from diglot.model.statement import state_that
from diglot.publication import Publication
from diglot.source import Settings
from diglot.steps.adopt.frame import frame_problems
from diglot.steps.render import document_title, render
from tests.builders import (
    BOTH,
    ENGLISH,
    block,
    catalogue,
    document,
    edited,
    heading,
    item,
    quotation,
    reviewed,
    stale,
    table,
)
from tests.pages_as_read import Element, as_read, by_id

FIRST, SECOND, THIRD = "الجملة الأولى.", "الجملة الثانية.", "الجملة الثالثة."
ONLY_REVIEWED = Publication(publish="reviewed")
NAMES = Publication(reviewers=True)
TO_MAIL = Publication(report="errors@example.org")
WAS = "أكثر من 85 ألفاً من الجنود في C++"
NOW = "أكثر من 90 ألفاً من الجنود في C++"


def pages(
    made: Document, found: Catalogue, publication: Publication, **more: str
) -> dict[str, str]:
    catalogues = {found.language: found}
    made_pages = render(
        made, catalogues, Settings("paper"), BOTH, publication=publication, **more  # type: ignore[arg-type]
    )  # fmt: skip
    return {str(page.path): page.text for page in made_pages}


def shown(made: Document, found: Catalogue, publication: Publication, language: str) -> Element:
    path = f"{language}/paper/introduction.md"
    return as_read(pages(made, found, publication)[path])


def passage(root: Element, made: Document, number: int = 0) -> Element:
    keyed = [each for section in made.sections for each in section.blocks if each.key]
    return by_id(root)[anchor(keyed[number].key or "")]


def of_class(root: Element, name: str) -> list[Element]:
    return [each for each in root.walk() if name in each.classes]


def banner(root: Element) -> str:
    return next(each for each in root.walk() if each.tag == "aside").text()


def front_matter(page: str) -> dict[str, object]:
    return yaml.safe_load(page.split("---\n")[1])["diglot"]  # type: ignore[no-any-return]


UNREVIEWED = pytest.mark.parametrize(
    "segment",
    ["SECRET", edited(FIRST, "SECRET"), stale(FIRST, "SECRET")],
    ids=["draft", "edited", "stale"],
)


@UNREVIEWED
def test_what_is_not_reviewed_is_on_no_page_where_only_that_is_published(segment: object) -> None:
    """Titles, descriptions, navigation, and the page of the other language included."""
    made = document(FIRST, SECOND, heading("عنوان", "next"), FIRST, title="العنوان")
    found = catalogue(
        made,
        {
            FIRST: segment,  # type: ignore[dict-item]
            SECOND: reviewed(SECOND, "Second."),
            "عنوان": "SECRET heading",
            "العنوان": "SECRET title",
        },
    )

    for page in pages(made, found, ONLY_REVIEWED).values():
        assert "SECRET" not in page
    title = document_title(made, found, ENGLISH, publication=ONLY_REVIEWED)
    assert title == "العنوان"


@UNREVIEWED
def test_a_passage_that_is_held_back_shows_the_source_and_says_why(segment: object) -> None:
    made = document(FIRST)
    found = catalogue(made, {FIRST: segment})  # type: ignore[dict-item]

    block = passage(shown(made, found, ONLY_REVIEWED, "en"), made)

    assert block.text("dg-mark") == FIRST
    assert (block.attributes["lang"], block.attributes["dir"]) == ("ar", "rtl")
    assert block.classes == ["dg", "held"]
    word = of_class(block, "dg-mark-word")[0].text()
    assert word == "Translation not yet reviewed, not published: Arabic text"


def test_a_passage_is_held_back_until_all_of_it_is_reviewed() -> None:
    made = document(block(FIRST, SECOND))
    found = catalogue(made, {FIRST: reviewed(FIRST, "First."), SECOND: "Second."})

    assert passage(shown(made, found, ONLY_REVIEWED, "en"), made).text("dg-mark") == (
        f"{FIRST} {SECOND}"
    )


def test_what_has_no_translation_is_not_said_to_be_held_back() -> None:
    made = document(FIRST, SECOND)
    found = catalogue(made, {FIRST: "First."})

    root = shown(made, found, ONLY_REVIEWED, "en")

    assert passage(root, made, 0).classes == ["dg", "held"]
    assert passage(root, made, 1).classes == ["dg", "untranslated"]


def test_the_banner_says_how_much_is_held_back() -> None:
    made = document(FIRST, SECOND, THIRD)
    found = catalogue(made, {FIRST: reviewed(FIRST, "First."), SECOND: "Second."})

    english, arabic = (shown(made, found, ONLY_REVIEWED, code) for code in ("en", "ar"))

    assert banner(english).startswith(
        "Partly published translation. Not yet reviewed, and so not published: 1 of 3 passages "
        "(33%); the Arabic text stands there instead."
    )
    assert "Source of the drafts" not in banner(english)
    assert [each.text() for each in of_class(english, "dg-key")] == [
        "Not translated: 1 (33%)",
        "Not published yet: 1 (33%)",
        "Reviewed: 1 (33%)",
    ]
    assert "ونُشر بعض الترجمة الإنجليزية" in banner(arabic)
    assert "لم يُنشَر مقطع واحد من أصل 3 (33%)" in banner(arabic)


def test_the_banner_says_that_nothing_is_published() -> None:
    made = document(FIRST, SECOND)
    found = catalogue(made, {FIRST: "First.", SECOND: "Second."})

    assert banner(shown(made, found, ONLY_REVIEWED, "en")).startswith(
        "Translation not published yet. Neither passage has been reviewed yet"
    )


@pytest.mark.parametrize(("publication", "number"), [(Publication(), 2), (ONLY_REVIEWED, 1)])
def test_the_front_matter_tells_how_many_passages_are_published(
    publication: Publication, number: int
) -> None:
    """On both sides: links to a translation are for those that are there."""
    made = document(FIRST, SECOND, THIRD)
    found = catalogue(made, {FIRST: reviewed(FIRST, "First."), SECOND: "Second."})
    made_pages = pages(made, found, publication)

    for language in ("ar", "en"):
        told = front_matter(made_pages[f"{language}/paper/introduction.md"])
        assert told["published"] == {"en": number}


def test_no_reviewer_is_named_unless_the_project_wants_it() -> None:
    made = document(FIRST)
    found = catalogue(made, {FIRST: reviewed(FIRST, "First.")})

    assert [page for page in pages(made, found, Publication()).values() if "A. Rev" in page] == []


def test_reviewers_are_named_where_the_project_wants_it() -> None:
    """The second one, too; on both pages."""
    first = reviewed(FIRST, "First.")
    second = state_that("reviewed", FIRST, "First.", by="مراجع", on="2026-11-25")
    made = document(FIRST)
    found = catalogue(made, {FIRST: replace(first, comments=(*first.comments, second))})

    english, arabic = (passage(shown(made, found, NAMES, code), made) for code in ("en", "ar"))

    words = of_class(english, "dg-mark-word")[0]
    assert words.text() == "Reviewed by A. Reviewer, مراجع on November 25, 2026"
    assert [e.text() for e in words.walk() if e.tag == "bdi"] == ["مراجع"]
    assert "(المراجعة: A. Reviewer، مراجع)" in (
        of_class(arabic, "dg-mark-other")[0].attributes["title"] or ""
    )


def test_a_verdict_that_no_longer_holds_names_nobody() -> None:
    made = document(FIRST)
    said = state_that("reviewed", FIRST, "Another.", by="Somebody", on="2026-11-25")
    segment = reviewed(FIRST, "First.")
    found = catalogue(made, {FIRST: replace(segment, comments=(*segment.comments, said))})

    assert not any("Somebody" in page for page in pages(made, found, NAMES).values())


@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.QUOTATION, Kind.ITEM, Kind.QUESTION])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_changed_in_the_source_stands_below_a_stale_passage(kind: Kind, language: str) -> None:
    """In the language of the source, with words beside the colours."""
    made = document(block(NOW, kind=kind))
    found = catalogue(made, {NOW: stale(NOW, "More than 85", was=WAS)})

    root = shown(made, found, Publication(), language)

    (change,) = of_class(root, "dg-change")
    (difference,) = of_class(change, "dg-diff")
    removed, added = ("حُذف", "أُضيف") if language == "ar" else ("removed", "added")
    assert change.tag == "details"
    assert "data-search-exclude" in change.attributes
    assert (difference.attributes["lang"], difference.attributes["dir"]) == ("ar", "rtl")
    assert [e.text() for e in difference.walk() if e.tag in ("del", "ins")] == [
        f"{removed} 85",
        f"{added} 90",
    ]
    assert difference.text("dg-said") == "أكثر من 85 90 ألفاً من الجنود في C++"
    assert [e.text() for e in difference.walk() if e.tag == "bdi"] == ["C++"]


def test_no_disclosure_stands_in_a_paragraph() -> None:
    """HTML would close it."""
    parts = (block(NOW, kind=kind) for kind in (Kind.PARAGRAPH, Kind.QUOTATION, Kind.NOTE))
    made = document(*parts, item(NOW), table((NOW, "x")), heading(NOW, "next"), title=NOW)
    found = catalogue(made, {NOW: stale(NOW, "More than 85", was=WAS)})

    for page in pages(made, found, Publication()).values():
        for paragraph in as_read(page).walk():
            inside = [] if paragraph.tag not in ("p", "h1", "h2") else list(paragraph.walk())
            assert [each.tag for each in inside if each.tag == "details"] == []


def test_it_says_since_when_and_which_sentences() -> None:
    made = document(block(FIRST, NOW))
    found = catalogue(
        made,
        {
            FIRST: reviewed(FIRST, "First."),
            NOW: stale(NOW, "More than 85", on="2026-05-02", was=WAS),
        },
    )

    root = shown(made, found, Publication(), "en")

    assert of_class(root, "dg-change-says")[0].text("dg-legend") == (
        "The English translation still follows the source as it was before May 2, 2026. "
        "Sentence 2 is affected."
    )


def test_nothing_is_said_of_a_change_that_nobody_knows() -> None:
    made = document(FIRST)
    said = state_that("reviewed", "كان", "First.", by="A", on="2026-11-24")
    segment = replace(reviewed(FIRST, "First."), comments=(said,))

    root = shown(made, catalogue(made, {FIRST: segment}), Publication(), "en")

    assert passage(root, made).classes == ["dg", "stale"]
    assert of_class(root, "dg-change") == []


def test_a_change_is_no_change_that_somebody_made_to_the_page() -> None:
    """Who adopts a page that was made before a passage became stale is told of their own only."""
    made = document(FIRST, quotation(NOW), quotation(FIRST), item(NOW))
    before = catalogue(made, {NOW: "More than 85"})
    after = catalogue(made, {NOW: stale(NOW, "More than 85", was=WAS)})
    path = "en/paper/introduction.md"
    page, now = (pages(made, found, Publication())[path] for found in (before, after))

    problems = frame_problems(page + "\nA line of mine.\n", now, made.path)

    assert [each.what for each in problems] == [
        "this was added, and belongs to no sentence: «A line of mine.»"
    ]


def test_a_quotation_goes_on_behind_what_is_said_of_a_part_of_it() -> None:
    made = document(quotation(NOW), quotation(FIRST))
    found = catalogue(made, {NOW: stale(NOW, "More than 85", was=WAS), FIRST: "First."})

    root = shown(made, found, Publication(), "en")

    quotations = [each for each in root.walk() if each.tag == "blockquote"]
    assert [each.text("dg-mark") for each in quotations] == ["More than 85", "First."]


def test_each_passage_links_to_where_an_error_is_reported() -> None:
    made = document(FIRST)
    found = catalogue(made, {FIRST: "First."})
    made_pages = pages(made, found, TO_MAIL, site_url="https://example.org/docs/")

    for language, subject in (("en", "Error in Introduction"), ("ar", "خطأ في مقدمة")):
        root = as_read(made_pages[f"{language}/paper/introduction.md"])
        (link,) = of_class(passage(root, made), "dg-mark-report")
        address = urlsplit(link.attributes["href"] or "")
        told = parse_qs(address.query)
        folder = "" if language == "ar" else "en/"
        here = f"https://example.org/docs/{folder}paper/introduction/#b-"
        assert (address.scheme, address.path) == ("mailto", "errors@example.org")
        assert told["subject"] == [subject.replace("Introduction", "Text").replace("مقدمة", "النص")]
        assert all(text in told["body"][0] for text in (here, FIRST, "First."))


def test_without_a_setting_there_is_no_such_link() -> None:
    made = document(FIRST)
    found = catalogue(made, {FIRST: "First."})

    assert of_class(shown(made, found, Publication(), "en"), "dg-mark-report") == []


def test_what_is_held_back_is_in_no_report() -> None:
    made = document(FIRST)
    found = catalogue(made, {FIRST: "SECRET"})
    publication = replace(TO_MAIL, publish="reviewed")

    assert not any("SECRET" in page for page in pages(made, found, publication).values())

"""Render: a document and its catalogues become pages that say what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from diglot.language import Language
from diglot.model.catalogue import Catalogue
from diglot.model.document import Block, Document, Kind
from diglot.model.key import anchor
from diglot.model.statement import state_that
from diglot.source import Settings
from diglot.steps.render import (
    Page,
    document_title,
    is_generated,
    is_untouched,
    render,
    section_title,
)
from tests.builders import (
    ARABIC,
    BOTH,
    ENGLISH,
    block,
    catalogue,
    document,
    draft,
    edited,
    heading,
    item,
    meant_empty,
    quotation,
    reviewed,
    stale,
    table,
)
from tests.pages_as_read import Element, as_read, by_id

FIRST = "الجملة الأولى."
SECOND = "الجملة الثانية."
SETTINGS = Settings("paper")


def pages(
    made: Document, found: Catalogue | None = None, settings: Settings = SETTINGS
) -> dict[str, Page]:
    """The pages by path."""
    catalogues = {} if found is None else {found.language: found}
    return {str(page.path): page for page in render(made, catalogues, settings, BOTH)}


def read(made: Document, found: Catalogue | None = None, page: str = "introduction") -> Element:
    """The English page of a section, as a browser gets it."""
    return as_read(pages(made, found)[f"en/paper/{page}.md"].text)


def passage(root: Element, made: Document, number: int = 0) -> Element:
    """The element of a block, counted in its section from 0."""
    keyed = [each for section in made.sections for each in section.blocks if each.key]
    return by_id(root)[anchor(keyed[number].key or "")]


def banner(made: Document, found: Catalogue | None, language: str = "en") -> str:
    """The text of a section page's banner."""
    root = as_read(pages(made, found)[f"{language}/paper/introduction.md"].text)
    return next(e for e in root.walk() if e.tag == "aside").text()


def test_every_section_has_a_page_of_the_same_name_in_every_language() -> None:
    """And the document an overview."""
    made = document("نص.", heading("عنوان", "second"), "نص آخر.")

    assert sorted(pages(made)) == sorted(
        f"{code}/paper/{name}.md"
        for code in ("ar", "en")
        for name in ("index", "introduction", "second")
    )


def test_rendering_twice_gives_the_same_pages() -> None:
    """A page whose content would not change is not written."""
    made = document(FIRST, item("بند"), table(("أ", "ب")))

    assert pages(made) == pages(made)


def test_a_block_has_the_class_of_its_worst_sentence() -> None:
    """A reader must not take a passage for reviewed because most of it is."""
    made = document(block(FIRST, SECOND))
    found = catalogue(made, {FIRST: reviewed(FIRST, "First."), SECOND: "Second."})

    assert passage(read(made, found), made).classes == ["dg", "draft"]


def test_a_block_of_the_source_is_called_source() -> None:
    """The original has no state of translation."""
    made = document(FIRST)
    root = as_read(pages(made)["ar/paper/introduction.md"].text)

    assert passage(root, made).classes == ["dg", "source"]


def test_sentences_are_numbered_alike_in_both_languages_repeated_ones_included() -> None:
    """So that a script or a style sheet can pair them."""
    made = document(block(FIRST, SECOND, FIRST))
    found = catalogue(made, {FIRST: "First.", SECOND: "Second."})

    for code, texts in {
        "ar": [FIRST, SECOND, FIRST],
        "en": ["First.", "Second.", "First."],
    }.items():
        root = as_read(pages(made, found)[f"{code}/paper/introduction.md"].text)
        spans = [e for e in passage(root, made).walk() if "dg-s" in e.classes]
        assert [e.attributes["data-s"] for e in spans] == ["1", "2", "3"]
        assert [e.text() for e in spans] == texts


def test_an_untranslated_sentence_stands_in_its_own_language_and_direction() -> None:
    """In a block that is translated otherwise."""
    made = document(block(FIRST, SECOND))
    found = catalogue(made, {FIRST: "First."})
    element = passage(read(made, found), made)
    spans = [e for e in element.walk() if "dg-s" in e.classes]

    assert [(e.attributes.get("lang"), e.attributes.get("dir")) for e in spans] == [
        (None, None),
        ("ar", "rtl"),
    ]
    assert "lang" not in element.attributes


def test_a_block_without_any_translation_runs_in_the_direction_of_the_source() -> None:
    """Its mark is still in the language of the page."""
    made = document(FIRST)
    element = passage(read(made), made)
    mark = next(e for e in element.walk() if "dg-mark" in e.classes)

    assert (element.attributes["lang"], element.attributes["dir"]) == ("ar", "rtl")
    assert (mark.attributes["lang"], mark.attributes["dir"]) == ("en", "ltr")


def test_a_latin_block_in_an_arabic_document_runs_from_left_to_right() -> None:
    """As a whole, its full stops included; of what language it is nobody knows."""
    made = document(block("Smith, J. et al. Wheat.", "2019; 12(3): 4-9."), "قمح Wheat.")
    for code in ("ar", "en"):
        root = as_read(pages(made)[f"{code}/paper/introduction.md"].text)
        element = passage(root, made)
        mark = next(e for e in element.walk() if "dg-mark" in e.classes)

        assert element.attributes.get("dir") == ("ltr" if code == "ar" else None)
        assert "lang" not in element.attributes
        assert not any(e.tag == "bdi" or "dir" in e.attributes for e in _spans(element))
        assert mark.attributes["dir"] == ("rtl" if code == "ar" else "ltr")
        assert passage(root, made, 1).attributes.get("dir") == (None if code == "ar" else "rtl")


def test_an_arabic_block_left_as_it_is_in_a_translation_runs_from_right_to_left() -> None:
    """A reviewer may keep the title of an Arabic book."""
    made = document("القمح والجفاف.")
    found = catalogue(made, {"القمح والجفاف.": reviewed("القمح والجفاف.", "القمح والجفاف.")})
    element = passage(read(made, found), made)

    assert (element.attributes["dir"], element.attributes["lang"]) == ("rtl", "ar")
    assert "reviewed" in element.classes


def test_sentences_in_the_other_direction_stand_in_one_element() -> None:
    """So that the second stands where that direction goes on, not where the block does."""
    made = document(block("قال.", "Wheat fell.", "It rained.", "انتهى.", "See p. 4."))
    root = as_read(pages(made)["ar/paper/introduction.md"].text)
    element = passage(root, made)
    (run,) = [e for e in element.walk() if e.tag == "bdi"]

    assert run.text() == "Wheat fell. It rained."
    assert run.attributes == {"dir": "ltr"}
    assert [span.attributes.get("dir") for span in _spans(element)] == [None] * 4 + ["ltr"]


def test_an_item_inside_one_of_the_other_direction_has_its_own() -> None:
    """It would inherit that of the item around it."""
    made = document(item("Ubuntu"), item("أولاً", depth=1), item("ثانياً"))
    root = as_read(pages(made)["ar/paper/introduction.md"].text)

    directions = [passage(root, made, number).attributes.get("dir") for number in range(3)]
    assert directions == ["ltr", "rtl", None]


def _spans(element: Element) -> list[Element]:
    return [e for e in element.walk() if "dg-s" in e.classes]


def test_a_sentence_meant_to_have_no_translation_shows_nothing() -> None:
    """It is reviewed: somebody has said so."""
    made = document(block(FIRST, SECOND))
    found = catalogue(made, {FIRST: reviewed(FIRST, "All."), SECOND: meant_empty(SECOND)})
    element = passage(read(made, found), made)

    assert element.text("dg-mark") == "All."
    assert "reviewed" in element.classes


def test_a_passage_left_out_of_the_translation_says_so() -> None:
    """«Reviewed» below nothing would puzzle a reader."""
    made = document(FIRST)
    element = passage(read(made, catalogue(made, {FIRST: meant_empty(FIRST)})), made)

    assert "Left out of the translation on purpose" in element.text()


def test_a_banner_does_not_call_a_text_unreviewed_that_is_not_there() -> None:
    """Not translated is all that there is to say."""
    says = banner(document(FIRST), None)

    assert says.startswith("Not translated yet. The Arabic text stands in its place.")
    assert "reviewed by" not in says


@pytest.mark.parametrize(
    ("segment", "words"),
    [
        (
            draft(FIRST, "First.", "language model"),
            "not reviewed by a person (from: language model)",
        ),
        (draft(FIRST, "First.", "x<y"), "(from: x<y)"),
        (draft(FIRST, "First.", "import"), "(from: an imported translation)"),
        (draft(FIRST, "First.", "memory"), "Draft, not reviewed in this place (from: a transl"),
        (edited(FIRST, "First."), "Edited, not yet confirmed"),
        (reviewed(FIRST, "First."), "Reviewed on November 24, 2026"),
        (reviewed(FIRST, "First.", on="soon"), "Reviewed by a person"),
        (stale(FIRST, "First."), "The source changed on November 25, 2026"),
        (stale(FIRST, "First.", on="soon"), "The source has changed since"),
    ],
)
def test_a_mark_says_in_words_what_a_passage_is(segment: object, words: str) -> None:
    """Without a style sheet, without colour."""
    made = document(FIRST)
    found = catalogue(made, {FIRST: segment})  # type: ignore[dict-item]
    element = passage(read(made, found), made)
    mark = next(e for e in element.walk() if "dg-mark-word" in e.classes)

    assert words in mark.text()


def test_a_draft_of_an_earlier_source_says_so() -> None:
    """It is still published, but nobody must take it for a draft of what stands there now."""
    made = document(FIRST)
    earlier = replace(draft("كلام آخر.", "Something."), source=FIRST)
    element = passage(read(made, catalogue(made, {FIRST: earlier})), made)

    assert element.classes == ["dg", "draft"]
    assert "made from an earlier version of the source" in element.text()


def test_a_reviewer_is_never_named() -> None:
    """The site says that a person has reviewed, not who."""
    made = document(FIRST)
    found = catalogue(made, {FIRST: reviewed(FIRST, "First.")})

    assert not any("Reviewer" in page.text for page in pages(made, found).values())


def test_a_review_of_another_text_does_not_count() -> None:
    """A statement copied onto another translation proves nothing."""
    made = document(FIRST)
    copied = replace(reviewed(FIRST, "First."), target="Something else.")
    element = passage(read(made, catalogue(made, {FIRST: copied})), made)

    assert element.classes == ["dg", "edited"]


def test_lists_keep_their_nesting_and_their_numbers() -> None:
    """16-أ becomes 16.a; a bullet is left to the list."""
    made = document(item("أ", "16-أ"), item("ب", "•", 1), item("ج", "١)", 9), "نص.", item("د"))
    found = catalogue(made, {"أ": "A", "ب": "B", "ج": "C", "د": "D", "نص.": "Text."})
    root = read(made, found)
    items = [passage(root, made, number) for number in range(3)]

    assert [e.text("dg-mark") for e in items] == ["16.a A", "B", "1) C"]
    assert ["dg-marked" in e.classes for e in items] == [True, False, True]
    assert items[1] in list(items[0].walk())
    assert items[2] in list(items[1].walk())
    assert sum(e.tag == "ul" and bool(by_id(e)) for e in root.walk()) >= 4


def test_items_of_one_level_are_neighbours_however_deep_they_begin() -> None:
    """A paragraph may break a list inside; what follows it has no outer item."""
    made = document(item("أ", "(أ)", 1), item("ب", "(ب)", 1), item("ج", "3)"), item("د", "(أ)", 2))
    root = read(made)
    items = [passage(root, made, number) for number in range(4)]

    assert items[1] not in list(items[0].walk())
    assert items[3] in list(items[2].walk())


def test_sections_of_one_level_are_neighbours_below_a_level_that_jumps() -> None:
    """Articles stand right below a part that has no chapters."""
    made = document("نص.", heading("باب", "part"), heading("1", "one"), heading("2", "two"))
    levels = {"part": 1, "one": 3, "two": 3}
    sections = (replace(s, level=levels.get(s.id, 1)) for s in made.sections)
    page = pages(replace(made, sections=tuple(sections)))["ar/paper/index.md"].text

    assert "\n    - [1](one.md)" in page
    assert "\n    - [2](two.md)" in page


def test_letters_count_in_the_order_in_which_their_list_goes_on() -> None:
    """«ج» is the third letter of the abjad, «ت» that of the dictionary."""
    abjad = document(*(item(letter, f"{letter}.") for letter in "أبج"))
    dictionary = document(*(item(letter, f"{letter}.") for letter in "ابتثج"))

    assert _markers(abjad) == "a. b. c."
    assert _markers(dictionary) == "a. b. c. d. e."


def _markers(made: Document) -> str:
    texts = {text: "Text" for block in made.blocks() for text in block.sentences}
    found = (e for e in read(made, catalogue(made, texts)).walk() if "dg-m" in e.classes)
    return " ".join(e.text() for e in found)


def test_a_heading_keeps_its_number() -> None:
    """The text refers to it: «see 2.1»."""
    made = document(FIRST, heading("عنوان", "second"))
    first, second = made.sections
    numbered = replace(second.heading or made.title, marker="٢-١")
    made = replace(made, sections=(first, replace(second, heading=numbered)))
    found = catalogue(made, {"عنوان": "Heading"})
    heads = [e for e in read(made, found, "second").walk() if e.tag == "h1"]

    assert [e.text() for e in heads] == ["2.1 Heading"]
    assert "2.1" in pages(made, found)["en/paper/index.md"].text


def test_the_number_of_a_heading_is_part_of_the_title_of_its_page() -> None:
    """So that navigation, search and the links to the next page have it, too."""
    first, second = document(FIRST, heading("عنوان", "second")).sections
    numbered = replace(second.heading, marker="16-أ")  # type: ignore[type-var]
    second = replace(second, heading=numbered)
    made = replace(document(FIRST), sections=(first, second))
    found = catalogue(made, {"عنوان": "Heading"})
    texts = pages(made, found)

    for code, translated, title in [("ar", None, "16-أ عنوان"), ("en", found, "16.a Heading")]:
        front = yaml.safe_load(texts[f"{code}/paper/second.md"].text.split("---")[1])
        language = ARABIC if code == "ar" else ENGLISH
        assert front["title"] == section_title(second, translated, language) == title
    assert section_title(second, Catalogue("paper", "en"), ENGLISH) == "16-أ عنوان"


def test_a_document_without_headings_is_not_called_an_introduction() -> None:
    """Its only section is all of it; the address stays."""
    made = document(FIRST)
    texts = pages(made)

    for code, word in (("ar", "النص"), ("en", "Text")):
        assert f'title: "{word}"' in texts[f"{code}/paper/introduction.md"].text
        assert f"# {word} {{ #introduction }}" in texts[f"{code}/paper/introduction.md"].text
        assert f"[{word}](introduction.md)" in texts[f"{code}/paper/index.md"].text
    assert section_title(made.sections[0], None, ENGLISH, is_whole=True) == "Text"


def test_a_dash_in_a_table_is_a_figure() -> None:
    """It says «none» or «not known»; an empty cell says nothing."""
    dash = Block(Kind.CELL, (), line=1, marker="–", row=0, column=1)
    made = document((*table(("9",)), dash))
    cells = [e.text("dg-mark") for e in read(made).walk() if e.tag == "th"]

    assert cells == ["9", "–"]


def test_an_item_that_is_not_translated_keeps_the_marker_of_the_source() -> None:
    """A Latin letter before Arabic words would be nobody's."""
    made = document(item("بند", "(أ)"))

    assert passage(read(made), made).text("dg-mark") == "(أ) بند"


def test_a_table_shows_every_cell_whatever_the_rows_lack() -> None:
    """Markdown would drop the cells that the header has no column for."""
    made = document(table(("أ", ""), ("", "ب", "ج")), "نص.", table(("د",)))
    root = read(made)
    tables = [e for e in root.walk() if e.tag == "table"]
    rows = [
        [cell.text("dg-mark") for cell in row.walk() if cell.tag in ("th", "td")]
        for row in tables[0].walk()
        if row.tag == "tr"
    ]

    assert rows == [["أ", "", ""], ["", "ب", "ج"]]
    assert len(tables) == 2


def test_a_cell_that_wants_attention_has_a_short_word_for_it() -> None:
    """For a style sheet to show; drafts and reviewed cells have a sign."""
    made = document(table(("أ", "ب", "ج", "د")))
    found = catalogue(made, {"أ": "A", "ب": edited("ب", "B"), "ج": reviewed("ج", "C")})
    cells = [e.attributes.get("data-short") for e in read(made, found).walk() if e.tag == "th"]

    assert cells == [None, "Edited", None, "Not translated"]


def test_a_column_of_figures_is_aligned_as_in_the_source() -> None:
    """Not one of words: Arabic begins at the right, English does not."""
    cells = table(
        ("أ", "ب", "ج"), ("شمال", "12", "نعم"), ("جنوب", "غير متاح", "لا"), ("شرق", "3", "لا")
    )
    aligned = [
        replace(cell, align=("right", "right", "center")[cell.column]) if cell.row == 0 else cell
        for cell in cells
    ]
    page = pages(document(tuple(aligned)))["en/paper/introduction.md"].text

    assert "\n| --- | ---: | :---: |\n" in page


def test_questions_answers_and_quotations_are_told_apart() -> None:
    """By label, element and class."""
    question = block("من؟", kind=Kind.QUESTION, marker="س:")
    answer = block("نحن.", kind=Kind.ANSWER, marker="ج:")
    made = document(question, answer, quotation("قول."))
    found = catalogue(made, {"من؟": "Who?", "نحن.": "We."})
    root = read(made, found)

    assert passage(root, made, 0).text("dg-mark") == "Q: Who?"
    assert passage(root, made, 1).text("dg-mark") == "A: We."
    assert "dg-quotation" in passage(root, made, 2).classes
    assert any(e.tag == "blockquote" for e in root.walk())


def test_the_banner_says_how_much_no_person_has_reviewed() -> None:
    """In numbers and per cent, and what the drafts come from."""
    texts = [f"جملة رقم {number}." for number in range(14)]
    made = document(*texts)
    found = catalogue(
        made,
        dict.fromkeys(texts[:10], "Draft.")
        | {texts[10]: stale(texts[10], "Old."), texts[11]: edited(texts[11], "By hand.")}
        | {texts[12]: reviewed(texts[12], "Good.")},
    )
    says = banner(made, found)

    assert says.startswith("Partly reviewed translation.")
    assert "Not yet reviewed by a person: 13 of 14 passages (93%)." in says
    assert "1 passage is not translated yet; the Arabic text stands in its place." in says
    assert "In 1 passage the source has changed since it was translated." in says
    assert "Argos Translate" in says


@pytest.mark.parametrize(
    ("count", "phrase"),
    [
        (1, "لم يراجع أحد بعد مقطعاً واحداً من أصل 2"),
        (2, "لم يراجع أحد بعد مقطعين من أصل 3"),
        (3, "لم يراجع أحد بعد 3 مقاطع من أصل 4"),
        (11, "لم يراجع أحد بعد 11 مقطعاً من أصل 12"),
        (100, "لم يراجع أحد بعد 100 مقطع من أصل 101"),
    ],
)
def test_arabic_numbers_agree_with_their_noun(count: int, phrase: str) -> None:
    """One, two, three to ten, eleven and more, hundreds."""
    texts = [f"جملة رقم {number}." for number in range(count)]
    made = document(*texts, FIRST)
    drafts = dict.fromkeys(texts, "Draft.")
    says = banner(made, catalogue(made, drafts | {FIRST: reviewed(FIRST, "First.")}), "ar")

    assert says.startswith("هذا هو النص الأصلي.")
    assert phrase in says


@pytest.mark.parametrize(
    ("count", "language", "phrases"),
    [
        (1, "en", ["The passage has not yet been reviewed", "It has been edited"]),
        (2, "en", ["reviewed by a person: both passages.", "Both have been edited"]),
        (3, "en", ["reviewed by a person: all 3 passages.", "All have been edited"]),
        (1, "ar", ["لم يراجع أحد المقطع بعد.", "وقد حُرِّر ولم يُعتمَد بعد."]),
        (2, "ar", ["أياً من المقطعين.", "وقد حُرِّرا كلاهما ولم يُعتمَدا بعد."]),
        (3, "ar", ["أياً من المقاطع، وعددها 3.", "وقد حُرِّرت كلها ولم"]),
    ],
)
def test_the_banner_does_not_count_all_out_of_all(
    count: int, language: str, phrases: list[str]
) -> None:
    """One is the passage, two are both; and what people wrote is nobody's draft."""
    texts = [f"جملة رقم {number}." for number in range(count)]
    made = document(*texts)
    says = banner(
        made, catalogue(made, {text: edited(text, "By hand.") for text in texts}), language
    )

    assert all(phrase in says for phrase in phrases)
    assert ("Unreviewed translation." if language == "en" else "غير مراجَعة.") in says
    assert "raft" not in says


@pytest.mark.parametrize(
    ("engine", "lead"),
    [("argos", "Draft"), ("", "Draft"), ("import", "Unreviewed"), ("memory", "Unreviewed")],
)
def test_only_a_machine_makes_a_draft_translation(engine: str, lead: str) -> None:
    """What was imported or remembered, somebody has written."""
    made = document(FIRST)
    says = banner(made, catalogue(made, {FIRST: draft(FIRST, "First.", engine)}))

    assert says.startswith(f"{lead} translation.")


@pytest.mark.parametrize("kind", ["needs-work", "conflict"])
def test_readers_are_told_that_a_reviewer_has_objected(kind: str) -> None:
    """In the mark and in the banner, neither by whom nor why; the state stays what it was."""
    made = document(FIRST, SECOND)
    said = state_that(kind, FIRST, "First.", by="A. Reviewer", text="Sloppy.")
    objected = replace(draft(FIRST, "First."), comments=(said, *draft(FIRST, "First.").comments))
    outlived = replace(edited(SECOND, "Second."), comments=(said,))
    found = catalogue(made, {FIRST: objected, SECOND: outlived})
    root = read(made, found)
    (entry,) = [e for e in root.walk() if "objected" in e.classes]

    assert "a reviewer has objected to this text" in passage(root, made).text()
    assert "objected" not in passage(root, made, 1).text()
    assert passage(root, made).classes == ["dg", "draft"]
    assert entry.text() == "A reviewer has objected: 1"
    assert not any(
        word in page.text for page in pages(made, found).values() for word in ("A. R", "Sloppy")
    )


def test_the_banner_of_a_reviewed_text_says_so() -> None:
    """And nothing else."""
    made = document(FIRST)
    says = banner(made, catalogue(made, {FIRST: reviewed(FIRST, "First.")}))

    assert says.startswith("Reviewed translation. A person has reviewed the passage.")
    assert "draft" not in says.lower()


def test_the_overview_tells_of_the_source_and_links_to_every_section() -> None:
    """The links are Markdown, so that MkDocs checks them."""
    made = document(FIRST, heading("عنوان", "second"), SECOND)
    about = Settings("paper", date="1 مارس", note={"ar": "ملاحظة ما", "en": "A note"})
    page = pages(made, catalogue(made, {"عنوان": "Heading"}), about)["en/paper/index.md"].text

    assert "[Heading](second.md)" in page
    assert "[Introduction](introduction.md)" in page
    assert "(../about.md)" in page
    assert "A note" in page
    assert "ملاحظة ما" not in page


def test_the_front_matter_counts_segments_and_words_by_state() -> None:
    """For the site's own pages and for anybody's scripts."""
    made = document(block("كلمة.", "كلمة.", "كلمتان اثنتان."))
    page = pages(made, catalogue(made, {"كلمة.": "Word."}))["en/paper/introduction.md"].text
    front = yaml.safe_load(page.split("---")[1])

    assert front["diglot"]["counts"]["en"]["draft"] == {"segments": 1, "words": 1}
    assert front["diglot"]["counts"]["en"]["untranslated"] == {"segments": 1, "words": 2}


def test_a_page_that_somebody_changed_is_recognised() -> None:
    """In the text or in the front matter; a checkout with CRLF line ends is no change."""
    page = pages(document(FIRST))["en/paper/introduction.md"].text

    assert is_untouched(page)
    assert is_untouched("\ufeff" + page.replace("\n", "\r\n"))
    for changed in (
        page + "More.\n",
        page.replace("Text", "Preface"),
        page.replace(":", ";"),
    ):
        assert not is_untouched(changed)
    assert is_generated(page + "More.\n")
    for foreign in ("", "# About\n", "---\ntitle: x\n---\n\n  digest: 0123456789abcdef\n"):
        assert not is_generated(foreign)
        assert not is_untouched(foreign)


def test_titles_are_the_translation_or_the_source() -> None:
    """As plain text; the introduction has a word in each language."""
    made = document(FIRST, heading("عنوان <b>", "second"), SECOND, title="وثيقة")
    found = catalogue(made, {"عنوان <b>": "Heading <b>"})
    introduction, second = made.sections

    assert section_title(second, found, ENGLISH) == "Heading <b>"
    assert section_title(second, None, ARABIC) == "عنوان <b>"
    assert section_title(introduction, found, ENGLISH) == "Introduction"
    assert section_title(introduction, None, ARABIC) == "مقدمة"
    assert document_title(made, found, ENGLISH) == "وثيقة"


def test_a_language_without_words_borrows_english_ones_and_says_so() -> None:
    """A screen reader must not read English words in German."""
    made = document(FIRST)
    german = Language("de", "Deutsch")
    found = catalogue(made, {FIRST: "Der erste Satz."}, "de")
    made_pages = {str(p.path): p for p in render(made, {"de": found}, SETTINGS, (ARABIC, german))}
    root = as_read(made_pages["de/paper/introduction.md"].text)
    mark = next(e for e in root.walk() if "dg-mark" in e.classes)

    assert mark.attributes["lang"] == "en"
    assert next(e for e in root.walk() if e.tag == "aside").attributes["lang"] == "en"


def test_an_english_source_is_published_in_arabic_the_same_way() -> None:
    """Nothing in the pages supposes which of the two languages is the source."""
    made = document("The first sentence.", title="Paper", language="en")
    found = catalogue(made, {"The first sentence.": "الجملة الأولى."}, "ar")
    made_pages = render(made, {"ar": found}, SETTINGS, (ENGLISH, ARABIC))
    text = next(p.text for p in made_pages if str(p.path) == "ar/paper/introduction.md")

    assert "هذه ترجمة مسودة." in text
    assert 'href="../../../paper/introduction/#' in text

"""What ``split`` finds in a source: sections, blocks, markers, notes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from diglot import source
from diglot.model.document import Block, Document, Kind
from diglot.source import Settings, Source
from diglot.steps.split import outline_json, outline_text, split

SEED = Path(__file__).parents[1] / "seeds" / "coalition-fact-sheet-2017.txt"
BODY = "يمتلك ثلاثة وعشرون شريكاً في التحالف أكثر من تسعة آلاف جندي في العراق وسوريا."


def document_of(text: str, **settings: object) -> Document:
    """The text, split, with these settings."""
    return split(Source(Path("a.txt"), text, Settings(id="a", **settings)), "ar")  # type: ignore[arg-type]


def titles(document: Document) -> list[str]:
    """The headings."""
    return [section.title for section in document.sections if section.heading]


def blocks(document: Document) -> list[Block]:
    """All blocks below the headings."""
    return [block for section in document.sections for block in section.blocks]


def found(document: Document) -> list[tuple[str, str, str]]:
    """Kind, marker and text of the blocks below the headings."""
    return [(str(block.kind), block.marker, block.text) for block in blocks(document)]


def test_the_real_source_has_an_introduction_and_six_sections() -> None:
    """No blank line stands in it; 108 sentences and six headings, 114 in all."""
    document = split(source.read(SEED), "ar")

    assert [section.id for section in document.sections] == [
        "introduction",
        "military-campaign",
        "civilian-effort",
        "multilateral-initiatives",
        "countering-propaganda",
        "countering-finance",
        "foreign-terrorist-fighters",
    ]
    assert sum(len(block.sentences) for block in blocks(document)) == 108
    assert [b.marker for b in blocks(document) if b.kind is Kind.ITEM] == ["1)", "2)", "3)", "4)"]


def test_the_real_source_without_settings_is_named_by_its_first_paragraph() -> None:
    """«… بعنوان: X،» names it."""
    text = source.read(SEED).text

    assert document_of(text).title.text == "التحالف الدولي – العمل على هزيمة تنظيم داعش الإرهابي"
    assert document_of(text).title.line == 0
    assert len(document_of(text).sections) == 7


def test_a_title_in_the_settings_is_looked_for_in_the_text() -> None:
    """White space and diacritics aside; where it is not found, the text is as it was."""
    text = f"خُطّة  العمل\n\n{BODY}\n"

    assert document_of(text, title="خطة العمل").title.line == 1
    assert document_of(text, title="غيرها").title.line == 0
    assert titles(document_of(text, title="غيرها")) == ["خُطّة العمل"]


@pytest.mark.parametrize("motto", ["باسم الشعب", "باسم الشعب العراقي", "«باسم جلالة الملك»"])
def test_in_whose_name_a_court_rules_is_no_title(motto: str) -> None:
    """The line below it names the ruling."""
    document = document_of(f"{motto}\nمحكمة الاستئناف الإدارية\n\n{BODY}\n")

    assert document.title.text == "محكمة الاستئناف الإدارية"
    assert titles(document) == []
    assert document_of(f"باسم الشعب وحده لا تُبنى دولة\n\n{BODY}\n").title.line == 1


def test_a_document_without_any_title_is_called_by_its_first_words() -> None:
    """There is always a title."""
    assert document_of(BODY).title.text == "يمتلك ثلاثة وعشرون شريكاً في التحالف أكثر من"
    assert document_of("1)").title.text == "1)"


@pytest.mark.parametrize(
    "line",
    [
        "رقم البيان: 20261104-02",
        "التاريخ: غداً",
        "للنشر الفوري",
        "UNCLASSIFIED",
        "٤ تشرين الثاني/نوفمبر ٢٠٢٦",
        "November 4, 2026",
        "press@example.org",
        "https://example.org",
        "السيد مدير المستشفى المحترم",
        "وأسفرت العمليات عن النتائج الآتية:",
        "وقال الوزير:",
        "المادة 5 من القانون",
        "- نقطة",
    ],
)
def test_such_a_line_is_no_heading(line: str) -> None:
    """Though it is short and text follows."""
    text = f"عنوان الوثيقة\n\n{BODY}\n\n{line}\n\n{BODY}\n"
    expected = ["المادة 5 من القانون"] if line.startswith("المادة") else []

    assert titles(document_of(text)) == expected


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("الأهداف:", "", "الأهداف:"),
        ("الجهد المدني: تحقيق الاستقرار", "", "الجهد المدني: تحقيق الاستقرار"),
        ("المادة (5)", "", "المادة (5)"),
        ("Article 5", "", "Article 5"),
        ("أولاً: الخلفية", "", "أولاً: الخلفية"),
    ],
)
def test_such_a_line_is_a_heading(line: str, marker: str, text: str) -> None:
    """With blank lines, and without any."""
    for gap in ("\n", "\n\n"):
        document = document_of(f"عنوان الوثيقة{gap}{BODY}{gap}{line}{gap}{BODY}{gap}{BODY}")
        heading = document.sections[-1].heading

        assert heading is not None
        assert (heading.text, heading.marker) == (text, marker)
        assert titles(document) == [text]


def test_three_short_lines_together_are_no_headings() -> None:
    """An address, a poem, a list of names."""
    text = f"عنوان\n{BODY}\nدمشق\nحلب\nحمص\n{BODY}\n"

    assert titles(document_of(text)) == []


def test_where_headings_are_marked_no_other_line_is_one() -> None:
    """«فإن الجمعية العامة» is text; the marks' levels are counted from 1."""
    text = f"# عنوان\n\n## باب ##\n\nفإن الجمعية العامة\n\n{BODY}\n\n#### فصل\n\n{BODY}\n"
    document = document_of(text)

    assert titles(document) == ["باب", "فصل"]
    assert [section.level for section in document.sections] == [1, 2]


def test_settings_correct_the_outline() -> None:
    """``headings`` and ``not_headings`` have the last word, and ``[sections]`` the ids."""
    text = f"عنوان\n{BODY}\nهذا عنوان.\n{BODY}\nليس عنواناً\n{BODY}\n"
    document = document_of(
        text,
        headings=("هذا  عنوان.",),
        not_headings=("ليس عنواناً",),
        sections={"هذا عنوان.": "part"},
    )

    assert titles(document) == ["هذا عنوان."]
    assert document.sections[1].id == "part"


def test_equal_headings_get_different_ids() -> None:
    """And no section takes a reserved name."""
    text = f"عنوان\n{BODY}\nIndex\n{BODY}\nIndex\n{BODY}\nIntroduction\n{BODY}\n"

    assert [section.id for section in document_of(text).sections] == [
        "introduction",
        "index-2",
        "index-3",
        "introduction-2",
    ]


@pytest.mark.parametrize(
    ("lines", "markers"),
    [
        ("1) أول\n2) ثان", ["1)", "2)"]),
        ("1)أول\n2)ثان", ["1)", "2)"]),
        ("١- أول\n٢- ثان", ["١-", "٢-"]),
        ("۱) أول\n۲) ثان", ["۱)", "۲)"]),
        ("1 - أول\n2 - ثان", ["1 -", "2 -"]),
        ("[1] أول\n[2] ثان", ["[1]", "[2]"]),
        ("(أ) أول\n(ب) ثان\n(هـ) خامس", ["(أ)", "(ب)", "(هـ)"]),
        ("أ. أول\nب. ثان\nج. ثالث", ["أ.", "ب.", "ج."]),
        ("أ- أول\nب- ثان\nت- ثالث", ["أ-", "ب-", "ت-"]),
        ("16-1 أول\n16-2 ثان\n16-أ ثالث", ["16-1", "16-2", "16-أ"]),
        ("16.1 أول\n16.2 ثان", ["16.1", "16.2"]),
        ("•أول\n•ثان", ["•", "•"]),
        ("-أول\n-ثان", ["-", "-"]),
        ("* أول\n* ثان", ["*", "*"]),
        ("\uf0b7\tأول\no\tثان", ["\uf0b7", "o"]),
        ("(i) one\n(ii) two\n(iii) three", ["(i)", "(ii)", "(iii)"]),
        ("a) One\nb) Two", ["a)", "b)"]),
    ],
)
def test_a_list_marker_is_found(lines: str, markers: list[str]) -> None:
    """With or without a space, in any digits."""
    items = blocks(document_of(f"عنوان\n\nالقائمة هي كما يلي أدناه:\n{lines}\n"))[1:]

    assert [item.marker for item in items] == markers
    assert all(item.kind is Kind.ITEM for item in items)


@pytest.mark.parametrize(
    "line",
    [
        "1.2 مليون شخص نزحوا.",
        "3.5 في المئة من السكان.",
        "2014-2016 كانت صعبة.",
        "-5 درجات كانت الحرارة.",
        "د. محمد حضر أيضاً.",
        "م. علي حضر أيضاً.",
        "أ. د. سالم حضر أيضاً.",
        "د/ محمد حضر أيضاً.",
        "10 - 15 درجة كانت الحرارة.",
        "(2014) هو العام.",
        "e-mail is fast.",
        "J. Smith came.",
        "(c) 2026 The Firm.",
    ],
)
def test_what_only_looks_like_a_marker_is_text(line: str) -> None:
    """A figure, a title, an initial."""
    assert found(document_of(f"عنوان\n\n{BODY}\n\n{line}\n"))[1] == ("paragraph", "", line)


def test_figures_in_sequence_are_no_list() -> None:
    """«1.1 مليون» above «1.2 مليون»."""
    text = f"عنوان\n\n{BODY}\n\n1.1 مليون شخص نزحوا.\n1.2 مليون شخص عادوا.\n"

    assert {kind for kind, _, _ in found(document_of(text))} == {"paragraph"}


def test_a_line_after_a_colon_is_no_heading() -> None:
    """It belongs to what the colon announces, where no blank line tells otherwise."""
    text = f"عنوان\n{BODY}\nوقد شمل المسح في هذه السنة الدولة التالية:\nالعراق\n{BODY}\n"

    assert titles(document_of(text)) == []


def test_items_nest_by_style_and_come_back() -> None:
    """``1)``, then ``(أ)`` inside it, then ``2)``."""
    text = "عنوان\n\n1) أول:\n(أ) داخل.\n(ب) داخل.\n2) ثان.\n"

    assert [block.depth for block in blocks(document_of(text))] == [0, 1, 1, 0]


def test_hard_wraps_are_joined() -> None:
    """Also with the line ends of Windows, below a heading, and in an item."""
    text = (
        "Report on the state of roads\n\nBackground\n"
        "This report was written at the request of the ministry after\n"
        "the heavy rains of January. It rests on visits that three teams\n"
        "made within two weeks, and on the records of the districts.\n\n"
        "- The bridge of the valley, whose eastern pier fell down when\n"
        "the flood washed the ground away from below it, is closed.\n"
    )
    for received in (text, text.replace("\n", "\r\n")):
        document = document_of(received)

        assert titles(document) == ["Background"]
        assert [len(block.sentences) for block in blocks(document)] == [2, 1]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    """Though no blank line parts them."""
    assert len(blocks(document_of(f"عنوان\n{BODY}\n{BODY} {BODY}\n{BODY}\n"))) == 3


def test_cells_of_a_table_keep_row_and_column() -> None:
    """Empty ones too; an escaped pipe is no border."""
    text = "عنوان\n\n| أ | ب\\|ت |\n|---|:--:|\n| | 2 |\n"
    cells = [(cell.row, cell.column, cell.sentences) for cell in blocks(document_of(text))]

    assert [cell.raw for cell in blocks(document_of(text))][1] == "| ب\\|ت |\n|---|:--:|\n"
    assert cells == [(0, 0, ("أ",)), (0, 1, ("ب|ت",)), (1, 0, ()), (1, 1, ("2",))]


@pytest.mark.parametrize(
    ("rule", "aligned"),
    [
        ("|:--|--:|:-:|", ["", "right", "center"]),
        (":--|--:", ["", "right", ""]),
        ("|---|", ["", "", ""]),
        ("| x | -: | y |", ["", "", ""]),
        ("", ["", "", ""]),
    ],
)
def test_the_head_of_a_table_keeps_how_its_columns_are_aligned(
    rule: str, aligned: list[str]
) -> None:
    """By the line below it; where words begin, languages differ, so that is not said."""
    head = blocks(document_of(f"عنوان\n\n| أ | ب | ج |\n{rule}\n| 1 | 2 | 3 |\n"))[:3]

    assert [cell.align for cell in head] == aligned


def test_questions_answers_notes_and_quotations_are_told_apart() -> None:
    """A question's label is its marker, a note's label is text."""
    text = f"عنوان\n\nس1: لماذا؟\nج1: لأن.\n\n{BODY}\n\nملاحظة: انتبه.\n\n> قول\n> مأثور\n"

    assert found(document_of(text)) == [
        ("question", "س1:", "لماذا؟"),
        ("answer", "ج1:", "لأن."),
        ("paragraph", "", BODY),
        ("note", "", "ملاحظة: انتبه."),
        ("quotation", "", "قول مأثور"),
    ]


def test_footnotes_stand_below_a_rule() -> None:
    """Their number is the marker."""
    document = document_of(f"عنوان\n\n{BODY}\n\n---\n[1] حاشية.\n* أخرى.\n")

    assert found(document)[1:] == [("note", "[1]", "حاشية."), ("note", "*", "أخرى.")]


def test_json_has_the_shape_that_the_design_names() -> None:
    """``split --json`` is stable."""
    shape = outline_json(document_of(f"عنوان\n\nباب\n\n{BODY}\n"))

    assert list(shape) == ["path", "id", "title", "language", "sections"]
    assert list(shape["sections"][0]) == ["id", "title", "level", "line", "blocks"]
    assert shape["sections"][0]["blocks"] == [
        {"key": None, "kind": "paragraph", "line": 5, "marker": "", "sentences": [BODY]}
    ]


def test_the_outline_shows_lines_ids_and_first_words() -> None:
    """For a person who looks whether the headings are right."""
    shown = outline_text(document_of(f"عنوان\n\nباب\n\n{BODY}\n"))

    assert "3  باب  [bab: 1 block, 1 sentence]" in shown
    assert "يمتلك ثلاثة وعشرون" in shown


@pytest.mark.parametrize(
    "piece",
    ["أ", ".", '"', "(", "«", "|", "-", "#", ">", "*", " x", "a.", "1.", "a|", '؟"', "\\|", "# "],
)
def test_a_long_line_takes_no_longer_than_its_length(piece: str) -> None:
    """No rule looks at a line again and again: 0.3 s on the machine where this was written."""
    started = time.perf_counter()
    document_of("كلمة " + piece * 60_000)

    assert time.perf_counter() - started < 6

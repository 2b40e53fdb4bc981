"""What readers see, in the order in which they see it: measured in Chromium, not believed."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from playwright.sync_api import Page

from diglot.source import Settings
from diglot.steps.render import render
from diglot.steps.render.inline import isolated
from tests.builders import ARABIC, BOTH, ENGLISH, block, catalogue, document
from tests.pages_as_read import PLAIN

IN_ARABIC = {
    "لغة C++ سهلة": "C++",
    "منصة .NET هنا": ".NET",
    "هاتف +1 (202) 555-0100 الآن": "+1 (202) 555-0100",
    "اكتب إلى press@example.org.": "press@example.org",
    "انظر https://example.org/a/?b=1#c/ الآن": "https://example.org/a/?b=1#c/",
    "قوة CJTF-OIR (2014) هناك": "CJTF-OIR",
    "العدد -5 هنا": "-5",
    "يوم 2017-01-24 م": "2017-01-24",
    "قرار 555-0100 هنا": "555-0100",
    'عملية "Inherent Resolve" في': "Inherent Resolve",
    "حلف NATO (حلف شمال) و UN": "NATO",
    "بمعدل 0.8 طن/هكتار (p < 0.05).": "(p < 0.05)",
    "وفق Smith et al. (2019) هنا": "Smith et al. (2019)",
    "كما كتب Smith et al.": "Smith et al.",
    "وفق (Smith et al., 2019).": "(Smith et al., 2019)",
    "حزمة tool (v. 2.0) هنا": "tool (v. 2.0)",
}
"""Text, and the run that must stand in it from left to right, unbroken."""

SIDES = {
    "in حلب 2016 they": ("حلب", "2016"),
    "the group (داعش) 14 and": ("داعش", "14"),
}
"""English text, and two runs of which the first must stand to the left of the second."""

REFERENCE = ("Smith, J. et al.", "Wheat.", "Journal 2019; 12(3): 4-9.")
QUOTING = ("قال.", "Wheat fell.", "See p. 4.", "انتهى.")
QUOTED = ("قال.", "وقع قمح.", "وثانية.", "انتهى.")
IN_ENGLISH = {"قال.": "He said.", "انتهى.": "The end."}
"""Blocks of an Arabic document, and what of them is translated."""

MEASURE = """() => [...document.querySelectorAll("p.dg, p:not([class])")].map(p => {
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT, node =>
    node.parentElement.closest(".dg-mark") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const seen = [];
  while (walker.nextNode()) for (let i = 0; i < walker.currentNode.length; i++) {
    const range = document.createRange();
    range.setStart(walker.currentNode, i); range.setEnd(walker.currentNode, i + 1);
    seen.push([range.getBoundingClientRect().left, walker.currentNode.data[i]]);
  }
  return seen.sort((a, b) => a[0] - b[0]).map(x => x[1]).join("");
})
"""


def seen(page: Page, paragraphs: list[str]) -> list[str]:
    """The characters of each paragraph from left to right, as the browser sets them."""
    page.set_content(f"<!doctype html><meta charset=utf-8><body>{''.join(paragraphs)}")
    found: list[str] = page.evaluate(MEASURE)
    return found


def arabic(text: str) -> str:
    """The text as a paragraph of an Arabic page."""
    return f'<p dir="rtl" style="white-space:nowrap">{isolated(text, ARABIC)}</p>'


def english(text: str) -> str:
    """The text as a paragraph of an English page."""
    return f'<p dir="ltr" style="white-space:nowrap">{isolated(text, ENGLISH, "ar")}</p>'


def as_html(text: str, language: str) -> str:
    """The body of a generated page."""
    body = markdown.markdown(text.split("\n---\n", 1)[1], extensions=PLAIN)
    direction = "rtl" if language == "ar" else "ltr"
    return f'<main lang="{language}" dir="{direction}" style="white-space:nowrap">{body}</main>'


def _set_from_right_to_left(text: str) -> str:
    """The text with each Arabic sentence as it is seen from the left."""
    return re.sub(r"[\u0621-\u064a][\u0621-\u064a ]*\.", lambda match: match[0][::-1], text)


pytestmark = pytest.mark.browser


def test_a_foreign_run_reads_as_it_is_written(page: Page) -> None:
    """Signs, telephone numbers and addresses keep their order in Arabic."""
    lines = seen(page, [arabic(text) for text in IN_ARABIC])

    assert [run in line for run, line in zip(IN_ARABIC.values(), lines, strict=True)] == [
        True for _ in IN_ARABIC
    ]


@pytest.mark.parametrize(
    ("language", "reference", "quoting", "quoted"),
    [
        ("ar", " ".join(REFERENCE), f"{QUOTING[3]} Wheat fell. See p. 4. {QUOTING[0]}", None),
        ("en", " ".join(REFERENCE), None, f"He said. {QUOTED[2]} {QUOTED[1]} The end."),
    ],
)
def test_blocks_and_sentences_of_the_other_direction_keep_their_order(
    page: Page, language: str, reference: str, quoting: str | None, quoted: str | None
) -> None:
    """Each full stop ends its sentence, and the second sentence follows the first."""
    made = document(*(block(*sentences) for sentences in (REFERENCE, QUOTING, QUOTED)))
    found = {"en": catalogue(made, IN_ENGLISH)}
    pages = {str(p.path): p.text for p in render(made, found, Settings("paper"), BOTH)}
    lines = seen(page, [as_html(pages[f"{language}/paper/introduction.md"], language)])

    expected = [reference, quoting, quoted]
    for line, text in zip(lines, expected, strict=True):
        assert text is None or " ".join(line.split()) == _set_from_right_to_left(text)


def test_an_arabic_name_does_not_carry_off_the_number_behind_it(page: Page) -> None:
    """Without an isolate, the year would move to the left of the name."""
    lines = seen(page, [english(text) for text in SIDES])

    for line, (name, number) in zip(lines, SIDES.values(), strict=True):
        assert line.index(name[::-1]) < line.index(number)


def test_a_range_runs_from_right_to_left_in_arabic(page: Page) -> None:
    """As Arabic is read, and as any other program shows it: the smaller number on the right."""
    (line,) = seen(page, [arabic("من 10-12 شخصاً")])

    assert "12-10" in line


def test_the_measure_sees_what_goes_wrong_without_isolates(page: Page) -> None:
    """Proof that the other tests here can fail."""
    bare = [f'<p dir="rtl">{html.escape(text)}</p>' for text in ("لغة C++ سهلة", "العدد -5 هنا")]

    lines = seen(page, bare)

    assert "++C" in lines[0]
    assert "5-" in lines[1]

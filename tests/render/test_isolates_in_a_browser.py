"""What readers see, in the order in which they see it: measured in Chromium, not believed."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from builders import ARABIC, ENGLISH
from diglot.steps.render.inline import isolated

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

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
}
"""Text, and the run that must stand in it from left to right, unbroken."""

SIDES = {
    "in حلب 2016 they": ("حلب", "2016"),
    "the group (داعش) 14 and": ("داعش", "14"),
}
"""English text, and two runs of which the first must stand to the left of the second."""

MEASURE = """
<script>
const found = [...document.querySelectorAll("p")].map(p => {
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), seen = [];
  while (walker.nextNode()) for (let i = 0; i < walker.currentNode.length; i++) {
    const range = document.createRange();
    range.setStart(walker.currentNode, i); range.setEnd(walker.currentNode, i + 1);
    seen.push([range.getBoundingClientRect().left, walker.currentNode.data[i]]);
  }
  return seen.sort((a, b) => a[0] - b[0]).map(x => x[1]).join("");
});
document.body.dataset.found = JSON.stringify(found);
</script>
"""


def seen(paragraphs: list[str], folder: Path) -> list[str]:
    """The characters of each paragraph from left to right, as Chromium sets them."""
    page = folder / "page.html"
    body = "".join(paragraphs)
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{body}{MEASURE}", encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    profile = f"--user-data-dir={folder / 'profile'}"
    done = subprocess.run(
        [*command, profile, page.as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    match = re.search(r'data-found="([^"]*)"', done.stdout)
    assert match
    return [str(line) for line in json.loads(html.unescape(match[1]))]


def arabic(text: str) -> str:
    """The text as a paragraph of an Arabic page."""
    return f'<p dir="rtl" style="white-space:nowrap">{isolated(text, ARABIC)}</p>'


def english(text: str) -> str:
    """The text as a paragraph of an English page."""
    return f'<p dir="ltr" style="white-space:nowrap">{isolated(text, ENGLISH, "ar")}</p>'


pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def test_a_foreign_run_reads_as_it_is_written(tmp_path: Path) -> None:
    """Signs, telephone numbers and addresses keep their order in Arabic."""
    lines = seen([arabic(text) for text in IN_ARABIC], tmp_path)

    assert [run in line for run, line in zip(IN_ARABIC.values(), lines, strict=True)] == [
        True for _ in IN_ARABIC
    ]


def test_an_arabic_name_does_not_carry_off_the_number_behind_it(tmp_path: Path) -> None:
    """Without an isolate, the year would move to the left of the name."""
    lines = seen([english(text) for text in SIDES], tmp_path)

    for line, (name, number) in zip(lines, SIDES.values(), strict=True):
        assert line.index(name[::-1]) < line.index(number)


def test_a_range_runs_from_right_to_left_in_arabic(tmp_path: Path) -> None:
    """As Arabic is read, and as any other program shows it: the smaller number on the right."""
    (line,) = seen([arabic("من 10-12 شخصاً")], tmp_path)

    assert "12-10" in line


def test_the_measure_sees_what_goes_wrong_without_isolates(tmp_path: Path) -> None:
    """Proof that the other tests here can fail."""
    bare = [f'<p dir="rtl">{html.escape(text)}</p>' for text in ("لغة C++ سهلة", "العدد -5 هنا")]

    lines = seen(bare, tmp_path)

    assert "++C" in lines[0]
    assert "5-" in lines[1]

"""The PDF: what is copied out of it is the text of the site, letter for letter, in its order."""

from __future__ import annotations

import html
import logging
import random
import re
import subprocess
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from diglot.language import Language
from diglot.site.appearance import THEME
from diglot.site.taking_away import _style
from diglot.steps import take_away
from tests.take_away.pdf_as_read import needs_pdf, normal, pdf_text

pytestmark = needs_pdf

FONTS = THEME / "assets" / "diglot" / "fonts"
ARABIC, ENGLISH = Language("ar", "العربية"), Language("en", "English")
TITLE = '<h1 id="document" class="dg source">{}</h1>'

LETTERS = (
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ",
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
    "abcXYZ ",
    "0123456789 ",
    "٠١٢٣ ",
    "()[]{}«»\"'.,:;!?-–—…/%$€+*=<>&",
)
SENTENCES = {
    "lam and alef, in all their shapes": "لا ولا خلال الإسلام لأن لآخر الآن بلا كلا",
    "vowel signs": "كبيراً شريكاً حرّرت بجدٍّ قُلْتُ لأنَّهُ مُحَمَّدٌ ثُمَّ لِلَّهِ",
    "hamza and its seats": "سُئل مسؤول عن بيئة هادئة، ورأى أن القراءة مبدأ",
    "brackets": "المجلس (الدولي) رقم 2178 (2014) و[قوس] و«نص» و“آخر”",
    "numbers": "نحو 8,200 طن، و62%، و1.5 مليون، بين 10-12 و2017/03/22؛ ٢٠١٧ و(٢٠١٨)",
    "dashes and colons": "قال: العمل – كل العمل – مستمر: أولاً، ثانياً؛ هل تم؟ نعم!",
    "tatweel and marks of quotation": "العـــربية 'نص' \"آخر\" …",
    "hyphens at the beginning": "- قال: نعم.",
    "letters of Persian": "پارس چاپ ژاله گرگ کتاب یاد",
}
LATIN = (
    'رأى <bdi dir="ltr">COVID-19 (test)</bdi> في <bdi dir="ltr">C++</bdi>، '
    'ثم <bdi dir="ltr">p &lt; 0.05</bdi>.'
)
ENGLISH_SENTENCES = {
    "ligatures and dashes": "The office filed five final affidavits – “in full”, it’s said.",
    "hyphens at ends of lines": "well-known ISIS-affiliated " * 40,
    "accents": "Café, naïve, Zürich, Ğazālī, ʿAlī: 50 °C, £8.20, 3½.",
    "Arabic in it": (
        'The word <bdi lang="ar" dir="rtl">مكافحة</bdi> (counter), '
        'and <bdi lang="ar" dir="rtl">وثيقة مهمة</bdi>.'
    ),
}


def printed(folder: Path, language: Language, html: str) -> Path:
    """The PDF of a document with one section, its title a word."""
    title = "عنوان" if language is ARABIC else "Title"
    book = take_away.book("paper", language, TITLE.format(title), {"part": html})
    path = folder / "paper.pdf"
    path.write_bytes(take_away.pdf.pdf(take_away.one_language(book, _style("print.css")), FONTS))
    return path


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_arabic_is_copied_out_as_it_was_put_in(tmp_path: Path, text: str) -> None:
    html = f"<p>{text}</p><p>{' '.join([text] * 12)}</p>"

    assert pdf_text(printed(tmp_path, ARABIC, html), first=2) == normal(" ".join([text] * 13))


def test_latin_in_arabic_is_copied_out_in_its_place(tmp_path: Path) -> None:
    plain = re.sub("<[^>]+>", "", LATIN).replace("&lt;", "<")

    assert pdf_text(printed(tmp_path, ARABIC, f"<p>{LATIN}</p>" * 9), first=2) == normal(
        f"{plain} " * 9
    )


@pytest.mark.parametrize("text", ENGLISH_SENTENCES.values(), ids=ENGLISH_SENTENCES.keys())
def test_english_is_copied_out_as_it_was_put_in(tmp_path: Path, text: str) -> None:
    plain = re.sub("<[^>]+>", "", text)

    assert pdf_text(printed(tmp_path, ENGLISH, f"<p>{text}</p>" * 3), first=2) == normal(
        f"{plain} " * 3
    )


@pytest.mark.parametrize("language", [ARABIC, ENGLISH], ids=["in Arabic", "in English"])
def test_no_character_is_lost_whatever_stands_beside_it(tmp_path: Path, language: Language) -> None:
    """In which order a reader puts them is another question: here no word makes sense."""
    chance = random.Random(7)
    texts = ["".join(chance.choice(chance.choice(LETTERS)) for _ in range(80)) for _ in range(40)]
    path = printed(tmp_path, language, "".join(f"<p>{html.escape(text)}</p>" for text in texts))

    assert _letters(pdf_text(path, first=2)) == _letters(normal(" ".join(texts)))


def _letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def test_the_same_page_is_the_same_file(tmp_path: Path) -> None:
    text = "".join(f"<p>{each}</p>" for each in SENTENCES.values())
    first = printed(tmp_path, ARABIC, text).read_bytes()

    assert printed(tmp_path, ARABIC, text).read_bytes() == first


def test_it_is_tagged_and_says_language_and_title(tmp_path: Path) -> None:
    path = printed(tmp_path, ARABIC, "<h1>قسم</h1><p>نص.</p><ul><li>بند</li></ul>")
    facts = _told("pdfinfo", str(path))
    structure = _told("pdfinfo", "-struct", str(path))

    assert re.search(r"^Title: +عنوان$", facts, re.MULTILINE)
    assert re.search(r"^Tagged: +yes$", facts, re.MULTILINE)
    assert re.search(r"^Page size: .*\(A4\)$", facts, re.MULTILINE)
    assert {"H1", "H2", "P", "L"} <= set(re.findall(r"^ *(\w+)", structure, re.MULTILINE))
    inside = path.read_bytes() + b"".join(_unpacked(path))
    assert b"/Lang (ar)" in inside
    assert b"pdfuaid" in inside


def test_the_style_sheet_has_nothing_that_weasyprint_does_not_know(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        printed(tmp_path, ARABIC, "<p>نص.</p>")

    assert not caplog.records


def _unpacked(path: Path) -> Iterator[bytes]:
    for packed in re.findall(rb"stream\n(.*?)\nendstream", path.read_bytes(), re.DOTALL):
        with suppress(zlib.error):
            yield zlib.decompress(packed)


def _told(*words: str) -> str:
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout

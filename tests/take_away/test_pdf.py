"""The PDF: what is copied out of it is the text of the site, letter for letter, in its order."""

from __future__ import annotations

import re
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

SENTENCES = {
    "lam and alef, in all their shapes": "لا ولا خلال الإسلام لأن لآخر الآن بلا كلا",
    "vowel signs": "كبيراً شريكاً حرّرت بجدٍّ قُلْتُ لأنَّهُ مُحَمَّدٌ ثُمَّ لِلَّهِ",
    "hamza and its seats": "سُئل مسؤول عن بيئة هادئة، ورأى أن القراءة مبدأ",
    "brackets": "المجلس (الدولي) رقم 2178 (2014) و[قوس] و«نص» و“آخر”",
    "numbers": "نحو 8,200 طن، و62%، و1.5 مليون، بين 10-12 و2017/03/22؛ ٢٠١٧ و(٢٠١٨)",
    "dashes and colons": "قال: العمل – كل العمل – مستمر: أولاً، ثانياً؛ هل تم؟ نعم!",
    "tatweel and marks of quotation": "العـــربية 'نص' \"آخر\" …",
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

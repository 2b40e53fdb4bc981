"""Documents to take away: made of the pages that were built, and linked from their overviews.

In: pages, from the events of MkDocs; those of all languages, one language after the other. Out: for
each document the files that its project wishes for, beside its overviews. What a file is made of is
remembered by a digest in ``.diglot/take-away/``, which may be deleted at any time: an unchanged
document is not made again.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from diglot.cache import program, stamps
from diglot.language import Language
from diglot.project import Project
from diglot.site.appearance import THEME
from diglot.steps import take_away
from diglot.steps.render.plurals import name_of

FOLDER = "take-away"
PLACE = '<nav class="dg-take-away"></nav>'
"""Stands on an overview until its files are made: their sizes are not known before."""
_LATIN = re.compile("[A-Z]+")
_BEFORE = '<h2 id="sections"'
_PRINT = Path(__file__).parent / "print"
_FONTS = THEME / "assets" / "diglot" / "fonts"
_TYPES = {"pdf": "application/pdf", "epub": "application/epub+zip", "txt": "text/plain"}


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


@dataclass(frozen=True, slots=True)
class _File:
    """A file that somebody may take away."""

    path: PurePosixPath
    """Below the folder of the site."""
    format: str
    """A format of ``words``."""
    size: int
    languages: tuple[Language, ...]


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
        shelf = _Shelf(project.root / ".diglot" / FOLDER, is_complete=not served)
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


def _write_document(there: list[_Pages], wished: set[str], shelf: _Shelf, site: Path) -> None:
    files: list[_File] = []
    for pages in there:
        for file, content in _made(pages, there[0], wished, shelf):
            write_file(content, str(site / file.path))
            files.append(file)
    for pages in there:
        path = site / pages.file
        own = [file for file in files if pages.language in file.languages]
        page = path.read_text("utf-8")
        write_file(page.replace(PLACE, _links(own, pages), 1).encode("utf-8"), str(path))


def _made(
    pages: _Pages, source: _Pages, wished: set[str], shelf: _Shelf
) -> Iterator[tuple[_File, bytes]]:
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
            yield _File(pages.file.parent / file, kind, len(content), languages), content


def _links(files: list[_File], pages: _Pages) -> str:
    """The links on an overview; nothing where there is no file."""
    if not files:
        return ""
    words = take_away.words_for(pages.language.code)
    own = pages.language.code.replace("_", "-").split("-")[0]
    spoken = "" if words.language == own else f' lang="{words.language}" dir="ltr"'
    items = "".join(
        f'<li><a href="{escape(_from(file.path, pages.file.parent))}" '
        f'type="{_TYPES[file.path.suffix[1:]]}">{_named(file, words)}</a></li>'
        for file in sorted(files, key=lambda file: _ORDER.index(file.format))
    )
    title = escape(words.take_away)
    return (
        f'<nav class="dg-take-away" aria-label="{title}" data-search-exclude{spoken}>'
        f"<p>{title}</p><ul>{items}</ul></nav>"
    )


_ORDER = ("pdf", "both", "epub", "text")


def _named(file: _File, words: take_away.Words) -> str:
    names = [name_of(language.code, words.language) for language in file.languages]
    says = words.formats[file.format].format(own=names[0], other=names[-1])
    said = escape(f"{says}{words.comma}{take_away.size_in_words(file.size, words)}")
    # Isolated: «PDF, 86» would be one run in Arabic.
    return _LATIN.sub(r'<bdi dir="ltr">\g<0></bdi>', said) if words.language == "ar" else said


def _from(path: PurePosixPath, folder: PurePosixPath) -> str:
    """The way from a folder to a file, both below that of the site."""
    common = 0
    for one, other in zip(path.parts, folder.parts, strict=False):
        if one != other:
            break
        common += 1
    return "/".join([*[".."] * (len(folder.parts) - common), *path.parts[common:]])


def _style(name: str) -> str:
    return (_PRINT / name).read_text("utf-8")


class _Shelf:
    """Files that have been made, by what they were made of."""

    def __init__(self, folder: Path, *, is_complete: bool) -> None:
        self._folder, self._is_complete = folder, is_complete
        self._used: set[str] = set()
        styles = (path.read_text("utf-8") for path in sorted(_PRINT.iterdir()))
        self._by = "\0".join((program.version(), *styles))

    def get(
        self, kind: str, parts: list[str], make: Callable[[], bytes], *, is_slow: bool
    ) -> bytes | None:
        """The file; None where it would have to be made, and takes too long for now."""
        by = [self._by, take_away.pdf.version()] if is_slow else [self._by]
        made_of = "\0".join((kind, *by, *parts)).encode("utf-8", "surrogatepass")
        name = stamps.digest(made_of)
        self._used.add(name)
        path = self._folder / name
        if path.is_file():
            return path.read_bytes()
        if is_slow and not self._is_complete:
            return None
        content = make()
        write_file(content, str(path.with_suffix(".new")))
        path.with_suffix(".new").replace(path)
        return content

    def clear(self) -> None:
        """Remove what no document is made of any more."""
        if self._is_complete and self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name not in self._used:
                    path.unlink(missing_ok=True)
            if not self._used:
                shutil.rmtree(self._folder, ignore_errors=True)

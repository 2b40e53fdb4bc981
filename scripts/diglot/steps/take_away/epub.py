"""A document as an EPUB 3: one file of XHTML for the title page, and one for each section.

Made here and not by a library: the format is a few small files in an archive, and EbookLib is under
the AGPL. Fonts are not in it: readers choose their own, and every one has Arabic. Same book, same
bytes: the archive knows no time, and the date that the format demands is that of no change.
"""

from __future__ import annotations

import html
import re
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from diglot.language import direction
from diglot.steps.take_away.book import Book, Chapter, serialised
from diglot.steps.take_away.words import words_for

_LANGUAGE = re.compile(r' lang="([^"<>]*)"(?=[^<>]*>)')
"""In a tag: no text holds «>» that is not escaped."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = "1980-01-01T00:00:00Z"
_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
_METADATA = """\
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>"""


def epub(book: Book, style: str) -> bytes:
    """The archive."""
    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(book),
        "EPUB/nav.xhtml": _nav(book),
        "EPUB/style.css": style,
        "EPUB/title.xhtml": _title_page(book),
        **{f"EPUB/{_file(n)}": _chapter(book, each) for n, each in enumerate(book.chapters)},
    }
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        # First, and not compressed, so that the kind of file is to be seen at its beginning.
        archive.writestr(ZipInfo("mimetype", _NO_TIME), "application/epub+zip", ZIP_STORED)
        for name, text in files.items():
            archive.writestr(ZipInfo(name, _NO_TIME), text.encode("utf-8"), ZIP_DEFLATED)
    return made.getvalue()


def _file(number: int) -> str:
    # Numbered: a section may be called «title» or «nav».
    return f"section-{number + 1}.xhtml"


def _package(book: Book) -> str:
    code = html.escape(book.language.code)
    name = book.address or f"diglot:{book.document}:{book.language.code}"
    files = [_file(number) for number in range(len(book.chapters))]
    items = "".join(
        f'<item id="s{number}" href="{file}" media-type="application/xhtml+xml"/>\n'
        for number, file in enumerate(files)
    )
    spine = "".join(f'<itemref idref="s{number}"/>\n' for number in range(len(files)))
    source = f"<dc:source>{html.escape(book.address)}</dc:source>\n" if book.address else ""
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" \
xml:lang="{code}" dir="{book.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, name)}</dc:identifier>
<dc:title>{html.escape(book.title)}</dc:title>
<dc:language>{code}</dc:language>
{source}<meta property="dcterms:modified">{_MODIFIED}</meta>
{_METADATA}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
{items}</manifest>
<spine page-progression-direction="{book.direction}">
<itemref idref="title"/>
<itemref idref="nav"/>
{spine}</spine>
</package>
"""


def _nav(book: Book) -> str:
    title = html.escape(words_for(book.language.code).contents)
    entries = [(0, "title.xhtml", book.title, book.title_language)]
    entries += [
        (chapter.depth, _file(number), chapter.title, chapter.title_language)
        for number, chapter in enumerate(book.chapters)
    ]
    listed, depth = "<ol>", 0
    for number, (wanted, file, name, spoken) in enumerate(entries):
        # One step in at a time; a list may not be empty, nor a file listed before there is one.
        wanted = min(wanted, depth + 1) if number > 1 else 0
        if number:
            listed += "<ol>" if wanted > depth else "</li>" + "</ol></li>" * (depth - wanted)
        listed += f'<li><a href="{file}"{_spoken(spoken)}>{html.escape(name)}</a>'
        depth = wanted
    listed += "</li></ol>" * (depth + 1)
    return _page(book, title, f'<nav epub:type="toc"><h1>{title}</h1>{listed}</nav>')


def _spoken(code: str) -> str:
    return f' lang="{html.escape(code)}" dir="{direction(code)}"'


def _title_page(book: Book) -> str:
    body = [*map(serialised, book.head), *(f"<p>{html.escape(text)}</p>" for text in book.state)]
    if book.address:
        address = html.escape(book.address)
        says = html.escape(words_for(book.language.code).address)
        body.append(f'<p>{says} <a href="{address}" dir="ltr">{address}</a></p>')
    return _page(book, html.escape(book.title), "".join(body))


def _chapter(book: Book, chapter: Chapter) -> str:
    return _page(book, html.escape(chapter.title), "".join(map(serialised, chapter.text)))


def _page(book: Book, title: str, body: str) -> str:
    code = html.escape(book.language.code)
    body = _LANGUAGE.sub(r' xml:lang="\1" lang="\1"', body)
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
xml:lang="{code}" lang="{code}" dir="{book.direction}">
<head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" href="style.css"/></head>
<body>{body}</body>
</html>
"""

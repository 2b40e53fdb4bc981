"""``sitemap.xml``: every page with its translations and the day of its last change.

The format is that of sitemaps.org, with the links to translations as Google describes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in the list: absolute addresses only."""

    address: str
    alternates: tuple[tuple[str, str], ...] = ()
    """Code of the language and address: of itself and of its translations, and of ``x-default``."""
    changed: str = ""
    """ISO date; empty where it is not known: a day of a build would be no change."""


def sitemap(pages: Iterable[Listed]) -> str:
    """The whole file."""
    return "".join([_HEAD, *(line for page in pages for line in _lines(page)), "</urlset>\n"])


def robots(sitemap_address: str) -> str:
    """``robots.txt``: everything may be read, and where the sitemap is, if there is one."""
    found = f"\nSitemap: {sitemap_address}\n" if sitemap_address else ""
    return f"User-agent: *\nDisallow:\n{found}"


def _lines(page: Listed) -> Iterator[str]:
    yield f"  <url>\n    <loc>{escape(page.address)}</loc>\n"
    if page.changed:
        yield f"    <lastmod>{page.changed}</lastmod>\n"
    for code, address in page.alternates:
        language, to = quoteattr(code), quoteattr(address)
        yield f'    <xhtml:link rel="alternate" hreflang={language} href={to}/>\n'
    yield "  </url>\n"

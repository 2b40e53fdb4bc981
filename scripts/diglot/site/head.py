"""What the head of a page tells others: addresses, translations, pictures, structured data.

In: a page, and what is known of all. Out: a value that ``partials/found.html`` writes. It is all
that a page depends on beside itself: pages are made again where it differs.
"""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from diglot.site import works
from diglot.site.alternates import X_DEFAULT, Alternates, absolute
from diglot.site.known_pages import KnownPages, description_of, is_home, title_of
from diglot.steps.share.linked_data import linked_data


@dataclass(frozen=True, slots=True)
class Picture:
    """A social card."""

    address: str
    width: int
    height: int
    words: str
    """What stands on it."""


@dataclass(frozen=True, slots=True)
class Head:
    """Plain texts; the template escapes them."""

    canonical: str
    alternates: tuple[tuple[str, str], ...]
    """Language and address."""
    properties: tuple[tuple[str, str], ...]
    """OpenGraph."""
    card: str
    """The kind of card that Twitter shows."""
    linked_data: str
    """JSON; safe in HTML as it is."""
    feed: tuple[str, str] | None = None
    """Address and title."""


def head_of(
    page: Page,
    config: MkDocsConfig,
    alternates: Alternates,
    pages: KnownPages,
    *,
    names: bool,
    feed: tuple[str, str] | None,
    picture: Picture | None,
) -> Head:
    """The head of a page; ``names``: whether people may be named."""
    original = alternates.original(page.file)
    canonical = absolute(original or page.file, config)
    links = alternates.of(page.file, config)
    work = works.of(page, config, alternates, pages, names=names)
    return Head(
        canonical,
        links,
        (*_properties(page, config, canonical, links), *_picture(picture)),
        "summary_large_image" if picture else "summary",
        linked_data(work),
        feed,
    )


def _properties(
    page: Page, config: MkDocsConfig, canonical: str, links: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    language = str(config.theme["language"])
    told = (
        ("og:type", "website" if is_home(page.file) else "article"),
        ("og:title", (config.site_name if is_home(page.file) else "") or title_of(page)),
        ("og:description", description_of(page, config.site_description or "")),
        ("og:site_name", config.site_name or ""),
        ("og:url", canonical),
        ("og:locale", locale(language)),
        *(
            ("og:locale:alternate", locale(code))
            for code, _ in links
            if code not in {language, X_DEFAULT}
        ),
    )
    return tuple((name, value) for name, value in told if value)


def _picture(picture: Picture | None) -> tuple[tuple[str, str], ...]:
    if picture is None:
        return ()
    return (
        ("og:image", picture.address),
        ("og:image:type", "image/png"),
        ("og:image:width", str(picture.width)),
        ("og:image:height", str(picture.height)),
        ("og:image:alt", picture.words),
    )


def locale(language: str) -> str:
    """A language as OpenGraph writes it: with a country, the likeliest where none is said."""
    if language == "ar":
        return "ar_AR"  # what Facebook calls Arabic of no country
    code = language.replace("-", "_")
    try:
        found = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return code
    likely = get_global("likely_subtags").get(found.language, "").rpartition("_")[2]
    country = found.territory or likely
    return f"{found.language}_{country}" if country else found.language

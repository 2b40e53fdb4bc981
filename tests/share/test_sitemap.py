"""``sitemap.xml`` and ``robots.txt``."""

from __future__ import annotations

from xml.etree import ElementTree

from diglot.steps.share.sitemap import Listed, robots, sitemap

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_a_page_stands_with_its_translations_and_its_last_change() -> None:
    page = Listed("https://h.example/?a&b", (("ar", "https://h.example/'\"<"),), "2026-11-24")
    (url,) = ElementTree.fromstring(sitemap([page])).findall("s:url", NAMES)

    assert url.findtext("s:loc", namespaces=NAMES) == page.address
    assert url.findtext("s:lastmod", namespaces=NAMES) == "2026-11-24"
    (link,) = url.findall("x:link", NAMES)
    assert dict(link.attrib) == {
        "rel": "alternate", "hreflang": "ar", "href": "https://h.example/'\"<"
    }  # fmt: skip


def test_a_page_of_which_no_change_is_known_has_no_date() -> None:
    assert "lastmod" not in sitemap([Listed("https://h.example/")])


def test_robots_may_read_everything_and_are_told_where_the_sitemap_is() -> None:
    assert robots("").splitlines() == ["User-agent: *", "Disallow:"]
    assert robots("https://h.example/sitemap.xml").splitlines()[-1] == (
        "Sitemap: https://h.example/sitemap.xml"
    )

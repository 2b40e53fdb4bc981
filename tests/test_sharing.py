"""What the built site tells search engines, networks and feed readers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import material
import pytest

from diglot import pipeline, project
from diglot.public_record import Event, PublicRecord
from diglot.site import cards, feeds
from diglot.site.head import locale
from diglot.site.known_pages import KnownPages
from diglot.steps.sync import Changes
from diglot.upkeep import Done
from tests import demo_site, states_site
from tests.demo_site import CONFIG, DOCUMENT

ADDRESS = "https://host.example/sub/"
WITH_ADDRESS = f"site_url: {ADDRESS}\n{CONFIG}"
ATOM = "{http://www.w3.org/2005/Atom}"
XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

UNTRANSLATED = f"en/{DOCUMENT}/countering-finance/"
"""A page on which nothing is translated, once its heading is taken out of the catalogue."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With an address; nothing of one section is translated."""
    root = demo_site.make(tmp_path_factory.mktemp("project"), WITH_ADDRESS)
    _forget_translation(root, "Countering finance")
    return _built(root)


@pytest.fixture(scope="module")
def without_address(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(demo_site.make(tmp_path_factory.mktemp("project")))


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a document with reviewed and stale texts, and its address."""
    root = states_site.make(tmp_path_factory.mktemp("project"))
    _configure(root, WITH_ADDRESS)
    return _built(root)


def test_a_page_and_its_translation_name_each_other(site: Path) -> None:
    arabic, english = f"{ADDRESS}about/", f"{ADDRESS}en/about/"
    expected = {"ar": arabic, "en": english, "x-default": arabic}

    assert _alternates(site / "about") == _alternates(site / "en/about") == expected


def test_the_address_of_a_page_is_absolute(site: Path) -> None:
    for path in ("", "about/", f"en/{DOCUMENT}/", f"{DOCUMENT}/military-campaign/"):
        assert _links(site / path, "canonical") == [f"{ADDRESS}{path}"]


def test_without_an_address_links_to_translations_are_relative_and_lead_there(
    without_address: Path,
) -> None:
    page = without_address / "en" / DOCUMENT / "introduction"
    found = _alternates(page)

    assert {code: (page / to).resolve() for code, to in found.items()} == {
        "ar": without_address / DOCUMENT / "introduction",
        "en": page,
        "x-default": without_address / DOCUMENT / "introduction",
    }
    assert _links(page, "canonical") == []


def test_a_page_without_translation_names_none(site: Path) -> None:
    assert _alternates(site / "zebra") == _alternates(site / "en/aardvark") == {}


def test_a_page_on_which_nothing_is_translated_is_no_translation(site: Path) -> None:
    original = f"{ADDRESS}{DOCUMENT}/countering-finance/"

    assert _alternates(site / UNTRANSLATED) == {}
    assert _alternates(site / DOCUMENT / "countering-finance") == {}
    assert _links(site / UNTRANSLATED, "canonical") == [original]
    assert "translationOfWork" not in _linked_data(site / UNTRANSLATED)
    assert "workTranslation" not in _linked_data(site / DOCUMENT / "countering-finance")


def test_where_only_reviewed_texts_are_published_a_draft_is_no_translation(
    tmp_path: Path,
) -> None:
    config = WITH_ADDRESS.replace("  - diglot\n", "  - diglot: {publish: reviewed}\n")
    site = _built(demo_site.make(tmp_path, config))

    held_back = site / "en" / DOCUMENT / "introduction"
    assert _alternates(site / DOCUMENT / "introduction") == _alternates(held_back) == {}
    assert "creativeWorkStatus" not in _linked_data(held_back)
    assert _linked_data(held_back)["inLanguage"] == "ar"
    assert "Not translated yet" in _properties(held_back)["og:image:alt"]
    assert _alternates(site / "about") != {}
    assert f"{ADDRESS}en/{DOCUMENT}/" not in (site / "sitemap.xml").read_text("utf-8")


def test_the_sitemap_has_every_page_with_the_alternates_of_its_head(site: Path) -> None:
    listed = _sitemap(site)
    pages = {
        path.parent.relative_to(site).as_posix() + "/"
        for path in site.rglob("index.html")
        if path.parent != site
    }

    assert {address.removeprefix(ADDRESS) for address in listed} == pages - {UNTRANSLATED} | {""}
    for address, (alternates, _) in listed.items():
        assert alternates == _alternates(site / address.removeprefix(ADDRESS))


def test_a_change_in_the_sitemap_is_one_of_the_text_not_of_the_build(
    site: Path, states: Path
) -> None:
    assert {changed for _, changed in _sitemap(site).values()} == {None}
    listed = _sitemap(states)
    assert listed[f"{ADDRESS}en/states/tables/"][1] == "2026-11-25"
    assert listed[f"{ADDRESS}en/about/"][1] is None


def test_a_verdict_changes_the_translation_not_the_original(tmp_path: Path) -> None:
    demo_site.make(tmp_path, WITH_ADDRESS)
    _review(tmp_path)
    listed = _sitemap(_built(tmp_path))

    assert listed[f"{ADDRESS}en/{DOCUMENT}/introduction/"][1] == "2026-11-24"
    assert listed[f"{ADDRESS}{DOCUMENT}/introduction/"][1] is None


def test_a_page_that_poses_as_a_translation_is_none(tmp_path: Path) -> None:
    """``fallback_to_default`` of i18n: the original at the address of a translation."""
    config = WITH_ADDRESS.replace("fallback_to_default: false", "fallback_to_default: true")
    site = _built(demo_site.make(tmp_path, config))

    assert _alternates(site / "zebra") == _alternates(site / "en/zebra") == {}
    assert _links(site / "en/zebra", "canonical") == [f"{ADDRESS}zebra/"]
    assert f"{ADDRESS}en/zebra/" not in _sitemap(site)


def test_addresses_of_pages_that_are_files_lead_to_them(tmp_path: Path) -> None:
    config = f"use_directory_urls: false\n{WITH_ADDRESS}"
    demo_site.make(tmp_path, config)
    _review(tmp_path)
    site = _built(tmp_path)
    feed = ElementTree.parse(site / "en/feed.atom").getroot()
    told = [to for alternates, _ in _sitemap(site).values() for to in alternates.values()]
    told += [*_sitemap(site), *(link.get("href", "") for link in feed.iter(f"{ATOM}link"))]

    assert f"{ADDRESS}en/{DOCUMENT}/introduction.html" in told
    for address in told:
        path = site / address.removeprefix(ADDRESS)
        assert (path / "index.html" if path.is_dir() else path).is_file(), address


def test_robots_are_told_where_the_sitemap_is(site: Path, without_address: Path) -> None:
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    assert "Sitemap:" not in (without_address / "robots.txt").read_text("utf-8")
    assert not (without_address / "sitemap.xml").exists()


def test_files_of_a_person_stand(tmp_path: Path) -> None:
    config = WITH_ADDRESS.replace("name: material", "name: material\n  custom_dir: own")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/sitemap.xml").write_text("<mine/>", "utf-8")
    demo_site.make(tmp_path, config)
    (tmp_path / "docs/robots.txt").write_text("Disallow: /private", "utf-8")
    site = _built(tmp_path)

    assert (site / "robots.txt").read_text("utf-8") == "Disallow: /private"
    assert (site / "sitemap.xml").read_text("utf-8") == "<mine/>"


def test_every_page_has_a_title_a_description_and_a_language_for_networks(site: Path) -> None:
    told = _properties(site / f"en/{DOCUMENT}/military-campaign")

    assert told["og:title"] == "The military campaign"
    assert told["og:description"].startswith("The operations have freed")
    assert told["og:url"] == f"{ADDRESS}en/{DOCUMENT}/military-campaign/"
    assert (told["og:locale"], told["og:locale:alternate"]) == ("en_US", "ar_AR")
    assert (told["og:type"], told["og:site_name"]) == ("article", "Two languages")
    assert _properties(site)["og:title"] == "لغتان"
    assert _properties(site / f"en/{DOCUMENT}")["og:title"] == demo_site.HOSTILE


@pytest.mark.parametrize(
    ("language", "found"),
    [("ar", "ar_AR"), ("ar-IQ", "ar_IQ"), ("en", "en_US"), ("pt-BR", "pt_BR"), ("xx", "xx")],
)
def test_a_locale_names_a_country(language: str, found: str) -> None:
    assert locale(language) == found


def test_a_section_is_part_of_its_document_and_a_translation_of_the_original(site: Path) -> None:
    told = _linked_data(site / f"en/{DOCUMENT}/military-campaign")
    original = f"{ADDRESS}{DOCUMENT}/military-campaign/"

    assert (told["@type"], told["inLanguage"]) == ("Article", "en")
    assert told["isPartOf"]["url"] == f"{ADDRESS}en/{DOCUMENT}/"
    assert told["isPartOf"]["isPartOf"]["url"] == f"{ADDRESS}en/"
    assert told["translationOfWork"]["url"] == original
    assert told["translationOfWork"]["inLanguage"] == "ar"
    assert told["creativeWorkStatus"] == "Draft translation"
    assert "translator" not in told


def test_a_document_names_its_translations_and_when_it_was_published(site: Path) -> None:
    told = _linked_data(site / DOCUMENT)
    (translation,) = told["workTranslation"]

    assert told["datePublished"] == "2017-03-22"
    assert translation["url"] == f"{ADDRESS}en/{DOCUMENT}/"
    assert (translation["inLanguage"], translation["creativeWorkStatus"]) == (
        "en",
        "Draft translation",
    )
    assert "datePublished" not in _linked_data(site / f"en/{DOCUMENT}")


def test_structured_data_of_every_page_is_json_in_terms_of_schema_org(
    site: Path, without_address: Path, states: Path
) -> None:
    for page in _pages(site, without_address, states):
        for work in _works(_linked_data(page)):
            assert set(work) <= TERMS, page
            assert work["@type"] in {"WebSite", "WebPage", "CreativeWork", "Article", "Person"}
            assert "None" not in work.values()


TERMS = set(
    "@context @type @id url name headline inLanguage description creativeWorkStatus datePublished "
    "dateModified creditText license translator isPartOf translationOfWork workTranslation".split()
)


def test_a_feed_tells_what_was_reviewed_and_changed(states: Path) -> None:
    for prefix, language in (("", "ar"), ("en/", "en")):
        root = ElementTree.fromstring((states / prefix / "feed.atom").read_bytes())
        entries = root.findall(f"{ATOM}entry")

        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert root.findtext(f"{ATOM}id") == f"{ADDRESS}{prefix}feed.atom"
        assert root.findtext(f"{ATOM}updated") == "2026-11-25T00:00:00Z"
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids)
        assert {(i or "").partition("#")[2] for i in ids} == {"reviewed-en", "stale-en"}
        days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert days == sorted(days, reverse=True)
        for entry in entries:
            assert (states / _href(entry).removeprefix(ADDRESS) / "index.html").is_file()


def test_the_newest_of_all_documents_come_first() -> None:
    days = {"a": ("2026-01-02", "2026-01-01"), "b": ("2026-01-03", "2026-01-01")}
    documents = [
        Done(name, (), Changes(), record=PublicRecord(events={"en": tuple(
            Event(day, "", "reviewed", 1) for day in found
        )})) for name, found in days.items()
    ]  # fmt: skip
    found = feeds._newest("en", KnownPages(documents, "ar"))

    assert [(name, event.day[-1]) for name, _, event in found] == [
        ("b", "3"), ("a", "2"), ("a", "1"), ("b", "1"),
    ]  # fmt: skip


def test_pages_name_the_feed_of_their_language(states: Path, site: Path) -> None:
    link = re.compile(r'<link [^>]*application/atom\+xml" href="([^"]*)"')

    assert link.findall(_html(states / "about")) == [f"{ADDRESS}feed.atom"]
    assert link.findall(_html(states / "en/about")) == [f"{ADDRESS}en/feed.atom"]
    assert link.findall(_html(site / "about")) == []
    assert not (site / "feed.atom").exists()


def test_nobody_is_named_unless_the_project_wants_it(states: Path, tmp_path: Path) -> None:
    named = states_site.make(tmp_path)
    _configure(named, WITH_ADDRESS.replace("  - diglot\n", "  - diglot: {reviewers: true}\n"))
    opted_in = _built(named)
    told = _linked_data(opted_in / "en/states/tables")

    assert told["translator"] == [{"@type": "Person", "name": "A. Reviewer"}]
    assert "A. Reviewer" in (opted_in / "en/feed.atom").read_text("utf-8")
    for path in (*states.rglob("*.html"), *states.rglob("*.atom")):
        assert "A. Reviewer" not in path.read_text("utf-8"), path


def test_every_page_has_a_card_that_is_there(states: Path) -> None:
    for page in _pages(states):
        told = _properties(page)
        picture = states / told["og:image"].removeprefix(ADDRESS)

        assert picture.read_bytes().startswith(b"\x89PNG"), page
        assert told["og:image:alt"].startswith(told["og:title"]), page
        assert 'name="twitter:card" content="summary_large_image"' in _html(page)


def test_a_card_is_drawn_once(tmp_path: Path) -> None:
    states_site.make(tmp_path)
    _configure(tmp_path, WITH_ADDRESS)
    _built(tmp_path)
    kept = tmp_path / ".diglot" / "cards"
    before = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    torn = min(kept.iterdir())
    torn.write_bytes(torn.read_bytes()[:100])
    (kept / "old.png").write_bytes(b"of an earlier build")
    site = _built(tmp_path)
    after = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}

    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name]] == [torn.name]
    for path in site.rglob("assets/cards/**/*.png"):
        assert path.read_bytes().endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize(
    ("wanted", "cards"),
    [
        ("documents", {"ar/index", "en/index", "ar/fact-sheet/index", "en/fact-sheet/index"}),
        ("site", {"ar/index", "en/index"}),
        ("none", set()),
    ],
)
def test_a_project_says_what_has_a_card(tmp_path: Path, wanted: str, cards: set[str]) -> None:
    config = WITH_ADDRESS.replace("  - diglot\n", f"  - diglot: {{cards: {wanted}}}\n")
    site = _built(demo_site.make(tmp_path, config))
    folder = site / "assets" / "cards"

    found = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.png")}
    assert found == cards
    told = _properties(site / f"en/{DOCUMENT}/introduction").get("og:image", "none")
    assert told.removeprefix(f"{ADDRESS}assets/cards/en/").removesuffix(".png") == {
        "documents": f"{DOCUMENT}/index", "site": "index", "none": "none"
    }[wanted]  # fmt: skip


def test_a_large_site_has_fewer_cards(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = project.load(demo_site.make(tmp_path, WITH_ADDRESS))
    documents = pipeline.render(found).documents

    def made(most: int) -> str:
        monkeypatch.setattr(cards, "MOST", most)
        return cards._grain(found, documents)

    assert [made(most) for most in (8, 7, 2, 1)] == ["pages", "documents", "documents", "site"]


def test_without_pillow_there_are_no_cards_and_one_line_says_so(tmp_path: Path) -> None:
    demo_site.make(tmp_path, WITH_ADDRESS)
    (tmp_path / "none" / "PIL").mkdir(parents=True)
    (tmp_path / "none" / "PIL" / "__init__.py").write_text("raise ImportError\n", "utf-8")
    result = demo_site.build(tmp_path, "--strict", first=tmp_path / "none")

    assert result.returncode == 0, result.stderr
    assert result.stderr.count("Pillow") == 1
    assert "no social cards: Pillow is not installed; pip install 'diglot[cards]'" in result.stderr
    assert "og:image" not in _html(tmp_path / "site")
    assert 'name="twitter:card" content="summary"' in _html(tmp_path / "site")


def test_what_needs_an_address_is_said_once(tmp_path: Path) -> None:
    result = demo_site.build(demo_site.make(tmp_path), "--strict")

    assert result.stderr.count("site_url") == 1
    assert "no sitemap, no feed, no social cards" in result.stderr


def test_the_first_builds_do_not_ask_for_an_address_that_nobody_has_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said in robots.txt, with -v, and where machines build what is published."""
    demo_site.make(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    quiet, wordy = demo_site.build(tmp_path), demo_site.build(tmp_path, "--verbose")
    monkeypatch.setenv("CI", "true")
    published = demo_site.build(tmp_path)

    assert "site_url" not in quiet.stderr
    assert "has no site_url" in wordy.stderr
    assert "has no site_url" in published.stderr
    assert "# mkdocs.yml has no site_url" in (tmp_path / "site/robots.txt").read_text("utf-8")


def test_a_machine_of_ones_own_is_no_address_for_cards(tmp_path: Path) -> None:
    """``serve`` sets one; nobody else can see a picture there."""
    config = f"site_url: http://127.0.0.1:8000/\n{CONFIG}"
    demo_site.make(tmp_path, config)
    (tmp_path / "none" / "PIL").mkdir(parents=True)
    (tmp_path / "none" / "PIL" / "__init__.py").write_text("raise ImportError\n", "utf-8")
    for first in (None, tmp_path / "none"):
        result = demo_site.build(tmp_path, "--strict", first=first)

        assert not (tmp_path / "site" / "assets" / "cards").exists()
        assert "cards" not in result.stderr


def test_a_page_that_asks_for_it_has_the_list_of_documents(tmp_path: Path) -> None:
    demo_site.make(tmp_path)
    for language in ("ar", "en"):
        page = tmp_path / "docs" / language / "index.md"
        page.write_text("# Home\n\n<!-- diglot:documents -->\n\nThe end.\n", "utf-8")
    (tmp_path / "seeds/another.txt").write_text("وثيقة أخرى\n\nفيها جملة واحدة.\n", "utf-8")
    site = _built(tmp_path)

    for prefix, title in (("", "بيان حقائق"), ("en", demo_site.HOSTILE)):
        page = _html(site / prefix)
        listed = re.findall(r'<p class="dg-entry"><a href="([^"]*)"[^>]*>(.*?)</a></p>', page)
        assert [unescape(name) for _, name in listed] == ["وثيقة أخرى", title]
        assert all((site / prefix / to / "index.html").is_file() for to, _ in listed)
        assert page.count('<span class="dg-progress"') == 2
        assert "diglot:documents" not in page
    assert '<a href="another/" lang="ar" dir="rtl">' in _html(site / "en")
    assert "March 22, 2017" in _html(site / "en")


def test_the_404_page_is_in_the_language_of_the_originals(site: Path) -> None:
    page = (site / "404.html").read_text("utf-8")

    assert '<html lang="ar" dir="rtl"' in page
    assert re.findall(r'class="dg-lost" lang="(\w+)" dir="(\w+)"', page) == [
        ("ar", "rtl"),
        ("en", "ltr"),
    ]


def test_materials_head_is_still_the_one_that_ours_stands_for() -> None:
    """When this fails after an upgrade: see whether ``partials/found.html`` lacks anything new."""
    base = (Path(material.__file__).parent / "templates" / "base.html").read_text("utf-8")
    block = base[base.index("{% block site_meta %}") : base.index("{% block htmltitle %}")]

    assert re.findall(r'<(?:meta|link) (?:name|rel|charset)="?([a-z-]+)', block) == [
        "utf-", "viewport", "description", "description", "author", "author", "canonical",
        "prev", "next", "alternate", "alternate", "alternate", "icon", "generator",
    ]  # fmt: skip
    assert "endblock" in block


def test_the_same_project_gives_the_same_bytes(states: Path, tmp_path: Path) -> None:
    again = states_site.make(tmp_path)
    _configure(again, WITH_ADDRESS)
    site = _built(again)

    for path in ("sitemap.xml", "feed.atom", "en/feed.atom", "en/states/tables/index.html"):
        assert (site / path).read_bytes() == (states / path).read_bytes(), path


def _built(root: Path) -> Path:
    result = demo_site.build(root, "--strict")
    assert result.returncode == 0, result.stderr
    return root / "site"


def _configure(root: Path, config: str) -> None:
    (root / "mkdocs.yml").write_text(config, "utf-8")


def _forget_translation(root: Path, target: str) -> None:
    path = root / "translations" / "en" / f"{DOCUMENT}.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace(f'msgstr "{target}"', 'msgstr ""'), "utf-8")


def _review(root: Path) -> None:
    path = root / "translations" / "en" / f"{DOCUMENT}.po"
    text = path.read_text("utf-8")
    said = re.sub(r"draft (src=\w+ tgt=\w+) .*", r"reviewed \1 by=A on=2026-11-24", text)
    path.write_text(said, "utf-8")


def _html(page: Path) -> str:
    return (page / "index.html").read_text("utf-8")


class _Head(HTMLParser):
    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(_html(page).partition("<body")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def _tags(page: Path, tag: str) -> list[dict[str, str]]:
    return [attributes for name, attributes in _Head(page).found if name == tag]


def _links(page: Path, kind: str) -> list[str]:
    return [link["href"] for link in _tags(page, "link") if kind in link["rel"].split()]


def _alternates(page: Path) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in _tags(page, "link") if "hreflang" in link}


def _properties(page: Path) -> dict[str, str]:
    return {meta["property"]: meta["content"] for meta in _tags(page, "meta") if "property" in meta}


def _linked_data(page: Path) -> dict[str, Any]:
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', _html(page))
    return json.loads(script)


def _works(told: object) -> Iterator[dict[str, Any]]:
    if isinstance(told, dict):
        if told.get("@type"):
            yield told
        for value in told.values():
            yield from _works(value)
    elif isinstance(told, list):
        for value in told:
            yield from _works(value)


def _pages(*sites: Path) -> Iterator[Path]:
    for site in sites:
        yield from (path.parent for path in site.rglob("index.html"))


def _sitemap(site: Path) -> dict[str, tuple[dict[str, str], str | None]]:
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    return {
        url.findtext("s:loc", "", XML): (
            {link.get("hreflang", ""): link.get("href", "") for link in url.findall("x:link", XML)},
            url.findtext("s:lastmod", None, XML),
        )
        for url in root.findall("s:url", XML)
    }


def _href(entry: ElementTree.Element) -> str:
    link = entry.find(f"{ATOM}link")
    assert link is not None
    return link.get("href", "")

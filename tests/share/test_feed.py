"""The Atom feed: what RFC 4287 wants, whatever the texts hold."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from diglot.steps.share.feed import LONGEST, Entry, Feed, atom

ATOM = "{http://www.w3.org/2005/Atom}"
ENTRY = Entry("https://h.example/en/a/", "2026-11-24", "reviewed-en", "A", "1 sentence", ("Ann",))
FEED = Feed(
    "https://h.example/en/feed.atom", "https://h.example/en/", "en", "News", "Site", (ENTRY,)
)


def read(feed: Feed) -> ElementTree.Element:
    return ElementTree.fromstring(atom(feed))


def test_what_the_rfc_asks_for_is_there_once() -> None:
    root = read(FEED)
    (entry,) = root.findall(f"{ATOM}entry")

    for element in (root, entry):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Site"
    assert entry.findtext(f"{ATOM}contributor/{ATOM}name") == "Ann"
    assert entry.findtext(f"{ATOM}id") == "tag:h.example,2026-11-24:/en/a/#reviewed-en"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-24T00:00:00Z"


def test_the_feed_names_itself_and_its_site() -> None:
    links = {link.get("rel"): link.get("href") for link in read(FEED).findall(f"{ATOM}link")}

    assert links == {"self": FEED.address, "alternate": FEED.home}


def test_only_the_newest_are_told() -> None:
    entries = tuple(replace(ENTRY, title=str(n)) for n in range(LONGEST + 1))
    titles = [
        e.findtext(f"{ATOM}title")
        for e in read(replace(FEED, entries=entries)).iter()
        if e.tag == f"{ATOM}entry"
    ]

    assert titles == [str(n) for n in range(LONGEST)]


@given(st.text())
def test_texts_are_data(text: str) -> None:
    root = read(replace(FEED, title=text, entries=(replace(ENTRY, title=text, summary=text),)))
    shown = root.findtext(f"{ATOM}title") or ""

    assert len(list(root.iter())) == len(list(read(FEED).iter()))
    assert _printable(shown) == _printable(text)


def _printable(text: str) -> str:
    return "".join(character for character in text if character.isprintable()).replace("\ufffd", "")

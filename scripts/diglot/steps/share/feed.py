"""An Atom feed (RFC 4287) of what was reviewed or changed.

In: entries. Out: the file. The same entries give the same bytes: ids are ``tag:`` addresses (RFC
4151) of page, day and kind, and times are those of the statements, never of a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

LONGEST = 50
"""Entries; the newest."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a page on one day."""

    address: str
    """Of the page, absolute."""
    day: str
    """ISO date."""
    kind: str
    title: str
    summary: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of one language; addresses are absolute."""

    address: str
    home: str
    language: str
    title: str
    author: str
    """Who publishes: Atom wants somebody."""
    entries: tuple[Entry, ...]
    """The newest first."""


def atom(feed: Feed) -> str:
    """The feed as a file; it needs an entry at least, to be as old as."""
    newest = feed.entries[:LONGEST]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(feed.language)}>',
        f"  <title>{_text(feed.title)}</title>",
        f"  <id>{_text(feed.address)}</id>",
        f"  <updated>{_time(newest[0].day)}</updated>",
        f"  <author><name>{_text(feed.author)}</name></author>",
        f'  <link rel="self" type="application/atom+xml" href={_quoted(feed.address)}/>',
        f'  <link rel="alternate" type="text/html" href={_quoted(feed.home)}/>',
        *(line for entry in newest for line in _lines(entry)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _lines(entry: Entry) -> Iterator[str]:
    yield "  <entry>"
    yield f"    <title>{_text(entry.title)}</title>"
    yield f"    <id>{_text(_tag(entry))}</id>"
    yield f"    <updated>{_time(entry.day)}</updated>"
    yield f'    <link rel="alternate" type="text/html" href={_quoted(entry.address)}/>'
    for name in entry.people:
        yield f"    <contributor><name>{_text(name)}</name></contributor>"
    yield f"    <summary>{_text(entry.summary)}</summary>"
    yield "  </entry>"


def _tag(entry: Entry) -> str:
    """Also after the site has got other words, or the page another title."""
    found = urlsplit(entry.address)
    return f"tag:{found.hostname},{entry.day}:{found.path}#{entry.kind}"


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_NOT_IN_XML.sub("\ufffd", text))


def _quoted(text: str) -> str:
    return quoteattr(_NOT_IN_XML.sub("\ufffd", text))

"""The feed of each language: what was reviewed or changed, with links to its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from diglot.public_record import Event
from diglot.site.alternates import absolute
from diglot.site.known_pages import KnownPages, title_of
from diglot.site.words import words_for
from diglot.steps.render.plurals import choose, name_of
from diglot.steps.share.feed import LONGEST, Entry, Feed, atom

NAME = "feed.atom"


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed without its entries."""

    language: str
    path: str
    """Below the site."""
    title: str
    site: str
    """What the site is called in this language."""


def channel(config: MkDocsConfig, pages: KnownPages) -> Channel | None:
    """The feed of the language that is being built; None where there is nothing to tell.

    Its links must be absolute: without ``site_url`` there is none.
    """
    language = str(config.theme["language"])
    is_original = language == pages.source_language
    records = pages.records.values()
    if not config.site_url or not any(
        bool(record.events) if is_original else language in record.events for record in records
    ):
        return None
    site = config.site_name or ""
    title = words_for(language).feed.format(site=site)
    return Channel(language, f"{'' if is_original else f'{language}/'}{NAME}", title, site)


def write(found: Channel, pages: KnownPages, config: MkDocsConfig, *, names: bool) -> None:
    """Write a feed, after all pages have been read; ``names``: whether people may be named."""
    entries = tuple(_entries(found.language, pages, config, names=names))
    if entries:
        base, page = config.site_url or "", pages.home(found.language)
        home = absolute(page, config) if page is not None else base
        told = Feed(base + found.path, home, found.language, found.title, found.site, entries)
        write_file(atom(told).encode("utf-8"), str(Path(config.site_dir, found.path)))


def _entries(
    language: str, pages: KnownPages, config: MkDocsConfig, *, names: bool
) -> Iterator[Entry]:
    for document, code, event in _newest(language, pages):
        page = pages.page(language, document, event.section)
        if page is None:
            continue
        names_of = [title_of(pages.page(language, document))]
        names_of += [title_of(page)] if event.section else []
        yield Entry(
            absolute(page.file, config),
            event.day,
            f"{event.kind}-{code}",
            ": ".join(filter(None, names_of)),
            _summary(event, code, language, pages.source_language),
            event.by if names else (),
        )


def _newest(language: str, pages: KnownPages) -> list[tuple[str, str, Event]]:
    """Document, language of the translation, event: the newest first, then in reading order."""
    found = [
        (document, code, event)
        for document, record in pages.records.items()
        for code, events in record.events.items()
        if language in (code, pages.source_language)
        for event in events[:LONGEST]
    ]
    found.sort(key=lambda each: each[2].day, reverse=True)
    return found[:LONGEST]


def _summary(event: Event, code: str, language: str, source: str) -> str:
    words = words_for(language)
    forms = words.events_of if language == source else words.events
    said = choose(forms[event.kind], event.segments, language)
    return said.format(n=event.segments, language=name_of(code, language))

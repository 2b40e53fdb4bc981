"""What a site tells those who do not read it in a browser: search engines, networks, feed readers.

In: the events of MkDocs, for one language after the other, the original first. Out: the heads of
the pages, and files for the whole site: ``sitemap.xml``, ``robots.txt``, a feed of each language.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from click import get_current_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from diglot.project import Project
from diglot.site import document_list, feeds
from diglot.site.alternates import Alternates, absolute
from diglot.site.cards import Cards
from diglot.site.feeds import Channel
from diglot.site.head import Head, head_of
from diglot.site.known_pages import KnownPages, known_of
from diglot.steps.share.sitemap import Listed, robots, sitemap
from diglot.upkeep import Done

_log = get_plugin_logger("diglot")

SITEMAP, ROBOTS, LOST = "sitemap.xml", "robots.txt", "404.html"
_NO_ADDRESS = (
    "mkdocs.yml has no site_url: no sitemap, no feed, no social cards; they need absolute addresses"
)


class Sharing:
    """What is told of one build of the site, in all its languages."""

    def __init__(self, project: Project, documents: Sequence[Done]) -> None:
        publication = project.publication
        self._names = publication.reviewers
        self._pages = KnownPages(documents, project.source_language.code)
        self._alternates = Alternates(project.source_language.code)
        self._listed: dict[str, Listed] = {}
        self._channels: dict[str, Channel] = {}
        self._cards = Cards(project, documents)
        self._lost = ""

    def read(self, files: Files, config: MkDocsConfig) -> None:
        """All pages of a language have been read."""
        self._alternates.read(files)
        self._pages.read(files, str(config.theme["language"]))
        document_list.put(files, config, self._pages, self._alternates)
        found = feeds.channel(config, self._pages)
        if found is not None:
            self._channels[found.language] = found
        for file in files.documentation_pages():
            if config.site_url and self._alternates.original(file) is None:
                self._listed[file.src_uri] = self._listing(file, config)

    def head(self, page: Page, config: MkDocsConfig) -> Head:
        """What the head of a page tells."""
        found = self._channels.get(str(config.theme["language"]))
        return head_of(
            page,
            config,
            self._alternates,
            self._pages,
            names=self._names,
            feed=(f"{config.site_url}{found.path}", found.title) if found is not None else None,
            picture=self._cards.of(page, config, self._pages, self._alternates),
        )

    def template(self, output: str, name: str, config: MkDocsConfig) -> str:
        """Our own ``sitemap.xml`` (no address, no sitemap); one ``404.html``: the original's."""
        if name == SITEMAP and not _is_the_users(SITEMAP, config):
            return sitemap(self._listed.values()) if config.site_url else ""
        if name == LOST:
            self._lost = self._lost or output
            return self._lost
        return output

    def finish(self, config: MkDocsConfig) -> None:
        """The last language has been built."""
        _write_robots(config)
        self._cards.write(config)
        for found in self._channels.values():
            feeds.write(found, self._pages, config, names=self._names)
        if not config.site_url:
            # Of no use before the site is published; a warning would refuse it under `--strict`.
            _log.log(logging.INFO if _is_to_be_published() else logging.DEBUG, _NO_ADDRESS)
        if why := self._cards.why_none(config):
            _log.info("no social cards: %s", why)

    def _listing(self, file: File, config: MkDocsConfig) -> Listed:
        known = known_of(file.page)
        return Listed(
            absolute(file, config),
            self._alternates.of(file, config),
            "" if known is None else self._pages.changed(known),
        )


def _is_to_be_published() -> bool:
    """Whether the site is built by a machine for others, or with ``mkdocs build --strict``."""
    command = get_current_context(silent=True)
    is_strict = command is not None and bool(command.params.get("strict"))
    return is_strict or os.environ.get("CI", "").lower() not in ("", "0", "false")


def _write_robots(config: MkDocsConfig) -> None:
    """Unless somebody has written one; i18n leaves out what stands beside the languages."""
    path, own = Path(config.site_dir, ROBOTS), Path(config.docs_dir, ROBOTS)
    if own.is_file():
        shutil.copyfile(own, path)
    elif not path.exists():
        text = robots(f"{config.site_url}{SITEMAP}" if config.site_url else "")
        text += "" if config.site_url else f"# {_NO_ADDRESS}\n"
        write_file(text.encode("utf-8"), str(path))


def _is_the_users(name: str, config: MkDocsConfig) -> bool:
    return bool(config.theme.custom_dir) and Path(config.theme.custom_dir or "", name).exists()

"""The pages of the site as they are built, and at its end the index of search.

In: pages, from the events of MkDocs; those of all languages, one language after the other. Out: the
files below ``search/`` of the site.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from diglot.cache import stamps
from diglot.steps import search

FOLDER = "search"


class FoundPages:
    """All pages that have been built since the last index.

    While the site is served, the same one is told of the pages of every build: what it has found
    out of a page or of a word holds until they change.
    """

    def __init__(self) -> None:
        self._pages: list[search.FoundPage] = []
        self._index = search.Index()
        self._before: dict[str, _Read] = {}
        self._now: dict[str, _Read] = {}

    def add(self, page: Page, config: MkDocsConfig) -> None:
        """Take a page, unless its front matter says ``search: {exclude: true}``.

        With ``search: {last: true}`` it comes after all others.
        """
        setting = page.meta.get("search")
        setting = setting if isinstance(setting, dict) else {}
        if setting.get("exclude"):
            return
        language = str(config.theme["language"])
        passages = self._passages(page, language)
        parts = PurePosixPath(page.file.src_uri).parts
        path = "/".join(parts[1:] if parts[0] == language else parts)
        title, document = _titles(page, passages)
        last = bool(setting.get("last"))
        self._pages.append(
            search.FoundPage(path, language, page.url, title, document, passages, last)
        )

    def write(self, config: MkDocsConfig) -> None:
        """Write the index, after the last language."""
        i18n = config.plugins.get("i18n")
        if getattr(i18n, "building", False):
            return
        # MkDocs has emptied the site; what else stands in this folder is a page that is called so.
        folder = Path(config.site_dir, FOLDER)
        for name, content in self._index.files(self._pages):
            write_file(content, str(folder / name))
        self._pages = []
        self._before, self._now = self._now, {}

    def _passages(self, page: Page, language: str) -> tuple[search.FoundPassage, ...]:
        content = page.content or ""
        digest = stamps.digest(f"{language}\0{content}".encode("utf-8", "surrogatepass"))
        read = self._before.get(page.file.src_uri)
        if read is None or read.digest != digest:
            read = _Read(digest, search.passages(content, language))
        self._now[page.file.src_uri] = read
        return read.passages


@dataclass(frozen=True, slots=True)
class _Read:
    """What search has read of a page, and what it was then."""

    digest: str
    passages: tuple[search.FoundPassage, ...]


def _titles(page: Page, passages: tuple[search.FoundPassage, ...]) -> tuple[str, str]:
    """The title of a page, and that of the document that it is a section of, as plain text.

    Those of MkDocs are escaped.
    """
    heading = next((p.text for p in passages if p.is_aligned), "")
    title = heading or html.unescape(str(page.title or ""))
    group = page.parent
    inside = group is not None and not page.is_index
    return title, html.unescape(str(group.title or "")) if inside and group is not None else ""

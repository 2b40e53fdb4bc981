"""Which pages are translations of each other; a page on which nothing is translated is none.

i18n knows which files there are. What is on a page says its front matter, that of the original for
all its translations; the original is built first.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

X_DEFAULT = "x-default"
"""What is offered to readers of any other language: the original."""


class Alternates:
    """Learns from the pages of one language after the other."""

    def __init__(self, source_language: str) -> None:
        self._source = source_language
        self._published: dict[str, dict[str, int]] = {}

    def read(self, files: Files) -> None:
        """The pages of a language have been read."""
        for file in files.documentation_pages():
            published = published_on(file)
            if published:
                self._published.setdefault(_name(file), {}).update(published)

    def is_real(self, file: File, language: str) -> bool:
        """Whether the page is what it says to be: in this language, at least in part."""
        published = self._published.get(_name(file), {}).get(language)
        return language == self._source or published is None or published > 0

    def of(self, file: File, config: MkDocsConfig) -> tuple[tuple[str, str], ...]:
        """Language and address of a page and of its translations; empty where it has none.

        The addresses are absolute where the site has one, else relative to the page.
        """
        found = self.files(file)
        if len(found) < 2 or file not in found.values():
            return ()
        links = {code: address(each, file, config) for code, each in found.items()}
        if self._source in links:
            links[X_DEFAULT] = links[self._source]
        return tuple(links.items())

    def files(self, file: File) -> dict[str, File]:
        """The page and its translations, by language, in the order of the languages."""
        there: Mapping[str, File] = getattr(file, "alternates", {})
        found = {
            code: each
            for code, each in there.items()
            if getattr(each, "locale", code) == code and self.is_real(file, code)
        }
        # i18n names the page itself first: its order is another one on each page.
        return dict(sorted(found.items(), key=lambda item: (item[0] != self._source, item[0])))

    def original(self, file: File) -> File | None:
        """The page that this one shows instead of a translation; None where it shows its own."""
        built_for = str(getattr(file, "locale_alternate_of", self._source))
        is_own = getattr(file, "locale", built_for) == built_for  # no fallback of i18n
        there: Mapping[str, File] = getattr(file, "alternates", {})
        return None if is_own and self.is_real(file, built_for) else there.get(self._source)


def published_on(file: File) -> dict[str, int]:
    """By language, how many passages of a generated page are shown in it: its front matter says."""
    said = file.page.meta.get("diglot") if file.page is not None else None
    published = said.get("published") if isinstance(said, dict) else None
    return published if isinstance(published, dict) else {}


def address(file: File, seen_from: File, config: MkDocsConfig) -> str:
    """Where a page is."""
    return absolute(file, config) or file.url_relative_to(seen_from)


def absolute(file: File, config: MkDocsConfig) -> str:
    """Where a page is in the web; empty where nobody has said where the site is."""
    return urljoin(config.site_url, file.url) if config.site_url else ""


def _name(file: File) -> str:
    """The same for a page and its translations."""
    return str(getattr(file, "norm_src_uri", file.src_uri))

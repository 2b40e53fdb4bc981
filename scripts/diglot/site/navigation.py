"""The order of the pages: home, documents, what is of all of them, about, what else there is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from diglot.source import PROJECT_PAGES
from diglot.upkeep import Done

_HOME, _ABOUT = "index.md", "about.md"


def of(documents: Iterable[Done], files: Files, language: str) -> list[Any]:
    """A ``nav`` as ``mkdocs.yml`` would have it, for the pages of one language.

    A group is called by the id of its document until ``name_group`` has seen its overview.
    Hand-written pages that nobody listed come last, by file name.
    """
    paths = {file.src_uri: None for file in files.documentation_pages() if _is_listed(file)}
    groups = {document.id: _pages(document, paths, language) for document in documents}
    folders = tuple(f"{language}/{name}/" for name in groups)
    ours = tuple(f"{language}/{name}/{_HOME}" for name in PROJECT_PAGES)
    loose = [path for path in paths if not path.startswith(folders) and path not in ours]
    return [
        *(path for path in loose if _is(path, _HOME, language)),
        *({name: pages} for name, pages in groups.items() if pages),
        *(path for path in ours if path in paths),
        *(path for path in loose if _is(path, _ABOUT, language)),
        *sorted(path for path in loose if not _is(path, (_HOME, _ABOUT), language)),
    ]


def name_group(page: Page) -> None:
    """Call a document's group by the title of its overview page, in the language of the page."""
    group, document = page.parent, PurePosixPath(page.file.src_uri).parent.name
    if page.is_index and group is not None and group.title == document:
        group.title = page.meta.get("title", document)


def make_alternates_relative(alternates: Iterable[dict[str, str]], config: MkDocsConfig) -> None:
    """Take the leading ``/`` (or the path of ``site_url``) off the links to other languages.

    The template then writes them relative to the page. Links to another host stay as they are.
    """
    base = urlsplit(config.site_url or "").path.rstrip("/") + "/"
    for alternate in alternates:
        link = alternate["link"]
        if link.startswith(base) and not link.startswith("//"):
            alternate["link"] = link.removeprefix(base) or "./"


def forget_alternates_of_a_page(config: MkDocsConfig) -> None:
    """Leave the links to the home pages, which i18n sets as an item for each language.

    For each page it sets an attribute of the same name, which templates see first, and leaves it.
    """
    vars(config.extra).pop("alternate", None)


def _pages(document: Done, paths: Collection[str], language: str) -> list[str]:
    names = [_HOME, *(f"{section}.md" for section in document.sections)]
    wanted = [f"{language}/{document.id}/{name}" for name in names]
    return [path for path in wanted if path in paths]


def _is_listed(file: File) -> bool:
    listed: bool = file.inclusion.is_in_nav()
    return listed


def _is(path: str, names: str | tuple[str, ...], language: str) -> bool:
    names = (names,) if isinstance(names, str) else names
    return path in {prefix + name for name in names for prefix in (f"{language}/", "")}

"""While the site is served: pages that nothing has changed of are not made again.

MkDocs makes every page at every build. Here what a page was made of stands beside what came out:
its HTML from Markdown, and the finished page. Law: the site is the same as without. So it is done
only where all that a page depends on is known: with the plugins and Markdown extensions below,
which read nothing else, and without hooks.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from diglot.cache import stamps
from diglot.site.searching import FoundPages

_PLUGINS = frozenset({"diglot", "i18n"})
_EXTENSIONS = frozenset(
    "abbr admonition attr_list codehilite def_list fenced_code footnotes md_in_html meta nl2br "
    "sane_lists smarty tables toc wikilinks".split()
)
_ROOM = 200_000_000
"""Bytes for finished pages; of a site of tens of thousands, the others are made each time."""
_BY_RENDERING = ("content", "toc", "_title_from_render", "present_anchor_ids")


@dataclass(slots=True)
class Remembered:
    """What came out the last time, from one build to the next."""

    _kept: dict[tuple[str, str], tuple[str, Any]] = field(default_factory=dict)
    _size: int = 0
    _site: str = ""
    """A digest of what all pages of the language that is being built depend on."""
    found: FoundPages = field(default_factory=FoundPages)
    """What search has found out of the pages."""

    def begin(self, config: MkDocsConfig, files: Files) -> None:
        """A build for a language begins; these are its files."""
        self._site = _of_site(config, files) if _is_known(config) else ""

    def watch_markdown(self, page: Page, files: Files) -> None:
        """Give a page the HTML of the last build, if it has the same Markdown."""
        if self._site:
            page.render = partial(self._render, page, page.render, files)  # type: ignore[method-assign]

    def watch_pages(self, environment: Environment, config: MkDocsConfig, files: Files) -> None:
        """Finish only pages that have changed, or of whose neighbours a title has."""
        if not self._site:
            return
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        titles = _digest(*(f"{page.url} {page.title} {page.meta!r}" for page in pages))
        environment.get_template = partial(  # type: ignore[method-assign]
            self._template, environment.get_template, titles
        )

    def _render(
        self, page: Page, render: Callable[..., None], files: Files, *words: Any, **more: Any
    ) -> None:
        def made() -> dict[str, Any]:
            render(*words, **more)
            found = {name: getattr(page, name) for name in _BY_RENDERING}
            return found | {"links": _to_names(page.links_to_anchors)}

        found = self._again("markdown", page, _digest(page.markdown or ""), made)
        for name in _BY_RENDERING:
            setattr(page, name, found[name])
        page.links_to_anchors = _to_files(found["links"], files)

    def _template(
        self, get: Callable[..., Template], titles: str, name: Any, *words: Any, **more: Any
    ) -> Any:
        template = get(name, *words, **more)
        # Templates ask as well, for those that they are made of, and name themselves.
        return template if words or more else _OfPages(template, partial(self._finish, titles))

    def _finish(self, titles: str, template: Template, context: Mapping[str, Any]) -> str:
        page = context.get("page")
        if page is None:
            return template.render(context)
        head = repr(context.get("dg"))
        parts = (head, titles, str(template.name), page.content or "", repr(page.meta), page.title)

        def made() -> bytes:
            return zlib.compress(template.render(context).encode("utf-8", "surrogatepass"), 1)

        content: bytes = self._again("page", page, _digest(*map(str, parts)), made)
        return zlib.decompress(content).decode("utf-8", "surrogatepass")

    def _again(self, kind: str, page: Page, made_of: str, make: Callable[[], Any]) -> Any:
        key, digest = (kind, page.file.src_uri), _digest(self._site, made_of)
        before = self._kept.pop(key, None)
        if before is not None:
            self._size -= _size_of(before[1])
        if before is None or before[0] != digest:
            before = digest, make()
        if self._size < _ROOM:
            self._kept[key] = before
            self._size += _size_of(before[1])
        return before[1]


class _OfPages:
    """A template whose output is remembered; everything else of it is its own."""

    def __init__(
        self, template: Template, finish: Callable[[Template, Mapping[str, Any]], str]
    ) -> None:
        self._template, self._finish = template, finish

    def render(self, context: Mapping[str, Any]) -> str:
        """What the template gives for this page."""
        return self._finish(self._template, context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)


def _to_names(links: Mapping[File, dict[str, str]] | None) -> dict[str, dict[str, str]] | None:
    """Links without the files of this build."""
    return None if links is None else {to.src_uri: it for to, it in links.items()}


def _to_files(
    links: Mapping[str, dict[str, str]] | None, files: Files
) -> dict[File, dict[str, str]] | None:
    """Links as MkDocs keeps them, to the files of this build."""
    if links is None:
        return None
    found = {files.get_file_from_path(name): it for name, it in links.items()}
    return {file: it for file, it in found.items() if file is not None}


def _is_known(config: MkDocsConfig) -> bool:
    """Whether nothing takes part in a build of which it is not known what it reads."""
    extensions = {name.removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    return (
        set(config.plugins) <= _PLUGINS
        and extensions <= _EXTENSIONS
        and not config.hooks
        and "INHERIT:" not in Path(config.config_file_path).read_text("utf-8")
    )


def _of_site(config: MkDocsConfig, files: Files) -> str:
    """A digest of the settings, of the user's own templates, and of which pages there are."""
    theme = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    docs = Path(config.docs_dir)
    return _digest(
        Path(config.config_file_path).read_text("utf-8"),
        str(config.theme.get("language")),
        str(config.site_url),
        *(f"{path} {stamps.look(path)}" for path in sorted(theme.rglob("*") if theme else ())),
        *sorted(str(path.relative_to(docs)) for path in docs.rglob("*.md")),
        *(f"{file.src_uri} {file.url}" for file in files),
    )


def _digest(*parts: str) -> str:
    content = "\0".join(parts).encode("utf-8", "surrogatepass")
    return stamps.digest(content)


def _size_of(content: object) -> int:
    return len(content) if isinstance(content, bytes) else 0

"""A section as the site shows it: its Markdown through MkDocs' extensions, in the site's styles.

In: a project and a page of ``render``. Out: an HTML page without any script, and the files that it
asks for. The header, the navigation and the footer of the site are not part of it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from diglot import language, publishing
from diglot.project import Project
from diglot.reviewing.writing import revision
from diglot.site import appearance
from diglot.steps.render import Page

if TYPE_CHECKING:
    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig

HEADERS = {
    "content-security-policy": "; ".join(
        (
            "sandbox allow-same-origin",
            "default-src 'none'",
            "style-src 'self'",
            "style-src-attr 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
    )
}
"""No script runs there, whatever the texts hold: the page around it may look in, it cannot out.

``data:`` are the theme's icons; alignment of table cells is a ``style`` that Markdown writes."""

_MATERIAL = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")


class SitePages:
    """Made from ``mkdocs.yml``, which is read again when it changes."""

    def __init__(self, project: Project, templates: Environment) -> None:
        self._project = project
        self._templates = templates
        self._settings: tuple[str, _Settings] | None = None
        self._one_at_a_time = threading.Lock()

    def html(self, page: Page, code: str) -> str:
        """The page, with ``code`` as the language of the translation."""
        from mkdocs.utils.meta import get_data  # here: half a second to import

        body, meta = get_data(page.text)
        with self._one_at_a_time:
            settings = self._read()
            content = settings.markdown.reset().convert(body)
        return self._templates.get_template("site_page.html").render(
            language=code,
            direction=language.direction(code),
            title=meta.get("title", ""),
            styles=settings.styles,
            colours=settings.colours,
            content=content,
        )

    def file(self, name: str) -> Path | str | None:
        """What the page asks for: the path of a file, the text of our styles; None for no other."""
        with self._one_at_a_time:
            return self._read().file(name)

    def _read(self) -> _Settings:
        now = revision(self._project.config)
        if self._settings is None or self._settings[0] != now:
            self._settings = (now, _Settings(self._project))
        return self._settings[1]


class _Settings:
    """What the site is set to be."""

    def __init__(self, project: Project) -> None:
        from mkdocs.config import load_config

        publishing.show(logging.WARNING)
        with publishing.in_our_words(project):
            self._config: MkDocsConfig = load_config(str(project.config))
        appearance.add_to_theme(self._config)

    @cached_property
    def markdown(self) -> Markdown:
        """As MkDocs sets it up; for one thread at a time."""
        from markdown import Markdown

        return Markdown(
            extensions=self._config.markdown_extensions,
            extension_configs=self._config.mdx_configs or {},
        )

    @cached_property
    def styles(self) -> list[str]:
        """The style sheets in their order, by their names in the site; none from elsewhere."""
        material = [name for pattern in _MATERIAL for name in self._in_theme(pattern)]
        own = [str(each) for each in self._config.extra_css if "//" not in str(each)]
        return [*material, *own]

    @property
    def colours(self) -> list[dict[str, Any]]:
        """The palettes of the site: light, and dark where there is one."""
        palette = self._config.theme.get("palette") or {}
        return palette if isinstance(palette, list) else [palette]

    def file(self, name: str) -> Path | str | None:
        if name == appearance.STYLE:
            # The site gives up on a font that comes late; here the page stays open for hours.
            return appearance.style().replace("font-display: optional", "font-display: swap")
        if "\0" in name:
            return None
        if name in self.styles and (path := Path(self._config.docs_dir, name)).is_file():
            return path
        return next(
            (
                path
                for folder in self._config.theme.dirs
                if _is_below(path := Path(folder, name), Path(folder, "assets")) and path.is_file()
            ),
            None,
        )

    def _in_theme(self, pattern: str) -> Iterator[str]:
        for folder in self._config.theme.dirs:
            for path in Path(folder).glob(pattern):
                yield path.relative_to(folder).as_posix()


def _is_below(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())

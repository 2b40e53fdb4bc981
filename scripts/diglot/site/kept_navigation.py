"""In the navigation of a page, what is the same in that of the others is made once.

Material makes the whole navigation anew for each page, and looks at each page of the site for it:
of 3,000 pages that takes a fifth of the time. An item in which the page is not differs from page
to page by where its links begin, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir

_ITEM = "partials/nav-item.html"
_HERE = "\ue000diglot"
"""Stands for the way from a page to the root of the site."""


def keep(environment: Environment) -> None:
    """Give the templates of one build ``dg_nav_item``; all pages have their titles by now.

    Law: what it gives leads where Material's item leads, and is the same in all else.
    """
    made: dict[tuple[int, str], str | None] = {}
    is_materials = _is_materials(environment)

    @pass_context
    def item(context: Context, render: Callable[..., str], it: Any, path: str) -> str:
        page = context.get("page")
        if not is_materials or it.active or page is None or "/" not in page.url:
            return render(it, path, 1)
        key = id(it), path
        if key not in made:
            made[key] = _made(environment, context, it, path)
        kept = made[key]
        return render(it, path, 1) if kept is None else _from(page.url, kept)

    environment.globals["dg_nav_item"] = item


def _made(environment: Environment, context: Context, item: Any, path: str) -> str | None:
    """The item with links from the root; None where a link is not to a page."""
    if not _is_of_pages(item):
        return None
    template = environment.get_template(_ITEM)
    module = template.make_module({**context.get_all(), "page": None, "base_url": _HERE})
    return str(module.render(item, path, 1))  # type: ignore[attr-defined]


def _from(url: str, kept: str) -> str:
    """With links as from this page: those to its first folder go no further up than there."""
    first, depth = url[: url.index("/") + 1], url.count("/")
    return kept.replace(f"{_HERE}/{first}", "../" * (depth - 1)).replace(f"{_HERE}/", "../" * depth)


def _is_of_pages(item: Any) -> bool:
    if isinstance(item, Section):
        return all(map(_is_of_pages, item.children))
    return type(item) is Page and bool(item.url) and not item.url.startswith((".", "/"))


def _is_materials(environment: Environment) -> bool:
    """Whether the template is that of which it is known what it reads, and not the user's own."""
    filename = environment.get_template(_ITEM).filename
    return filename is not None and Path(get_theme_dir("material")) in Path(filename).parents

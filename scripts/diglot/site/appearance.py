"""What we add to the theme, and the little that its templates cannot do by themselves."""

from __future__ import annotations

import html
import re
from pathlib import Path

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from diglot import language

THEME = Path(__file__).parent / "theme"
STYLE = "assets/diglot/diglot.css"
"""In the site; made of the files in ``styles/``, so that a page asks for one."""

_STYLES = Path(__file__).parent / "styles"
_IN_ORDER = ("theme", "search", "passages", "changes", "reading", "terms", "standing", "report")

_HTML_TAG = re.compile(r'<html lang="(?P<code>[A-Za-z0-9_-]+)"(?![^>]*\sdir=)')


def add_to_theme(config: MkDocsConfig) -> None:
    """Put our templates before Material's, behind the user's own; our styles before theirs."""
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    if STYLE not in config.extra_css:
        config.extra_css.insert(0, STYLE)


def style() -> str:
    """All our styles; addresses in them are relative to ``STYLE``."""
    return "\n".join((_STYLES / f"{name}.css").read_text("utf-8") for name in _IN_ORDER)


def safe(text: str) -> Markup:
    """A title as HTML shows it, whether it is escaped already or not.

    MkDocs' templates print titles as they stand; the places that escape leave ``Markup`` alone.
    """
    return escape(html.unescape(text))


def with_direction(page: str) -> str:
    """Set ``dir`` on ``<html>``: Material sets it on ``<body>`` only, so scroll bars are wrong."""
    return _HTML_TAG.sub(
        lambda tag: f'{tag[0]} dir="{language.direction(tag["code"])}"', page, count=1
    )

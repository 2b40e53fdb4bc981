"""What we add to the theme, and the little that its templates cannot do by themselves."""

from __future__ import annotations

import html
import re
from pathlib import Path

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from diglot import language

THEME = Path(__file__).parent / "theme"
STYLES = ("assets/diglot/theme.css", "assets/diglot/passages.css")

_HTML_TAG = re.compile(r'<html lang="(?P<code>[A-Za-z0-9_-]+)"(?![^>]*\sdir=)')


def add_to_theme(config: MkDocsConfig) -> None:
    """Put our templates before Material's, behind the user's own; our styles before theirs."""
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    if STYLES[0] not in config.extra_css:
        config.extra_css[:0] = STYLES


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

"""Ways from terms to the glossary, where the project has a page ``glossary.md`` of its own.

In: the HTML of a page. Out: the same. Pages are rendered as if the glossary were
``glossary/index.md``; with directory URLs, both have one address.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from diglot.steps.render.glossary_page import NAME

_ENTRY = 'class="dg-term-entry"'
_OURS = f"{NAME}/index.html#"


def to_the_users(html: str, config: MkDocsConfig, files: Files) -> str:
    """The links as this language needs them."""
    if config.use_directory_urls or _ENTRY not in html:
        return html
    if files.get_file_from_path(f"{config.theme['language']}/{NAME}.md") is None:
        return html
    before, notes, after = html.partition('<section class="dg-terms"')
    return before + notes + after.replace(f"../{_OURS}", f"../{NAME}.html#")

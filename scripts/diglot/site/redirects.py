"""Where the page of a section was that is gone: a page that leads to its text, or its document.

A page of a person at the same address stands instead.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url, normalize_url

from diglot import language as languages
from diglot.steps.render.words import words_for
from diglot.upkeep import Done

_PAGE = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>{says}</title>
<link rel="icon" href="{icon}">
<link rel="canonical" href="{target}">
<meta http-equiv="refresh" content="1; url={target}">
<script>location.replace("{target}" + location.hash)</script>
</head>
<body><p><a href="{target}">{says}</a></p></body>
</html>
"""
"""Script first, because it keeps the passage in the address; the refresh is for those without."""


def of(documents: Iterable[Done], files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Path below the site → page, for the language that is being built."""
    language = str(config.theme["language"])
    there = {file.dest_uri for file in files}
    found: dict[str, str] = {}
    for document in documents:
        overview = files.get_file_from_path(f"{language}/{document.id}/index.md")
        if overview is None:
            continue
        folder = PurePosixPath(overview.dest_uri).parent
        for section, successor in document.gone_sections.items():
            name = f"{section}/index.html" if config.use_directory_urls else f"{section}.html"
            path = str(folder / name)
            if path not in there:
                icon = normalize_url(str(config.theme["favicon"]), base=get_relative_url(".", path))
                found[path] = _page(
                    language, successor, icon, directory_urls=config.use_directory_urls
                )
    return found


def write(pages: Mapping[str, str], site: Path) -> None:
    """Put them into the site that was built."""
    for name, page in pages.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")


def _page(language: str, successor: str, icon: str, *, directory_urls: bool) -> str:
    words = words_for(language)
    if directory_urls:
        target = f"../{successor}/" if successor else "../"
    else:
        target = f"{successor or 'index'}.html"
    return _PAGE.format(
        language=words.language,
        direction=languages.direction(words.language),
        says=html.escape(words.moved if successor else words.gone),
        target=target,
        icon=html.escape(icon),
    )

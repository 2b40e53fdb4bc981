"""How the files look that a document depends on: its inputs, and its pages.

In: a project, the id of a document. Out: looks by path below the project.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from diglot.cache import stamps, summary
from diglot.cache.stamps import Look
from diglot.project import Project

Looks = Mapping[str, Look | None]
"""Path below the project → how the file looks; None where there is none, or no regular file."""

_IGNORED = ".gitignore"


def of_inputs(project: Project, source: str, document: str) -> Looks:
    """Source, settings, template, catalogues, and the glossary, whose terms its pages mark."""
    root = str(project.root)
    names = [
        source,
        str(Path(source).with_suffix(".toml")),
        f"translations/{document}.pot",
        "translations/glossary.csv",
        *(f"translations/{each.code}/{document}.po" for each in project.target_languages),
    ]
    return {name: stamps.look(os.path.join(root, name)) for name in names}  # noqa: PTH118


def of_pages(project: Project, document: str) -> Looks:
    """All pages in the folders of a document, whoever wrote them, and what git ignores."""
    docs = summary.relative(project.docs, project.root)
    looks: dict[str, Look | None] = {}
    for language in project.languages:
        folder = f"{docs}/{language.code}/{document}"
        entries = _entries(project.root / folder)
        if entries is None:
            looks[folder] = None  # refused by those who write, or made by them
            continue
        for entry in entries:
            name = entry.name
            if name == _IGNORED or (name.endswith(".md") and not name.startswith(".")):
                looks[f"{folder}/{name}"] = _of(entry)
    return looks


def _entries(folder: Path) -> list[os.DirEntry[str]] | None:
    if folder.is_symlink() or folder.parent.is_symlink():
        return None
    try:
        return list(os.scandir(folder))
    except OSError:
        return None


def _of(entry: os.DirEntry[str]) -> Look | None:
    try:
        return stamps.as_look(entry.stat(follow_symlinks=False))
    except OSError:
        return None

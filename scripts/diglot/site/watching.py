"""Which folders ``mkdocs serve`` watches: what people write, so that one save is one build.

MkDocs watches all of ``docs/``. Pages that diglot writes during a build would start another one.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from diglot.project import Project


def add_folders(config: MkDocsConfig, project: Project | None) -> None:
    """Have MkDocs watch the sources and the catalogues."""
    for folder in (project.seeds, project.translations) if project else ():
        if folder.is_dir():
            config.watch.append(str(folder))


def watch_handwritten(
    server: LiveReloadServer, config: MkDocsConfig, documents: Collection[str]
) -> None:
    """Watch ``docs/`` without the folders of the documents."""
    docs = Path(config.docs_dir)
    server.unwatch(str(docs))
    server.watch(str(docs), recursive=False)
    for folder in sorted(path for path in docs.iterdir() if path.is_dir()):
        server.watch(str(folder), recursive=False)
        for below in sorted(path for path in folder.iterdir() if path.is_dir()):
            if below.name not in documents:
                server.watch(str(below))

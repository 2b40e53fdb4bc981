"""MkDocs, as diglot starts it: the site built once; what goes wrong, in our words.

In: a project whose pages are up to date. Out: the site.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from diglot import files
from diglot.problems import UserError
from diglot.project import Project

_TOLD = ("Serving on", "Detected file changes", "Documentation built", "Shutting down")
"""Of all that MkDocs says while it serves, what a person waits for."""


def build_site(project: Project, prepare: Callable[[object], None]) -> None:
    """Let MkDocs build the site; a warning of it is an error (``--strict``).

    ``prepare`` is called with each plugin before it starts.
    """
    from mkdocs.commands.build import build as mkdocs_build  # here: half a second to import
    from mkdocs.config import load_config

    refuse_pipes(project)
    show(logging.WARNING)
    with in_our_words(project):
        config = load_config(str(project.config), strict=True)
        _refuse_other_themes(project, config.theme)
        for plugin in config.plugins.values():
            prepare(plugin)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with _little_garbage():
                mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()


@contextmanager
def _little_garbage() -> Iterator[None]:
    """Have Python look for garbage seldom.

    A build makes millions of objects that last until it ends: looking at them again and again would
    take a twentieth of its time.
    """
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def site_folder(project: Project) -> Path:
    """Where MkDocs puts the site."""
    from mkdocs.config import load_config

    with in_our_words(project):
        return Path(load_config(str(project.config)).site_dir)


def refuse_pipes(project: Project) -> None:
    """MkDocs would wait for ever for somebody to write into one."""
    for path in project.docs.rglob("*"):
        if path.is_fifo() or path.is_socket() or path.is_char_device() or path.is_block_device():
            what = "this is no file with text in it, but a pipe or a device"
            raise UserError(what, path=path, todo="move it away")


def _refuse_other_themes(project: Project, theme: object) -> None:
    from mkdocs.theme import Theme

    if isinstance(theme, Theme) and "language" not in theme:
        raise UserError(
            f"the theme «{theme.name}» does not know languages; the site of diglot is made for "
            "Material",
            path=project.config,
            todo="write «name: material» under theme, or a theme that is made from it",
        )


@contextmanager
def in_our_words(project: Project) -> Iterator[None]:
    """UserError for what MkDocs, a template or the disk has to complain of."""
    from jinja2 import TemplateError
    from mkdocs.exceptions import MkDocsException

    def told(what: str, todo: str, path: Path = project.config) -> UserError:
        return UserError(what, path=path, todo=todo)

    try:
        yield
    except MkDocsException as error:
        what = str(error).strip() or type(error).__name__
        raise told(f"MkDocs could not build the site: {what}", "see its messages above") from error
    except TemplateError as error:
        what = f"a template of the theme could not be used ({type(error).__name__}: {error})"
        raise told(what, "see to theme and custom_dir; diglot's templates need Material") from error
    except UnicodeDecodeError as error:
        for path in sorted(project.docs.rglob("*.md")):
            files.read_text(path)  # names the page, and the encoding that it looks like
        what = "a file that MkDocs reads is not UTF-8"
        raise told(what, "see its messages above; save the file as UTF-8") from error
    except OSError as error:
        named = error.filename2 or error.filename  # of a copy, where it goes
        where = Path(os.fsdecode(named)) if named else project.config
        what = f"the site could not be built ({error.strerror or error})"
        raise told(what, "see to the rights of the folder and the free space", where) from error


class _Brief(logging.Formatter):
    """What is usual, as it is; what is not, with its name."""

    def format(self, record: logging.LogRecord) -> str:
        said = record.getMessage()
        return said if record.levelno <= logging.INFO else f"MkDocs: {record.levelname}: {said}"


def show(level: int) -> None:
    """MkDocs sets up its messages in its own command only; strict mode would fail in silence."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(_Brief())
        handler.addFilter(lambda record: _is_told(record, level))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    # Material tells its makers' plans at every start; that is for maintainers of diglot to follow.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _is_told(record: logging.LogRecord, level: int) -> bool:
    if record.levelno > logging.INFO or record.name == "mkdocs.plugins.diglot":
        return True
    return record.levelno >= level and any(words in record.getMessage() for words in _TOLD)

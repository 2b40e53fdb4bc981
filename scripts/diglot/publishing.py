"""MkDocs, as diglot starts it: the site built once, or served; what goes wrong, in our words.

In: a project whose pages are up to date. Out: the site.
"""

from __future__ import annotations

import errno
import logging
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from diglot import files
from diglot.problems import UserError
from diglot.project import Project

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

_TOLD = ("Serving on", "Detected file changes", "Documentation built", "Shutting down")
"""Of all that MkDocs says while it serves, what a person waits for."""


def build_site(project: Project, prepare: Callable[[object], None]) -> None:
    """Let MkDocs build the site; a warning of it is an error (``--strict``).

    ``prepare`` is called with each plugin before it starts.
    """
    from mkdocs.commands.build import build as mkdocs_build  # here: half a second to import
    from mkdocs.config import load_config

    _refuse_pipes(project)
    _show(logging.WARNING)
    with _in_our_words(project):
        config = load_config(str(project.config), strict=True)
        _refuse_other_themes(project, config.theme)
        for plugin in config.plugins.values():
            prepare(plugin)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()


def site_folder(project: Project) -> Path:
    """Where MkDocs puts the site."""
    from mkdocs.config import load_config

    with _in_our_words(project):
        return Path(load_config(str(project.config)).site_dir)


def serve_site(project: Project, host: str, port: int, *, open_browser: bool) -> None:
    """Serve the site, and build it again whenever something is saved; until Ctrl-C.

    As ``mkdocs serve``, which prints a traceback when somebody saves a mistake in ``mkdocs.yml``.
    """
    from mkdocs.config import load_config

    _refuse_port(host, port)
    _refuse_pipes(project)
    _show(logging.INFO)
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder, _in_our_words(project):

        def configured() -> MkDocsConfig:
            where = {"site_dir": folder, "dev_addr": f"{host}:{port}"}
            return load_config(str(project.config), **where)

        config = configured()
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            server = _server(project, config, configured)
            try:
                server.serve(open_in_browser=open_browser)
            except KeyboardInterrupt:
                logging.getLogger("mkdocs.commands.serve").info("Shutting down")
            finally:
                server.shutdown()
        finally:
            config.plugins.on_shutdown()


def _server(
    project: Project, config: MkDocsConfig, configured: Callable[[], MkDocsConfig]
) -> LiveReloadServer:
    """The server, its site built once, and watching."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort
    from mkdocs.livereload import LiveReloadServer

    def build(config: MkDocsConfig) -> None:
        config.site_url = server.url
        mkdocs_build(config, serve_url=server.url)

    def build_again() -> None:
        try:
            with _in_our_words(project):
                build(configured())
        except UserError as error:
            raise Abort(str(error)) from None

    def error_page(code: int) -> bytes | None:
        page = Path(config.site_dir, f"{code}.html")
        return page.read_bytes() if page.is_file() else None

    mount = urlsplit(config.site_url or "/").path
    host, port = config.dev_addr
    server = LiveReloadServer(build_again, host, port, root=config.site_dir, mount_path=mount)
    server.error_handler = error_page
    build(config)
    for path in (config.docs_dir, str(project.config)):
        server.watch(path)
    server = config.plugins.on_serve(server, config=config, builder=build_again)
    for path in config.watch:
        server.watch(path)
    return server


def _refuse_port(host: str, port: int) -> None:
    """Before the first build, which takes its time."""
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            used = error.errno == errno.EADDRINUSE
            raise UserError(
                f"port {port} " + ("is in use" if used else f"cannot be opened ({error.strerror})"),
                todo=f"choose another: diglot serve --port {8000 if port == 8001 else 8001}; "
                "or end what uses it"
                if used
                else "choose one above 1023: --port 8000",
            ) from error


def _refuse_pipes(project: Project) -> None:
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
def _in_our_words(project: Project) -> Iterator[None]:
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


def _show(level: int) -> None:
    """MkDocs sets up its messages in its own command only; strict mode would fail in silence."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setLevel(level)
        handler.setFormatter(_Brief())
        handler.addFilter(_is_told)
        logger.addHandler(handler)
        logger.setLevel(level)
    # Material tells its makers' plans at every start; that is for maintainers of diglot to follow.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def _is_told(record: logging.LogRecord) -> bool:
    if record.levelno > logging.INFO or record.name == "mkdocs.plugins.diglot":
        return True
    return any(words in record.getMessage() for words in _TOLD)

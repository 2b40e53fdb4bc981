"""The site served on this machine, and built again on every save: one save is one build.

In: a project, and how its pages are brought up to date. Out: the site, until Ctrl-C.
"""

from __future__ import annotations

import errno
import logging
import socket
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from diglot.problems import UserError
from diglot.project import Project
from diglot.publishing import in_our_words, refuse_pipes, show
from diglot.watcher import Watcher

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

Refresh = Callable[[Watcher], Callable[[object], None]]
"""Brings catalogues and pages up to date, tells the watcher of what it read and wrote, and gives
what is to be called with each plugin of MkDocs before it starts."""


def serve_site(
    project: Project, host: str, port: int, refresh: Refresh, *, open_browser: bool
) -> None:
    """Serve the site, and build it again whenever something is saved; until Ctrl-C.

    As ``mkdocs serve``, which prints a traceback when somebody saves a mistake in ``mkdocs.yml``,
    and looks for changes but twice a second.
    """
    _refuse_port(host, port)
    refuse_pipes(project)
    show(logging.INFO)
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder, in_our_words(project):
        site = _Site(project, refresh, {"site_dir": folder, "dev_addr": f"{host}:{port}"})
        config = site.configured()
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            server = site.server(config)
            try:
                server.serve(open_in_browser=open_browser)
            except KeyboardInterrupt:
                logging.getLogger("mkdocs.commands.serve").info("Shutting down")
            finally:
                server.shutdown()
        finally:
            config.plugins.on_shutdown()


class _Site:
    """The site in its folder, built as often as need be."""

    def __init__(self, project: Project, refresh: Refresh, where: dict[str, str]) -> None:
        self._project, self._refresh, self._where = project, refresh, where
        self._watcher = Watcher()
        self._url = ""

    def configured(self) -> MkDocsConfig:
        """``mkdocs.yml`` as it is now."""
        from mkdocs.config import load_config

        return load_config(str(self._project.config), **self._where)

    def server(self, config: MkDocsConfig) -> LiveReloadServer:
        """The server, its site built once, and watching."""
        from mkdocs.livereload import LiveReloadServer

        host, port = config.dev_addr
        site = Path(config.site_dir)

        def error_page(code: int) -> bytes | None:
            page = site / f"{code}.html"
            return page.read_bytes() if page.is_file() else None

        mount = urlsplit(config.site_url or "/").path
        server = LiveReloadServer(
            self._build_again, host, port, root=config.site_dir, mount_path=mount
        )
        server.observer = self._watcher  # type: ignore[assignment]
        server.error_handler = error_page
        self._url = server.url
        # Before the first build: what is saved from here on is seen.
        for folder in (self._project.seeds, self._project.translations):
            if folder.is_dir():
                server.watch(str(folder))
        server.watch(str(self._project.config))
        server.watch(config.docs_dir, recursive=False)
        with self._watcher.held():
            self._build(config)
        server = config.plugins.on_serve(server, config=config, builder=self._build_again)
        for path in config.watch:
            server.watch(path)
        return server

    def _build(self, config: MkDocsConfig) -> None:
        from mkdocs.commands.build import build

        prepare = self._refresh(self._watcher)
        for plugin in config.plugins.values():
            prepare(plugin)
        config.site_url = self._url
        build(config, serve_url=self._url)

    def _build_again(self) -> None:
        from mkdocs.exceptions import Abort

        try:
            with self._watcher.held(), in_our_words(self._project):
                self._build(self.configured())
        except UserError as error:
            raise Abort(str(error)) from None


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

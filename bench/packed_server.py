"""A server of files on this machine that packs what it sends, as hosts of static sites do."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

PACKED = frozenset({"woff2", "png", "jpg", "webp", "gz", "pdf", "epub"})
"""Sent as they are."""
_LEVEL = 6


class Served:
    """A folder that is served; ``sent`` counts the bytes of the bodies since it was last set."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self.sent = 0
        self.requests = 0
        self.lock = threading.Lock()


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[Served]:
    """Serve a folder on 127.0.0.1; keeps connections, and sets no headers of a cache."""
    served = Served(folder)
    with _Server(("127.0.0.1", port), partial(_Handler, served=served)) as server:
        served.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed hangs up: no news."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, served: Served) -> None:
        self._served = served
        super().__init__(*args, directory=str(served.folder))

    def send_head(self) -> BytesIO | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        found = path.is_file()
        if not found:
            # As hosts do it.
            path = next(iter(self._served.folder.rglob("404.html")))
        content = path.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}{_charset(path)}")
        if path.suffix[1:] not in PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, _LEVEL)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with self._served.lock:
            self._served.sent += len(content)
            self._served.requests += 1
        return BytesIO(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Quiet."""


def _charset(path: Path) -> str:
    return "; charset=utf-8" if path.suffix in {".html", ".css", ".js", ".json", ".xml"} else ""

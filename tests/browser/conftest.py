"""What tests of the site share: a real browser, a folder served on this machine, no outside world.

The browser is the first that runs of: ``DIGLOT_CHROMIUM``, then ``chromium``, ``chromium-browser``,
``google-chrome`` and ``google-chrome-stable`` on ``PATH``, then Playwright's own.
``scripts/install-test-tools`` looks in the same order.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Request,
    sync_playwright,
)

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = (
    # Where a browser phones home, a closed network answers with refusals, many at a time.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # Software drawing: the same picture on every machine.
    "--disable-gpu",
    # Nothing but this machine has an address: also for what no page event tells of.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class Answer(NamedTuple):
    """A request that the folder's server got, and the status code that it answered with."""

    path: str
    status: int


@dataclass(frozen=True, slots=True)
class ServedFolder:
    """A folder that is being served; ``answers`` grows with every request."""

    url: str
    answers: list[Answer] = field(default_factory=list)

    @property
    def missing(self) -> list[str]:
        """The paths that were asked for and are not there."""
        return [answer.path for answer in self.answers if answer.status >= 400]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything that uses the browser can be left out with ``-m "not browser"``."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; there can be one only."""
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for the whole run."""
    installed = _installed_chromium()
    # The sandbox refuses root, and Ubuntu refuses it to programs that it does not know by their
    # path, as Playwright's own browser.
    sandbox = installed is not None and os.geteuid() != 0

    launched = playwright.chromium.launch(
        executable_path=installed, args=CHROMIUM_FLAGS, chromium_sandbox=sandbox
    )
    yield launched
    launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here: no cookies, nothing stored, nothing cached."""
    context = browser.new_context(service_workers="block")
    yield context
    context.close()


@pytest.fixture
def outside_requests(context: BrowserContext) -> Iterator[list[str]]:
    """Addresses outside this machine that a page asked for; the test fails if any are left."""
    addresses: list[str] = []

    def note(request: Request) -> None:
        if _is_outside(request.url):
            addresses.append(request.url)

    context.on("request", note)
    yield addresses
    if addresses:
        pytest.fail(f"the page asked for addresses outside this machine: {addresses}")


@pytest.fixture
def page(context: BrowserContext, outside_requests: list[str]) -> Page:
    """An empty page that must stay on this machine."""
    return context.new_page()


@pytest.fixture
def serve_folder() -> Iterator[Callable[[Path], ServedFolder]]:
    """Serve a folder on a free port of 127.0.0.1, until the test ends."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(_serving(folder))


@contextmanager
def _serving(folder: Path) -> Iterator[ServedFolder]:
    answers: list[Answer] = []
    handler = partial(_RecordingHandler, directory=str(folder), answers=answers)
    with _QuietServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield ServedFolder(f"http://127.0.0.1:{server.server_port}", answers)
        finally:
            server.shutdown()
            thread.join()


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page hangs up on what it was still loading: no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _RecordingHandler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, answers: list[Answer], **kwargs: object) -> None:
        # Before the base class: its __init__ already handles the request.
        self._answers = answers
        super().__init__(*args, **kwargs)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        self._answers.append(Answer(self.path, int(code)))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Quiet: what was asked for is in ``answers``."""


def _installed_chromium() -> str | None:
    """The path of a Chromium that runs; None means Playwright's own."""
    if chosen := os.environ.get("DIGLOT_CHROMIUM"):
        return chosen
    found = (shutil.which(name) for name in CHROMIUM_NAMES)
    return next((path for path in found if path is not None and _runs(path)), None)


def _runs(program: str) -> bool:
    # Ubuntu's chromium-browser may be a stub that only says «install the snap».
    return subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0


def _is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1"

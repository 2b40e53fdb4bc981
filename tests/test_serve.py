"""``diglot serve``, in a process of its own: what is saved is shown, by one build."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import HTTPError

import pytest

from diglot import pipeline, project
from diglot.drafting import NoEngineError
from tests import demo_site
from tests.demo_site import DOCUMENT
from tests.fake_engine import FakeEngine

ROOT = Path(__file__).parents[1]
PATIENCE = 60.0
"""Seconds; a busy machine is no failure."""
AFTERWARDS = 3.0
"""Seconds in which a second build would have begun."""
SERVE = ("-m", "diglot", "serve")
BUILT = "Documentation built"


class Server:
    """The process, its site, and what it has said so far."""

    def __init__(self, root: Path, process: subprocess.Popen[str], port: int) -> None:
        self._root, self._process, self._port = root, process, port
        self.log = ""
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def wait_for(self, *words: str) -> None:
        """Until all of this was said."""
        self.wait(lambda: all(each in self.log for each in words))

    def shows(self, address: str, words: str) -> None:
        """Until the page has these words on it."""
        self.wait(lambda: words in self._page(address))

    def save(self, name: str, text: str) -> None:
        """As an editor does that writes a new file in the place of the old one."""
        path = self._root / name
        beside = path.with_name(f"{path.name}~")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)

    def text(self, name: str) -> str:
        return (self._root / name).read_text("utf-8")

    @property
    def builds(self) -> int:
        return self.log.count(BUILT)

    def _page(self, address: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}{address}") as answer:
                return str(answer.read().decode("utf-8"))
        except HTTPError:
            return ""

    def wait(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert self._process.poll() is None, self.log
            assert time.monotonic() < end, self.log
            time.sleep(0.05)

    def _read(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as lines:
            for line in lines:
                self.log += line


@contextmanager
def served(root: Path, words: Sequence[str] = SERVE) -> Iterator[Server]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, *words, *(["--port"] if words is SERVE else [str(root)]), str(port)],
        cwd=root, encoding="utf-8", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={
            **demo_site.environment(),
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
        },
    )  # fmt: skip
    server = Server(root, process, port)
    try:
        server.wait_for("Serving on")
        yield server
    finally:
        process.terminate()
        process.wait(10)
        server.reader.join(10)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return demo_site.make(tmp_path)


def test_each_save_is_shown_and_is_one_build(root: Path) -> None:
    catalogue = f"translations/en/{DOCUMENT}.po"
    with served(root) as server:
        assert server.builds == 1

        server.save("seeds/sheet.txt", server.text("seeds/sheet.txt") + "\nفقرة من اليوم.\n")
        server.shows(f"/{DOCUMENT}/countering-finance/", "فقرة من اليوم")
        time.sleep(AFTERWARDS)

        assert server.builds == 2
        assert "فقرة من اليوم" in server.text(catalogue)

        server.save(catalogue, server.text(catalogue).replace("The military", "The long"))
        server.shows(f"/en/{DOCUMENT}/military-campaign/", "The long campaign")
        time.sleep(AFTERWARDS)

        server.wait(lambda: server.builds == 3)

        server.save("docs/en/about.md", "# About\n\nWords of today.\n")
        server.shows("/en/about/", "Words of today")
        time.sleep(AFTERWARDS)

        assert server.builds == 4

        server.save("translations/glossary.csv", "source,targets,forbidden,note\nالأراضي,land,,\n")
        server.shows(f"/{DOCUMENT}/military-campaign/", ">الأراضي</a>")
        server.shows("/en/glossary/", "land")
        time.sleep(AFTERWARDS)

        assert server.builds == 5


def test_what_was_saved_without_a_change_is_no_build(root: Path) -> None:
    with served(root) as server:
        for name in ("seeds/sheet.txt", "docs/en/about.md", "mkdocs.yml"):
            server.save(name, server.text(name))
        (root / "seeds" / ".sheet.txt.swp").write_bytes(b"of an editor")
        time.sleep(AFTERWARDS)

        assert server.builds == 1


def test_a_mistake_is_told_and_mended_by_the_next_save(root: Path) -> None:
    with served(root) as server:
        right = server.text("seeds/sheet.toml")
        server.save("seeds/sheet.toml", 'colour = "red"\n')
        server.wait_for("unknown setting «colour»")
        server.save("seeds/sheet.toml", right.replace("بيان حقائق", "بيان جديد"))
        server.shows(f"/{DOCUMENT}/", "بيان جديد")

        assert "Traceback" not in server.log


def test_a_new_document_and_a_new_setting_of_the_site_are_shown(root: Path) -> None:
    with served(root) as server:
        server.save("seeds/other.txt", "وثيقة أخرى فيها جملة واحدة.\n")
        server.shows("/other/", "وثيقة أخرى")
        server.save("mkdocs.yml", server.text("mkdocs.yml").replace("English", "British"))
        server.shows("/", "British")

        server.wait(lambda: server.builds == 3)


def test_new_text_is_drafted_on_the_way_and_shown(root: Path) -> None:
    with served(root, [str(ROOT / "tests" / "drafting_server.py")]) as server:
        server.wait_for(f"Drafted: {DOCUMENT} (en)")
        server.save("seeds/sheet.txt", server.text("seeds/sheet.txt") + "\nفقرة من 77 كلمة.\n")
        server.shows(f"/en/{DOCUMENT}/countering-finance/", "fqrh mn 77 klmh")

        assert "engine=fake" in server.text(f"translations/en/{DOCUMENT}.po")


def test_drafts_without_any_engine_are_refused_at_once(root: Path) -> None:
    def none(found: project.Project, language: str) -> FakeEngine:
        raise NoEngineError("nothing is installed", todo="install it")

    with pytest.raises(NoEngineError, match="nothing is installed; install it"):
        pipeline.serve(
            project.load(root), port=8000, open_browser=False, drafts=True, engine_for=none
        )

"""The watcher: changes of content, each told once, and nothing else."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent

from diglot import watcher
from diglot.cache import stamps
from diglot.watcher import Watcher

SOON = 10.0
QUIET = 0.6


class Told:
    """Who is told, and how often."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self._new = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.events.append(Path(str(event.dest_path or event.src_path)).name)
        self._new.set()

    def wait(self) -> list[str]:
        assert self._new.wait(SOON)
        time.sleep(QUIET)
        self._new.clear()
        events, self.events = self.events, []
        return events


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture(params=["by the system", "by looking"])
def watching(
    tmp_path: Path, told: Told, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watcher]:
    monkeypatch.setattr(watcher, "_SECONDS_BETWEEN_LOOKS", 0.2)
    if request.param == "by looking":
        monkeypatch.setattr(watcher, "Observer", watcher.PollingObserver)
    (tmp_path / "a.txt").write_text("one", "utf-8")
    found = Watcher()
    found.schedule(told, str(tmp_path), recursive=True)
    found.start()
    yield found
    found.stop()
    found.join()


@pytest.mark.usefixtures("watching")
def test_a_change_is_told_once(tmp_path: Path, told: Told) -> None:
    (tmp_path / "a.txt").write_text("two", "utf-8")

    assert set(told.wait()) == {"a.txt"}


@pytest.mark.usefixtures("watching")
def test_new_moved_and_deleted_files_are_told(tmp_path: Path, told: Told) -> None:
    (tmp_path / "b.txt").write_text("new", "utf-8")
    assert "b.txt" in told.wait()

    (tmp_path / "b.txt").replace(tmp_path / "a.txt")
    assert "a.txt" in told.wait()

    (tmp_path / "a.txt").unlink()
    assert told.wait() == ["a.txt"]


@pytest.mark.usefixtures("watching")
def test_what_changes_nothing_is_not_told(tmp_path: Path, told: Told) -> None:
    (tmp_path / "a.txt").read_bytes()
    (tmp_path / "a.txt").touch()
    (tmp_path / "a.txt").write_text("one", "utf-8")
    for name in (".a.txt.x8f3.tmp", "a.txt~", ".hidden"):
        (tmp_path / name).write_text("of an editor", "utf-8")
    (tmp_path / "folder").mkdir()
    time.sleep(1)

    # Between emptying the file and writing it, it holds something else for a moment.
    assert set(told.events) <= {"a.txt"}
    told.events.clear()
    time.sleep(QUIET)
    assert told.events == []


def test_while_it_is_held_only_what_nobody_knows_is_kept(
    tmp_path: Path, told: Told, watching: Watcher
) -> None:
    with watching.held():
        (tmp_path / "a.txt").write_text("ours", "utf-8")
        (tmp_path / "b.txt").write_text("theirs", "utf-8")
        watching.knows({tmp_path / "a.txt": stamps.digest(b"ours")})
        time.sleep(1)
        assert told.events == []

    assert set(told.wait()) == {"b.txt"}


def test_a_single_file_is_watched_also_when_another_takes_its_place(
    tmp_path: Path, told: Told
) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("a: 1", "utf-8")
    found = Watcher()
    found.schedule(told, str(config), recursive=True)
    found.start()
    try:
        for text in ("a: 2", "a: 3"):
            beside = tmp_path / ".new"
            beside.write_text(text, "utf-8")
            beside.replace(config)
            (tmp_path / "other.txt").write_text(text, "utf-8")

            assert set(told.wait()) == {"mkdocs.yml"}
    finally:
        found.stop()
        found.join()

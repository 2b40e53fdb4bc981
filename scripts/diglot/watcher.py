"""What is saved while a site is served: a change of content, told once, and never our own writes.

In: folders to watch. Out: events for those who asked for them. The system tells of a save at once;
where it cannot (shared folders, some containers), somebody looks every other second. Law: who has
seen the content of a file, by an event or by ``knows``, is not told of it again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from diglot.cache import stamps

_SECONDS_BETWEEN_LOOKS = 2.0
_NO_CHANGE = frozenset({"opened", "closed_no_write"})
_OF_EDITORS = ("~", ".tmp", ".swp", ".swx", ".bak")

Watches = list[tuple[BaseObserver, ObservedWatch, FileSystemEventHandler]]


class Handler(Protocol):
    """Who wants to know."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something was saved."""


class Watcher:
    """As much of an observer of watchdog as MkDocs' server needs."""

    def __init__(self) -> None:
        self._observers: list[BaseObserver] = [
            Observer(), PollingObserver(timeout=_SECONDS_BETWEEN_LOOKS)
        ]  # fmt: skip
        self._known: dict[Path, str | None] = {}
        self._waiting: dict[Path, tuple[Handler, FileSystemEvent]] = {}
        self._held = False
        self._lock = threading.RLock()

    def schedule(self, handler: Handler, path: str, *, recursive: bool = False) -> Watches:
        """Tell of changes at this path."""
        place = Path(path)
        only = None if place.is_dir() else place
        folder = place if only is None else place.parent
        relay = _Relay(self, handler, only)
        self._known |= {each: _content(each) for each in _files(place, recursive=recursive)}
        watches: Watches = []
        for observer in self._observers:
            # Without it (no watches left, no such system) the other one does.
            with suppress(OSError):
                watches.append(
                    (observer, observer.schedule(relay, str(folder), recursive=recursive), relay)
                )
        return watches

    def unschedule(self, watches: Watches) -> None:
        """Tell no more of what ``schedule`` gave these for."""
        for observer, watch, relay in watches:
            with suppress(KeyError):
                observer.remove_handler_for_watch(relay, watch)

    def start(self) -> None:
        """Begin to look."""
        for observer in self._observers:
            with suppress(OSError):
                observer.start()

    def stop(self) -> None:
        """Look no more."""
        for observer in self._observers:
            observer.stop()

    def join(self) -> None:
        """Wait for the end."""
        for observer in self._observers:
            if observer.is_alive():
                observer.join()

    def knows(self, contents: Mapping[Path, str | None]) -> None:
        """These contents (digests) have been read, or written, by whoever wants to be told."""
        with self._lock:
            self._known.update(contents)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Tell nothing for a while, and afterwards only of what is not known by then."""
        with self._lock:
            self._held = True
        try:
            yield
        finally:
            with self._lock:
                self._held = False
                waiting, self._waiting = self._waiting, {}
            for path, (handler, event) in waiting.items():
                self.tell(handler, path, event)

    def tell(self, handler: Handler, path: Path, event: FileSystemEvent) -> None:
        """Pass an event on, if the file holds something else than is known."""
        with self._lock:
            if self._held:
                self._waiting[path] = handler, event
                return
            content = _content(path)
            if self._known.get(path) == content:
                return
            self._known[path] = content
        handler.on_any_event(event)


class _Relay(FileSystemEventHandler):
    """What the system tells, for each file by itself."""

    def __init__(self, watcher: Watcher, handler: Handler, only: Path | None) -> None:
        self._watcher, self._handler, self._only = watcher, handler, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type in _NO_CHANGE:
            return
        for name in (event.src_path, getattr(event, "dest_path", "")):
            path = Path(str(name))
            if name and _matters(path) and self._only in (None, path):
                self._watcher.tell(self._handler, path, event)


def _files(place: Path, *, recursive: bool) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    for path in place.rglob("*") if recursive else place.iterdir():
        if path.is_file() and _matters(path):
            yield path


def _matters(path: Path) -> bool:
    return not path.name.startswith(".") and not path.name.endswith(_OF_EDITORS)


def _content(path: Path) -> str | None:
    found = stamps.stamp(path)
    return found and found[0]

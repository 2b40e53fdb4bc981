"""Whether a file is what it was: size and times of the system tell, and where they cannot, content.

Law: two equal stamps of one file, neither of them young, are of the same content. A file that is
changed twice within one tick of the system's clock has the same times after each; so a stamp that
was taken so soon after the last change is young, and proves nothing (git calls it racy).
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

Look = tuple[int, int, int, int]
"""Times of the last change (of the content, and as the system notes it), in ns; size; inode."""
Stamp = tuple[str, Look]
"""The digest of the content, and how the file looked before it was read."""

_TICK = 100_000_000
"""Nanoseconds; file systems that write parts of seconds have ticks of at most ten milliseconds."""
_WHOLE_SECONDS = 2_500_000_000
"""For those that write none; FAT counts every second one."""


def digest(content: bytes) -> str:
    """What stands for a content."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def look(path: str | Path) -> Look | None:
    """How the file at the end of this path looks; None where there is none, or no regular file."""
    try:
        found = os.stat(path)  # noqa: PTH116 (a Path costs more than the question)
    except OSError:
        return None
    return as_look(found)


def as_look(found: os.stat_result) -> Look | None:
    """How it looks; None for what is no regular file."""
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def stamp(path: Path) -> Stamp | None:
    """The stamp of a file as it is now; None where it cannot be read."""
    before = look(path)
    if before is None:
        return None
    try:
        return digest(path.read_bytes()), before
    except OSError:
        return None


def clock(folder: Path) -> Callable[[], int]:
    """The clock that files in this folder get their times from, in ns (a server's, perhaps)."""
    ahead = 0
    probe = folder / "clock"
    with suppress(OSError):
        probe.touch()
        os.utime(probe)
        ahead = time.time_ns() - probe.stat().st_mtime_ns
    return lambda: time.time_ns() - ahead


def is_young(looked: Look, now: int) -> bool:
    """Whether the file may be changed once more, and look the same."""
    latest = max(looked[:2])
    tick = _WHOLE_SECONDS if looked[0] % 10**9 == 0 or looked[1] % 10**9 == 0 else _TICK
    return now - latest < tick

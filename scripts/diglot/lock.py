"""One diglot at a time where files are written.

The lock is the system's, on ``.diglot/lock``: it ends with the process that holds it, however that
ends. Where the folder cannot be written, or the system has no such locks, nobody waits.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diglot.problems import UserError

FOLDER = ".diglot"
"""The cache of a project; it tells git itself that it is none of its business."""
LONGEST_WAIT = 600.0
"""Seconds."""
_UNTIL_TOLD = 1.0
_BETWEEN_LOOKS = 0.1

_log = logging.getLogger(__name__)


@contextmanager
def alone(root: Path, *, longest: float = LONGEST_WAIT) -> Iterator[None]:
    """Hold the lock of the project in this folder; wait while another process does.

    Not for a process that holds it already. UserError where the other one does not end.
    """
    handle = _opened(root / FOLDER)
    try:
        if handle is not None:
            _wait(handle, root, longest)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _opened(folder: Path) -> int | None:
    try:
        folder.mkdir(exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8", newline="\n")
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        return None


def _wait(handle: int, root: Path, longest: float) -> None:
    started, told = time.monotonic(), False
    while not _taken(handle):
        waited = time.monotonic() - started
        if waited > longest:
            raise UserError(
                "another diglot has been at work here all the time",
                path=root,
                todo="let it end, or end it, and run this again",
            )
        if waited > _UNTIL_TOLD and not told:
            told = True
            _log.warning("Another diglot is at work in %s; waiting for it to end.", root)
        time.sleep(_BETWEEN_LOOKS)


def _taken(handle: int) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl  # here: Windows has none

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True

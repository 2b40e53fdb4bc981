"""Commands on a disk without room: ``unshare --mount python -m tests.full_disk BEFORE OUT VERB…``.

Mounts a small disk of its own (tmpfs), which nobody else sees and which ends with this process.
For each amount of free room it copies the project there, runs the command, and copies what is there
then to ``OUT/<bytes>/full``; makes room, runs it again, and copies that to ``OUT/<bytes>/room``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

PAGE = 4096
"""Bytes: the smallest amount of room on such a disk."""
FREE = (0, 3, 12)
"""Pages of free room."""
_SIZE = 16 * 1024 * 1024


def run(before: Path, out: Path, command: list[str]) -> None:
    """All amounts of room, one after the other."""
    disk = out / "disk"
    disk.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(disk)], check=True)
    for pages in FREE:
        root = Path(shutil.copytree(before, disk / "project"))
        filler = disk / "filler"
        _fill(filler, pages)
        full = _diglot(root, command)
        shutil.copytree(root, out / str(pages) / "full")
        filler.unlink()
        room = _diglot(root, command)
        shutil.copytree(root, out / str(pages) / "room")
        shutil.rmtree(root)
        told = {"full": full, "room": room}
        (out / str(pages) / "told.json").write_text(json.dumps(told), encoding="utf-8")


def _fill(path: Path, pages: int) -> None:
    """Takes all the room that there is, but for so many pages."""
    handle = os.open(path, os.O_CREAT | os.O_WRONLY)
    written = 0
    try:
        while True:
            written += os.write(handle, bytes(PAGE))
    except OSError:
        os.ftruncate(handle, written - pages * PAGE)
    finally:
        os.close(handle)


def _diglot(root: Path, command: list[str]) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "diglot", *command, "--project", str(root)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])

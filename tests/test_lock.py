"""One diglot at a time."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from diglot import lock
from diglot.problems import UserError

HOLDER = """
import sys, time, pathlib
from diglot import lock
with lock.alone(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def held(root: Path, seconds: float) -> subprocess.Popen[str]:
    """Another process that holds the lock by the time that this returns."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(root), str(seconds)],
        stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    process.stdout.close()
    return process


def test_the_second_waits_for_the_first_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = held(tmp_path, 1.5)
    started = time.monotonic()
    with lock.alone(tmp_path):
        waited = time.monotonic() - started
    first.wait(10)

    assert waited > 1
    assert "Another diglot is at work" in caplog.text


def test_one_that_never_ends_is_a_clear_error(tmp_path: Path) -> None:
    first = held(tmp_path, 60)

    with pytest.raises(UserError, match="another diglot"), lock.alone(tmp_path, longest=0.3):
        pass

    first.kill()
    first.wait(10)


def test_the_lock_of_a_killed_process_is_none(tmp_path: Path) -> None:
    first = held(tmp_path, 60)
    first.kill()
    first.wait(10)

    with lock.alone(tmp_path, longest=0.5):
        pass


def test_git_does_not_see_the_lock(tmp_path: Path) -> None:
    with lock.alone(tmp_path):
        pass

    assert (tmp_path / lock.FOLDER / ".gitignore").read_text("utf-8") == "*\n"


def test_nobody_waits_where_nobody_may_write(tmp_path: Path) -> None:
    (tmp_path / lock.FOLDER).write_text("in the way", encoding="utf-8")

    with lock.alone(tmp_path):
        pass

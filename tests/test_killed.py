"""``kill -9`` while files are written: each is the old one or the new one, and the next run clean.

``KILLS=70 pytest tests/test_killed.py`` for more moments than three of each command.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from diglot import project
from tests import at_work
from tests.at_work import VERBS, tree

KILLS = int(os.environ.get("KILLS", "3"))
ROOT = Path(__file__).parents[1]


def run(verb: str, root: Path, kill_at: int | None = None, after: float = 0.0) -> int:
    """How many files it began to write; killed some seconds after one of them (0: the start)."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.at_work", verb, str(root)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    with process:
        lines = 0
        for _ in process.stdout:
            if lines == kill_at:
                time.sleep(after)
                process.kill()
            lines += 1
    assert process.returncode in ({0} if kill_at is None else {0, -signal.SIGKILL})
    return lines - 1


@pytest.mark.parametrize("verb", VERBS)
def test_killed_at_any_moment_every_file_is_old_or_new_and_the_next_run_ends_it(
    verb: str, tmp_path: Path
) -> None:
    start = at_work.make(tmp_path / "before", verb)
    whole = Path(shutil.copytree(start, tmp_path / "after"))
    writes = run(verb, whole)
    before, after = tree(start), tree(whole)
    chance = random.Random(11)
    halfway = 0
    for number in range(KILLS):
        # One in four while it reads and thinks, the others while it writes.
        kill_at = 0 if number % 4 == 3 else chance.randint(1, writes)
        root = Path(shutil.copytree(start, tmp_path / "killed"))
        run(verb, root, kill_at, chance.uniform(0, 0.3 if kill_at == 0 else 2 * at_work.SECONDS))
        killed = tree(root)
        with at_work.at_once():
            VERBS[verb](project.load(root))
        halfway += before != at_work.settled(killed) != after

        assert at_work.torn(killed, before, after) == []
        assert at_work.settled(tree(root)) == after
        shutil.rmtree(root)

    assert writes >= at_work.DOCUMENTS
    # A few kills may all come too late on a busy machine.
    assert halfway or KILLS < 10

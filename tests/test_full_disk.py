"""A disk that fills up: each file is the old one or the new one; with room again all is well."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import at_work, full_disk
from tests.at_work import tree

ROOT = Path(__file__).parents[1]
COMMANDS = {
    "sync": ["sync"],
    "render": ["render"],
    "mark": ["mark", "reviewed", "--all", "--by", "A. Reviewer"],
}


@pytest.fixture(scope="session")
def own_mounts() -> list[str]:
    """The command that lets a process mount a disk for itself alone."""
    for command in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        try:
            tried = [*command, "sh", "-c", "mount -t tmpfs tmpfs /tmp"]
            if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
                return command
        except FileNotFoundError:
            break
    pytest.skip("this machine lets nobody here mount a small disk (unshare --mount)")


def diglot(root: Path, *words: str, largest: int | None = None) -> tuple[int, str]:
    """Exit code and errors; no file may become larger than so many bytes."""
    limit = ["prlimit", f"--fsize={largest}"] if largest else []
    done = subprocess.run(
        [*limit, sys.executable, "-m", "diglot", *words, "--project", str(root)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.parametrize("verb", COMMANDS)
def test_on_a_full_disk_nothing_is_torn_and_with_room_the_next_run_ends_it(
    verb: str, own_mounts: list[str], tmp_path: Path
) -> None:
    start = at_work.make(tmp_path / "before", verb)
    whole = Path(shutil.copytree(start, tmp_path / "after"))
    diglot(whole, *COMMANDS[verb])
    before, after = tree(start), tree(whole)
    out = tmp_path / "out"
    work = [sys.executable, "-m", "tests.full_disk", str(start), str(out), *COMMANDS[verb]]
    subprocess.run([*own_mounts, *work], cwd=ROOT, check=True)
    codes: list[int] = []
    halfway: list[bool] = []
    for pages in full_disk.FREE:
        told = json.loads((out / str(pages) / "told.json").read_text("utf-8"))
        (code, said), (code_with_room, _) = told["full"], told["room"]
        full, room = tree(out / str(pages) / "full"), tree(out / str(pages) / "room")
        codes.append(code)
        halfway.append(before != full != after)

        assert at_work.torn(full, before, after) == []
        assert at_work.settled(full) == full
        assert ("No space left on device" in said) == (code == 2)
        assert "Traceback" not in said
        assert (code_with_room, room) == (0, after)

    assert codes[0] == 2
    assert any(halfway)


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="no prlimit here to limit files with")
@pytest.mark.parametrize("verb", COMMANDS)
def test_a_file_that_cannot_be_written_to_its_end_stays_the_old_one(
    verb: str, tmp_path: Path
) -> None:
    """As on a disk that fills up in the middle of it, on any system and for any user."""
    start = at_work.make(tmp_path / "before", verb)
    whole = Path(shutil.copytree(start, tmp_path / "after"))
    diglot(whole, *COMMANDS[verb])
    before, after = tree(start), tree(whole)
    largest = max(len(after[path]) for path in after if after[path] != before.get(path))
    code, said = diglot(start, *COMMANDS[verb], largest=largest - 1)
    found = tree(start)

    assert (code, "File too large" in said) == (2, True)
    assert "Traceback" not in said
    assert at_work.torn(found, before, after) == []
    assert at_work.settled(found) == found
    assert diglot(start, *COMMANDS[verb])[0] == 0
    assert tree(start) == after

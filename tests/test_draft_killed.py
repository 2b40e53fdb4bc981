"""Drafting killed in the middle, by the system and without warning: what was finished is kept."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from diglot import pipeline, project
from diglot.model import po_reader
from diglot.model.state import State
from diglot.project import Project
from tests import demo_site, slow_drafting

KILLS = int(os.environ.get("KILLS", "3"))
ROOT = Path(__file__).parents[1]
DOCUMENTS, SENTENCES = 12, 180
ONE_DOCUMENT = 15 * SENTENCES
"""Words, at most."""


def make(folder: Path) -> Project:
    found = project.load(demo_site.make(folder))
    for document in range(DOCUMENTS):
        lines = (
            f"هذه هي الجملة رقم {number} من الوثيقة الطويلة رقم {document} في هذا الاختبار الصعب."
            for number in range(SENTENCES)
        )
        (found.seeds / f"long-{document}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    pipeline.sync(found)
    return found


def drafts(found: Project) -> dict[tuple[str, str], str]:
    """Every draft on the disk; fails where a catalogue cannot be read."""
    kept = {}
    for source in found.sources():
        name = source.settings.id
        read = po_reader.read(found.catalogue_path(name, "en"), document=name, language="en")
        assert read is not None
        kept |= {(name, s.source): s.target for s in read.active if s.state is State.DRAFT}
    return kept


def run(found: Project, kill_after: float | None = None) -> list[str]:
    """What the process said before it ended, or before it was killed (seconds of work)."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.slow_drafting", str(found.root)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    with process:
        said = [process.stdout.readline()]
        if kill_after is not None:
            time.sleep(kill_after)
            process.kill()
        said += process.stdout.readlines()
    assert kill_after is not None or process.returncode == 0
    return said


def words(texts: set[str]) -> int:
    return sum(len(text.split()) for text in texts)


def test_killed_at_any_moment_it_keeps_what_was_finished_and_goes_on_from_there(
    tmp_path: Path,
) -> None:
    found = make(tmp_path)
    chance = random.Random(7)
    kept = drafts(found)
    for _ in range(KILLS):
        said = run(found, chance.uniform(0, 5 * slow_drafting.SECONDS))
        finished = [int(line.split()[1]) for line in said if line.startswith("done")]
        now = drafts(found)
        new = {source for _, source in now.keys() - kept.keys()}
        # Files are written after a report and before the next; a document in the making is not.
        assert words(new) >= (finished[-2] if len(finished) > 1 else 0) - ONE_DOCUMENT
        assert {key: now[key] for key in kept} == kept
        kept = now
    said = run(found)
    asked = sum(int(line.split()[1]) for line in said if line.startswith("asked"))

    assert len(drafts(found)) >= DOCUMENTS * SENTENCES
    assert asked <= len(drafts(found)) - len(kept)

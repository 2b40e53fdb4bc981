"""Ten reviewers and another diglot on one catalogue: no text that was saved vanishes unseen.

``DIGLOT_CROWD_SECONDS=300 pytest tests/test_review_crowd.py`` lets them work for five minutes.
"""

from __future__ import annotations

import itertools
import os
import random
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from diglot import files, lock
from diglot.model import po_writer
from diglot.project import Project
from tests import review_project as paper
from tests.test_review_server import API, ask

SECONDS = float(os.environ.get("DIGLOT_CROWD_SECONDS", "4"))
PEOPLE = 10


@dataclass
class Log:
    """What was saved, by whom in place of what, and what was raised as a conflict."""

    saved: list[tuple[str, str, str]] = field(default_factory=list)
    """Source, the text that was seen, the text that was saved in its place."""
    outcomes: Counter[str] = field(default_factory=Counter)
    number: itertools.count[int] = field(default_factory=itertools.count)

    def text(self) -> str:
        """A sentence that nobody has written before."""
        return f"Sentence number {next(self.number)} is right."


def review(url: str, name: str, log: Log, until: float) -> None:
    """Look at the document, decide on a sentence some moments later, over and over."""
    dice = random.Random(name)
    while time.monotonic() < until:
        _, shown, _ = ask(url, f"{API}/segments")
        segment = dice.choice(shown["segments"])
        time.sleep(dice.random() * 0.05)  # reads; others save meanwhile
        text = log.text() if dice.random() < 0.7 else segment["target"]
        decision = {
            "key": segment["key"], "source": segment["source"], "seen": segment["target"],
            "by": name, "text": text, "confirm": bool(text), "dismiss": ["numbers", "length"],
        }  # fmt: skip
        _, answer, _ = ask(url, f"{API}/decide", "POST", body=decision)
        outcome = answer.get("outcome", "refused")
        log.outcomes[outcome] += 1
        if outcome == "saved" and text != segment["target"]:
            log.saved.append((segment["source"], segment["target"], text))


def edit(project: Project, log: Log, until: float) -> None:
    """Another diglot saves the whole file, unless it has changed since it was opened there.

    It holds the lock, as they all do. An editor without it would have to save within the same
    moment, between the last look at the file and the rename.
    """
    dice = random.Random("editor")
    while time.monotonic() < until:
        text = files.read_text(paper.path(project))
        catalogue = paper.read(project)
        chosen = dice.choice([s for s in catalogue.segments if s.target])
        new = log.text()
        after = catalogue.with_segments(
            tuple(replace(s, target=new) if s is chosen else s for s in catalogue.segments)
        )
        with suppress(files.ChangedMeanwhileError), lock.alone(project.root):
            if files.write_over(paper.path(project), po_writer.serialise(after), text):
                log.saved.append((chosen.source, chosen.target, new))
                log.outcomes["saved by the other"] += 1
        time.sleep(0.1)


def test_ten_reviewers_and_another_diglot_lose_no_text_that_nobody_saw(tmp_path: Path) -> None:
    project = paper.make(tmp_path / "project")
    log, until = Log(), time.monotonic() + SECONDS
    with paper.serving(project) as url:
        work = [
            threading.Thread(target=review, args=(url, f"Reviewer {n}", log, until))
            for n in range(PEOPLE)
        ]
        work.append(threading.Thread(target=edit, args=(project, log, until)))
        for thread in work:
            thread.start()
        for thread in work:
            thread.join()
    print(dict(log.outcomes))  # noqa: T201 - for the run of five minutes
    at_the_end = {(s.source, s.target) for s in paper.read(project).active}
    seen = {(source, before) for source, before, _ in log.saved}
    vanished = [(s, text) for s, _, text in log.saved if (s, text) not in at_the_end | seen]

    assert log.outcomes["saved"] > PEOPLE
    assert vanished == []

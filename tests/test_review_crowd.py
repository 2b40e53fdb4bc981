"""Ten reviewers on one catalogue, and others who save it: no text vanishes that nobody saw.

``DIGLOT_CROWD_SECONDS=300 pytest -s tests/test_review_crowd.py`` lets them work for five minutes
and prints what came of it.
"""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from diglot import files, lock
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.problems import UserError
from diglot.project import Project
from tests import review_project as paper
from tests.review_requests import ask
from tests.test_review_server import API

SECONDS = float(os.environ.get("DIGLOT_CROWD_SECONDS", "4"))
PEOPLE = 10
DRIVER = f'"{sys.executable}" -m diglot merge-driver %O %A %B %P'


@dataclass
class Log:
    """What was saved, by whom in place of what, and what was raised as a conflict."""

    saved: list[tuple[str, str, str]] = field(default_factory=list)
    """Source, the text that was seen, the text that was saved in its place."""
    asked: set[tuple[str, str]] = field(default_factory=set)
    """Source and text of what was shown to somebody as a conflict."""
    outcomes: Counter[str] = field(default_factory=Counter)
    number: itertools.count[int] = field(default_factory=itertools.count)

    def text(self) -> str:
        """A sentence that nobody has written before."""
        return f"Sentence number {next(self.number)} is right."

    def vanished(self, project: Project) -> list[tuple[str, str]]:
        """What was saved and is neither in the file nor was seen by the one who replaced it."""
        found = list(paper.read(project).active)
        there = {(s.source, s.target) for s in found}
        there |= {(s.source, c.get("text") or "") for s in found for c in s.holding("conflict")}
        seen = {(source, before) for source, before, _ in self.saved}
        return [
            (s, text) for s, _, text in self.saved if (s, text) not in there | seen | self.asked
        ]


def review(url: str, name: str, log: Log, until: float) -> None:
    """Look at the document, decide on a sentence some moments later, over and over."""
    dice = random.Random(name)
    while time.monotonic() < until:
        _, shown, _ = ask(url, f"{API}/segments")
        if not shown.get("segments"):
            continue
        segment = dice.choice(shown["segments"])
        time.sleep(dice.random() * 0.05)  # reads; others save meanwhile
        text = log.text() if dice.random() < 0.7 else segment["target"]
        decision = {
            "key": segment["key"], "source": segment["source"], "seen": segment["target"],
            "by": name, "text": text, "confirm": bool(text), "dismiss": ["numbers", "length"],
            "settle": [c.get("text", "") for c in segment["conflicts"]],
        }  # fmt: skip
        _, answer, _ = ask(url, f"{API}/decide", "POST", body=decision)
        outcome = answer.get("outcome", "refused")
        log.outcomes[outcome] += 1
        if outcome == "saved":
            shown = {(segment["source"], c.get("text", "")) for c in segment["conflicts"]}
            log.asked |= shown
            log.outcomes["texts that met, shown and decided on"] += len(shown)
            if text != segment["target"]:
                log.saved.append((segment["source"], segment["target"], text))


def with_another_text(catalogue: Catalogue, dice: random.Random, log: Log) -> tuple[str, str, str]:
    chosen = dice.choice([s for s in catalogue.segments if s.target])
    # Whoever changes an entry in an editor has its comments before their eyes.
    log.asked |= {(chosen.source, c.get("text") or "") for c in chosen.holding("conflict")}
    return chosen.source, chosen.target, log.text()


def changed(catalogue: Catalogue, source: str, text: str) -> str:
    after = tuple(replace(s, target=text) if s.source == source else s for s in catalogue.segments)
    return po_writer.serialise(catalogue.with_segments(after))


def another_diglot(project: Project, log: Log, until: float) -> None:
    """It saves the whole file, unless it has changed since it was opened there; with the lock."""
    dice = random.Random("diglot")
    while time.monotonic() < until:
        text = files.read_text(paper.path(project))
        source, before, new = with_another_text(paper.read(project), dice, log)
        with suppress(files.ChangedMeanwhileError), lock.alone(project.root):
            if files.write_over(
                paper.path(project), changed(paper.read(project), source, new), text
            ):
                log.saved.append((source, before, new))
                log.outcomes["saved by another diglot"] += 1
        time.sleep(0.1)


def an_editor(project: Project, log: Log, until: float) -> None:
    """It knows no lock, looks at the time of the file before it saves, and saves with a rename."""
    dice, path = random.Random("editor"), paper.path(project)
    while time.monotonic() < until:
        try:
            opened = path.stat()
            catalogue = paper.read(project)
            source, before, new = with_another_text(catalogue, dice, log)
        except (OSError, UserError):
            continue  # git is just writing it
        time.sleep(dice.random() * 0.02)
        mine = path.with_name("paper.po~")
        mine.write_text(changed(catalogue, source, new), encoding="utf-8")
        with suppress(FileNotFoundError):
            if path.stat().st_mtime_ns == opened.st_mtime_ns:
                mine.replace(path)
                log.saved.append((source, before, new))
                log.outcomes["saved by the editor"] += 1
        time.sleep(0.1)


def git(folder: Path, *words: str) -> bool:
    run = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    return run.returncode == 0


def shared(project: Project, elsewhere: Path) -> None:
    """A remote, and another checkout of it; both merge entry by entry, as the manual says."""
    root, remote = project.root, elsewhere.with_name("remote.git")
    (root / ".gitattributes").write_text("translations/**/*.po merge=diglot\n", encoding="utf-8")
    (root / ".gitignore").write_text(".diglot/\n.*.tmp\n*~\n", encoding="utf-8")
    assert git(root, "init", "-q", "-b", "main")
    assert git(root.parent, "init", "-q", "--bare", "-b", "main", str(remote))
    for folder in (root, elsewhere):
        if folder == elsewhere:
            assert git(root.parent, "clone", "-q", str(remote), str(elsewhere))
        for name, value in (("user.name", "G"), ("user.email", "g@example.org")):
            git(folder, "config", name, value)
        git(folder, "config", "merge.diglot.driver", DRIVER)
        if folder == root:
            assert git(root, "add", ".")
            assert git(root, "commit", "-q", "-m", "Begin")
            assert git(root, "push", "-q", str(remote), "main")
            git(root, "remote", "add", "origin", str(remote))


def a_colleague(project: Project, log: Log, until: float) -> None:
    """Works in another checkout and pushes; what arrives here, somebody here pulls."""
    elsewhere = project.root.with_name("elsewhere")
    shared(project, elsewhere)
    path = elsewhere / "translations" / "en" / "paper.po"
    dice = random.Random("colleague")
    while time.monotonic() < until:
        git(elsewhere, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
        catalogue = po_reader.parse(files.read_text(path), path, document="paper", language="en")
        source, before, new = with_another_text(catalogue, dice, log)
        path.write_text(changed(catalogue, source, new), encoding="utf-8")
        git(elsewhere, "commit", "-q", "-a", "-m", new)
        if git(elsewhere, "push", "-q", "origin", "main"):
            log.saved.append((source, before, new))
            log.outcomes["pushed by the colleague"] += 1
        git(project.root, "commit", "-q", "-a", "-m", "Reviewed")
        if git(project.root, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main"):
            log.outcomes["pulled"] += 1
            git(project.root, "push", "-q", "origin", "main")
        if b"<<<<<<<" in paper.path(project).read_bytes():
            # git gave up between two saves; whoever pulled goes back to the last commit.
            git(project.root, "checkout", "-q", "-f", "HEAD", "--", "translations")
            log.outcomes["markers of git, taken away by hand"] += 1


@pytest.mark.parametrize("other", [another_diglot, an_editor, a_colleague])
def test_ten_reviewers_and_somebody_else_lose_no_text_that_nobody_saw(
    tmp_path: Path, other: Callable[[Project, Log, float], None]
) -> None:
    project = paper.make(tmp_path / "project")
    log, until = Log(), time.monotonic() + SECONDS
    with paper.serving(project) as url:
        work = [
            threading.Thread(target=review, args=(url, f"Reviewer {n}", log, until))
            for n in range(PEOPLE)
        ]
        work.append(threading.Thread(target=other, args=(project, log, until)))
        for thread in work:
            thread.start()
        for thread in work:
            thread.join()
        ask(url, f"{API}/segments")  # as an open page does every second
        if (project.root / ".git").exists():
            # What could not be pulled while others saved is pulled when they are at rest.
            git(project.root, "commit", "-q", "-a", "-m", "Reviewed")
            git(project.root, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
        ask(url, f"{API}/segments")
    print(other.__name__, dict(log.outcomes))  # noqa: T201 - for the run of five minutes

    assert log.outcomes["saved"] > PEOPLE
    assert sum(n for what, n in log.outcomes.items() if what.startswith(("saved by", "pu"))) > 0
    assert log.vanished(project) == []

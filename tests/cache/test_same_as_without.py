"""Law: with a cache, or without one, the same files come out, and the same is said."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from diglot import drafting, pipeline, project
from diglot.cache import stamps
from diglot.cache.stamps import Look
from diglot.problems import UserError
from diglot.project import Project
from tests.cache import mischief
from tests.cache.mischief import Mischief
from tests.fake_engine import FakeEngine

STEPS = 60
Said = dict[str, Any]


def sync(found: Project) -> Said:
    kept = pipeline.sync(found)
    return {"documents": kept.documents, "doubts": kept.doubts}


def render(found: Project) -> Said:
    return rendered(pipeline.render(found))


def render_as_files(found: Project) -> Said:
    """As ``mkdocs build --no-directory-urls``: other links on every page."""
    return rendered(pipeline.render(replace(found, directory_urls=False)))


def build(found: Project) -> Said:
    return rendered(pipeline.build(found, site=False, engine_for=lambda *_: FakeEngine()))


def draft(found: Project) -> Said:
    drafted = drafting.draft(found, engine_for=lambda *_: FakeEngine())
    return {"drafted": [(d.catalogue.document, len(d.results), d.left_alone) for d in drafted]}


def rendered(it: pipeline.Rendered) -> Said:
    drafts = [(each.catalogue.document, len(each.results)) for each in it.drafted]
    names = ("documents", "written", "removed", "untranslated", "problems")
    return {"drafted": drafts, **{name: getattr(it, name) for name in names}}


COMMANDS: list[Callable[[Project], Said]] = [sync, render, draft, build, build, render_as_files]


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def test_what_comes_out_is_the_same_with_and_without_a_cache(tmp_path: Path) -> None:
    compare(tmp_path, seed=1)


@pytest.mark.parametrize("seed", range(2, 5))
def test_also_where_times_have_ticks_of_two_seconds(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that nearly every edit is made within the tick of the last run."""
    real = stamps.as_look

    def coarse(found: Any) -> Look | None:
        looked = real(found)
        if looked is None:
            return None
        mtime, ctime, size, inode = looked
        return mtime // 2 // 10**9 * 2 * 10**9, ctime // 2 // 10**9 * 2 * 10**9, size, inode

    monkeypatch.setattr(stamps, "as_look", coarse)
    compare(tmp_path, seed)


def compare(folder: Path, seed: int) -> None:
    """One command after another, between random edits; without a cache in a copy each time."""
    warm = project.load(mischief.make(folder / "warm"))
    cold = replace(warm, root=folder / "cold")
    deeds, draw = Mischief(warm, seed), random.Random(seed)
    for step in range(STEPS):
        done = [deeds.happen() for _ in range(draw.choice([0, 1, 1, 2]))] if step else []
        command = draw.choice(COMMANDS)
        shutil.rmtree(cold.root, ignore_errors=True)
        shutil.copytree(
            warm.root, cold.root, symlinks=True, ignore=shutil.ignore_patterns(".diglot")
        )
        told = {each.root: outcome(command, each) for each in (warm, cold)}

        assert told[warm.root] == told[cold.root], (step, command.__name__, done)
        assert files(warm.root) == files(cold.root), (step, command.__name__, done)
        deeds.remember()


def outcome(command: Callable[[Project], Said], found: Project) -> str:
    """What it says, or what it complains of."""
    try:
        said = str(command(found))
    except UserError as error:
        said = "\n".join(sorted(str(problem) for problem in error.problems))
    # Absolute, or as seen from here.
    return re.sub(rf"[^\s'(]*/{found.root.name}\b", "", said)


def files(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".diglot" not in path.parts
    }

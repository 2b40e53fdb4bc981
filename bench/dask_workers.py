"""``diglot draft`` on one and on two Dask workers of this machine, and without Dask.

The same text as in ``draft``; the whole command, starting the workers included. The drafts of all
runs are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from bench import corpus, drafting, measure, speed_twin
from bench.measure import Command
from bench.results import Result
from diglot import files
from diglot.project import Project

PLAIN, ONE, TWO = "diglot draft", "--workers 1", "--workers 2"
_FLAGS = {PLAIN: (), ONE: ("--workers", "1"), TWO: ("--workers", "2")}


def run(folder: Path, models: Path, rounds: int, data: Path | None) -> Iterator[Result]:
    """A row for each way; fails where their catalogues differ."""
    packages = speed_twin.build(folder, models)
    environment = speed_twin.environment(folder, packages)
    found = drafting.make_project(folder / "project", drafting.real_text(data))
    words = sum(len(text.split()) for text in drafting.open_texts(found))
    seen: set[str] = set()

    def before() -> None:
        seen.add(_catalogues(found))
        drafting.undraft(found)

    commands = {
        name: Command(
            measure.python("diglot", "draft", "--project", str(found.root), *flags),
            corpus.ROOT,
            before,
            environment,
        )
        for name, flags in _FLAGS.items()
    }
    seen.add(empty := _catalogues(found))
    costs = measure.processes(commands, rounds)
    seen.add(_catalogues(found))
    first, *others = seen - {empty}
    assert not others, "\n".join(unified_diff(first.splitlines(), others[0].splitlines(), n=2))
    rows = [
        {
            "way": name,
            "words/s": words / cost.wall,
            "wall s": cost.wall,
            "1 worker ×": costs[ONE].wall / cost.wall,
        }
        for name, cost in costs.items()
    ]
    notes = [f"Medians of {rounds} runs in turn; outputs equal.", "Starting the workers included."]
    yield Result("dask", f"{words:,} words", rows, notes)


def _catalogues(found: Project) -> str:
    """Without the scores, of which the last digit goes by what else is in a batch."""
    paths = sorted(found.translations.glob("*/*.po"))
    return re.sub(r" score=\S+", "", "".join(files.read_text(path) for path in paths))

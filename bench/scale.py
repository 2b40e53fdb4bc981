"""What a project costs that grows: the first build, the next one, and one changed sentence.

Documents of about a hundred segments in two languages, catalogues filled, no engine. Each command
is a process of its own. ``first`` has neither pages nor a cache; ``again`` follows at once, when
the cache cannot trust the times of the files yet; ``nothing changed`` is every run after that.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import corpus, measure
from bench.corpus import Corpus
from bench.measure import Command, Cost
from bench.results import Result
from diglot import files
from diglot.cache import store
from diglot.lock import FOLDER

SECTIONS = 6
"""About a hundred segments."""
FIRST, AGAIN, NOTHING = "first build", "again, at once", "nothing changed"
ONE, SYNC, RENDER = "one sentence: build", "one sentence: sync", "one sentence: render"
_WORD = re.compile(r"[\u0621-\u064a]{4,}(?=[^\n]*\n\n)")


def run(folder: Path, sizes: Sequence[int], rounds: int) -> Iterator[Result]:
    """One result for each number of documents."""
    for documents in sizes:
        made = corpus.make_documents(folder / f"documents-{documents}", documents, SECTIONS)
        yield _result(made, _costs(made, rounds))


def _costs(made: Corpus, rounds: int) -> dict[str, Cost]:
    build, sync, render = ("build", "--no-site"), ("sync",), ("render",)
    costs = {name: _run(made, build, 1) for name in (FIRST, AGAIN)}
    time.sleep(3)
    _run(made, build, 1)
    costs[NOTHING] = _run(made, build, rounds)
    runs: dict[str, list[measure.Run]] = {ONE: [], SYNC: [], RENDER: []}
    for number in range(rounds):
        for name, words in ((ONE, build), (SYNC, sync), (RENDER, render)):
            if name != RENDER:
                _change(made, number)
            runs[name] += _run(made, words, 1).runs
    return costs | {name: Cost(tuple(found)) for name, found in runs.items()}


def _run(made: Corpus, words: Sequence[str], rounds: int) -> Cost:
    root = made.project.root
    command = measure.python("diglot", *words, "--project", str(root))
    (cost,) = measure.processes(
        {words[0]: Command(command, corpus.ROOT, lambda: None, _WITHOUT_ENGINE)}, rounds
    ).values()
    return cost


_WITHOUT_ENGINE = {"ARGOS_PACKAGES_DIR": "/nonexistent"}


def _change(made: Corpus, number: int) -> None:
    """One word of a paragraph, in another document each time."""
    sources = made.project.source_paths()
    path = sources[(number * 7919) % len(sources)]
    text = files.read_text(path)
    words = list(_WORD.finditer(text, len(text) // 2))
    found = words[number % len(words)]
    path.write_text(f"{text[: found.start()]}{found[0]}ون{text[found.end() :]}", "utf-8")


def _result(made: Corpus, costs: dict[str, Cost]) -> Result:
    first = costs[FIRST].cpu
    rows = [
        {
            "what": name,
            "wall s": cost.wall,
            "cpu s": cost.cpu,
            "of first %": 100 * cost.cpu / first,
            "cpu ms/document": 1000 * cost.cpu / made.documents,
            "memory MB": cost.memory / 1e6,
        }
        for name, cost in costs.items()
    ]
    size = (made.project.root / FOLDER / store.NAME).stat().st_size
    title = (
        f"{made.documents:,} documents, {made.segments:,} segments, {made.pages:,} pages per "
        f"language; the cache has {size / 1e6:.1f} MB"
    )
    notes = (
        "Goals: one sentence under 2 s (sync and render together), nothing changed under 5 % of",
        "the first build, a cost per document and a memory that do not grow with their number.",
    )
    return Result("scale", title, rows, notes)

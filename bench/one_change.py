"""One paragraph of a thousand documents changed: ``diglot build --no-site`` drafts that alone.

Everything has a draft before. Measured is the whole command, in a fresh process, with an engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bench import corpus, measure, speed_twin, texts
from bench.measure import Command
from bench.results import Result
from diglot import editions, files, pipeline, project
from diglot.model import po_writer
from diglot.model.catalogue import Segment
from diglot.model.statement import state_that
from diglot.project import Project

DOCUMENTS = 1000
SECTIONS = 2
_PARAGRAPH = "هذه فقرة جديدة رقم {} في الوثيقة. وفيها جملتان لم تترجما من قبل في المرة {}."
"""Two segments."""


def run(folder: Path, models: Path, rounds: int) -> Iterator[Result]:
    """A row with a changed paragraph, and one without any change; fails where more is drafted."""
    packages = speed_twin.build(folder, models)
    environment = speed_twin.environment(folder, packages)
    found, segments = _project(folder / "project")
    words = measure.python("diglot", "build", "--no-site", "--project", str(found.root))
    costs, drafted = [], []
    measure.processes({"first build": _command(words, environment)}, 1)
    (nothing,) = measure.processes({"no change": _command(words, environment)}, rounds).values()
    for number in range(rounds):
        before = _catalogues(found)
        _change(found, number)
        (cost,) = measure.processes({"one paragraph": _command(words, environment)}, 1).values()
        changed = {path for path, content in _catalogues(found).items() if before[path] != content}
        drafted.append(_new_drafts(before, changed))
        costs += cost.runs
    assert drafted == [2] * rounds, f"drafted besides the two sentences: {drafted}"
    one = measure.Cost(tuple(costs))
    rows = [
        {"changed": name, "drafted": new, "wall s": cost.wall, "cpu s": cost.cpu,
         "memory MB": cost.memory / 1e6}
        for name, new, cost in (("nothing", 0, nothing), ("one paragraph of two sentences", 2, one))
    ]  # fmt: skip
    title = f"diglot build --no-site, {DOCUMENTS:,} documents, {segments:,} segments with drafts"
    yield Result("one-change", title, rows, [f"Medians of {rounds} runs."])


def _command(words: list[str], environment: Mapping[str, str]) -> Command:
    return Command(words, corpus.ROOT, lambda: None, environment)


def _project(folder: Path) -> tuple[Project, int]:
    """With a draft for every segment, and how many there are."""
    for number in range(DOCUMENTS):
        path = folder / f"seeds/document-{number:04}.txt"
        files.write_if_changed(path, texts.document(number, SECTIONS))
    corpus.write_config(folder, corpus.own_config())
    found = project.load(folder)
    segments = 0
    pipeline.sync(found)
    for source in found.sources():
        edition = editions.read(found, source)
        for language, catalogue in edition.catalogues.items():
            segments += len(catalogue.segments)
            filled = catalogue.with_segments(tuple(map(_filled, catalogue.segments)))
            path = found.catalogue_path(edition.id, language)
            files.write_if_changed(path, po_writer.serialise(filled))
    return found, segments


def _filled(segment: Segment) -> Segment:
    target = texts.english(segment.source)
    said = state_that("draft", segment.source, target, engine="bench", model="bench-ar_en@1.0")
    return replace(segment, target=target, comments=(said,), fuzzy=True)


def _change(found: Project, number: int) -> None:
    """The second paragraph of a document, another document each time."""
    path = found.seeds / f"document-{(number + 1) * 100:04}.txt"
    blocks = files.read_text(path).split("\n\n")
    blocks[1] = _PARAGRAPH.format(number, number)
    files.write_if_changed(path, "\n\n".join(blocks))


def _catalogues(found: Project) -> dict[Path, str]:
    return {path: files.read_text(path) for path in found.translations.glob("*/*.po")}


def _new_drafts(before: Mapping[Path, str], changed: set[Path]) -> int:
    """Drafts of the engine in changed files that were not there before; all must be in one file."""
    assert len(changed) == 1, f"changed: {sorted(changed)}"
    (path,) = changed
    drafts = re.compile(r"engine=argos")
    return len(drafts.findall(files.read_text(path))) - len(drafts.findall(before[path]))

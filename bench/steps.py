"""How fast each step is by itself, in memory, nothing read or written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from bench import corpus, measure
from bench.corpus import Corpus
from bench.results import Result
from diglot import files
from diglot.editions import Edition, load
from diglot.model import po_reader, po_writer
from diglot.steps.render import render
from diglot.steps.split import split
from diglot.steps.status import status
from diglot.steps.sync import sync


def run(folder: Path, sizes: Sequence[int], rounds: int, data: Path | None) -> Iterator[Result]:
    """One result for each number of pages per language."""
    for pages in sizes:
        made = corpus.make(folder / f"steps-{pages}", pages, data)
        yield _result(made, rounds)


def _result(made: Corpus, rounds: int) -> Result:
    editions = load(made.project)
    work = _work(made, editions)
    costs = measure.functions({name: call for name, (_, call) in work.items()}, rounds)
    rows = [
        {
            "step": name,
            "size MB": size / 1e6,
            "cpu s": cost.cpu,
            "MB/s": size / 1e6 / cost.cpu,
            "segments/s": made.segments / cost.cpu,
            "spread %": 100 * cost.spread,
        }
        for name, (size, _) in work.items()
        for cost in (costs[name],)
    ]
    title = (
        f"{made.documents} documents, {made.segments:,} segments, {made.pages:,} pages per language"
    )
    notes = (
        f"Medians of {rounds} runs in turn; spread: (slowest - fastest) / median.",
        "Size: of the sources; of the files for reading and writing catalogues.",
    )
    return Result("steps", title, rows, notes)


def _work(made: Corpus, editions: Sequence[Edition]) -> dict[str, tuple[int, Callable[[], object]]]:
    """By name: the size of the input in bytes, and what to do."""
    project = made.project
    sources = project.sources()
    language = project.source_language.code
    documents = [split(source, language) for source in sources]
    catalogues = [c for edition in editions for c in edition.catalogues.values()]
    read = [
        (path := project.catalogue_path(c.document, c.language), files.read_text(path), c)
        for c in catalogues
    ]
    of_files = sum(path.stat().st_size for path, _, _ in read)
    of_sources = made.source_bytes
    today = date(2026, 11, 24)
    none = dict.fromkeys((each.code for each in project.target_languages), None)
    pairs = list(zip(editions, documents, strict=True))
    return {
        "split": (of_sources, lambda: [split(source, language) for source in sources]),
        "sync, first": (
            of_sources,
            lambda: [sync(d, e.source.settings, None, none, today) for e, d in pairs],
        ),
        "sync, no change": (
            of_sources,
            lambda: [sync(d, e.source.settings, e.template, e.catalogues, today) for e, d in pairs],
        ),
        "read catalogue": (
            of_files,
            lambda: [
                po_reader.parse(text, path, document=c.document, language=c.language)
                for path, text, c in read
            ],
        ),
        "write catalogue": (of_files, lambda: [po_writer.serialise(c) for c in catalogues]),
        "derive states": (of_sources, lambda: [status(c) for c in catalogues]),
        "render": (
            of_sources,
            lambda: [
                render(e.document, e.catalogues, e.source.settings, project.languages)
                for e in editions
            ],
        ),
    }

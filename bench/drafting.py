"""Words per second of drafting: Argos Translate as it is used, CTranslate2 alone, and diglot.

In one run, with one package, in fresh processes, in turn:

- ``argostranslate``: paragraph by paragraph, as its users call it; with and without
  ``ARGOS_INTRA_THREADS=1``. Reading the model is not counted.
- ``CTranslate2``: all sentences in one call, in batches of the fastest of some sizes. Reading the
  model is not counted.
- ``diglot draft``: the whole command, from the start of Python to its end: read, draft, choose,
  write; with as many hypotheses as it takes, and with one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import corpus, measure, speed_twin
from bench.measure import Command
from bench.results import Result
from diglot import editions, files, pipeline, project, source
from diglot.model.document import Document
from diglot.project import Project
from diglot.steps.draft import to_draft
from diglot.steps.split import split

WORDS = 10_000
AS_USED, ONE_THREAD = "argostranslate", "argostranslate, ARGOS_INTRA_THREADS=1"
BARE, DRAFT, ONE = "CTranslate2, one call", "diglot draft", "diglot draft, 1 hypothesis"
_GOALS = {AS_USED: 15.0, ONE_THREAD: 3.5, BARE: 0.9}
_MEMORY = 600
"""MB, the most that ``diglot draft`` is to use."""
_ADVERBS = "أيضاً كذلك عندئذ بعدئذ حينئذ إذاً غالباً مجدداً".split()
"""One more word in every sentence of a repetition: no sentence is there twice."""


@dataclass(frozen=True, slots=True)
class _Speed:
    words: int
    seconds: list[float]
    memory: float | None = None

    @property
    def rate(self) -> float:
        return self.words / median(self.seconds)


def run(folder: Path, models: Path, rounds: int, data: Path | None) -> Iterator[Result]:
    """One result: a row for each way."""
    packages = speed_twin.build(folder, models)
    environment = speed_twin.environment(folder, packages)
    text = real_text(data)
    found = make_project(folder / "project", text)
    speeds = _speeds(found, text, packages, environment, rounds)
    rows = [_row(name, speeds) for name in speeds]
    notes = [
        f"Medians of {rounds} runs in turn.",
        f"goal ×: what {DRAFT} is to be of it; at most {_MEMORY} MB.",
        "The package has the official one's shape and copies: speed, not quality.",
    ]
    words = f"{speeds[AS_USED].words:,} words for argostranslate, {speeds[DRAFT].words:,} otherwise"
    yield Result("draft", f"{words}, beam 4, {os.cpu_count()} cores", rows, notes)


def _row(name: str, speeds: Mapping[str, _Speed]) -> dict[str, str | float | int | None]:
    speed, goal = speeds[name], _GOALS.get(name)
    return {
        "way": name,
        "words/s": speed.rate,
        "slowest": speed.words / max(speed.seconds),
        "fastest": speed.words / min(speed.seconds),
        "draft ×": speeds[DRAFT].rate / speed.rate,
        "1 hyp. ×": speeds[ONE].rate / speed.rate,
        "goal ×": goal,
        "memory MB": speed.memory,
    }


def _speeds(
    found: Project, text: Document, packages: Path, environment: Mapping[str, str], rounds: int
) -> dict[str, _Speed]:
    (package,) = packages.iterdir()
    wanted = open_texts(found)
    words = sum(len(each.split()) for each in wanted)
    paragraphs = [list(block.sentences) for block in text.blocks() if block.sentences]
    seconds: dict[str, list[float]] = {name: [] for name in (AS_USED, ONE_THREAD, BARE, DRAFT, ONE)}
    memory: dict[str, list[float]] = {DRAFT: [], ONE: []}
    by_size: dict[str, list[float]] = {}
    words_used = sum(len(sentence.split()) for each in paragraphs for sentence in each)

    def argos(name: str, more: Mapping[str, str]) -> None:
        said = _asked("argos_as_used", (), paragraphs, {**environment, **more})
        seconds[name].append(said["seconds"])

    def bare() -> None:
        for size, took in _asked("bare_ctranslate2", (str(package),), wanted, environment).items():
            by_size.setdefault(size, []).append(took)

    def draft(name: str, words: list[str]) -> None:
        command = Command(words, corpus.ROOT, lambda: undraft(found), environment)
        (used,) = measure.processes({name: command}, 1).values()
        seconds[name].append(used.wall)
        memory[name].append(used.memory / 1e6)

    where = str(found.root)
    ways: dict[str, Callable[[], None]] = {
        AS_USED: lambda: argos(AS_USED, {}),
        ONE_THREAD: lambda: argos(ONE_THREAD, {"ARGOS_INTRA_THREADS": "1"}),
        BARE: bare,
        DRAFT: lambda: draft(DRAFT, measure.python("diglot", "draft", "--project", where)),
        ONE: lambda: draft(ONE, measure.python("bench.draft_project", where, "1")),
    }
    for number in range(rounds):
        names = list(ways)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            print(f"  {number + 1}/{rounds} {name}", file=sys.stderr, flush=True)
            ways[name]()
    seconds[BARE] = min(by_size.values(), key=median)
    return {
        name: _Speed(
            words if name in {BARE, DRAFT, ONE} else words_used,
            seconds[name],
            median(memory[name]) if name in memory else None,
        )
        for name in seconds
    }


def _asked(
    module: str, arguments: tuple[str, ...], given: object, environment: Mapping[str, str]
) -> Mapping[str, float]:
    done = subprocess.run(
        [*measure.python(f"bench.{module}"), *arguments],
        input=json.dumps(given),
        env={**os.environ, **environment},
        cwd=corpus.ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: Mapping[str, float] = json.loads(done.stdout)
    return found


def real_text(data: Path | None) -> Document:
    """The first text in the folder, or this project's own source."""
    folder = data or corpus.ROOT / "seeds"
    paths = sorted(path for path in folder.rglob("*") if path.suffix in source.SUFFIXES)
    if not paths:
        raise SystemExit(f"{folder}: there is no text (.txt, .md); give a folder of some by --data")
    return split(source.read(paths[0]), "ar")


def make_project(folder: Path, text: Document) -> Project:
    """The text again and again, each time with another word in its sentences, to 10,000 words."""
    blocks = [block for block in text.blocks() if block.sentences]
    once = sum(len(block.text.split()) for block in blocks)
    for number in range(max(1, round(WORDS / once))):
        varied = "\n\n".join(
            " ".join(_varied(sentence, number) for sentence in block.sentences) for block in blocks
        )
        files.write_if_changed(folder / f"seeds/text-{number}.txt", f"{varied}\n")
    corpus.write_config(folder, corpus.own_config())
    found = project.load(folder)
    undraft(found)
    return found


def _varied(sentence: str, number: int) -> str:
    words = sentence.split()
    middle = len(words) // 2
    more = [_ADVERBS[number % len(_ADVERBS)]] if number else []
    return " ".join([*words[:middle], *more, *words[middle:]])


def undraft(found: Project) -> None:
    """Catalogues without a single translation."""
    for language in found.target_languages:
        for path in (found.translations / language.code).glob("*.po"):
            path.unlink()
    pipeline.sync(found)


def open_texts(found: Project) -> list[str]:
    """What ``diglot draft`` has to translate, each text once."""
    catalogues = [c for edition in editions.load(found) for c in edition.catalogues.values()]
    texts = (segment.source for each in catalogues for segment in to_draft(each, redo=False))
    return list(dict.fromkeys(texts))

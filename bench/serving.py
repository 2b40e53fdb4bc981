"""How soon a save is on the screen: ``diglot serve`` in a process of its own, this project's texts.

Measured from the end of the write until a browser that asks again and again is given the new page;
it is held back while the site is built. Each save must be one build.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import corpus
from bench.results import Result
from diglot import files

_LONGEST = 60.0
"""Seconds."""
_QUIET = 2.5
"""Seconds after a save in which a second build would show."""
_BUILT = "Documentation built"


@dataclass(frozen=True, slots=True)
class Save:
    """A change that a person saves, and where it is seen."""

    path: Path
    changed: Callable[[str, str], str]
    """From the text and a mark, the text with the mark in it."""
    address: str


def run(folder: Path, rounds: int) -> Iterator[Result]:
    """A row for each kind of file; fails where a save is not one build."""
    for name in ("seeds", "translations", "docs"):
        shutil.copytree(corpus.ROOT / name, folder / name)
    shutil.copyfile(corpus.ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    log = folder.with_suffix(".log")
    rows = []
    with served(folder, log) as root:
        for name, save in _saves(folder).items():
            times = [
                _seconds(save, f"88{number}77{len(rows)}", root, log) for number in range(rounds)
            ]
            rows.append({"saved": name, "wall s": median(times), "slowest s": max(times)})
    pages = len(list(folder.glob("docs/*/*/*.md")))
    notes = ("Goal: a second. Every save was one build.",)
    yield Result("serve", f"the project of this repository, {pages} generated pages", rows, notes)


@contextmanager
def served(folder: Path, log: Path, *flags: str) -> Iterator[str]:
    """``diglot serve`` in a folder; gives its address once the site is there."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    words = [sys.executable, "-um", "diglot", "serve", "--port", port, *flags]
    with log.open("wb") as output:
        process = subprocess.Popen(words, cwd=folder, stdout=output, stderr=output)
        try:
            wait_for(lambda: "Serving on" in files.read_text(log), log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)


def wait_for(is_there: Callable[[], bool], log: Path) -> None:
    """Ask again and again."""
    end = time.perf_counter() + _LONGEST
    while not is_there():
        if time.perf_counter() > end:
            raise SystemExit(f"waited in vain:\n{files.read_text(log)}")
        time.sleep(0.01)


def shown(address: str) -> str:
    """The page as the server gives it."""
    with urllib.request.urlopen(address, timeout=_LONGEST) as answer:
        content: bytes = answer.read()
    return content.decode("utf-8")


def builds(log: Path) -> int:
    """How often the site has been built."""
    return files.read_text(log).count(_BUILT)


def _seconds(save: Save, mark: str, root: str, log: Path) -> float:
    before, text = builds(log), files.read_text(save.path)
    start = time.perf_counter()
    save.path.write_text(save.changed(text, mark), "utf-8", newline="")
    wait_for(lambda: mark in shown(root + save.address), log)
    seconds = time.perf_counter() - start
    time.sleep(_QUIET)
    if builds(log) != before + 1:
        raise SystemExit(f"{save.path}: {builds(log) - before} builds\n{files.read_text(log)}")
    return seconds


def _saves(folder: Path) -> dict[str, Save]:
    (source,) = (folder / "seeds").glob("*.txt")
    document = source.stem
    (catalogue,) = (folder / "translations/en").glob("*.po")
    return {
        "a source": Save(
            source, lambda text, mark: f"{text}\n\nفقرة جديدة رقمها {mark}.\n",
            f"/{document}/{_last_section(folder, document)}/",
        ),
        "a catalogue": Save(catalogue, _in_a_translation, f"/en/{document}/"),
        "a hand-written page": Save(
            folder / "docs/en/about.md", lambda text, mark: f"{text}\n\n{mark}\n", "/en/about/"
        ),
    }  # fmt: skip


def _in_a_translation(text: str, mark: str) -> str:
    """Behind the title of the document, in one line or several."""
    at = text.index('msgctxt "document/title"')
    end = re.compile(r'"\n\n').search(text, at)
    assert end is not None, "no entry ends here"
    return f"{text[: end.start()]} {mark}{text[end.start() :]}"


def _last_section(folder: Path, document: str) -> str:
    template = files.read_text(folder / f"translations/{document}.pot")
    return re.findall(r'msgctxt "([a-z0-9-]+)/', template)[-1]

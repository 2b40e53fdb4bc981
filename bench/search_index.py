"""What the index of search costs: made from the HTML of many pages, in this process.

The texts are made of 28,000 invented words by Zipf's law, with clitics and endings, because the few
hundred words of the other benchmarks would give a small index. What a browser loads of it and how
long it waits is measured by hand (``manual/site.md``).
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from bench.results import Result
from diglot.steps import search

WORDS = 28_000
PASSAGES = 12
_ARABIC = (
    "بتثجحخدذرزسشصضطظعغفقكلمنهوي",
    ("", "", "", "ال", "و", "وال", "ب", "لل"),
    ("", "", "ة", "ات", "ين"),
)
_LATIN = ("etaoinshrdlucmfwypvbgk", ("",), ("", "", "s", "ed", "ing"))


class Writer:
    """Somebody who never runs out of sentences in one language."""

    def __init__(self, letters: str, fronts: Sequence[str], ends: Sequence[str], seed: int) -> None:
        self._draw = random.Random(f"search {seed}")
        lengths = (2, 3, 3, 4, 4, 5, 6)
        self._words = [
            "".join(self._draw.choices(letters, k=self._draw.choice(lengths))) for _ in range(WORDS)
        ]
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(WORDS)))
        self._fronts, self._ends = fronts, ends

    def text(self, length: int) -> str:
        """So many words, and a number."""
        words = self._draw.choices(self._words, cum_weights=self._weights, k=length)
        formed = (
            self._draw.choice(self._fronts) + word + self._draw.choice(self._ends)
            if len(word) > 3
            else word
            for word in words
        )
        return f"{' '.join(formed)} {self._draw.randint(1, 99_999):,}."

    def page(self, number: int) -> str:
        """The HTML of a section, with marks as it has them."""
        mark = (
            '<small class="dg-mark" data-search-exclude><a class="dg-mark-state" href="#b">'
            '<span class="dg-mark-word">Draft, not reviewed by a person</span></a></small>'
        )
        blocks = [
            f'<p class="dg draft" id="b-{number:04x}{n:02x}"><span class="dg-s" data-s="1">'
            f'{self.text(18)}</span> <span class="dg-s" data-s="2">{self.text(16)}</span> '
            f"{mark}</p>"
            for n in range(PASSAGES)
        ]
        return "\n".join([f'<h1 class="dg" id="section-{number}">{self.text(5)}</h1>', *blocks])


def run(folder: Path, sizes: Sequence[int]) -> Iterator[Result]:
    """One row for each number of pages per language."""
    rows = [_row(folder / str(pages), pages) for pages in sizes]
    yield Result("search", "the index, from HTML to files; two languages", rows)


def _row(folder: Path, pages: int) -> dict[str, str | float | int | None]:
    writers = {"ar": Writer(*_ARABIC, seed=1), "en": Writer(*_LATIN, seed=2)}
    made: list[search.FoundPage] = []
    seconds = 0.0
    for number in range(pages):
        for language, writer in writers.items():
            html = writer.page(number)
            start = time.process_time()
            found = search.passages(html, language)
            seconds += time.process_time() - start
            path = f"{number}.md"
            made.append(search.FoundPage(path, language, path, found[0].text, "", found))
    start = time.process_time()
    sizes = {}
    for name, content in search.index_files(made):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        sizes[name] = len(content)
    pieces = [size for name, size in sizes.items() if name.endswith(".bin")]
    # Kilobytes on Linux, bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    words = sum(len(passage.own.split()) for page in made for passage in page.passages)
    return {
        "pages per language": str(pages),
        "words per page": round(words / len(made)),
        "passages cpu s": round(seconds, 2),
        "index cpu s": round(time.process_time() - start, 2),
        "peak memory MB": round(memory),
        "files": len(sizes),
        "index MB": round(sum(sizes.values()) / 1e6, 1),
        "mean piece KB": round(sum(pieces) / len(pieces) / 1e3, 1),
        "largest piece KB": round(max(pieces) / 1e3, 1),
    }

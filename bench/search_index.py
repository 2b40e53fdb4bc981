"""What the index of search costs: made from the HTML of many pages, in this process.

What a browser loads of it and how long it waits is measured by ``large_site``.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import zipf
from bench.results import Result
from diglot.steps import search


def run(folder: Path, sizes: Sequence[int]) -> Iterator[Result]:
    """One row for each number of pages per language."""
    rows = [_row(folder / str(pages), pages) for pages in sizes]
    yield Result("search", "the index, from HTML to files; two languages", rows)


def _row(folder: Path, pages: int) -> dict[str, str | float | int | None]:
    writers = {"ar": zipf.arabic(), "en": zipf.english()}
    made: list[search.FoundPage] = []
    seconds = 0.0
    for number in range(pages):
        for language, writer in writers.items():
            html = _page(writer, number)
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


def _page(writer: zipf.Writer, number: int) -> str:
    """The HTML of a section, with marks as it has them."""
    mark = (
        '<small class="dg-mark" data-search-exclude><a class="dg-mark-state" href="#b">'
        '<span class="dg-mark-word">Draft, not reviewed by a person</span></a></small>'
    )
    blocks = [
        f'<p class="dg draft" id="b-{number:04x}{n:02x}"><span class="dg-s" data-s="1">'
        f'{writer.text(18)}</span> <span class="dg-s" data-s="2">{writer.text(16)}</span> '
        f"{mark}</p>"
        for n in range(zipf.PASSAGES)
    ]
    return "\n".join([f'<h1 class="dg" id="section-{number}">{writer.text(5)}</h1>', *blocks])

"""Files to take away that have been made, kept by a digest of what they were made of.

In: what a file is made of, and how. Out: the file. Law: what comes from the shelf is what would be
made. The folder may be deleted at any time.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.utils import write_file

from diglot.cache import program, stamps
from diglot.steps import take_away


class Shelf:
    """Files that have been made, by what they were made of."""

    def __init__(self, folder: Path, styles: Path, *, is_complete: bool) -> None:
        """``styles``: a folder of files that all are made with; ``is_complete``: all are wanted."""
        self._folder, self._is_complete = folder, is_complete
        self._used: set[str] = set()
        texts = (path.read_text("utf-8") for path in sorted(styles.iterdir()))
        self._by = "\0".join((program.version(), *texts))

    def get(
        self, kind: str, parts: list[str], make: Callable[[], bytes], *, is_slow: bool
    ) -> bytes | None:
        """The file; None where it would have to be made, and takes too long for now."""
        by = [self._by, take_away.pdf.version()] if is_slow else [self._by]
        made_of = "\0".join((kind, *by, *parts)).encode("utf-8", "surrogatepass")
        name = stamps.digest(made_of)
        self._used.add(name)
        path = self._folder / name
        if path.is_file():
            return path.read_bytes()
        if is_slow and not self._is_complete:
            return None
        content = make()
        write_file(content, str(path.with_suffix(".new")))
        path.with_suffix(".new").replace(path)
        return content

    def clear(self) -> None:
        """Remove what no document is made of any more."""
        if self._is_complete and self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name not in self._used:
                    path.unlink(missing_ok=True)
            if not self._used:
                shutil.rmtree(self._folder, ignore_errors=True)

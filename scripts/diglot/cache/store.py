"""The file of the cache: a row for each source, in SQLite.

Whatever is wrong with it, nothing is known, and the work is done as if there were none. No row is
believed whose checksum does not fit: after a power failure a page of the file may be an older one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAME = "documents.sqlite"
_FORMAT = 1
_TABLE = """\
CREATE TABLE documents (
  source BLOB PRIMARY KEY, synced INTEGER, inputs BLOB, pages BLOB, summary TEXT, stamps TEXT,
  texts BLOB, checksum BLOB
)
"""
_NO_FAULT_OF_THE_FILE = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM,
})  # fmt: skip
"""Another process has it, or nothing can be written here."""
_ROWS_IN_A_COMMIT = 500


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of one source."""

    synced: bool
    """Whether ``sync`` would change nothing of its catalogues."""
    inputs: bytes
    """A digest of how its inputs look; empty where looks prove nothing."""
    pages: bytes
    """The same of its pages."""
    summary: str
    """JSON."""
    stamps: str
    """JSON: the stamps of inputs and pages."""
    texts: bytes
    """Marks of the texts in its catalogues."""

    def checksum(self, source: str) -> bytes:
        """What a row that was written as a whole has."""
        found = hashlib.blake2b(digest_size=8)
        texts = (str(self.synced), self.summary, self.stamps)
        for part in (os.fsencode(source), self.inputs, self.pages, self.texts, *texts):
            content = part if isinstance(part, bytes) else part.encode()
            found.update(b"%d " % len(content))
            found.update(content)
        return found.digest()


class Store:
    """The rows; nothing where there can be no file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = _usable(path)
        self._pending = 0

    def get(self, source: str) -> Row | None:
        """The row of a source; None where there is none that can be believed."""
        found = self._run(
            "SELECT synced, inputs, pages, summary, stamps, texts, checksum"
            " FROM documents WHERE source = ?",
            os.fsencode(source),
        )
        for synced, inputs, pages, summary, stamps, texts, checksum in found:
            row = Row(bool(synced), inputs, pages, summary, stamps, texts)
            with suppress(TypeError, AttributeError):  # other kinds of values than we write
                return row if row.checksum(source) == checksum else None
        return None

    def put(self, source: str, row: Row) -> None:
        """Keep a row; the one before is gone."""
        self._run(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            os.fsencode(source),
            row.synced,
            row.inputs,
            row.pages,
            row.summary,
            row.stamps,
            row.texts,
            row.checksum(source),
        )
        self._pending += 1
        if self._pending >= _ROWS_IN_A_COMMIT:
            self.commit()

    def keep(self, sources: Collection[str]) -> None:
        """Forget all other sources."""
        known = {source for (source,) in self._run("SELECT source FROM documents")}
        for source in known.difference(map(os.fsencode, sources)):
            self._run("DELETE FROM documents WHERE source = ?", source)

    def commit(self) -> None:
        """What was put is there the next time."""
        self._pending = 0
        if self._connection is not None:
            with self._careful():
                self._connection.commit()

    def close(self) -> None:
        """Let go of the file."""
        self.commit()
        if self._connection is not None:
            self._connection.close()

    def _run(self, words: str, *values: object) -> list[tuple[Any, ...]]:
        if self._connection is not None:
            with self._careful():
                return self._connection.execute(words, values).fetchall()
        return []

    @contextmanager
    def _careful(self) -> Iterator[None]:
        """Do without the file from its first error on."""
        try:
            yield
        except sqlite3.Error as error:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
            _remove_damaged(self._path, error)


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The store in this folder; one that cannot be used is made anew, or does without a file."""
    store = Store(folder / NAME)
    try:
        yield store
    finally:
        store.close()


def _usable(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            return _connected(path)
        except sqlite3.Error as error:
            if not _remove_damaged(path, error):
                return None
    return None


def _remove_damaged(path: Path, error: sqlite3.Error) -> bool:
    """Whether the file was to blame, and is gone now."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _NO_FAULT_OF_THE_FILE:
        return False
    with suppress(OSError):
        path.with_name(f"{NAME}-journal").unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        return True
    return False


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=1.0)
    try:
        # No waiting for the disk: what a power failure leaves behind is found out by checksums.
        connection.execute("PRAGMA synchronous = OFF")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != _FORMAT:
            connection.execute("DROP TABLE IF EXISTS documents")
            connection.execute(_TABLE)
            connection.execute(f"PRAGMA user_version = {_FORMAT}")
            connection.commit()
        connection.execute("SELECT source, checksum FROM documents LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection

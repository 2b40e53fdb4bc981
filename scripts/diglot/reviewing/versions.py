"""The way back: what segments have been in this sitting, by a name.

Kept in memory, and of what was saved also in the cache of the project: a page that stays open can
undo after the server was started anew. Without that file nothing is lost but the way back.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from diglot.model import statement
from diglot.model.catalogue import Segment
from diglot.model.statement import Comment

_Place = tuple[str, str]
"""Document and language."""
_Known = tuple[_Place, tuple[str, str], str]
_LONGEST = 24 * 3600
"""Seconds without a decision, after which a sitting is over."""
_LARGEST = 50_000_000
"""Bytes, of about 100,000 decisions."""


@dataclass(frozen=True, slots=True)
class Version:
    """What a person can change of a segment."""

    target: str
    comments: tuple[Comment, ...]
    fuzzy: bool

    def of(self, segment: Segment) -> Segment:
        """The segment as it was then."""
        return replace(segment, target=self.target, comments=self.comments, fuzzy=self.fuzzy)

    @property
    def name(self) -> str:
        """The same for the same text and statements."""
        parts = (self.target, statement.write(self.comments), str(self.fuzzy))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Versions:
    """Every version that was seen."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[_Known, Version] = {}
        self._is_read = False

    def keep(self, place: _Place, segments: Iterable[Segment]) -> None:
        """Remember these versions for as long as this server runs."""
        for segment in segments:
            version = _version(segment)
            self._known.setdefault((place, segment.identity, version.name), version)

    def keep_for_later(self, place: _Place, segments: Iterable[Segment]) -> None:
        """Remember them for the server after this one as well."""
        segments = list(segments)
        self.keep(place, segments)
        lines = [
            json.dumps([*place, *segment.identity, v.target, statement.write(v.comments), v.fuzzy])
            for segment in segments
            for v in [_version(segment)]
        ]
        with suppress(OSError):  # a full disk: then this cannot be undone after a restart
            self._path.parent.mkdir(exist_ok=True)
            with self._path.open("a", encoding="utf-8", newline="\n") as stream:
                # A line of its own, also behind half a line of a server that was killed.
                stream.write("".join(f"\n{line}\n" for line in lines))

    def get(self, place: _Place, identity: tuple[str, str], name: str) -> Version | None:
        """A version of a segment, or None."""
        if (place, identity, name) not in self._known and not self._is_read:
            self._is_read = True
            for known, version in _read(self._path):
                self._known.setdefault(known, version)
        return self._known.get((place, identity, name))

    def forget_old(self) -> None:
        """Begin anew where the last sitting is long over."""
        with suppress(OSError):
            found = self._path.stat()
            if time.time() - found.st_mtime > _LONGEST or found.st_size > _LARGEST:
                self._path.unlink()

    @staticmethod
    def name(segment: Segment) -> str:
        """The same for the same text and statements."""
        return _version(segment).name


def _version(segment: Segment) -> Version:
    return Version(segment.target, segment.comments, segment.fuzzy)


def _read(path: Path) -> Iterator[tuple[_Known, Version]]:
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return
    for line in text.splitlines():
        with suppress(ValueError, TypeError):
            document, language, key, source, target, comment, fuzzy = json.loads(line)
            version = Version(target, statement.parse(comment), fuzzy)
            yield ((document, language), (key, source), version.name), version

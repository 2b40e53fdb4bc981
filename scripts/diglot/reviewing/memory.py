"""What the project has translated before: the same sentence elsewhere, or one like it.

Likeness is for people to judge, so it is shown here and nowhere taken over. Catalogues are read
once, and again when their files change; of a large project in the background, a document's page
does not wait for it.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from diglot import files
from diglot.checks.arabic import fold, western_digits
from diglot.model import po_reader
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import State
from diglot.problems import UserError
from diglot.project import Project
from diglot.reviewing.writing import revision
from diglot.steps.sync.likeness import likeness

_AT_ONCE = 2_000_000
"""Bytes of catalogues that are read while somebody waits: about half a second."""
_NEAR = 0.6
"""Of unrelated sentences the likest are at 0.53 (``steps.sync.likeness``)."""
_COMPARED = 40
_SHOWN = 3
_WORD = re.compile(r"\w{2,}")
_USABLE = (State.REVIEWED, State.EDITED)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation that a person confirmed or wrote, and where it stands."""

    document: str
    key: str
    source: str
    target: str
    by: str = ""
    on: str = ""
    likeness: float = 1.0


@dataclass(slots=True)
class _Known:
    """What one language has."""

    by_file: dict[Path, tuple[str, list[Remembered]]] = field(default_factory=dict)
    by_word: dict[str, list[Remembered]] = field(default_factory=dict)
    by_source: dict[str, list[Remembered]] = field(default_factory=dict)


class Memory:
    """Asked for one sentence at a time."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[str, _Known] = {}
        self._reading = threading.Lock()

    def like(self, catalogue: Catalogue, segment: Segment) -> tuple[Remembered, ...]:
        """The same text, and those like it, the likest first; not the segment itself."""
        known = self._up_to_date(catalogue.language)
        exact = known.by_source.get(segment.source, [])
        near = [] if exact else _near(known, segment.source)
        found: dict[str, Remembered] = {}
        for each in [*exact, *near]:
            own = (each.document, each.key) == (catalogue.document, segment.key)
            if not (own and each.source == segment.source) and each.target != segment.target:
                found.setdefault(each.target, each)
        return tuple(found.values())[:_SHOWN]

    def _up_to_date(self, language: str) -> _Known:
        folder = self._project.translations / language
        now = {path: revision(path) for path in files.in_folder(folder) if path.suffix == ".po"}
        known = self._known.get(language) or self._known.setdefault(language, _Known())
        stale = {
            path: name for path, name in now.items() if known.by_file.get(path, ("",))[0] != name
        }
        if stale or known.by_file.keys() - now.keys():
            size = sum(path.stat().st_size for path in stale if path.exists())
            if size <= _AT_ONCE:
                self._read(language, now, stale)
            elif not self._reading.locked():
                work = (language, now, stale, True)
                threading.Thread(target=self._read, args=work, daemon=True).start()
        return self._known[language]

    def _read(
        self,
        language: str,
        now: dict[Path, str],
        stale: dict[Path, str],
        in_background: bool = False,
    ) -> None:
        with self._reading:
            before = self._known[language].by_file
            by_file = {path: held for path, held in before.items() if path in now}
            for path, name in stale.items():
                began = time.monotonic()
                by_file[path] = (name, list(_texts(path, language)))
                if in_background:
                    # As long at rest as at work: somebody is saving meanwhile.
                    time.sleep(time.monotonic() - began)
            self._known[language] = _indexed(by_file)


def _texts(path: Path, language: str) -> Iterator[Remembered]:
    try:
        text = files.read_text(path)
        found = po_reader.parse(text, path, document=path.stem, language=language)
    except UserError:
        return  # told of where its document is opened
    for segment in found.active:
        if segment.target and segment.state in _USABLE:
            said = next(iter(segment.holding("reviewed")), None)
            by, on = (said.get("by") or "", said.get("on") or "") if said else ("", "")
            yield Remembered(path.stem, segment.key, segment.source, segment.target, by, on)


def _indexed(by_file: dict[Path, tuple[str, list[Remembered]]]) -> _Known:
    by_word: dict[str, list[Remembered]] = defaultdict(list)
    by_source: dict[str, list[Remembered]] = defaultdict(list)
    for _, texts in by_file.values():
        for each in texts:
            by_source[each.source].append(each)
            for word in _words(each.source):
                by_word[word].append(each)
    return _Known(by_file, dict(by_word), dict(by_source))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(western_digits(text)).casefold()))


def _near(known: _Known, source: str) -> Iterator[Remembered]:
    """Compared are those that share the most of its rarer words."""
    shared: Counter[Remembered] = Counter()
    # What stands everywhere («في», «من») would bring everything.
    for word in sorted(_words(source), key=lambda word: len(known.by_word.get(word, ())))[:12]:
        shared.update(known.by_word.get(word, ())[:2000])
    compared = [
        Remembered(e.document, e.key, e.source, e.target, e.by, e.on, likeness(source, e.source))
        for e, _ in shared.most_common(_COMPARED)
    ]
    yield from (
        each for each in sorted(compared, key=lambda each: -each.likeness) if each.likeness >= _NEAR
    )

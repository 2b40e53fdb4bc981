"""The register of a project's documents: which of them are as they were when diglot last saw them.

In: a project. Out: its documents, each with a summary where nothing that its catalogues and pages
depend on has changed: source, settings, template, catalogues, glossary, the pages and what else
stands in their folders, languages and addresses, diglot itself.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from diglot import lock, source
from diglot.cache import looks, program, stamps, store, summary
from diglot.cache.entries import Digests, Found, Learnt
from diglot.cache.looks import Looks
from diglot.cache.stamps import Look, Stamp
from diglot.cache.store import Row, Store
from diglot.problems import Problem, UserError
from diglot.project import Project

_SETTLING = 0.3
"""Seconds after which a file that was written is old enough for its looks to prove something."""


class Register:
    """What is known; it learns while documents are done."""

    def __init__(self, project: Project, rows: Store, *, may_learn: bool) -> None:
        self._project, self._rows, self._may_learn = project, rows, may_learn
        self._context = _context(project)
        self._now = stamps.clock(project.root / lock.FOLDER) if may_learn else time.time_ns
        self._fresh: deque[tuple[float, Learnt]] = deque()

    def look(self, *, catalogues: bool, pages: bool) -> tuple[list[Found], list[Problem]]:
        """Every document that can be taken, in the order of ``seeds/``; why others cannot.

        ``catalogues``: one counts as unchanged only where its catalogues are up to date, too;
        ``pages``: only where its pages are.
        """
        found: list[Found] = []
        problems: list[Problem] = []
        for path in self._project.source_paths():
            try:
                found.append(self._found(path, catalogues=catalogues, pages=pages))
            except UserError as error:
                problems.extend(error.problems)
        clashes = list(self._project.clashes((each.path, each.id) for each in found))
        problems += (problem for _, problem in clashes)
        clashing = {name for name, _ in clashes}
        return [each for each in found if each.id not in clashing], problems

    def learn(self, learnt: Learnt) -> None:
        """Keep what was made of a document, if it is still so in a moment."""
        self._fresh.append((time.monotonic(), learnt))
        while self._fresh and time.monotonic() - self._fresh[0][0] > _SETTLING:
            self._write(self._fresh.popleft()[1])

    def forget_others(self, found: Sequence[Found]) -> None:
        """Keep nothing of sources that are gone."""
        self._rows.keep({self._name(each.path) for each in found})

    def close(self) -> None:
        """Keep the last of what was learnt."""
        while self._fresh:
            self._write(self._fresh.popleft()[1])

    def _found(self, path: Path, *, catalogues: bool, pages: bool) -> Found:
        name = self._name(path)
        row = self._rows.get(name)
        if row is not None and (row.synced or not catalogues):
            told = json.loads(row.summary)
            # Another diglot may have told other things.
            if told["context"] == self._context and self._is_unchanged(
                name, row, told["id"], pages=pages
            ):
                known = summary.from_json(told, self._project.root)
                return Found(path, known.id, None, known, row.texts)
        settings = source.read_settings(path)
        return Found(path, settings.id, settings)

    def _is_unchanged(self, name: str, row: Row, document: str, *, pages: bool) -> bool:
        inputs = looks.of_inputs(self._project, name, document)
        is_proven = row.inputs != b"" and row.inputs == self._digest(inputs)
        shown: Looks | None = None
        if pages:
            shown = looks.of_pages(self._project, document)
            is_proven &= row.pages != b"" and row.pages == self._digest(shown)
        return is_proven or self._is_same_content(name, row, inputs, shown)

    def _is_same_content(self, name: str, row: Row, inputs: Looks, pages: Looks | None) -> bool:
        known = json.loads(row.stamps)
        if known["context"] != self._context or (pages is not None and known["pages"] is None):
            return False
        now = self._confirmed(known["inputs"], inputs)
        if now is None:
            return False
        row, known["inputs"] = replace(row, inputs=self._proof(now)), now
        if pages is not None:
            now = self._confirmed(known["pages"], pages)
            if now is None:
                return False
            row, known["pages"] = replace(row, pages=self._proof(now)), now
        row = replace(row, stamps=json.dumps(known))
        if self._may_learn:
            self._rows.put(name, row)
        return True

    def _confirmed(self, known: Mapping[str, Any], now: Looks) -> dict[str, Any] | None:
        """The stamps as they are to be kept now; None where a content is another one."""
        if known.keys() != now.keys():
            return None
        confirmed: dict[str, Any] = {}
        for name, looked in now.items():
            stamp = known[name]
            if stamp is None or looked is None:
                if stamp is not None or looked is not None:
                    return None
            elif stamp[1] != list(looked):
                stamp = self._stamp(name)
                if stamp is None or stamp[0] != known[name][0]:
                    return None
            confirmed[name] = stamp
        return confirmed

    def _write(self, learnt: Learnt) -> None:
        """Keep a row, if the files hold what was read and written."""
        name, document = self._name(learnt.path), learnt.summary.id
        inputs = self._stamped(looks.of_inputs(self._project, name, document), learnt.inputs)
        pages = None
        if learnt.pages is not None:
            pages = self._stamped(looks.of_pages(self._project, document), learnt.pages)
        if inputs is None or (learnt.pages is not None and pages is None):
            return
        synced, before = learnt.synced, self._stamps_of_same(name, inputs)
        if before is not None:
            # What an earlier command has found out of the same texts is still true.
            synced |= before[0]
            pages = before[1] if pages is None else pages
        kept = {"context": self._context, "inputs": inputs, "pages": pages}
        row = Row(
            synced,
            self._proof(inputs),
            b"" if pages is None else self._proof(pages),
            json.dumps({"context": self._context} | learnt.summary.as_json(self._project.root)),
            json.dumps(kept),
            learnt.texts,
        )
        self._rows.put(name, row)

    def _stamps_of_same(self, name: str, inputs: Mapping[str, Any]) -> tuple[bool, Any] | None:
        """Whether the catalogues were synced, and the pages; None where the inputs were others."""
        row = self._rows.get(name)
        if row is None:
            return None
        known = json.loads(row.stamps)
        if known["context"] != self._context or _contents(known["inputs"]) != _contents(inputs):
            return None
        return row.synced, known["pages"]

    def _stamped(self, found: Looks, expected: Digests) -> dict[str, Any] | None:
        """The stamps; None where a file does not hold what is expected (somebody was faster)."""
        if expected.keys() != found.keys():
            return None
        stamped = {name: self._stamp(name) if looked else None for name, looked in found.items()}
        is_expected = ((stamp and stamp[0]) == expected[name] for name, stamp in stamped.items())
        return stamped if all(is_expected) else None

    def _stamp(self, name: str) -> list[Any] | None:
        """Digest and looks; no looks where they prove nothing yet."""
        now = self._now()
        stamp: Stamp | None = stamps.stamp(self._project.root / name)
        if stamp is None:
            return None
        content, looked = stamp
        return [content, None if stamps.is_young(looked, now) else list(looked)]

    def _proof(self, stamped: Mapping[str, Any]) -> bytes:
        """What the same files will look like; nothing where looks do not prove it."""
        expected: dict[str, Look | None] = {}
        for name, stamp in stamped.items():
            if stamp is not None and stamp[1] is None:
                return b""
            expected[name] = stamp and tuple(stamp[1])
        return self._digest(expected)

    def _digest(self, found: Looks) -> bytes:
        told = repr((self._context, sorted(found.items())))
        return hashlib.blake2b(told.encode("utf-8", "surrogateescape"), digest_size=16).digest()

    def _name(self, path: Path) -> str:
        return f"seeds/{path.name}"


@contextmanager
def opened(project: Project, *, may_learn: bool = True) -> Iterator[Register]:
    """The register of a project; ``may_learn`` only for those who hold its lock."""
    with store.opened(project.root / lock.FOLDER) as rows:
        register = Register(project, rows, may_learn=may_learn)
        yield register
        if may_learn:
            register.close()


def _context(project: Project) -> str:
    languages = [(language.code, language.name) for language in project.languages]
    told = repr(
        (
            program.version(),
            languages,
            project.directory_urls,
            project.publication,
            project.site_url,
        )
    )
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def _contents(stamped: Mapping[str, Any]) -> dict[str, str | None]:
    return {name: stamp and stamp[0] for name, stamp in stamped.items()}

"""The desk of one server: which documents there are, and the one place that writes.

Several reviewers at once, from several threads: one lock orders what they save, the project's lock
keeps other diglots out for the moment of writing.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from diglot import editions, files, lock, source
from diglot.checking import context_of
from diglot.checks import Context, Finding, Pair, check
from diglot.editions import Edition
from diglot.model import po_reader
from diglot.model.catalogue import Catalogue, Segment
from diglot.project import Project
from diglot.reviewing.asking import Asked
from diglot.reviewing.deciding import decided, findings_of
from diglot.reviewing.memory import Memory
from diglot.reviewing.opened import Opened
from diglot.reviewing.sitting import Sitting
from diglot.reviewing.versions import Versions
from diglot.reviewing.writing import Change, Outcome, ask_about, revision, save
from diglot.steps.check import check as check_catalogue
from diglot.steps.render import Page, render_translation
from diglot.steps.review import rewritten

_LONGEST_WAIT = 20.0
"""Seconds, for another diglot that writes; a person waits before the page."""


Found = dict[tuple[str, str], list[Finding]]
"""What is found in the segments of a catalogue, by identity."""


class Desk:
    """Everything that the page asks for."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.touched: set[Path] = set()
        """The catalogues that were saved in this sitting."""
        self.memory = Memory(project)
        self._versions = Versions(project.root / lock.FOLDER / "undo.jsonl")
        self._versions.forget_old()
        self._catalogues: dict[Path, tuple[str, Catalogue]] = {}
        self._found: dict[tuple[str, str], tuple[Context, Catalogue, Found]] = {}
        self._sitting = Sitting()
        self._saving = threading.Lock()
        self._sources: dict[str, Path] = {}
        self._contexts: dict[str, tuple[str, Context]] = {}
        self._editions: dict[str, tuple[tuple[str, ...], Edition]] = {}

    def documents(self) -> list[str]:
        """The documents of the project, in the order of their sources' names."""
        self._sources = {
            source.read_settings(path).id: path for path in self.project.source_paths()
        }
        return list(self._sources)

    @property
    def has_one(self) -> bool:
        """Whether there is but one document in one language, as far as was asked."""
        return len(self._sources) * len(self.languages()) <= 1

    def languages(self) -> list[str]:
        """Into which languages the project is translated."""
        return [each.code for each in self.project.target_languages]

    def has(self, document: str, language: str) -> bool:
        """Whether there is such a document; never asks the disk for a name from outside."""
        if document not in self._sources:
            self.documents()
        return document in self._sources and language in self.languages()

    def _source(self, document: str) -> Path:
        if document not in self._sources:
            self.documents()
        return self._sources[document]

    def open(self, document: str, language: str) -> Opened:
        """The document and its catalogue, which is brought up to date with the source before."""
        edition = self._up_to_date(document)
        return Opened(
            edition.document,
            self.read(document, language),
            revision(self.path(document, language)),
            self.source_revision(document),
        )

    def _up_to_date(self, document: str) -> Edition:
        """The document, its catalogues brought up to date unless nothing has changed since."""
        known, now = self._editions.get(document), self._revisions(document)
        if known is None or known[0] != now:
            with self._alone():
                found = editions.read(self.project, source.read(self._source(document)))
                found = editions.write(self.project, found)
                # The source as it was before it was read; the catalogues as they are now.
                now = (now[0], *self._revisions(document)[1:])
            known = self._editions[document] = (now, found)
        return known[1]

    def _revisions(self, document: str) -> tuple[str, ...]:
        """Of all that a document is made of."""
        paths = [self.path(document, code) for code in self.languages()]
        template = self.project.template_path(document)
        return (self.source_revision(document), *map(revision, [template, *paths]))

    def page(self, document: str, language: str, section: str) -> Page:
        """The page of a section as ``render`` makes it of the catalogue as it is now.

        The overview, where there is no such section.
        """
        known = self._editions.get(document)
        is_known = known is not None and known[0][0] == self.source_revision(document)
        edition = known[1] if known and is_known else self._up_to_date(document)
        return render_translation(
            edition.document,
            self.read(document, language),
            section,
            edition.source.settings,
            self.project.languages,
            # What is held back from readers is what there is to review.
            publication=replace(self.project.publication, publish="all"),
            site_url=self.project.site_url,
            glossary=self.context(language).glossary,
        )

    def read(self, document: str, language: str) -> Catalogue:
        """The catalogue as the file has it now."""
        path = self.path(document, language)
        now, known = revision(path), self._catalogues.get(path)
        if known is None or known[0] != now:
            text = files.read_text(path)
            found = po_reader.parse(text, path, document=document, language=language)
            self._versions.keep((document, language), found.active)
            known = self._catalogues[path] = (now, found)
        return known[1]

    def ask_about_set_back(self, document: str, language: str) -> None:
        """After somebody else has saved: what they set back without having seen it, conflicts."""
        with self._alone():
            ask_about((self.path(document, language), document, language), self._sitting)

    def path(self, document: str, language: str) -> Path:
        """Where the catalogue is."""
        return self.project.catalogue_path(document, language)

    def revision(self, document: str, language: str) -> str:
        """Changes with every save of the catalogue."""
        return revision(self.path(document, language))

    def source_revision(self, document: str) -> str:
        """Changes with the source and with its settings."""
        path = self._source(document)
        return f"{revision(path)}+{revision(path.with_suffix('.toml'))}"

    def context(self, language: str) -> Context:
        """What checks may know; the glossary is read again when its file changes."""
        now = revision(self.project.glossary_path)
        known = self._contexts.get(language)
        if known is None or known[0] != now:
            known = self._contexts[language] = (now, context_of(self.project, language))
        return known[1]

    def decide(self, document: str, language: str, asked: Asked) -> Outcome:
        """Carry out a decision; it is on the disk when this returns «saved»."""
        today = datetime.now().astimezone().date()
        change = decided(asked, today, self.context(language))
        return self._save(document, language, (asked.key, asked.source), change)

    def restore(
        self, document: str, language: str, identity: tuple[str, str], seen: str, version: str
    ) -> Outcome:
        """The segment as it was in an earlier version, if it still is as it was ``seen``."""
        before = self._versions.get((document, language), identity, version)

        def change(catalogue: Catalogue, segment: Segment) -> Segment | Outcome:
            if before is None:
                return Outcome("forgotten", segment)
            if self._versions.name(segment) != seen:
                return Outcome("changed", segment)
            return before.of(segment)

        return self._save(document, language, identity, change)

    def version(self, segment: Segment) -> str:
        """A name for just this text with all that is said of it."""
        return self._versions.name(segment)

    def findings(self, catalogue: Catalogue) -> Found:
        """What is found in the whole catalogue, by identity; dismissed findings left out."""
        place, context = (catalogue.document, catalogue.language), self.context(catalogue.language)
        known = self._found.get(place)
        if known is not None and known[0] is context and known[1] == catalogue:
            return known[2]
        found: Found = {}
        for each in check_catalogue(catalogue, context).found:
            found.setdefault(each.segment.identity, []).append(each.finding)
        self._found[place] = (context, catalogue, found)
        return found

    def findings_in(
        self, catalogue: Catalogue, identities: Iterable[tuple[str, str]], text: str | None = None
    ) -> list[tuple[Segment, tuple[Finding, ...]]]:
        """What is found in some segments; with ``text`` as if that were their translation."""
        context = self.context(catalogue.language)
        segments = [s for identity in identities if (s := catalogue.get(*identity))]
        if text is not None:
            segments = [rewritten(segment, text) for segment in segments]
        return [
            (s, findings_of(catalogue, s, context) if s.target else _of_nothing(s, context))
            for s in segments
        ]

    def _save(
        self, document: str, language: str, identity: tuple[str, str], change: Change
    ) -> Outcome:
        path = self.path(document, language)
        with self._alone():
            outcome = save((path, document, language), identity, change, self._sitting)
        kept = [each for each in (outcome.before, outcome.now) if each is not None]
        if outcome.kind == "saved":
            self.touched.add(path)
            self._versions.keep_for_later((document, language), kept)
        else:
            self._versions.keep((document, language), kept)
        return outcome

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._saving, lock.alone(self.project.root, longest=_LONGEST_WAIT):
            yield


def _of_nothing(segment: Segment, context: Context) -> tuple[Finding, ...]:
    return check(Pair(segment.source, "", context))

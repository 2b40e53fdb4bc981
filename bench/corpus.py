"""Generated projects: sources, filled catalogues, hand-written pages, and a ``mkdocs.yml``.

In: how many pages each language shall have, and a folder of real texts, if there is one. Out: a
project in a folder, the same for the same numbers.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import yaml

from bench import texts
from diglot import editions, files, project
from diglot.model.catalogue import Segment
from diglot.model.statement import Comment, state_that
from diglot.project import Project
from diglot.source import SUFFIXES

ROOT = Path(__file__).parent.parent
MOST_SECTIONS = 29
"""In one document; together with the overview, the average document has 20 pages."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A generated project, and its size."""

    project: Project
    documents: int
    pages: int
    """In each language, with the overviews and without the hand-written pages."""
    segments: int
    source_bytes: int


class Voice(Protocol):
    """What the texts of a project are made by."""

    def document(self, seed: int, sections: int) -> str:
        """A source of so many sections."""

    def english(self, source: str) -> str:
        """A text in place of the translation."""


def make(folder: Path, pages: int, data: Path | None = None, voice: Voice = texts) -> Corpus:
    """Write a project of about this many pages per language; nothing of it is rendered yet."""
    _write_sources(folder, pages, data, voice)
    return _with_catalogues(folder, voice)


def make_documents(folder: Path, documents: int, sections: int) -> Corpus:
    """Write a project of so many documents of so many sections; nothing of it is rendered yet."""
    for number in range(1, documents + 1):
        path = folder / f"seeds/document-{number:05}.txt"
        files.write_if_changed(path, texts.document(number, sections))
    return _with_catalogues(folder, texts)


def _with_catalogues(folder: Path, voice: Voice) -> Corpus:
    for language in ("ar", "en"):
        for name in ("index", "about"):
            files.write_if_changed(folder / f"docs/{language}/{name}.md", f"# {name} {language}\n")
    write_config(folder, own_config())
    found = project.load(folder)
    pages = segments = 0
    sources = found.sources()
    for source in sources:
        edition = editions.read(found, source)
        filled = {
            language: catalogue.with_segments(
                tuple(_filled(segment, voice) for segment in catalogue.segments)
            )
            for language, catalogue in edition.catalogues.items()
        }
        editions.write(found, replace(edition, catalogues=filled))
        pages += len(edition.document.sections) + 1
        segments += len(edition.template.segments)
    return Corpus(
        found,
        documents=len(sources),
        pages=pages,
        segments=segments,
        source_bytes=sum(path.stat().st_size for path in found.source_paths()),
    )


def own_config() -> dict[str, Any]:
    """The ``mkdocs.yml`` of this repository: what is measured is what people get.

    But for what is taken away (PDF, EPUB, text): nothing that is compared makes such files.
    """
    config: dict[str, Any] = yaml.safe_load(files.read_text(ROOT / project.CONFIG))
    config["plugins"] = [
        {"diglot": {"take_away": []}} if "diglot" in plugin else plugin
        for plugin in config["plugins"]
    ]
    return config


def write_config(folder: Path, config: Mapping[str, Any]) -> None:
    """Write a ``mkdocs.yml``."""
    text = yaml.safe_dump(dict(config), allow_unicode=True, sort_keys=False)
    files.write_if_changed(folder / project.CONFIG, text)


def _write_sources(folder: Path, pages: int, data: Path | None, voice: Voice) -> None:
    for number, sections in enumerate(_sizes(pages), start=1):
        path = folder / f"seeds/document-{number:04}.txt"
        files.write_if_changed(path, voice.document(number, sections))
    real = sorted(p for p in data.rglob("*") if p.suffix in SUFFIXES) if data else []
    for number, path in enumerate(real, start=1):
        # By number: a name in Arabic letters gives no id.
        shutil.copyfile(path, folder / f"seeds/text-{number:04}{path.suffix}")


def _sizes(pages: int) -> Iterator[int]:
    """Sections of each document, nine to 29, so that the pages come to the number wanted."""
    draw = random.Random(f"sizes {pages}")
    while pages > 0:
        sections = min(draw.randint(9, MOST_SECTIONS), max(1, pages - 1))
        yield sections
        pages -= sections + 1


def _filled(segment: Segment, voice: Voice) -> Segment:
    """Three of four are drafts; the others in the states that people bring them to."""
    draw = random.Random(f"filled {segment.key} {segment.source}")
    kind = draw.random()
    if kind < 0.02:
        return segment
    target = voice.english(segment.source)
    comments: tuple[Comment, ...] = (
        state_that("draft", segment.source, target, engine="bench", model="bench-ar_en@1.0"),
    )
    if kind < 0.75:
        return replace(segment, target=target, comments=comments, fuzzy=True)
    if kind < 0.80:
        return replace(segment, target=f"{target} Edited.", comments=comments)
    verdict = "stale" if kind < 0.85 else "reviewed"
    said = state_that(verdict, segment.source, target, by="A. Reviewer", on="2026-11-24")
    comments = (*comments, said)
    return replace(segment, target=target, comments=comments, fuzzy=verdict == "stale")

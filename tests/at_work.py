"""A project at which sync, render and mark each have much to write, and a process that does it.

``python -m tests.at_work VERB FOLDER`` says when it begins and before each file that it writes, so
that a test can kill it in between.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
import pytest

from diglot import editions, files, pipeline, project
from diglot.marking import Named
from diglot.model import po_writer
from diglot.model.catalogue import Segment
from diglot.model.statement import state_that
from diglot.project import Project
from diglot.steps.mark import Reviewed
from tests import demo_site

SECONDS = 0.004
"""Of a write, at least, as on a slow disk: time enough to be killed."""
DOCUMENTS, SECTIONS, PARAGRAPHS = 5, 3, 10

VERBS: dict[str, Callable[[Project], object]] = {
    "sync": pipeline.sync,
    "render": pipeline.render,
    "mark": lambda found: pipeline.mark(
        found, Reviewed("A. Reviewer", date(2026, 11, 25)), Named(everything=True)
    ),
}

Tree = dict[str, bytes]
"""Every file that is not diglot's cache, by path."""


def make(root: Path, verb: str) -> Path:
    """The project as it is before the verb: every file that it writes will be longer."""
    with at_once():
        return _made(root, verb)


@contextmanager
def at_once() -> Iterator[None]:
    """Nothing waits for the disk; for what a test prepares, not for what it looks at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        yield


def tree(root: Path) -> Tree:
    """What is on the disk now."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".diglot" not in path.parts
    }


def settled(found: Tree) -> Tree:
    """Without what a killed process left: temporary files, which git ignores."""
    return {path: content for path, content in found.items() if not _is_temporary(path)}


def torn(found: Tree, before: Tree, after: Tree) -> list[str]:
    """The files that are neither the old nor the new ones."""
    paths = sorted({*settled(found), *before, *after})
    return [p for p in paths if found.get(p) not in {before.get(p), after.get(p)}]


def _made(root: Path, verb: str) -> Path:
    demo_site.make(root)
    found = project.load(root)
    _write_sources(found, "")
    _fill(found, "A short draft")
    pipeline.render(found)
    if verb == "sync":
        _write_sources(found, "وقد أضيفت هذه الجملة الطويلة فيما بعد إلى كل فقرة من الوثيقة. ")
    if verb == "render":
        _fill(found, "A draft that is a good deal longer than the one that stood here before it")
    return root


def _is_temporary(path: str) -> bool:
    name = Path(path).name
    return name.startswith(".") and name.endswith(files.TEMPORARY)


def _write_sources(found: Project, addition: str) -> None:
    for document in range(DOCUMENTS):
        parts = []
        for section in range(SECTIONS):
            parts.append(f"## القسم رقم {section} من الوثيقة رقم {document}")
            parts += [
                f"{addition}هذه هي الفقرة رقم {number} من القسم رقم {section}. وهذه جملتها الثانية."
                for number in range(PARAGRAPHS + document)
            ]
        (found.seeds / f"paper-{document}.txt").write_text("\n\n".join(parts), encoding="utf-8")


def _fill(found: Project, text: str) -> None:
    pipeline.sync(found)
    for edition in editions.load(found):
        catalogue = edition.catalogues["en"]
        drafted = (_drafted(s, f"{text}: {n}.") for n, s in enumerate(catalogue.segments))
        path = found.catalogue_path(edition.id, "en")
        files.write_if_changed(path, po_writer.serialise(catalogue.with_segments(tuple(drafted))))


def _drafted(segment: Segment, target: str) -> Segment:
    said = state_that("draft", segment.source, target, engine="argos")
    return replace(segment, target=target, comments=(said,), fuzzy=True)


if __name__ == "__main__":
    to_the_disk = os.fsync

    def told(handle: int) -> None:
        click.echo("writes")
        time.sleep(SECONDS)
        to_the_disk(handle)

    os.fsync = told
    work, found = VERBS[sys.argv[1]], project.load(Path(sys.argv[2]))
    click.echo("begins")
    work(found)

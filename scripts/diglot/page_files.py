"""The pages on the disk: written, removed when they are gone, never over a person's words.

Beside the pages of a document stands a ``.gitignore`` that names just these pages, and itself: what
people write there, or in any other folder, git sees.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from diglot import files
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.steps.render import Page, is_generated, is_untouched

_IGNORED = ".gitignore"
_HEAD = (
    "# Written by diglot: the pages that it makes here. What others write here is not ignored.\n"
)


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the pages of a document."""

    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    standing: Mapping[Path, str] = field(default_factory=dict)
    """All pages in its folders now, those of people too, and the ``.gitignore`` files."""


def write(
    project: Project, document: str, pages: Sequence[Page], *, adopts: bool = True
) -> Written:
    """Bring the pages of a document up to date.

    UserError, and nothing of it is touched, where one was edited by hand or a link leads elsewhere.
    ``adopts``: whether what was typed there has a place in a catalogue.
    """
    wanted = {project.docs / page.path: page.text for page in pages}
    assert len(wanted) == len(pages), "two pages with one path: a text would be left out"
    ignored = _ignore_files(wanted)
    changed = tuple(path for path, text in wanted.items() if not files.holds(path, text))
    folders = [project.pages_folder(document, each.code) for each in project.languages]
    others = {path: files.read_text(path) for path in _pages_in(folders) if path not in wanted}
    old = tuple(path for path, text in others.items() if is_generated(text))
    _refuse_links(project.docs, [*ignored, *changed, *old])
    _refuse_edited([*changed, *old], adopts=adopts)
    for path, text in ignored.items():
        found = files.read_text_if_there(path)
        ignored[path] = found if found is not None and not _is_ours(found) else text
        files.write_if_changed(path, ignored[path])
    for path in changed:
        files.write_if_changed(path, wanted[path])
    for path in old:
        files.remove(path)
    stay = {path: text for path, text in others.items() if path not in old}
    return Written(changed, old, {**wanted, **ignored, **stay})


def remove_others(project: Project, documents: Collection[str]) -> tuple[Path, ...]:
    """Remove the pages of documents that are gone: of all but these.

    UserError, and nothing is touched, where one was edited by hand or a link leads elsewhere.
    """
    folders = list(_other_folders(project, documents))
    old = tuple(p for p in _pages_in(folders) if is_generated(files.read_text(p)))
    _refuse_links(project.docs, old)
    _refuse_edited(old)
    for path in old:
        files.remove(path)
    remove_ignore_files(folders)
    return old


def remove_ignore_files(folders: Iterable[Path]) -> None:
    """Remove what stands beside pages that are gone, and the folders in which nothing is left."""
    for folder in folders:
        ignored = folder / _IGNORED
        if not folder.is_symlink() and _is_ours(files.read_text_if_there(ignored) or ""):
            files.remove(ignored)
            files.remove_folder_if_empty(folder)


def _ignore_files(wanted: Collection[Path]) -> dict[Path, str]:
    folders = groupby(sorted(wanted), key=lambda path: path.parent)
    return {
        folder / _IGNORED: "".join([_HEAD, f"/{_IGNORED}\n", *(f"/{p.name}\n" for p in paths)])
        for folder, paths in folders
    }


def _is_ours(ignored: str) -> bool:
    return ignored.startswith(_HEAD)


def _pages_in(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in files.in_folder(folder):
            if path.suffix == ".md" and not path.name.startswith("."):
                yield path


def _other_folders(project: Project, documents: Collection[str]) -> Iterator[Path]:
    for language in project.languages:
        for folder in files.in_folder(project.docs / language.code):
            if folder.name not in documents and files.is_folder(folder):
                yield folder


def _refuse_links(docs: Path, paths: Iterable[Path]) -> None:
    """The folder of the pages may be a link itself; below it, a link would lead out of it."""
    real = Path(os.path.realpath(docs))
    problems = [
        Problem(
            "a symbolic link stands on the way to this file, and diglot makes pages only in the "
            "folder of the pages itself",
            path,
            todo="remove the link; diglot makes folder and pages by itself",
        )
        for path in paths
        if Path(os.path.realpath(path)) != real / path.relative_to(docs)
    ]
    if problems:
        raise UserError.of(problems)


def _refuse_edited(paths: Iterable[Path], *, adopts: bool = True) -> None:
    problems = [
        Problem(
            "this page was edited by hand, and diglot would write over it",
            path,
            todo=f"bring your words into the catalogue: diglot render --adopt {_as_word(path)}; "
            "or move the page away"
            if adopts
            else "move the page away; diglot makes it of all documents, and takes no words from it",
        )
        for path in paths
        if files.exists(path) and not is_untouched(files.read_text(path))
    ]
    if problems:
        raise UserError.of(problems)


def _as_word(path: Path) -> str:
    """The path as one types it in the shell, from where one stands."""
    return shlex.quote(os.path.relpath(path))

"""The pages on the disk: written, removed when they are gone, never over a person's words.

Beside the pages of a document stands a ``.gitignore`` that names just these pages, and itself: what
people write there, or in any other folder, git sees.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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


def write(project: Project, pages: Sequence[Page]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Bring the pages of all documents up to date: those that were written, and those removed.

    UserError, and nothing is touched, where one was edited by hand or a link leads elsewhere.
    """
    wanted = {project.docs / page.path: page.text for page in pages}
    assert len(wanted) == len(pages), "two pages with one path: a text would be left out"
    ignored = _ignore_files(wanted)
    changed = tuple(path for path, text in wanted.items() if not files.holds(path, text))
    old = tuple(_left_over(project, wanted))
    _refuse_links(project.docs, [*ignored, *changed, *old])
    _refuse_edited([*changed, *old])
    for path, text in ignored.items():
        if _is_ours(path):
            files.write_if_changed(path, text)
    for path in changed:
        files.write_if_changed(path, wanted[path])
    for path in old:
        files.remove(path)
    _remove_empty(project, ignored)
    return changed, old


def _ignore_files(wanted: Collection[Path]) -> dict[Path, str]:
    folders = groupby(sorted(wanted), key=lambda path: path.parent)
    return {
        folder / _IGNORED: "".join([_HEAD, f"/{_IGNORED}\n", *(f"/{p.name}\n" for p in paths)])
        for folder, paths in folders
    }


def _is_ours(path: Path) -> bool:
    text = files.read_text_if_there(path)
    return text is None or text.startswith(_HEAD)


def _left_over(project: Project, wanted: Collection[Path]) -> Iterator[Path]:
    """Pages of documents and sections that are gone, written by an earlier render."""
    for folder in _folders(project):
        for path in files.in_folder(folder):
            is_page = path.suffix == ".md" and not path.name.startswith(".")
            if is_page and path not in wanted and is_generated(files.read_text(path)):
                yield path


def _folders(project: Project) -> Iterator[Path]:
    for language in project.languages:
        for folder in files.in_folder(project.docs / language.code):
            if files.is_folder(folder):
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


def _refuse_edited(paths: Iterable[Path]) -> None:
    problems = [
        Problem(
            "this page was edited by hand, and diglot would write over it",
            path,
            todo=f"bring your words into the catalogue: diglot render --adopt {_as_word(path)}; "
            "or move the page away",
        )
        for path in paths
        if files.exists(path) and not is_untouched(files.read_text(path))
    ]
    if problems:
        raise UserError.of(problems)


def _remove_empty(project: Project, ignored: Mapping[Path, str]) -> None:
    """Folders of documents that are gone, unless somebody has put something in them."""
    for folder in _folders(project):
        path = folder / _IGNORED
        if path in ignored or folder.is_symlink() or not files.exists(path):
            continue
        if files.read_text(path).startswith(_HEAD):
            files.remove(path)
            files.remove_folder_if_empty(folder)


def _as_word(path: Path) -> str:
    """The path as one types it in the shell, from where one stands."""
    return shlex.quote(os.path.relpath(path))

"""Package folders changed in single steps: whoever looks sees the old or the new, never half."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from diglot.problems import UserError

_PREFIX = ".diglot-package-"


@contextmanager
def staging(packages: Path) -> Iterator[Path]:
    """A folder on the same disk as the packages, so that a move is one step; gone afterwards.

    Beside the package folder, not in it: Argos takes every folder in there for a package. Where it
    must be in there (a disk of its own), it looks like a package that does not translate.
    """
    inside = not _may_be_beside(packages)
    parent = packages if inside else packages.parent
    _clear_leftovers(parent)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
    except OSError as error:
        raise no_rights(parent, error) from error
    try:
        if inside:
            (folder / "metadata.json").write_text('{"type": "staging"}', encoding="utf-8")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def move(path: Path, to: Path) -> None:
    """One step on one disk; UserError where the rights do not allow it."""
    try:
        path.rename(to)
    except OSError as error:
        raise no_rights(path, error) from error


def no_rights(path: Path, error: OSError) -> UserError:
    """What to say of a folder that cannot be read or written."""
    return UserError(
        f"cannot be used for packages ({error.strerror or type(error).__name__})",
        path=path,
        todo="see to the rights of this folder, or set ARGOS_PACKAGES_DIR to another",
    )


def _may_be_beside(packages: Path) -> bool:
    parent = packages.parent
    return os.access(parent, os.W_OK | os.X_OK) and parent.stat().st_dev == packages.stat().st_dev


def _clear_leftovers(parent: Path) -> None:
    """What a killed installation left; a day old, so that none is running any more."""
    for leftover in parent.glob(f"{_PREFIX}*"):
        if leftover.stat().st_mtime < time.time() - 24 * 3600:
            shutil.rmtree(leftover, ignore_errors=True)

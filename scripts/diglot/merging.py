"""Catalogues that git merges: three files become one, or else git's usual text with its markers.

In: what git hands to a merge driver. Out: the merged catalogue in our file. Whatever goes wrong,
our file never looks merged when it is not.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from datetime import datetime
from pathlib import Path, PurePosixPath

from diglot import files
from diglot.encoding import decoded
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.problems import Problem, UserError
from diglot.steps.merge import Merged, merge
from diglot.steps.sync.carry import changed

ATTRIBUTES = ("translations/**/*.po merge=diglot", "translations/**/*.pot merge=diglot")
"""The lines of ``.gitattributes`` that hand catalogues to the driver."""

_LABELS = ("ours", "base", "theirs")
_BY_HAND = (
    "decide in a text editor which whole entries stand, remove git's marker lines, run diglot sync"
)


def merge_files(base: Path, ours: Path, theirs: Path, name: PurePosixPath) -> tuple[Problem, ...]:
    """Merge three versions into the file of ours; what somebody has to look at, with its line.

    ``name`` is the path in the repository. UserError, and git's own merge in the file, where one of
    the three is no catalogue.
    """
    is_merged = False
    try:
        merged = _merged(base, ours, theirs, name)
        text = po_writer.serialise(merged.catalogue)
        written = _parsed(text, name)
        assert written.segments == merged.catalogue.segments, (
            "the file would not be what was merged"
        )
        files.write_if_changed(ours, text)
        is_merged = True
    finally:
        if not is_merged:
            _leave_to_git(base, ours, theirs)
    return _told(merged, written, Path(name))


def install(folder: Path) -> tuple[str, ...]:
    """Tell git in this checkout to merge catalogues with diglot; what is left to do by hand."""
    python = shlex.quote(Path(sys.executable).as_posix()).replace("%", "%%")
    settings = {
        "merge.diglot.name": "diglot: catalogues, entry by entry",
        "merge.diglot.driver": f"{python} -m diglot merge-driver %O %A %B %P",
    }
    for key, value in settings.items():
        _git(folder, "config", "--local", key, value)
    files_of_ours = ("translations/en/paper.po", "translations/paper.pot")
    told = _git(folder, "check-attr", "merge", *files_of_ours)
    lines = zip(told.splitlines(), ATTRIBUTES, strict=True)
    return tuple(line for answer, line in lines if not answer.endswith(": diglot"))


def _merged(base: Path, ours: Path, theirs: Path, name: PurePosixPath) -> Merged:
    versions = []
    for label, path in zip(_LABELS, (ours, base, theirs), strict=True):
        try:
            versions.append(_version(path, name, may_be_missing=path == base))
        except UserError as error:
            raise UserError.of(
                [
                    Problem(f"{each.what} (version «{label}»)", each.path, each.line, _BY_HAND)
                    for each in error.problems
                ]
            ) from error
    ours_parsed, base_parsed, theirs_parsed = versions
    today = datetime.now().astimezone().date()
    return merge(base_parsed, ours_parsed, theirs_parsed, carry=changed, today=today)


def _version(path: Path, name: PurePosixPath, *, may_be_missing: bool) -> Catalogue:
    text = decoded(files.read_bytes(path), Path(name))
    if may_be_missing and not text:  # both branches have added the file
        return Catalogue(name.stem, _language(name))
    return _parsed(text, name)


def _parsed(text: str, name: PurePosixPath) -> Catalogue:
    return po_reader.parse(text, Path(name), document=name.stem, language=_language(name))


def _language(name: PurePosixPath) -> str:
    return "" if name.suffix == ".pot" else name.parent.name


def _leave_to_git(base: Path, ours: Path, theirs: Path) -> None:
    """What git does without a driver; of files that are no text it leaves ours as it is."""
    labels = [word for label in _LABELS for word in ("-L", label)]
    paths = [str(path) for path in (ours, base, theirs)]
    subprocess.run(["git", "merge-file", "--quiet", *labels, *paths], check=False)


def _told(merged: Merged, written: Catalogue, path: Path) -> tuple[Problem, ...]:
    lines = {segment.identity: segment.line for segment in written.segments}
    says = {
        "conflict": (
            "two texts met in this entry; the other one stands in its «# diglot: conflict»",
            "write into msgstr what is right, or delete the conflict line if it is right already",
        ),
        "stale": (
            "the source of this text was changed on the other branch; the text is stale now",
            "review it again",
        ),
    }
    return tuple(
        Problem(says[d.what][0], path, lines[d.key, d.source], says[d.what][1])
        for d in merged.decisions
    )


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise UserError("git is not installed", todo="install git, or merge by hand") from error
    if done.returncode:
        said = done.stderr.strip().removeprefix("fatal: ")
        raise UserError(f"git says: {said}", path=folder, todo="go into a checkout of the project")
    return done.stdout

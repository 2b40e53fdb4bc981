"""What git knows: who works here, and what files were in an earlier commit.

Through the ``git`` command, which reads nobody else's configuration but the user's own.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from diglot.problems import UserError


def user_name(root: Path) -> str:
    """The name that git writes into commits here; empty where it has none, or is not there."""
    try:
        done = _run(root, "config", "user.name")
    except FileNotFoundError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""


def fork_point(root: Path, revision: str) -> str:
    """The commit at which the present one parted from a revision: what a pull request began with.

    The revision itself where it is an ancestor. UserError where there is no git, no checkout, no
    such revision, or no common past.
    """
    _require_checkout(root)
    name = "" if revision.startswith("-") else f"{revision}^{{commit}}"
    commit = _said(root, "rev-parse", "--verify", "--quiet", name) if name else None
    if commit is None:
        raise UserError(
            f"git knows no revision «{revision}» here",
            path=root,
            todo="name a branch, a tag or a commit; a shallow clone has to be fetched in full "
            "(in GitHub's checkout action: fetch-depth: 0)",
        )
    common = _said(root, "merge-base", commit, "HEAD")
    if common is None:
        raise UserError(
            f"«{revision}» and the present commit have no common past here",
            path=root,
            todo="fetch the whole history (in GitHub's checkout action: fetch-depth: 0)",
        )
    return common


def files_at(root: Path, commit: str, folder: Path) -> dict[Path, str]:
    """The files below a folder of ``root`` in a commit: the name of their content, by path."""
    listed = _output(root, "ls-tree", "-r", "-z", commit, "--", f"{folder.as_posix()}/")
    found = {}
    for line in filter(None, listed.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, kind, name = about.decode("ascii").split()
        if kind == "blob" and mode != "120000":  # a symbolic link holds no text but its target
            found[Path(path.decode("utf-8", "surrogateescape"))] = name
    return found


def content_at(path: Path, commit: str) -> bytes | None:
    """What a file held in a commit; None where it was not there, or was no file."""
    done = _run(path.parent, "cat-file", "blob", f"{commit}:./{path.name}")
    return done.stdout if done.returncode == 0 else None


def contents(root: Path, names: Iterable[str]) -> Iterator[bytes]:
    """What these names stand for, in their order; one process for all of them."""
    asked = list(names)
    lines = "".join(f"{name}\n" for name in asked).encode("ascii")
    answer = _output(root, "cat-file", "--batch", given=lines)
    at = 0
    for _ in asked:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[-1])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2


def _require_checkout(root: Path) -> None:
    try:
        done = _run(root, "rev-parse", "--is-inside-work-tree")
    except FileNotFoundError as error:
        raise UserError("git is not installed here", todo="install git") from error
    if done.returncode != 0:
        why = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise UserError(
            f"this project is in no git checkout ({why})",
            path=root,
            todo="go into a checkout, or do without the earlier commit",
        )


def _said(root: Path, *words: str) -> str | None:
    """The one line that git answers, or None where it fails."""
    done = _run(root, *words)
    return done.stdout.decode("ascii").strip() if done.returncode == 0 else None


def _output(root: Path, *words: str, given: bytes = b"") -> bytes:
    done = _run(root, *words, given=given)
    if done.returncode != 0:
        why = done.stderr.decode("utf-8", "replace").strip()
        raise UserError(f"git {words[0]} failed ({why})", path=root)
    return done.stdout


def _run(root: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", "-C", str(root), *words], input=given, capture_output=True, check=False
    )

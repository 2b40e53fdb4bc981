"""What a catalogue said in an earlier commit, so that only what has changed is looked at."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from diglot import git
from diglot.checking.chosen import Chosen
from diglot.problems import UserError

Texts = frozenset[tuple[str, str, str]]
"""(key, source, translation) of every segment."""
Before = Callable[[Chosen], Texts]


def texts_at(revision: str, chosen: Sequence[Chosen]) -> Before:
    """Tells the texts of each catalogue where the present branch parted from the revision.

    UserError where there is no git, or no such revision.
    """
    commits = {
        folder: git.fork_point(folder, revision)
        for folder in dict.fromkeys(each.path.parent for each in chosen)
    }
    return lambda each: _texts(each, revision, commits[each.path.parent])


def _texts(each: Chosen, revision: str, commit: str) -> Texts:
    """None at all for a file that was not there."""
    content = git.content_at(each.path, commit)
    if content is None:
        return frozenset()
    # By path: polib takes some characters in a text for line ends.
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder:
        copy = Path(folder) / each.path.name
        copy.write_bytes(content)
        try:
            return frozenset((s.key, s.source, s.target) for s in each.read(copy).active)
        except UserError as error:
            what = f"of «{revision}» it cannot be read ({error.problems[0].what})"
            raise UserError(what, path=each.path, todo="leave --changed-from out") from error

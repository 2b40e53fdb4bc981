"""What went wrong, in words for the person who can put it right.

``UserError`` stops a command: one mistake of the user, with file, line and what to do.
``Problem`` is one of many: steps return them, the command prints them together.
Anything else that is raised is a bug of ours and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it stands, and what to do about it."""

    what: str
    path: Path | None = None
    line: int | None = None
    todo: str = ""

    def __str__(self) -> str:
        """``file:line: what is wrong; what to do`` (the parts that are known)."""
        place = "" if self.path is None else str(self.path)
        if self.line is not None:
            place = f"{place}:{self.line}" if place else f"line {self.line}"
        sentence = "; ".join(part for part in (self.what, self.todo) if part)
        return f"{place}: {sentence}" if place else sentence


class UserError(Exception):
    """A mistake of the user, or several at once; commands end with exit code 2."""

    def __init__(
        self,
        what: str,
        *,
        path: Path | None = None,
        line: int | None = None,
        todo: str = "",
        others: Sequence[Problem] = (),
    ) -> None:
        self.problems = (Problem(what, path, line, todo), *others)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> Self:
        """One error out of one or more problems, in their order."""
        first, *others = problems
        return cls(
            first.what, path=first.path, line=first.line, todo=first.todo, others=tuple(others)
        )

"""The work of a sitting handed in: one commit as the reviewer, with nobody else's work in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from diglot import git
from diglot.problems import UserError
from diglot.project import Project


@dataclass(frozen=True, slots=True)
class Reviewer:
    """As git writes them into a commit."""

    name: str
    email: str


def can_commit(project: Project) -> bool:
    """Whether the project is in a git checkout."""
    return git.is_checkout(project.root)


def waiting(project: Project, catalogues: Iterable[Path]) -> list[Path]:
    """Which of these catalogues, and of their templates, git does not have as they are now."""
    templates = {project.template_path(path.stem) for path in catalogues}
    asked = sorted({*catalogues, *(path for path in templates if path.exists())})
    return git.changed(project.root, asked) if asked else []


def commit(project: Project, catalogues: Iterable[Path], who: Reviewer, message: str) -> str:
    """One commit of just these files; its short name. What else is staged stays staged.

    UserError where there is nothing to commit, or git does not take it.
    """
    if not who.name.strip() or "@" not in who.email or _has_line_ends(who.name + who.email):
        raise UserError("a commit needs a name and an e-mail address", todo="fill in both")
    paths = waiting(project, catalogues)
    if not paths:
        raise UserError("there is nothing to commit", todo="git has every file as it is now")
    return git.commit_only(
        project.root, paths, message.strip() or "Review", who.name.strip(), who.email.strip()
    )


def _has_line_ends(text: str) -> bool:
    return any(character in text for character in "\r\n<>\0")

"""The glossary of a project as its pages show it, and the digest that pages are known by.

In: a project. Out: the glossary; none, and what is wrong, where it cannot be read. A mistake in it
stops no build: pages without marked terms are still true.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from diglot import files
from diglot.cache import stamps
from diglot.encoding import decoded
from diglot.model import glossary
from diglot.model.glossary import Glossary
from diglot.problems import Problem, UserError
from diglot.project import Project


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """What stands in the file, and what its content is known by; None where there is none."""

    glossary: Glossary = field(default_factory=Glossary)
    digest: str | None = None
    problems: tuple[Problem, ...] = ()


def read(project: Project) -> GlossaryFile:
    """The glossary as it is now."""
    path = project.glossary_path
    if not files.exists(path):
        return GlossaryFile()
    digest = None
    try:
        content = files.read_bytes(path)
        digest = stamps.digest(content)
        return GlossaryFile(glossary.parse(decoded(content, path), path), digest)
    except UserError as error:
        return GlossaryFile(digest=digest, problems=tuple(error.problems))

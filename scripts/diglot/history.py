"""What became of catalogues since an earlier commit.

In: a project in a git checkout, a revision. Out: what differs. Nothing is checked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from diglot import files, git
from diglot.encoding import decoded
from diglot.model import po_reader
from diglot.model.catalogue import Catalogue
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.steps.compare import Difference, compare

Name = tuple[str, str]
"""Document and language."""
Catalogues = Mapping[Name, Catalogue]


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a commit, by document and language."""

    revision: str
    commit: str
    differences: Mapping[Name, tuple[Difference, ...]]


def since(project: Project, revision: str, now: Catalogues) -> Since:
    """What became of every catalogue since the present branch left a revision.

    A catalogue without a source counts as it was as long as its file is there.
    """
    commit = git.fork_point(project.root, revision)
    before = catalogues_at(project, commit)
    gone = [name for name in before if not files.exists(project.catalogue_path(*name))]
    renamed = _renamed(before, now, gone)
    names = dict.fromkeys((*now, *(name for name in gone if name not in renamed.values())))
    differences = {
        name: compare(before.get(renamed.get(name, name)), now.get(name)) for name in names
    }
    return Since(revision, commit, differences)


def catalogues_at(project: Project, commit: str) -> Catalogues:
    """The catalogues of the project's target languages in this commit.

    UserError tells of every one that was damaged then, as ``COMMIT:path:line``.
    """
    codes = [language.code for language in project.target_languages]
    names = {
        (path.stem, path.parent.name): name
        for path, name in git.files_at(project.root, commit, _below(project)).items()
        if path.suffix == ".po" and path.parent in {_below(project) / code for code in codes}
    }
    found: dict[Name, Catalogue] = {}
    problems: list[Problem] = []
    contents = git.contents(project.root, names.values())
    for (document, code), content in zip(names, contents, strict=True):
        place = Path(f"{commit[:8]}:{_below(project)}/{code}/{document}.po")
        try:
            text = decoded(content, place)
            found[document, code] = po_reader.parse(text, place, document=document, language=code)
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError.of(problems)
    return found


def _renamed(before: Catalogues, now: Catalogues, gone: list[Name]) -> Mapping[Name, Name]:
    """Documents that have another id: half of their entries are those of one that is gone."""
    found: dict[Name, Name] = {}
    for name in (name for name in now if name not in before):
        entries = now[name].by_identity.keys()
        for old in gone:
            shared = len(entries & before[old].by_identity.keys())
            if old[1] == name[1] and old not in found.values() and 2 * shared > len(entries):
                found[name] = old
                break
    return found


def _below(project: Project) -> Path:
    return project.translations.relative_to(project.root)

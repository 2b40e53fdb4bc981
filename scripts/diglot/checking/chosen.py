"""Which catalogues somebody means: documents of a project, or PO files wherever they are.

A PO file of another tool is read leniently, and the languages of its texts are found out: from what
its header says, or from the script.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from diglot import files
from diglot.checks import Context, arabic
from diglot.model import foreign_po, glossary, po_reader
from diglot.model.catalogue import Catalogue
from diglot.model.glossary import Glossary
from diglot.problems import UserError
from diglot.project import Project

_SOURCE_HEADER = "X-Source-Language"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person named."""

    names: tuple[str, ...] = ()
    """Documents, or paths of PO files; none: every catalogue of the project."""
    languages: tuple[str, ...] = ()
    """Into these only; of a PO file: what it is translated into."""
    glossary: Path | None = None
    """Instead of the project's own."""
    changed_from: str = ""
    """A git revision: only what has been changed since."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A catalogue to check: where it is, how it is read, and what may be known of it."""

    path: Path
    read: Callable[[Path], Catalogue]
    context: Callable[[Catalogue], Context]
    is_ours: bool


def is_file(name: str) -> bool:
    """Whether a person means a file, not a document of the project."""
    return "/" in name or "\\" in name or Path(name).suffix.lower() in {".po", ".pot"}


def context_of(project: Project, language: str) -> Context:
    """What checks may know of a project's translation into this language."""
    return Context(
        glossary.read(project.glossary_path),
        project.source_language.code,
        language,
    )


def chosen(project: Project | None, asked: Asked) -> list[Chosen]:
    """The catalogues in the order in which they were named, each once.

    UserError for a name that there is not; a file that is not there is told of when it is read.
    """
    terms = _terms(asked.glossary)
    own = {each.path: each for each in _own(project, asked, terms)} if project else {}
    found = [each for name in asked.names for each in _named(name, own, asked, terms)]
    if not asked.names:
        found = list(own.values())
    return list({each.path: each for each in found}.values())


def _terms(path: Path | None) -> Glossary | None:
    if path is not None and not files.exists(path):
        raise UserError("there is no such glossary", path=path, todo="name a CSV file")
    return None if path is None else glossary.read(path)


def _own(project: Project, asked: Asked, terms: Glossary | None) -> Iterator[Chosen]:
    """The catalogues of the project, document by document."""
    codes = [each.code for each in project.target_languages]
    if not all(map(is_file, asked.names)) or not asked.names:
        _require_known(asked.languages, codes, "language", "")
    # Once: checks keep what they know of a glossary.
    terms = glossary.read(project.glossary_path) if terms is None else terms
    wanted = [code for code in codes if code in asked.languages] or codes
    paths = [path for code in wanted for path in files.in_folder(project.translations / code)]
    for path in sorted(paths, key=lambda path: path.name):
        if path.suffix == ".po" and not path.name.startswith("."):
            language = path.parent.name
            context = Context(terms, project.source_language.code, language)
            yield Chosen(
                path, partial(_strictly, language=language), partial(_fixed, context), is_ours=True
            )


def _strictly(path: Path, language: str) -> Catalogue:
    return po_reader.parse(files.read_text(path), path, document=path.stem, language=language)


def _fixed(context: Context, catalogue: Catalogue) -> Context:
    return context


def _named(
    name: str, own: dict[Path, Chosen], asked: Asked, terms: Glossary | None
) -> Iterator[Chosen]:
    if is_file(name):
        path = Path(name).resolve()
        yield own.get(path) or Chosen(
            path,
            foreign_po.read,
            partial(_context_of_foreign, terms=terms or Glossary(), languages=asked.languages),
            is_ours=False,
        )
        return
    _require_known(
        [name], {path.stem for path in own}, "catalogue of a document", "run diglot sync"
    )
    yield from (each for each in own.values() if each.path.stem == name)


def _context_of_foreign(
    catalogue: Catalogue, terms: Glossary, languages: tuple[str, ...]
) -> Context:
    header = dict(catalogue.header)
    source = header.get(_SOURCE_HEADER) or _by_script(each.source for each in catalogue.active)
    target = (
        (languages[0] if len(languages) == 1 else "")
        or catalogue.language
        or _by_script(each.target for each in catalogue.active)
    )
    return Context(terms, source, target)


def _by_script(texts: Iterable[str]) -> str:
    """Arabic where most texts have Arabic letters, else English: the two that are read well."""
    told = [arabic.has_arabic(text) for text in texts if any(map(str.isalpha, text))]
    return "ar" if sum(told) * 2 > len(told) else "en"


def _require_known(names: Iterable[str], known: Collection[str], what: str, todo: str) -> None:
    for name in names:
        if name not in known:
            there = f"there are: {', '.join(sorted(known))}" if known else todo
            raise UserError(f"there is no {what} «{name}» here", todo=there)

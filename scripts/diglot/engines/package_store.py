"""The Argos packages of this machine, which Argos and LibreTranslate use as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diglot.engines import argos_folders, argos_model, argos_package, package_staging
from diglot.engines.argos_package import ArgosPackage
from diglot.engines.route import best_route, version_key
from diglot.problems import Problem, UserError


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stands in the package folders."""

    packages: tuple[ArgosPackage, ...]
    """By languages, the newest of a pair first."""
    problems: tuple[Problem, ...]
    """Folders that are no packages, or damaged ones."""


def installed() -> Shelf:
    """Every package that Argos's folders hold; the models themselves are not read."""
    packages: list[ArgosPackage] = []
    problems: list[Problem] = []
    for place in _places():
        try:
            package = argos_package.read(place)
        except UserError as error:
            problems.extend(error.problems)
        else:
            packages.extend([package] if package else [])
    packages.sort(key=lambda each: version_key(each.version), reverse=True)
    packages.sort(key=lambda each: (each.source, each.target))
    return Shelf(tuple(packages), tuple(problems))


def route(source: str, target: str) -> tuple[ArgosPackage, ...]:
    """The package for a pair of languages, or two through a third; UserError where none is there.

    Languages are BCP 47 or Argos's own codes.
    """
    packages = installed().packages
    found = best_route(packages, source, target)
    if not found:
        pairs = ", ".join(dict.fromkeys(f"{each.source} → {each.target}" for each in packages))
        raise UserError(
            f"no Argos package translates {source} → {target} (installed: {pairs or 'none'})",
            todo=f"install one: diglot package install {source} {target}",
        )
    return found


def verify(packages: Sequence[ArgosPackage]) -> Iterator[tuple[ArgosPackage, Problem | None]]:
    """Each package, with what is wrong with it: its files are read, and it translates a token."""
    for package in packages:
        try:
            argos_model.verify(package)
        except UserError as error:
            yield package, error.problems[0]
        else:
            yield package, None


def remove(*words: str) -> tuple[Path, ...]:
    """Take away the packages of this name (name@version, folder), or of these two languages.

    Damaged ones too, by their folder; each in one step. Returns the folders that were there.
    UserError where there is none.
    """
    packages = [each for each in installed().packages if _is_named(each, words)]
    folders = tuple(each.folder for each in packages) or tuple(
        place for place in _places() if words == (place.name,)
    )
    if not folders:
        raise UserError(
            f"no such package is installed: {' → '.join(words)}",
            todo="see which there are: diglot package list",
        )
    with package_staging.staging(argos_folders.folders().packages) as staging:
        for number, folder in enumerate(folders):
            package_staging.move(folder, staging / str(number))
    return folders


def _is_named(package: ArgosPackage, words: tuple[str, ...]) -> bool:
    names = {(package.name,), (package.label,), (package.folder.name,)}
    return words in names or words == (package.source, package.target)


def _places() -> Iterator[Path]:
    for folder in argos_folders.folders().searched:
        try:
            yield from sorted(place for place in folder.iterdir() if place.is_dir())
        except OSError as error:
            raise package_staging.no_rights(folder, error) from error

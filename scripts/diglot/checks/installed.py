"""Checks of other packages: the entry points of the group ``diglot.checks``.

A package declares a plain function from a Pair to Findings::

    [project.entry-points."diglot.checks"]
    house_style = "our_checks:house_style"
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from diglot.checks.finding import Check
from diglot.problems import UserError

GROUP = "diglot.checks"


@cache
def of_other_packages() -> tuple[Check, ...]:
    """The checks by their names, loaded once a process. UserError names the one that fails."""
    return tuple(_loaded(entry) for entry in sorted(entry_points(group=GROUP), key=_by_name))


def _by_name(entry: EntryPoint) -> str:
    return entry.name


def _loaded(entry: EntryPoint) -> Check:
    try:
        check: Check = entry.load()
    except Exception as error:
        raise _refused(entry, f"cannot be loaded ({type(error).__name__}: {error})") from error
    if not callable(check):
        raise _refused(entry, "is no function")
    return check


def _refused(entry: EntryPoint, why: str) -> UserError:
    package = entry.dist.name if entry.dist is not None else entry.module
    return UserError(
        f"the check «{entry.name}» ({entry.value}) of the package «{package}» {why}",
        todo=f"update or uninstall {package}",
    )

"""``diglot check``: what a reviewer must not miss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from diglot import checking, git, project
from diglot.check_report import FailOn, Format, fails, report
from diglot.checking import Asked, CheckedFile, Dismissal
from diglot.cli import output
from diglot.cli.options import with_project
from diglot.problems import Problem, UserError
from diglot.project import Project

FINDINGS = 1


@click.command()
@click.argument("names", metavar="[DOC or FILE.po]…", nargs=-1)
@click.option(
    "--format",
    "shape",
    type=click.Choice([each.value for each in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="What to print: for people, or for programs.",
)
@click.option(
    "--fail-on",
    type=click.Choice([each.value for each in FailOn]),
    default=FailOn.ERROR.value,
    show_default=True,
    help="Exit code 1 where there is something as bad as this.",
)
@click.option("--changed-from", metavar="REV", default="", help="Only what changed since, by git.")
@click.option("--language", "languages", metavar="CODE", multiple=True, help="Only into this one.")
@click.option(
    "--glossary",
    metavar="FILE.csv",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The glossary, instead of the project's.",
)
@click.option("--dismiss", metavar="CHECK", help="What this check finds in --key is no fault.")
@click.option("--key", metavar="KEY", help="The passage that --dismiss is about: b-3f2a91.")
@click.option("--by", metavar="NAME", help="Who dismisses it (default: your name in git).")
@with_project
@click.pass_context
def check(
    ctx: click.Context,
    names: tuple[str, ...],
    shape: str,
    fail_on: str,
    changed_from: str,
    languages: tuple[str, ...],
    glossary: Path | None,
    dismiss: str | None,
    key: str | None,
    by: str | None,
    folder: Path,
) -> None:
    """Find what a reviewer must not miss: numbers, names, loops, text that is missing.

    In the project's catalogues, or in any PO file that translates Arabic into English.
    """
    asked = Asked(names, languages, glossary, changed_from)
    if dismiss or key or by:
        _dismiss(project.find(folder), asked, dismiss, key, by)
        return
    refused: list[Problem] = []
    failed: list[bool] = []
    files = checking.check(_project(folder, names), asked, refused)
    for piece in report(_told(files, FailOn(fail_on), failed), Format(shape), FailOn(fail_on)):
        click.echo(piece)
    if refused:
        raise UserError.of(refused)
    if any(failed):
        ctx.exit(FINDINGS)


def _project(folder: Path, names: tuple[str, ...]) -> Project | None:
    """Files of other tools need no project around them."""
    try:
        return project.find(folder)
    except UserError:
        if names and all(map(checking.is_file, names)):
            return None
        raise


def _told(
    files: Iterator[CheckedFile], fail_on: FailOn, failed: list[bool]
) -> Iterator[CheckedFile]:
    """The files with paths as seen from here; notes go out beside them."""
    for each in files:
        failed.append(fails(each, fail_on))
        if each.note is not None:
            output.complain_of([each.note])
        yield replace(each, path=output.shown(each.path))


def _dismiss(
    found: Project, asked: Asked, check_name: str | None, key: str | None, by: str | None
) -> None:
    if not check_name or not key:
        raise click.UsageError("--dismiss CHECK and --key KEY go together, --by with them")
    name = git.user_name(found.root) if by is None else by.strip()
    dismissed = checking.dismiss(found, asked, Dismissal(check_name, key, name))
    for each in dismissed:
        click.echo(f"dismissed: {each.finding.check}: {each.finding.message}")

"""``diglot status``: how far each document is, what waits, what changed, and limits for CI."""

from __future__ import annotations

import re
from pathlib import Path

import click

from diglot import pipeline, project, since_report, standing, status_table
from diglot.cli import day, output
from diglot.cli.options import as_json, with_project
from diglot.steps.status import Limits

FINDINGS = 1
_DAYS = {"d": 1, "w": 7}


def _days(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """``30d``, ``4w``: so many days."""
    if value is None:
        return None
    found = re.fullmatch(r"([0-9]{1,6})([dw])", value)
    if found is None:
        raise click.BadParameter(f"«{value}» is no age; write days or weeks, as in 30d or 4w")
    return int(found[1]) * _DAYS[found[2]]


@click.command()
@as_json
@click.option(
    "--fail-under",
    metavar="PERCENT",
    type=click.FloatRange(0, 100),
    help="Exit code 1 where fewer of a document's words are reviewed.",
)
@click.option(
    "--fail-stale",
    metavar="AGE",
    callback=_days,
    help="Exit code 1 where a text has been stale for longer: 30d, 4w.",
)
@click.option(
    "--since", "revision", metavar="REV", help="What changed since the branch left REV (git)."
)
@with_project
@click.pass_context
def status(
    ctx: click.Context,
    as_json: bool,
    fail_under: float | None,
    fail_stale: int | None,
    revision: str | None,
    folder: Path,
) -> None:
    """Show how far each document is, in segments and words by state."""
    found = project.find(folder)
    documents = pipeline.status(found)
    if revision is not None:
        since = standing.since(found, revision, documents)
        shape, text = since_report.since_json(since), since_report.since_text(since)
    else:
        shape, text = status_table.status_json(documents), status_table.status_table(documents)
    output.print_json(shape) if as_json else click.echo(text)
    broken = standing.beyond(found, documents, Limits(fail_under, fail_stale), day.today())
    output.complain_of(broken)
    if broken:
        ctx.exit(FINDINGS)

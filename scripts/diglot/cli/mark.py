"""``diglot mark``: the verdict of a person on texts, from the shell."""

from __future__ import annotations

from pathlib import Path

import click

from diglot import git, mark_report, pipeline, project
from diglot.cli import day, output
from diglot.cli.options import with_project
from diglot.marking import Named
from diglot.problems import UserError
from diglot.project import Project
from diglot.steps.mark import NumbersExchanged, Reviewed, Unreviewed, Verdict

FINDINGS = 1


@click.command()
@click.argument(
    "verdict", metavar="reviewed|unreviewed", type=click.Choice(["reviewed", "unreviewed"])
)
@click.argument("documents", metavar="[DOC]…", nargs=-1)
@click.option("--section", "sections", metavar="ID", multiple=True, help="This section, whole.")
@click.option("--key", "keys", metavar="KEY", multiple=True, help="This passage: b-3f2a91.")
@click.option("--all", "everything", is_flag=True, help="Every text of every document.")
@click.option(
    "--cleared", is_flag=True, help="Unreviewed texts whose «fuzzy» somebody took off elsewhere."
)
@click.option(
    "--numbers",
    is_flag=True,
    help="Stale texts of which only numbers changed: exchange these, and confirm.",
)
@click.option("--by", metavar="NAME", help="Who says so (default: your name in git).")
@click.option("--language", "languages", metavar="CODE", multiple=True, help="The translation.")
@with_project
@click.pass_context
def mark(
    ctx: click.Context,
    verdict: str,
    documents: tuple[str, ...],
    sections: tuple[str, ...],
    keys: tuple[str, ...],
    everything: bool,
    cleared: bool,
    numbers: bool,
    by: str | None,
    languages: tuple[str, ...],
    folder: Path,
) -> None:
    """Confirm translations as reviewed, or take that back (with --by: one person's verdicts)."""
    if (cleared or numbers) and verdict == "unreviewed":
        what = "--cleared" if cleared else "--numbers"
        raise click.UsageError(f"{what} confirms; it takes nothing back")
    found = project.find(folder)
    named = Named(documents, sections, keys, languages, everything, cleared, numbers)
    meant: Verdict = Unreviewed((by or "").strip())
    if verdict == "reviewed":
        kind = NumbersExchanged if numbers else Reviewed
        meant = kind(_reviewer(found, by, cleared=cleared), day.today())
    marked = pipeline.mark(found, meant, named)
    click.echo(mark_report.marked_text(marked, meant))
    undecided = tuple(mark_report.undecided(found, marked))
    output.complain_of(undecided)
    if undecided:
        ctx.exit(FINDINGS)


def _reviewer(found: Project, by: str | None, *, cleared: bool) -> str:
    if cleared and by is None:
        # Who runs this is often not who looked at the texts in the other tool.
        raise UserError("it is not said who took «fuzzy» off", todo="name them: --by NAME")
    name = git.user_name(found.root) if by is None else by.strip()
    if not name:
        raise UserError(
            "a verdict needs the name of the person who gives it",
            todo='say --by NAME, or tell git yours: git config --global user.name "Your Name"',
        )
    return name

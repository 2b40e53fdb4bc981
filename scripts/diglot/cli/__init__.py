"""The command line: parse, call one function, print.

Exit codes: 0 done; 1 findings; 2 the user's mistake. Errors go to stderr as
``file:line: what is wrong; what to do``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from diglot import (
    __version__,
    check_report,
    draft_report,
    drafting,
    engine_choice,
    pipeline,
    project,
    publishing,
    source,
)
from diglot.cli import output
from diglot.cli.adopted import adopted_text
from diglot.cli.check import check
from diglot.cli.mark import mark
from diglot.cli.merge_driver import merge_driver
from diglot.cli.options import as_json, with_project
from diglot.cli.package import package
from diglot.cli.status import status
from diglot.problems import UserError
from diglot.project import Project

MISTAKE = 2
_SECONDS_BETWEEN_LINES = 10.0


class _InPipelineOrder(click.Group):
    """Lists the commands as the document passes through them, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def main(self, *words: Any, **extra: Any) -> Any:
        output.speak_utf8()
        with output.or_give_up():
            return super().main(*words, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with output.or_give_up():
                return super().invoke(ctx)
        except UserError as error:
            output.complain_of(error.problems)
            ctx.exit(MISTAKE)


@click.group(
    cls=_InPipelineOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="diglot")
def main() -> None:
    """Publish documents in two languages: split, translate, review, publish.

    The commands stand in the order in which a document passes through them; «build» is all of them.
    """


@main.command()
@click.argument(
    "paths",
    metavar="FILE…",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
)
@as_json
@with_project
def split(paths: tuple[Path, ...], as_json: bool, folder: Path) -> None:
    """Show the outline of sources; writes nothing."""
    from diglot.steps.split import outline_json, outline_text

    outlines = pipeline.outlines(_project_or_none(folder), [source.read(path) for path in paths])
    output.complain_of(problem for _, doubts in outlines for problem in doubts)
    if as_json:
        output.print_json([outline_json(document) for document, _ in outlines])
    else:
        click.echo("\n".join(outline_text(document) for document, _ in outlines))


@main.command()
@click.option(
    "--retire", metavar="DOC", multiple=True, help="Put aside a document that has no source."
)
@click.option(
    "--rename", "renames", metavar="OLD=NEW", multiple=True, help="A source has another name now."
)
@as_json
@with_project
def sync(retire: tuple[str, ...], renames: tuple[str, ...], as_json: bool, folder: Path) -> None:
    """Bring the catalogues up to date with the sources."""
    found = project.find(folder)
    synced = pipeline.sync(found, retire=retire, rename=[_old_and_new(each) for each in renames])
    output.complain_of(synced.doubts)
    if as_json:
        output.print_json(
            {"documents": [{"id": e.id, **asdict(e.changes)} for e in synced.documents]}
        )
        return
    for document in synced.documents:
        click.echo(f"{document.id}: {_in_words(asdict(document.changes))}")


def _old_and_new(text: str) -> tuple[str, str]:
    old, equals, new = text.partition("=")
    if not (old and equals and new):
        raise click.UsageError(f"--rename wants OLD=NEW, two ids of documents, not «{text}»")
    return old, new


@main.command()
@click.argument("documents", metavar="[DOC]…", nargs=-1)
@click.option("--redo", is_flag=True, help="Make drafts again that nobody has touched.")
@click.option("--language", "languages", metavar="CODE", multiple=True, help="Only into this one.")
@click.option(
    "--workers", metavar="N", type=click.IntRange(1), help="On N Dask workers of this machine."
)
@click.option("--scheduler", metavar="ADDRESS", help="On a Dask cluster: tcp://host:8786.")
@with_project
def draft(
    documents: tuple[str, ...],
    redo: bool,
    languages: tuple[str, ...],
    workers: int | None,
    scheduler: str | None,
    folder: Path,
) -> None:
    """Machine-translate what has no translation; never over a person's words."""
    if workers and scheduler:
        raise click.UsageError("give --workers or --scheduler, not both")
    found = project.find(folder)
    with (
        engine_choice.engines(workers=workers or 0, scheduler=scheduler or "") as engine_for,
        _progress() as progress,
    ):
        try:
            drafted = drafting.draft(
                found,
                engine_for=engine_for,
                languages=languages,
                documents=documents,
                redo=redo,
                progress=progress,
            )
        except engine_choice.NoEngineError as error:
            if error.drafted:
                click.echo(draft_report.drafted_text(error.drafted))
            raise
    click.echo(draft_report.drafted_text(drafted))


main.add_command(check)
main.add_command(mark)


@main.command()
@click.option(
    "--adopt",
    "edited",
    metavar="PAGE.md",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="First bring what was typed into this page back into its catalogue.",
)
@with_project
def render(edited: tuple[Path, ...], folder: Path) -> None:
    """Write the pages of both languages into docs/."""
    found = project.find(folder)
    for page in pipeline.adopt(found, edited):
        output.complain_of(page.warnings)
        click.echo(adopted_text(page))
    _print_rendered(pipeline.render(found))


@main.command()
@click.option("--no-site", is_flag=True, help="Stop after the pages; do not run MkDocs.")
@with_project
def build(no_site: bool, folder: Path) -> None:
    """Do everything: sync, draft if an engine is there, render, and the site."""
    found = project.find(folder)
    with _progress() as progress:
        rendered = pipeline.build(found, site=not no_site, progress=progress)
    if rendered.drafted:
        click.echo(draft_report.drafted_text(rendered.drafted))
    _print_rendered(rendered)
    if rendered.checks is None or rendered.checks.segments:
        click.echo(check_report.build_line(rendered.checks))
    if not no_site:
        where = output.shown(publishing.site_folder(found))
        click.echo(f"The site is in {where}/; “make serve” or “diglot serve” shows it.")


@main.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port on 127.0.0.1.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@click.option("--draft", "drafts", is_flag=True, help="Draft new text, beside it.")
@with_project
def serve(port: int, open_browser: bool, drafts: bool, folder: Path) -> None:
    """Build, watch what people write, and reload the browser."""
    pipeline.serve(project.find(folder), port=port, open_browser=open_browser, drafts=drafts)


def _in_words(changes: dict[str, int]) -> str:
    told = {name: number for name, number in changes.items() if number}
    if set(told) <= {"unchanged"}:
        return f"nothing changed ({changes['unchanged']} segments)"
    return ", ".join(f"{number} {name}" for name, number in told.items())


def _project_or_none(folder: Path) -> Project | None:
    """A source can be looked at without a project around it."""
    try:
        return project.find(folder)
    except UserError:
        return None


def _print_rendered(rendered: pipeline.Rendered) -> None:
    output.complain_of(rendered.problems)
    for line in draft_report.left_untranslated(rendered):
        click.echo(line)
    written, removed = rendered.written, rendered.removed
    click.echo(f"Pages: {written} written, {removed} removed, the others are up to date.")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar with speed and time left on a terminal; elsewhere a line every ten seconds."""
    started = told = time.monotonic()
    with ExitStack() as closing:
        bars: list[Any] = []

        def in_a_bar(done: int, total: int) -> None:
            if not bars:
                bar = click.progressbar(
                    length=total, label="Words", file=sys.stderr, item_show_func=lambda speed: speed
                )
                bars.append(closing.enter_context(bar))
            bars[0].update(done - bars[0].pos, draft_report.speed(done, time.monotonic() - started))

        def in_lines(done: int, total: int) -> None:
            nonlocal told
            now = time.monotonic()
            if now - told >= _SECONDS_BETWEEN_LINES:
                told = now
                click.echo(draft_report.progress_line(done, total, now - started), err=True)

        yield in_a_bar if sys.stderr.isatty() else in_lines


main.add_command(status)
main.add_command(package)
main.add_command(merge_driver)

"""``diglot review``: the review page on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from diglot import project
from diglot.cli.options import with_project
from diglot.problems import UserError
from diglot.project import Project


@click.command()
@click.argument("document", metavar="[DOC]", default="")
@click.option("--language", metavar="CODE", default="", help="The translation to review.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where others can reach it.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8100, show_default=True, help="0: any."
)
@click.option("--url", default="", help="The address under which a proxy publishes it.")
@click.option("--token", default="", help="Who opens it needs this (with --host: made up if none).")
@click.option("--user-header", metavar="NAME", default="", help="The proxy says here who it is.")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@with_project
def review(
    document: str,
    language: str,
    host: str,
    port: int,
    url: str,
    token: str,
    user_header: str,
    open_browser: bool,
    folder: Path,
) -> None:
    """Review translations in the browser, with the keyboard alone."""
    from diglot.web.server import At, serve

    found = project.find(folder)
    at = At(host, port, url, token, user_header, open_browser)
    serve(found, _place(found, document, language), at, _tell)


def _place(found: Project, document: str, language: str) -> str:
    """``DOC/CODE``, or nothing where the page itself is to ask."""
    codes = [each.code for each in found.target_languages]
    if language and language not in codes:
        raise UserError(
            f"there is no language «{language}» here", todo=f"there are: {_list(codes)}"
        )
    if not document:
        return ""
    ids = [each.settings.id for each in found.sources()]
    if document not in ids:
        raise UserError(f"there is no document «{document}» here", todo=f"there are: {_list(ids)}")
    return f"{document}/{language or codes[0]}"


def _list(names: list[str]) -> str:
    return ", ".join(names)


def _tell(address: str) -> None:
    click.echo(
        f"The review page is at {address} (Ctrl+C ends it; every decision is saved at once)."
    )

"""``diglot merge-driver``: how git merges catalogues."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from diglot import merging


@click.command(name="merge-driver")
@click.argument("words", metavar="[%O %A %B %P]", nargs=-1)
@click.option("--install", is_flag=True, help="Tell git in this checkout to call this command.")
def merge_driver(words: tuple[str, ...], install: bool) -> None:
    """Merge the catalogues of two branches; git calls this, people call it with --install."""
    if install == bool(words) or len(words) not in (0, 4):
        raise click.UsageError("give --install, or the four words that git gives: %O %A %B %P")
    if install:
        missing = merging.install(Path())
        click.echo("git merges catalogues with diglot now, in this checkout.")
        for line in missing:
            click.echo(f"Write into .gitattributes: {line}")
        return
    base, ours, theirs = map(Path, words[:3])
    for problem in merging.merge_files(base, ours, theirs, PurePosixPath(words[3])):
        click.echo(str(problem), err=True)

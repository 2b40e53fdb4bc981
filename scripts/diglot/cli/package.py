"""``diglot package``: the Argos packages of this machine."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from diglot.problems import UserError

FINDINGS = 1


class _AsWritten(click.Group):
    """Lists the commands in the order of this file, which is that of their use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_AsWritten)
def package() -> None:
    """Keep the Argos packages that drafts are made with.

    They stand where Argos Translate and LibreTranslate keep theirs (ARGOS_PACKAGES_DIR).
    """


@package.command(name="list")
def list_packages() -> None:
    """List the packages that are installed."""
    from diglot.engines import package_store

    shelf = package_store.installed()
    for each in shelf.packages:
        click.echo(f"{each.source} → {each.target}  {each.label}  {each.folder}")
    for problem in shelf.problems:
        click.echo(str(problem), err=True)
    if not shelf.packages:
        click.echo("No package is installed. Install one: diglot package install SOURCE TARGET")


@package.command()
@click.argument("words", metavar="SOURCE TARGET | FILE.argosmodel", nargs=-1, required=True)
def install(words: tuple[str, ...]) -> None:
    """Install the newest package for two languages (ar en), or one from a file.

    Where no single package makes the pair, two are installed that make it through a third language.
    """
    from diglot.engines import package_installation

    if len(words) == 1:
        installed = [package_installation.install_file(_file(words[0]))]
    elif len(words) == 2:
        installed = list(package_installation.install_pair(*words, _DownloadShown()))
    else:
        raise click.UsageError("name two languages, or one file")
    for each in installed:
        click.echo(f"{each.label} is installed and works: {each.folder}")


@package.command()
@click.pass_context
def verify(ctx: click.Context) -> None:
    """Let every package translate a token; exit code 1 where one does not."""
    from diglot.engines import package_store

    shelf = package_store.installed()
    wrong = list(shelf.problems)
    for each, problem in package_store.verify(shelf.packages):
        if problem is None:
            click.echo(f"{each.label} works: {each.folder}")
        else:
            wrong.append(problem)
    for problem in wrong:
        click.echo(str(problem), err=True)
    if wrong:
        ctx.exit(FINDINGS)


@package.command()
@click.argument("words", metavar="NAME | SOURCE TARGET", nargs=-1, required=True)
def remove(words: tuple[str, ...]) -> None:
    """Remove a package, by its name or its two languages."""
    from diglot.engines import package_store

    if len(words) > 2:
        raise click.UsageError("name one package, or two languages")
    for folder in package_store.remove(*words):
        click.echo(f"Removed: {folder}")


def _file(word: str) -> Path:
    if not word.endswith(".argosmodel") and not Path(word).exists():
        raise UserError(
            f"«{word}» is neither a file nor two languages",
            todo="name both: diglot package install ar en",
        )
    return Path(word)


class _DownloadShown:
    """A bar on a terminal, a line for each quarter elsewhere."""

    def __init__(self) -> None:
        self._shown = -1

    def __call__(self, done: int, total: int | None) -> None:
        if done == 0:
            self._shown = -1
        terminal = sys.stderr.isatty()
        step = _step(done, total, 100 if terminal else 4)
        if step == self._shown:
            return
        self._shown = step
        text = f"{done / 1e6:.1f} of {total / 1e6:.1f} MB" if total else f"{done / 1e6:.1f} MB"
        if not terminal:
            click.echo(f"Downloading: {text}", err=True)
            return
        filled = 30 * done // total if total else 0
        click.echo(f"\r{'█' * filled}{'·' * (30 - filled)} {text} ", err=True, nl=done == total)


def _step(done: int, total: int | None, steps: int) -> int:
    """Which part of the whole has come; in MB where the whole is not known."""
    return steps * done // total if total else done // 10**6

"""What the terminal, the pipe or the file behind the output can take, and what when it cannot.

In: the streams of this process; problems and values. Out: UTF-8, problems as ``file:line: …``;
exit codes.
"""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from diglot.problems import Problem

_NOBODY_READS = 128 + 13
"""What the shell says of a program that ended because its pipe was closed (SIGPIPE)."""
_OF_THE_OUTPUT = {errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG}


def speak_utf8() -> None:
    """Arabic goes out in UTF-8, whatever the locale says; what is no character, in digits."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def or_give_up() -> Iterator[None]:
    """End the process where its own output fails; files, whose errors have a name, are not it."""
    try:
        yield
    except OSError as error:
        if error.filename is not None or error.errno not in _OF_THE_OUTPUT:
            raise
        sys.exit(_give_up(error))


def complain_of(problems: Iterable[Problem]) -> None:
    """Tell of problems on stderr, a line each."""
    for problem in problems:
        path = problem.path and shown(problem.path)
        click.echo(str(Problem(problem.what, path, problem.line, problem.todo)), err=True)


def print_json(value: object) -> None:
    """Print a value for other programs, Arabic as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def shown(path: Path) -> Path:
    """The path as seen from here, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _give_up(error: OSError) -> int:
    """Write nothing more; the exit code. Quiet where nobody reads any longer (``| head``)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            # Python would try once more at its end, and complain.
            os.dup2(nowhere, sys.stdout.fileno())
    if error.errno == errno.EPIPE:
        return _NOBODY_READS
    with suppress(OSError):
        click.echo(f"the output cannot be written ({error.strerror}); write it elsewhere", err=True)
    return 2

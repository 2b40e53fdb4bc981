"""Options that several commands have, each with the same words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click


def with_project(command: Callable[..., None]) -> Callable[..., None]:
    """The option ``--project``; the command gets it as ``folder``."""
    return click.option(
        "--project",
        "folder",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        default=Path(),
        metavar="DIR",
        help="The project (default: the nearest folder upwards with a mkdocs.yml).",
    )(command)


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")

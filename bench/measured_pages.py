"""Figures in a page of the manual, between two markers, so that nobody copies them by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.corpus import ROOT
from bench.results import Result
from diglot import files

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def write(page: Path, results: Sequence[Result]) -> None:
    """The results as tables in place of what stands between the markers of a page of ours."""
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise SystemExit(f"{page}: there are no lines {BEGIN} and {END}")
    tables = "\n\n".join(as_markdown(result) for result in results)
    files.write_if_changed(path, f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}")


def as_markdown(result: Result) -> str:
    """A result as a Markdown table below its title, figures aligned to the right."""
    columns = list(dict.fromkeys(name for row in result.rows for name in row))
    lines = [
        columns,
        ["---", *("---:" for _ in columns[1:])],
        *([_shown(row.get(name)) for name in columns] for row in result.rows),
    ]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    notes = "".join(f"\n\n{note}." for note in result.notes)
    return f"{result.title[:1].upper()}{result.title[1:]}:\n\n{table}{notes}"


def _shown(value: str | float | int | None) -> str:
    if value is None:
        return ""
    return (
        f"{value:.1f}"
        if isinstance(value, float)
        else f"{value:,}"
        if isinstance(value, int)
        else value
    )

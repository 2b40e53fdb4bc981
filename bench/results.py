"""What a benchmark found, as a table for people and as JSON for programs."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import diglot

Row = Mapping[str, str | float | int | None]


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of figures; a column's name ends in its unit (``wall s``, ``memory MB``)."""

    benchmark: str
    title: str
    rows: Sequence[Row]
    notes: Sequence[str] = ()


def as_table(result: Result) -> str:
    """The rows, right-aligned below their columns."""
    columns = list(dict.fromkeys(name for row in result.rows for name in row))
    lines = [columns, *([_shown(row.get(name)) for name in columns] for row in result.rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(columns))]
    texts = [
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    texts.insert(1, "  ".join("-" * width for width in widths))
    notes = [f"  {note}" for note in result.notes]
    return "\n".join([f"{result.benchmark}: {result.title}", "", *texts, "", *notes])


def as_json(result: Result) -> dict[str, Any]:
    """The shape of ``--json``: figures unrounded, with the machine that they were measured on."""
    return {
        "benchmark": result.benchmark,
        "title": result.title,
        "machine": machine(),
        "rows": [dict(row) for row in result.rows],
        "notes": list(result.notes),
    }


def machine() -> dict[str, Any]:
    """What the figures depend on."""
    return {
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "diglot": str(Path(diglot.__file__).parent),
    }


def _shown(value: str | float | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else value

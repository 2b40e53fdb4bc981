"""Tables drawn with pipes: which lines are rows, and where their cells stand.

``| a | b |``, or ``a | b`` where two lines or more have the same number of pipes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from diglot.steps.split.lines import Line, has_text

_PIPE = re.compile(r"(?<!\\)\|")
_BORDER = re.compile(r"[\s|:+=\-\u2500-\u257f]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands between two pipes; ``start`` counts from the line's first character."""

    start: int
    text: str
    column: int


def table_rows(lines: Sequence[Line]) -> dict[int, int]:
    """Index of a line → its row in its table, for all lines that are rows."""
    pipes = [len(_pipes(line.text)) if "|" in line.text else 0 for line in lines]
    rows: dict[int, int] = {}
    row = 0
    for index, line in enumerate(lines):
        if pipes[index] and has_text(line.text) and _is_row(lines, pipes, index):
            rows[index] = row
            row += 1
        elif not (row and line.text.strip() and is_border(line.text)):
            row = 0
    return rows


def is_border(text: str) -> bool:
    """Whether a line only separates rows: ``|---|:--:|``, ``+----+``, ``| | |``."""
    return _BORDER.fullmatch(text) is not None and not text.isspace()


def alignments(below: Sequence[Line]) -> tuple[str, ...]:
    """What the line below the head of a table says of each column: ``|:---:|---:|``.

    ``:---`` says nothing: that is where words begin, in a language of either direction.
    """
    if not below or not _is_rule(below[0].text):
        return ()
    rules = (cell.text.strip() for cell in cells(below[0].text))
    return tuple(
        ("center" if rule.startswith(":") else "right") if rule.endswith("-:") else ""
        for rule in rules
    )


def cells(text: str) -> tuple[Cell, ...]:
    """The cells of a row, empty ones too; together they cover the line."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip()) - 1
    pipes = _pipes(text)
    if pipes[0] != first:
        pipes.insert(0, -1)
    if pipes[-1] != last or len(pipes) == 1:
        pipes.append(len(text))
    return tuple(
        Cell(0 if column == 0 else begin, text[begin + 1 : end].replace("\\|", "|"), column)
        for column, (begin, end) in enumerate(pairwise(pipes))
    )


def _is_row(lines: Sequence[Line], pipes: Sequence[int], index: int) -> bool:
    text = lines[index].text.strip()
    if text.startswith("|") and pipes[index] > 1:
        return True
    return any(
        0 <= other < len(lines) and (pipes[other] == pipes[index] or _is_rule(lines[other].text))
        for other in (index - 1, index + 1)
    )


def _is_rule(text: str) -> bool:
    return "|" in text and is_border(text)


def _pipes(text: str) -> list[int]:
    """Indices of the pipes that have no backslash before them."""
    return [match.start() for match in _PIPE.finditer(text)]

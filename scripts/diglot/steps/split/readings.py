"""What each line is by itself: text, heading, list item, table row, quotation, label, or a gap.

In: lines and settings. Out: one ``Reading`` per line. A line without a letter or digit is a gap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diglot.model.document import Kind
from diglot.source import Settings
from diglot.steps.split.labels import Label, label_of
from diglot.steps.split.lines import Line, bare, collapse, has_text
from diglot.steps.split.list_markers import Marker, confirmed, marker_of
from diglot.steps.split.tables import alignments, table_rows

_HASHES = re.compile(r"\s{0,3}(#{1,6})(?=\s)\s*")
_CLOSING_HASHES = re.compile(r"(?:^|\s)#+\s*\Z")
_QUOTED = re.compile(r"\s*>[\s>]*")
_UNDERLINE = re.compile(r"\s*(?:(=+)|-+)\s*\Z")
_SHORTEST_UNDERLINE = 3
_LONGEST_UNDERLINED = 110
_RULE = re.compile(r"\s*(?:[-_*=~\u2014\u2500]\s*){3,}\Z")


@dataclass(frozen=True, slots=True)
class Reading:
    """One line and what it is; ``kind`` None is a gap between passages."""

    line: Line
    kind: Kind | None
    text: str = ""
    marker: Marker | None = None
    label: str = ""
    level: int = 0
    """Of a heading marked as such (``##``, underlined); 0 for any other."""
    row: int = -1
    columns: tuple[str, ...] = ()
    """How the columns below the head of a table are aligned."""
    is_rule: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether nothing but its place tells what the line is."""
        return self.kind is Kind.PARAGRAPH


def readings(lines: Sequence[Line], settings: Settings) -> list[Reading]:
    """Each line read by itself, with its neighbours where a marker or a table needs them."""
    rows = table_rows(lines)
    underlined = _underlined(lines)
    contents = [_heading_text(line.text, underlined.get(i, 0)) for i, line in enumerate(lines)]
    headed = confirmed(marker_of(text) if text else None for text in contents)
    forbidden = {collapse(text) for text in settings.not_headings}
    labels = _labels(lines)
    plain = confirmed(
        None if i in rows or contents[i] or labels[i] else marker_of(line.text)
        for i, line in enumerate(lines)
    )
    chosen = _chosen(settings)
    found = []
    for index, line in enumerate(lines):
        words = collapse(line.text)
        kind = chosen.get(words) or (chosen.get(bare(words)) if chosen else None)
        content = contents[index]
        if not has_text(line.text):
            found.append(Reading(line, None, is_rule=_RULE.match(line.text) is not None))
        elif index in rows:
            columns = alignments(lines[index + 1 : index + 2]) if rows[index] == 0 else ()
            found.append(Reading(line, Kind.CELL, line.text, row=rows[index], columns=columns))
        elif content and not {words, collapse(content)} & forbidden:
            level = underlined.get(index) or _level(line.text)
            found.append(_heading(line, content, headed[index], level))
        elif kind:
            found.append(_heading(line, line.text, plain[index], 0, kind))
        else:
            found.append(_read(line, labels[index], plain[index]))
    return found


def _read(line: Line, label: Label | None, marker: Marker | None) -> Reading:
    quoted = _QUOTED.match(line.text)
    if quoted:
        return Reading(line, Kind.QUOTATION, line.text[quoted.end() :])
    if label:
        return Reading(line, label.kind, line.text[label.end :], label=label.marker)
    if marker and has_text(line.text[marker.end :]):
        return Reading(line, Kind.ITEM, line.text[marker.end :], marker)
    if marker and not marker.is_bullet:
        return Reading(line, None)
    return Reading(line, Kind.PARAGRAPH, line.text)


def _heading(
    line: Line, content: str, marker: Marker | None, level: int, kind: Kind = Kind.HEADING
) -> Reading:
    numbered = marker is not None and not marker.is_bullet and has_text(content[marker.end :])
    if marker is not None and numbered and kind is Kind.HEADING:
        return Reading(line, kind, content[marker.end :], marker, marker.text, level)
    return Reading(line, kind, content, level=level)


def _heading_text(text: str, underline: int) -> str:
    """What a line marked as a heading says; empty for any other line."""
    if underline:
        return text
    match = _HASHES.match(text)
    return _CLOSING_HASHES.sub("", text[match.end() :]) if match and has_text(text) else ""


def _level(text: str) -> int:
    match = _HASHES.match(text)
    return len(match[1]) if match else 0


def _underlined(lines: Sequence[Line]) -> dict[int, int]:
    """Index → level of the lines underlined with ``===`` or ``---``, blank lines around both."""
    found = {}
    for index, line in enumerate(lines[:-1]):
        under = _UNDERLINE.match(lines[index + 1].text)
        if not under or len(lines[index + 1].text.strip()) < _SHORTEST_UNDERLINE:
            continue
        short = has_text(line.text) and len(line.text.strip()) <= _LONGEST_UNDERLINED
        around = (lines[i].text.strip() for i in (index - 1, index + 2) if 0 <= i < len(lines))
        if short and not any(around):
            found[index] = 1 if under[1] else 2
    return found


def _chosen(settings: Settings) -> dict[str, Kind]:
    """Lines that the settings call a heading, or the title."""
    chosen = {collapse(text): Kind.HEADING for text in settings.headings}
    if settings.title:
        chosen[bare(settings.title)] = Kind.TITLE
    return chosen


def _labels(lines: Sequence[Line]) -> list[Label | None]:
    """The label of each line; in a document without questions, «A:» is no answer."""
    labels = [label_of(line.text) for line in lines]
    if any(label and label.kind is Kind.QUESTION for label in labels):
        return labels
    return [None if label and label.kind is Kind.ANSWER else label for label in labels]

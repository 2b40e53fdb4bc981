"""What others need to know of a document, without reading it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from diglot import public_record, term_use
from diglot.problems import Problem
from diglot.public_record import PublicRecord
from diglot.term_use import TermUse

Amounts = Mapping[str, tuple[int, int]]
"""State → segments, and words in their source."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A document in short, as its source, template and catalogues give it."""

    id: str
    sections: tuple[str, ...]
    """Their ids, in reading order."""
    segments: int
    """Of the template."""
    progress: Mapping[str, Amounts]
    """By language."""
    to_draft: Mapping[str, int]
    """By language: the segments that a machine may write now."""
    doubts: tuple[Problem, ...] = ()
    """What in its settings fits nothing."""
    gone_sections: Mapping[str, str] = field(default_factory=dict)
    """Of every section that it had once: the section that has its text now, or ""."""
    left_alone: Mapping[str, int] = field(default_factory=dict)
    """By language: the segments that ``draft`` leaves to people, and tells of."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """By language, as readers get them."""
    passages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """By language and state."""
    last_review: Mapping[str, str] = field(default_factory=dict)
    """By language: the day; none where nothing is reviewed."""
    record: PublicRecord = field(default_factory=PublicRecord)
    """What the site tells others of it."""
    terms: TermUse = field(default_factory=TermUse)
    """Which terms of the glossary it uses, and where."""

    def as_json(self, root: Path) -> dict[str, Any]:
        """For the cache; paths below ``root`` relative to it."""
        doubts = [[d.what, d.path and relative(d.path, root), d.line, d.todo] for d in self.doubts]
        return {
            "id": self.id,
            "sections": self.sections,
            "segments": self.segments,
            "progress": self.progress,
            "to_draft": self.to_draft,
            "doubts": doubts,
            "gone_sections": dict(self.gone_sections),
            "left_alone": self.left_alone,
            "titles": self.titles,
            "passages": self.passages,
            "last_review": self.last_review,
            "record": self.record.as_json(),
            "terms": self.terms.as_json(),
        }


def from_json(values: Mapping[str, Any], root: Path) -> Summary:
    """The summary that ``as_json`` was made of."""
    return Summary(
        values["id"],
        tuple(values["sections"]),
        values["segments"],
        {
            language: {state: (segments, words) for state, (segments, words) in amounts.items()}
            for language, amounts in values["progress"].items()
        },
        values["to_draft"],
        tuple(
            Problem(what, None if path is None else root / path, line, todo)
            for what, path, line, todo in values["doubts"]
        ),
        values["gone_sections"],
        values["left_alone"],
        values["titles"],
        values["passages"],
        values["last_review"],
        public_record.from_json(values["record"]),
        term_use.from_json(values["terms"]),
    )


def relative(path: Path, root: Path) -> str:
    """The path as it stands in the cache: a project may be moved with it."""
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def mark(text: str) -> int:
    """Four bytes that tell of most texts that they are others."""
    return crc32(text.encode("utf-8"))


def marked(texts: Iterable[str]) -> bytes:
    """The marks of these texts: where none of them is a text's, that text is not among them."""
    return array("I", sorted(set(map(mark, texts)))).tobytes()


def marks_in(content: bytes) -> Iterable[int]:
    """The marks that ``marked`` put together."""
    marks = array("I")
    marks.frombytes(content)
    return marks

"""A catalogue: the segments of one document in one language. It is the only state that matters.

In the file a segment is one entry: ``msgctxt`` its block's key, ``msgid`` the source sentence,
``msgstr`` its translation, translator comments what was said of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from diglot.model.key import hash8
from diglot.model.state import State, derive
from diglot.model.statement import Comment, Statement


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence in one block, with its translation and all that was said of it."""

    key: str
    source: str
    target: str = ""
    comments: tuple[Comment, ...] = ()
    fuzzy: bool = False
    obsolete: bool = False
    hint: str = ""
    """Extracted comment (``#.``): what kind of block this is, for people in other tools."""
    flags: tuple[str, ...] = ()
    """Flags other than ``fuzzy``; kept for the tools that set them."""
    references: tuple[tuple[str, str], ...] = ()
    """``#:`` lines, (file, line); diglot writes none, and keeps what others wrote."""
    previous_source: str | None = None
    """``#| msgid``; for the display of other tools only."""
    line: int | None = field(default=None, compare=False)
    """Where the entry stands in the file that it was read from."""

    @property
    def state(self) -> State:
        """Derived from the texts and the statements; see ``diglot.model.state``."""
        return derive(self.source, self.target, self.comments)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The comments that are statements of diglot."""
        return tuple(c for c in self.comments if isinstance(c, Statement))

    @property
    def draft(self) -> Statement | None:
        """The ``draft`` line of the present text: where it comes from; None once it is edited."""
        tgt = hash8(self.target)
        return next((s for s in self.statements if s.kind == "draft" and s.tgt == tgt), None)

    def holding(self, kind: str) -> tuple[Statement, ...]:
        """The statements of this kind that were made on just these two texts."""
        said = [statement for statement in self.statements if statement.kind == kind]
        if not said:
            return ()
        src, tgt = hash8(self.source), hash8(self.target)
        return tuple(s for s in said if s.src == src and s.tgt == tgt)

    @property
    def reviews(self) -> tuple[Statement, ...]:
        """The verdicts by which this text, or its absence, is reviewed; by whom, and when."""
        if self.target:
            return self.holding("reviewed")
        src = hash8(self.source)
        return tuple(s for s in self.statements if s.kind == "empty" and s.src == src)

    @property
    def is_cleared(self) -> bool:
        """Whether somebody took ``fuzzy`` off an unreviewed text, and nobody objects to it.

        In other tools that is how a person says «this is right»; here it is no verdict yet.
        """
        if self.fuzzy or not self.target.strip() or self.state is State.REVIEWED:
            return False
        return not self.holding("needs-work") and not self.holding("conflict")

    @property
    def identity(self) -> tuple[str, str]:
        """(key, source): never twice in a file, obsolete entries included."""
        return self.key, self.source

    @property
    def words(self) -> int:
        """Words of the source, as white space divides them."""
        return len(self.source.split())


@dataclass(frozen=True)
class Catalogue:
    """All entries of a PO file in their order; a template is a catalogue without language."""

    document: str
    language: str
    segments: tuple[Segment, ...] = ()
    header: tuple[tuple[str, str], ...] = ()
    """Header fields as the file has them; empty for a catalogue that is not on disk yet."""
    preamble: str = ""
    """Comment lines above the header."""
    ending: str = ""
    """Comment lines below the last entry."""

    @cached_property
    def by_identity(self) -> dict[tuple[str, str], Segment]:
        """Every entry by (key, source), obsolete ones included."""
        return {segment.identity: segment for segment in self.segments}

    @property
    def active(self) -> Iterator[Segment]:
        """The entries that are in use."""
        return (segment for segment in self.segments if not segment.obsolete)

    def get(self, key: str, source: str) -> Segment | None:
        """The active entry of a sentence in a block, or None."""
        found = self.by_identity.get((key, source))
        return None if found is None or found.obsolete else found

    def with_segments(self, segments: tuple[Segment, ...]) -> Catalogue:
        """The same catalogue with other entries."""
        return replace(self, segments=segments)

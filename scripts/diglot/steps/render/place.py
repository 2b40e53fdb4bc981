"""Where a page stands among the others: its edition, its section, and the way to its counterparts.

Addresses are those of MkDocs with ``use_directory_urls`` and static-i18n in folder mode: the
language of the sources is at ``/``, every other at ``/<code>/``. They are written as raw HTML,
because MkDocs lets nobody link into another language by a file name; it does not check them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from diglot.language import Language
from diglot.steps.render.inline import tongue
from diglot.steps.render.passages import Edition, Part, Passage
from diglot.steps.render.tally import Tallies
from diglot.steps.render.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Another edition that a page links to, with its passages by key."""

    edition: Edition
    by_key: Mapping[str, Passage]


@dataclass(frozen=True, slots=True)
class Place:
    """One page: the overview of an edition, or a section of it."""

    edition: Edition
    counterparts: tuple[Counterpart, ...]
    """For a translation the original, for the original every translation."""
    tallies: Mapping[str, Tallies]
    """By language code the counts of each translation that the page is, or stands beside."""
    part: Part | None = None
    """None on the overview."""

    @property
    def path(self) -> PurePosixPath:
        """The page below ``docs/``."""
        name = "index" if self.part is None else self.part.section.id
        return PurePosixPath(self.edition.language.code, self.edition.document.id, f"{name}.md")

    @property
    def words(self) -> Words:
        """The interface words of the page."""
        return words_for(self.edition.language.code)

    def tongue(self, around: Language) -> str:
        """``lang`` and ``dir`` of the interface words in an element of this language."""
        own = self.edition.language
        borrowed = self.words.language != own.code.replace("_", "-").split("-")[0]
        return tongue(Language(self.words.language, "") if borrowed else own, around)

    def address(self, other: Edition) -> str:
        """The counterpart of this page in another edition, relative to this page."""
        up = 1 if self.part is None else 2
        up += 0 if self.edition.is_source else 1
        language = "" if other.is_source else f"{other.language.code}/"
        section = "" if self.part is None else f"{self.part.section.id}/"
        return "../" * up + f"{language}{other.document.id}/{section}"

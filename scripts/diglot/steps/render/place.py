"""Where a page stands among the others: its edition, its section, and the way to its counterparts.

Addresses are those of MkDocs and static-i18n in folder mode: the language of the sources is at
``/``, every other at ``/<code>/``. They are written as raw HTML,
because MkDocs lets nobody link into another language by a file name; it does not check them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from diglot.language import Language
from diglot.publication import AS_USUAL, Publication
from diglot.steps.render.passages import Edition, Part, Passage
from diglot.steps.render.tally import Tally
from diglot.steps.render.tongues import tongue
from diglot.steps.render.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An edition that others link to: its passages by key, its counts by section id."""

    edition: Edition
    by_key: Mapping[str, Passage]
    tallies: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Place:
    """One page: the overview of an edition, or a section of it."""

    here: Counterpart
    counterparts: tuple[Counterpart, ...]
    """For a translation the original, for the original every translation."""
    part: Part | None = None
    """None on the overview."""
    directory_urls: bool = True
    """MkDocs' ``use_directory_urls``: a section is at ``<id>/``; otherwise at ``<id>.html``."""
    publication: Publication = AS_USUAL
    site_url: str = ""
    """Where the site is published, if it is known."""

    @property
    def edition(self) -> Edition:
        """The edition that the page belongs to."""
        return self.here.edition

    def tallies(self, section: str) -> dict[str, Tally]:
        """The counts of a section by language: of this translation; of each, beside the original.

        ``WHOLE`` for those of the whole document.
        """
        judged = self.counterparts if self.edition.is_source else (self.here,)
        return {each.edition.language.code: each.tallies[section] for each in judged}

    @property
    def path(self) -> PurePosixPath:
        """The page below ``docs/``."""
        name = "index" if self.part is None else self.part.section.id
        return PurePosixPath(self.edition.language.code, self.edition.document.id, f"{name}.md")

    @property
    def words(self) -> Words:
        """The interface words of the page."""
        return words_for(self.edition.language.code)

    @property
    def introduction(self) -> str:
        """What the section without a heading is called: nothing is introduced where it is all."""
        return self.words.introduction if len(self.edition.parts) > 1 else self.words.text

    def tongue(self, around: Language) -> str:
        """``lang`` and ``dir`` of the interface words in an element of this language."""
        own = self.edition.language
        borrowed = self.words.language != own.code.replace("_", "-").split("-")[0]
        return tongue(Language(self.words.language, "") if borrowed else own, around)

    @property
    def glossary(self) -> str:
        """The page of the glossary in the language of this page, relative to it."""
        return "../" * self._up + ("glossary/" if self.directory_urls else "glossary/index.html")

    @property
    def title(self) -> str:
        """What its heading shows, as plain text."""
        if self.part is None:
            return self.edition.title.text
        return self.introduction if self.part.heading is None else self.part.heading.text

    def address_of(self, anchor: str) -> str:
        """Where a passage of this page is published; without the host where that is not known."""
        edition = self.edition
        language = "" if edition.is_source else f"{edition.language.code}/"
        path = f"{language}{edition.document.id}/{self._address_in_document}"
        return f"{self.site_url.rstrip('/')}/{path}#{anchor}"

    def address(self, other: Edition) -> str:
        """The counterpart of this page in another edition, relative to this page."""
        up = self._up
        up += 0 if self.edition.is_source else 1
        language = "" if other.is_source else f"{other.language.code}/"
        return "../" * up + f"{language}{other.document.id}/{self._address_in_document}"

    @property
    def _up(self) -> int:
        """Folders from this page to those of the documents in its language."""
        return 2 if self.part is not None and self.directory_urls else 1

    @property
    def _address_in_document(self) -> str:
        if self.directory_urls:
            return "" if self.part is None else f"{self.part.section.id}/"
        return f"{self.path.stem}.html"

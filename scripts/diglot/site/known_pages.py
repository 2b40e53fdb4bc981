"""What is known of the pages of all languages, as far as they have been read.

In: files of MkDocs, one language after the other, and the records of the documents. Out: titles,
addresses, and the days of changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from diglot.public_record import Event, PublicRecord
from diglot.steps.share.translated import Counts
from diglot.upkeep import Done

_EMPTY = PublicRecord()


@dataclass(frozen=True, slots=True)
class Known:
    """A page of a document; ``section`` is empty for its overview."""

    document: str
    section: str
    language: str
    counts: Mapping[str, Counts]


class KnownPages:
    """The pages of documents."""

    def __init__(self, documents: Iterable[Done], source_language: str) -> None:
        self.source_language = source_language
        self.records = {document.id: document.record for document in documents}
        self.sections = {document.id: document.sections for document in documents}
        self._pages: dict[tuple[str, str, str], Page] = {}
        self._homes: dict[str, File] = {}

    def read(self, files: Files, language: str) -> None:
        """The pages of a language have been read."""
        for file in files.documentation_pages():
            if is_home(file):
                self._homes[language] = file
            known = known_of(file.page)
            if known is not None and file.page is not None:
                self._pages[known.language, known.document, known.section] = file.page

    def page(self, language: str, document: str, section: str = "") -> Page | None:
        """A page; None where it has not been read, or is not there."""
        return self._pages.get((language, document, section))

    def home(self, language: str) -> File | None:
        """The home page of a language."""
        return self._homes.get(language)

    def record(self, document: str) -> PublicRecord:
        """What is known of a document."""
        return self.records.get(document, _EMPTY)

    def events(self, known: Known) -> tuple[tuple[str, Event], ...]:
        """What became of a page, with the language of the translation; on an overview, of all.

        Of a page of the original, what became of it itself: its text has changed.
        """
        is_original = known.language == self.source_language
        return tuple(
            (code, event)
            for code, found in self.record(known.document).events.items()
            if is_original or code == known.language
            for event in found
            if known.section in ("", event.section) and (event.kind == "stale" or not is_original)
        )

    def changed(self, known: Known) -> str:
        """The day of the last change that is known of; ISO, or nothing."""
        return max((event.day for _, event in self.events(known)), default="")


def known_of(page: Page | None) -> Known | None:
    """What the front matter of a generated page says; None for other pages."""
    said = page.meta.get("diglot") if page is not None else None
    if not isinstance(said, dict) or not said.get("document"):
        return None
    counts = said.get("counts")
    return Known(
        str(said["document"]),
        str(said.get("section") or ""),
        str(said.get("language")),
        counts if isinstance(counts, dict) else {},
    )


def is_home(file: File) -> bool:
    """Whether it is the first page of a language."""
    return str(getattr(file, "norm_src_uri", file.src_uri)) == "index.md"


def title_of(page: Page | None) -> str:
    """The title as plain text: of ours the front matter is escaped, of others the heading."""
    if page is None:
        return ""
    return Markup(page.meta.get("title") or page.title or "").striptags()


def description_of(page: Page, otherwise: str) -> str:
    """What the page is about, as plain text."""
    return Markup(page.meta.get("description") or otherwise or "").striptags()

"""Social cards: which pages have one, and the files, drawn once and kept in ``.diglot/cards``.

In: pages, as their heads are made. Out: pictures in ``assets/cards`` of the site. A card takes five
milliseconds, so a large site has one for each document, or only one for each language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from diglot import lock
from diglot.language import direction
from diglot.project import Project
from diglot.site import works
from diglot.site.alternates import Alternates
from diglot.site.head import Picture
from diglot.site.known_pages import Known, KnownPages, is_home, known_of, title_of
from diglot.steps.render import isolates
from diglot.steps.render.words import words_for
from diglot.steps.share import card
from diglot.steps.share.card import Card
from diglot.upkeep import Done

FOLDER = "assets/cards"
MOST = 400
"""Cards that are made where the project does not say which: two seconds of drawing."""

_END = b"IEND\xaeB`\x82"
_ISOLATES = {"ltr": "\u2067{}\u2069", "rtl": "\u2066{}\u2069"}
_NOT_IN_THE_WEB = ("localhost", "127.0.0.1", "::1")


class Cards:
    """The cards of one build of the site."""

    def __init__(self, project: Project, documents: Sequence[Done]) -> None:
        self._cache = project.root / lock.FOLDER / "cards"
        self._languages = " · ".join(language.name for language in project.languages)
        self._grain = _grain(project, documents)
        self._made: dict[str, Card] = {}

    def why_none(self, config: MkDocsConfig) -> str:
        """Why the site has no cards though the project wants some; empty where it has, or none."""
        return card.missing() if self._grain != "none" and _is_in_the_web(config) else ""

    def of(
        self, page: Page, config: MkDocsConfig, pages: KnownPages, alternates: Alternates
    ) -> Picture | None:
        """The card of a page, to be written in the end; None where there is none."""
        if self._grain == "none" or not _is_in_the_web(config) or card.missing():
            return None
        path, shown = self._chosen(page, str(config.theme["language"]), pages)
        if path not in self._made:
            self._made[path] = self._card(shown, config, pages, alternates)
        address = urljoin(config.site_url or "", quote(path))
        return Picture(address, card.WIDTH, card.HEIGHT, self._made[path].words)

    def write(self, config: MkDocsConfig) -> None:
        """Write the pictures into the site; those of earlier builds are forgotten."""
        kept = {_digest(each): each for each in self._made.values()}
        drawn = {name: self._drawn(name, each) for name, each in kept.items()}
        for path, each in self._made.items():
            write_file(drawn[_digest(each)], str(Path(config.site_dir, path)))
        with suppress(OSError):
            for old in self._cache.iterdir():
                if old.stem not in kept:
                    old.unlink()

    def _chosen(self, page: Page, language: str, pages: KnownPages) -> tuple[str, Page | None]:
        """The file of the card that this page shows, and the page that is drawn on it."""
        known = known_of(page)
        if self._grain == "pages" and not is_home(page.file):
            path = PurePosixPath(page.file.src_uri).with_suffix(".png")
            parts = path.parts[1:] if path.parts[0] == language else path.parts
            return "/".join((FOLDER, language, *parts)), page
        if self._grain == "documents" and known is not None:
            return f"{FOLDER}/{language}/{known.document}/index.png", pages.page(
                language, known.document
            )
        return f"{FOLDER}/{language}/index.png", None

    def _card(
        self, page: Page | None, config: MkDocsConfig, pages: KnownPages, alternates: Alternates
    ) -> Card:
        language, site = str(config.theme["language"]), config.site_name or ""
        if page is None:
            return Card(site, "", self._languages, "", language)
        known = known_of(page)
        if known is None:
            return Card(title_of(page), "", self._languages, site, language)
        above = title_of(pages.page(language, known.document)) if known.section else ""
        is_own = alternates.is_real(page.file, language)
        return Card(title_of(page), above, _state(known, pages, is_own=is_own), site, language)

    def _drawn(self, name: str, each: Card) -> bytes:
        """The picture, drawn if it is not kept, or not to its end: nobody waits for the disk."""
        path = self._cache / f"{name}.png"
        with suppress(OSError):
            found = path.read_bytes()
            if found.endswith(_END):
                return found
        made = card.draw(each, _isolated(each.language))
        with suppress(OSError):
            self._cache.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(".part")
            fresh.write_bytes(made)
            fresh.replace(path)
        return made


def _is_in_the_web(config: MkDocsConfig) -> bool:
    """Whether anybody else could fetch a picture: `serve` sets an address of this machine."""
    return urlsplit(config.site_url or "").hostname not in {None, *_NOT_IN_THE_WEB}


def _grain(project: Project, documents: Sequence[Done]) -> str:
    wanted = project.publication.cards
    if wanted != "auto":
        return wanted
    languages = len(project.languages)
    if languages * sum(1 + len(document.sections) for document in documents) <= MOST:
        return "pages"
    return "documents" if languages * len(documents) <= MOST else "site"


def _state(known: Known, pages: KnownPages, *, is_own: bool) -> str:
    words = words_for(known.language)
    if known.language == pages.source_language:
        return words.original.rstrip(".")
    if not is_own:  # what is there is not shown
        return words.lead["none"].rstrip(".")
    return works.status(known.counts.get(known.language, {}), known.language)


def _digest(each: Card) -> str:
    told = f"{each!r} {card.made_with()}"
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _isolated(language: str) -> card.Isolated:
    way = direction(language)

    def isolated(text: str) -> str:
        pieces = isolates.pieces(text, way)
        return "".join(_ISOLATES[way].format(it) if alone else it for it, alone in pieces)

    return isolated

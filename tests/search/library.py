"""A site with much to find in it: this project's own document, and the Arabic ones of tests/golden.

What a query has to find is read from the catalogues, not from the index.
"""

from __future__ import annotations

import html
import re
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from diglot import editions, project
from diglot.model.catalogue import Catalogue
from diglot.model.document import Block
from diglot.source import PROJECT_PAGES

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
QUERIES = Path(__file__).with_name("queries.tsv")

_CHAIN = r"(?:[وف]?(?:[بك]?ال|لل|[بلك]))?|[وف]"
_MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")


@dataclass(frozen=True, slots=True)
class Query:
    """A line of the table; ``meant`` are patterns for words, all of them in one passage."""

    half: str
    language: str
    kind: str
    text: str
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of a page, with its text in each language."""

    page: str
    """``<document>/<section>/``."""
    anchor: str
    texts: dict[str, str]
    is_aligned: bool = True
    """Whether the texts are translations of each other."""


def make(root: Path) -> Path:
    """Write the project; its pages are not rendered."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("seeds", "translations"):
        shutil.copytree(ROOT / folder, root / folder)
    for language in ("ar", "en"):
        (root / "docs" / language).mkdir(parents=True)
        for page in ("index.md", "about.md"):
            shutil.copy(ROOT / "docs" / language / page, root / "docs" / language)
    for catalogue in sorted(GOLDEN.glob("*/en.po")):
        name = catalogue.parent.name
        for path in catalogue.parent.glob("source.*"):
            shutil.copy(path, root / "seeds" / f"{name}{path.suffix}")
        shutil.copy(catalogue, root / "translations" / "en" / f"{name}.po")
    return root


def queries(half: str) -> list[Query]:
    """The table of one half: ``tune`` or ``report``."""
    lines = QUERIES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [
        Query(row[0], row[1], row[2], row[3], tuple(row[4].split(" + ")) if row[4] else ())
        for row in rows
        if row[0] == half
    ]


def places(root: Path) -> Iterator[Place]:
    """Every passage of the site, as catalogues and pages have it; the pages are rendered."""
    for edition in editions.load(project.load(root)):
        document, catalogue = edition.document, edition.catalogues["en"]
        yield Place(f"{document.id}/", "document", _texts(document.title, catalogue))
        for section in document.sections:
            page = f"{document.id}/{section.id}/"
            if section.heading is not None:
                yield Place(page, section.id, _texts(section.heading, catalogue))
            for block in section.blocks:
                if block.key:
                    anchor = f"b-{block.key.rpartition('/')[2]}"
                    yield Place(page, anchor, _texts(block, catalogue))
    for path in sorted((root / "docs" / "ar").rglob("*.md")):
        name = path.relative_to(root / "docs" / "ar")
        # The pages that diglot makes of all documents say again what others say.
        is_of_all = name.parts[0] in PROJECT_PAGES
        if len(name.parts) == 1 or (name.name == "index.md" and not is_of_all):
            page = f"{name.with_suffix('')}/".removesuffix("index/")
            texts = {code: _as_read(root / "docs" / code / name) for code in ("ar", "en")}
            yield Place(page, "", texts, is_aligned=False)


def _texts(block: Block, catalogue: Catalogue) -> dict[str, str]:
    """A block in both languages; an untranslated one has no English text."""
    found = (catalogue.get(block.key or "", text) for text in block.sentences)
    english = " ".join(each.target for each in found if each)
    return {"ar": " ".join(block.sentences), "en": english}


def _as_read(page: Path) -> str:
    """A hand-written page or an overview, without what search leaves out."""
    text = page.read_text(encoding="utf-8").partition("{ #sections }")[0]
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"<aside.*?</aside>|<small.*?</small>", "", text, flags=re.DOTALL)
    return html.unescape(re.sub(r"\]\([^)]*\)|\{[^}]*\}|<[^>]*>", " ", text))


def is_meant(place: Place, query: Query) -> bool:
    """Whether a passage has what a query means, in the language of the query."""
    spoken = "ar" if any("\u0600" < letter < "\u06ff" for letter in "".join(query.meant)) else "en"
    languages = (spoken,) if _is_word(query) else ("ar", "en")
    if not place.is_aligned:
        languages = tuple({*languages} & {query.language})
    texts = [_MARKS.sub("", unicodedata.normalize("NFC", place.texts[code])) for code in languages]
    return any(all(_pattern(each).search(text) for each in query.meant) for text in texts)


def _is_word(query: Query) -> bool:
    return any(letter.isalpha() for letter in re.sub(r"\\.", "", "".join(query.meant)))


@cache
def _pattern(meant: str) -> re.Pattern[str]:
    words = meant.replace("~", f"(?:{_CHAIN})") if meant.startswith("~") else meant
    return re.compile(rf"(?<![\w.,])(?:{words})(?!\w|[.,]\d)", re.IGNORECASE)

"""Whole documents of many kinds, from source to page: ``tests/golden/*/``.

Each folder is a story that a translator can read: ``source.txt`` → ``outline.txt`` (split) →
``en.po`` or ``ar.po`` (sync) → ``states.txt`` (the model) → ``pages.ar.md`` and ``pages.en.md``
(render). What fails first names its stage. Where there is an ``en.received.po``, it is the
catalogue as another tool saved it, and ``en.po`` what sync makes of it.

``--update-golden`` writes everything but the source and the received catalogue anew.
"""

from __future__ import annotations

import difflib
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from diglot import source
from diglot.language import Language
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.document import Document
from diglot.model.state import FUZZY, State
from diglot.source import Source
from diglot.steps.render import render
from diglot.steps.split import outline_full, split
from diglot.steps.sync import Synced, sync
from tests.builders import ARABIC, ENGLISH

GOLDEN = Path(__file__).parent / "golden"
FOLDERS = sorted(path.parent for path in GOLDEN.glob("*/source.txt"))

_LONGEST_DIFF = 40
_FIRST_WORDS = 10


@dataclass(frozen=True)
class Case:
    """One folder; the name of its catalogue says which language is the translation."""

    folder: Path

    @property
    def languages(self) -> tuple[Language, Language]:
        """Those of source and translation."""
        return (ENGLISH, ARABIC) if (self.folder / "ar.po").exists() else (ARABIC, ENGLISH)

    @property
    def catalogue(self) -> Path:
        return self.folder / f"{self.languages[1].code}.po"

    @property
    def received(self) -> Path:
        """What sync begins with: what another tool saved, or else the catalogue itself."""
        other = self.catalogue.with_suffix(".received.po")
        return other if other.exists() else self.catalogue

    def source(self) -> Source:
        found = source.read(self.folder / "source.txt")
        return replace(found, settings=replace(found.settings, id=self.folder.name))

    def document(self) -> Document:
        return split(self.source(), self.languages[0].code)

    def synced(self, path: Path) -> Synced:
        """The document, brought together with the catalogue of this path."""
        language = self.languages[1].code
        found = _read(path, self.folder.name, language) if path.exists() else None
        return sync(
            self.document(), self.source().settings, None, {language: found}, date(2026, 11, 25)
        )

    def catalogue_after_sync(self, path: Path) -> Catalogue:
        return self.synced(path).catalogues[self.languages[1].code]


@pytest.fixture(params=FOLDERS, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest) -> Case:
    return Case(request.param)


def test_outline(case: Case, update_golden: bool) -> None:
    """Split: every heading, item and sentence where a reader would see it."""
    document = case.document()

    assert document.raw == case.source().text
    _compare(case.folder / "outline.txt", outline_full(document), update_golden)


def test_catalogue(case: Case, update_golden: bool) -> None:
    """Sync: nothing of the catalogue changes, keys and statements included."""
    found = case.catalogue_after_sync(case.received)

    _compare(case.catalogue, po_writer.serialise(found), update_golden)
    again = case.catalogue_after_sync(case.catalogue)
    _compare(case.catalogue, po_writer.serialise(again), update=False)


def test_states(case: Case, update_golden: bool) -> None:
    """The model between catalogue and page: key, state and first words of each segment."""
    segments = case.catalogue_after_sync(case.catalogue).segments

    _compare(case.folder / "states.txt", "".join(map(_described, segments)), update_golden)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pages(case: Case, language: str, update_golden: bool) -> None:
    """Render: all pages of a language, one below the other."""
    synced = case.synced(case.catalogue)
    made = render(synced.document, synced.catalogues, case.source().settings, case.languages)
    pages = (page for page in made if page.path.parts[0] == language)
    text = "\n".join(f"===== {page.path}\n{page.text}" for page in pages)

    _compare(case.folder / f"pages.{language}.md", text, update_golden)


def test_gettext_accepts_the_catalogue(case: Case) -> None:
    """``msgfmt -c`` reads other tools' catalogues and ours without an error."""
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("gettext is not on this machine")
    for path in {case.catalogue, case.received}:
        run = subprocess.run([msgfmt, "-c", "-o", "-", str(path)], capture_output=True, check=False)
        complaints = [
            line for line in run.stderr.decode("utf-8").splitlines() if "header field" not in line
        ]

        assert (run.returncode, complaints) == (0, [])


def test_there_are_golden_documents() -> None:
    """A folder that was not found tests nothing."""
    assert len(FOLDERS) >= 14


def test_every_state_and_statement_has_an_example() -> None:
    """Somewhere in the folders, as often as not beside others."""
    segments = list(_all_segments())
    states = Counter(segment.state for segment in segments)
    said = Counter(s.kind for segment in segments for s in segment.statements)
    flags_taken_off = [s for s in segments if FUZZY.get(s.state) and not s.fuzzy]

    assert min(states[state] for state in State) >= 3
    assert said.keys() >= set(
        "draft reviewed stale empty needs-work conflict dismissed note source-wrong".split()
    )
    assert any(segment.obsolete and segment.statements for segment in segments)
    assert any(isinstance(comment, str) for s in segments for comment in s.comments)
    assert flags_taken_off


def test_every_file_of_a_golden_folder_is_looked_at() -> None:
    """A file with a wrong name would be compared with nothing."""
    found = {path for folder in FOLDERS for path in folder.iterdir()}

    assert found == {path for folder in FOLDERS for path in _files(Case(folder))}


def _files(case: Case) -> Iterator[Path]:
    names = ["source.txt", "outline.txt", "states.txt", "pages.ar.md", "pages.en.md"]
    optional = [case.folder / "source.toml", case.received]
    yield from (case.folder / name for name in names)
    yield case.catalogue
    yield from (path for path in optional if path.exists())


def _all_segments() -> Iterator[Segment]:
    for folder in FOLDERS:
        case = Case(folder)
        yield from _read(case.catalogue, folder.name, case.languages[1].code).segments


def _read(path: Path, document: str, language: str) -> Catalogue:
    text = path.read_text(encoding="utf-8")
    return po_reader.parse(text, path, document=document, language=language)


def _described(segment: Segment) -> str:
    signs = [segment.state.value]
    signs += ["fuzzy"] if segment.fuzzy else []
    signs += ["obsolete"] if segment.obsolete else []
    texts = (_first_words(segment.source), _first_words(segment.target))
    return f"{segment.key}: {', '.join(signs)}\n" + "".join(f"    {text}\n" for text in texts)


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "") or "–"


def _compare(path: Path, text: str, update: bool) -> None:
    if update:
        path.write_text(text, encoding="utf-8", newline="\n")
    expected = path.read_bytes().decode("utf-8") if path.exists() else ""
    if text == expected:
        return
    lines = list(
        difflib.unified_diff(
            expected.split("\n"), text.split("\n"), "expected", "found", n=1, lineterm=""
        )
    )
    more = len(lines) - _LONGEST_DIFF
    shown = lines[:_LONGEST_DIFF] + ([f"… and {more} more lines"] if more > 0 else [])
    name = path.relative_to(GOLDEN)
    pytest.fail(f"{name} is not as it was:\n" + "\n".join(shown), pytrace=False)

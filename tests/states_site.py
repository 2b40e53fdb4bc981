"""A project whose passages of every kind are in all five states, for what a reader sees of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from diglot import editions, files, pipeline, project
from diglot.model import po_writer
from diglot.model.catalogue import Segment
from diglot.model.document import Document, Kind
from diglot.model.state import FUZZY, State
from diglot.model.statement import Statement, state_that
from tests import demo_site

DOCUMENT = "states"
SECTIONS = ("paragraphs", "lists", "tables", "others")

STATES = (State.DRAFT, State.EDITED, State.REVIEWED, State.STALE, State.UNTRANSLATED)
_LENGTHS = (3, 11, 7, 19, 5, 31, 13)
"""Words; no multiple of the states, so that each state meets short and long texts."""
_ARABIC = "عمل الشركاء في هذا العام على تجميد الأموال وتبادل المعلومات بينهم في أكثر من مدينة"
_ENGLISH = "partners have worked this year on freezing funds and on sharing what they know"

_OTHER = "الشريكين"


def make(root: Path, settings: str = "report: errors@example.org") -> Path:
    """Write the project and a catalogue in which each kind goes through the states in turn.

    ``settings``: those of the plugin.
    """
    config = demo_site.CONFIG.replace("  - diglot\n", f"  - diglot: {{{settings}}}\n")
    demo_site.make(root, config)
    for path in (root / "seeds").iterdir():
        path.unlink()
    (root / "translations" / "en" / f"{demo_site.DOCUMENT}.po").unlink()
    (root / "translations" / f"{demo_site.DOCUMENT}.pot").unlink()
    for language in ("ar", "en"):
        page = root / "docs" / language / "index.md"
        page.write_text(page.read_text("utf-8").replace(demo_site.DOCUMENT, DOCUMENT), "utf-8")
    files.write_if_changed(root / "seeds" / "states.txt", _seed())
    files.write_if_changed(root / "seeds" / "states.toml", _settings())
    found = project.load(root)
    pipeline.sync(found)
    (edition,) = editions.load(found)
    states = _states(edition.document)
    catalogue = edition.catalogues["en"]
    judged = (
        _in_state(segment, states[segment.key], number)
        for number, segment in enumerate(catalogue.segments)
    )
    text = po_writer.serialise(catalogue.with_segments(tuple(judged)))
    files.write_if_changed(found.catalogue_path(DOCUMENT, "en"), text)
    return root


def _seed() -> str:
    items = [_arabic(10 + n) for n in range(10)]
    nested = [f"{'  ' * (n // 5)}- {_arabic(30 + n)}" for n in range(15)]
    cells = [_arabic(50 + n, most=7) for n in range(20)]
    rows = ["| " + " | ".join(cells[at : at + 4]) + " |" for at in range(0, 20, 4)]
    headings = [f"### {_arabic(80 + n)}" for n in range(5)]
    parts = [
        "## فقرات", *(_arabic(n) for n in range(10)),
        "## قوائم", "\n".join(f"- {text}" for text in items),
        _arabic(90), "\n".join(f"{n}) {_arabic(100 + n)}" for n in range(1, 6)),
        _arabic(91), "\n".join(nested),
        "## جداول", "\n".join([rows[0], "|---|---|---|---|", *rows[1:]]),
        "## غير ذلك", *(f"> {_arabic(120 + n)}" for n in range(5)),
        *(f"س: {_arabic(130 + n)}؟\n\nج: {_arabic(140 + n)}" for n in range(5)),
        *(part for heading in headings for part in (heading, _arabic(150, most=9))),
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _settings() -> str:
    titles = ("فقرات", "قوائم", "جداول", "غير ذلك")
    ids = "\n".join(f'"{title}" = "{name}"' for title, name in zip(titles, SECTIONS, strict=True))
    return f'id = "{DOCUMENT}"\ntitle = "الحالات كلها"\n\n[sections]\n{ids}\n'


def _arabic(number: int, most: int = 99) -> str:
    return f"{_words(_ARABIC, number, most)} {number}"


def _words(text: str, number: int, most: int = 99) -> str:
    words = cycle(text.split())
    return " ".join(islice(words, number % 5, number % 5 + min(most, _LENGTHS[number % 7])))


def _states(document: Document) -> dict[str, State]:
    """A state for each key: each kind of block has its own count."""
    seen: Counter[Kind] = Counter()
    states = {}
    for block in document.blocks():
        states[block.key or ""] = STATES[seen[block.kind] % len(STATES)]
        seen[block.kind] += 1
    return states


def _in_state(segment: Segment, state: State, number: int) -> Segment:
    if state is State.UNTRANSLATED:
        return segment
    target = f"{_words(_ENGLISH, number).capitalize()}: {number}."
    said = _statement(state, segment.source, target)
    comments = (said,) if said else ()
    return replace(segment, target=target, comments=comments, fuzzy=FUZZY.get(state, False))


def _earlier(source: str) -> str:
    """The source with another second word, and without the last."""
    first, _, *rest = source.split()
    return " ".join([first, _OTHER, *rest[:-1]])


def _statement(state: State, source: str, target: str) -> Statement | None:
    match state:
        case State.DRAFT:
            return state_that("draft", source, target, engine="argos")
        case State.REVIEWED:
            return state_that("reviewed", source, target, by="A. Reviewer", on="2026-11-24")
        case State.STALE:
            return state_that("stale", source, target, on="2026-11-25", was=_earlier(source))
        case _:
            return None

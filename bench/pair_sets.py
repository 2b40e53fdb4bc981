"""Good pairs of a source and its translation, to measure checks on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import ROOT
from diglot.checks import Context, Pair
from diglot.model import glossary, po_reader
from tests.checks.made_pairs import made_pairs

_SOURCE, _TARGET = ".ar.txt", ".en.txt"


@dataclass(frozen=True, slots=True)
class PairSet:
    """Pairs that are taken to be right."""

    name: str
    pairs: tuple[Pair, ...]

    def joined(self) -> tuple[Pair, ...]:
        """Neighbours as one text, so that there are several sentences to lose."""
        return tuple(
            Pair(f"{a.source} {b.source}", f"{a.target} {b.target}", a.context)
            for a, b in zip(self.pairs[::2], self.pairs[1::2], strict=False)
        )


def pair_sets(data: Path | None) -> list[PairSet]:
    """Each file of the folder in halves, then pairs made for the tests, then our own catalogue.

    In the folder: ``NAME.ar.txt`` and ``NAME.en.txt``, line by line.
    """
    found = list(_of_folder(data)) if data else []
    return [*found, PairSet("made for the tests", tuple(made_pairs())), _catalogue()]


def _of_folder(folder: Path) -> Iterator[PairSet]:
    for source in sorted(folder.glob(f"*{_SOURCE}")):
        target = source.with_name(source.name.removesuffix(_SOURCE) + _TARGET)
        lines = zip(_lines(source), _lines(target), strict=True)
        pairs = tuple(Pair(one, other) for one, other in lines if one and other)
        half, name = len(pairs) // 2, source.name.removesuffix(_SOURCE)
        yield PairSet(f"{name}, first half", pairs[:half])
        yield PairSet(f"{name}, other half", pairs[half:])


def _lines(path: Path) -> Sequence[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]


def _catalogue() -> PairSet:
    """The project's own translation, with its glossary."""
    folder, name = ROOT / "translations", "coalition-fact-sheet-2017"
    catalogue = po_reader.read(folder / "en" / f"{name}.po", document=name, language="en")
    context = Context(glossary.read(folder / "glossary.csv"))
    entries = catalogue.active if catalogue else ()
    pairs = tuple(Pair(each.source, each.target, context) for each in entries if each.target)
    return PairSet("the project's catalogue", pairs)

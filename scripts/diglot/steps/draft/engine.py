"""What drafting needs of an engine. Engines fit it; drafting imports none of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol


class Hypothesis(Protocol):
    """One possible translation."""

    @property
    def text(self) -> str: ...

    @property
    def score(self) -> float:
        """How likely the model finds it: a logarithm, the higher the better."""
        ...

    @property
    def at_limit(self) -> bool:
        """Whether the model was cut off at its longest output: the end may be missing."""
        ...


class Translation(Protocol):
    """What an engine made of one text, the likeliest first; empty where it could not."""

    @property
    def hypotheses(self) -> Sequence[Hypothesis]: ...


class Engine(Protocol):
    """A machine that translates texts from one language into another."""

    @property
    def name(self) -> str:
        """As it stands behind ``engine=`` in the catalogue: ``argos``."""
        ...

    @property
    def model(self) -> str:
        """Package and version: ``translate-ar_en@1.0``."""
        ...

    def begin(self, texts: Sequence[str], *, hypotheses: int) -> Iterable[Translation]:
        """A translation for each text, in their order; UserError where the engine cannot work.

        Does not wait for them: that is for who takes the first. Several calls may be under way,
        and are done in the order in which they were begun.
        """
        ...

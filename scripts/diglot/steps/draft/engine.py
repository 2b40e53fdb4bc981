"""What drafting needs of an engine. Engines fit it; drafting imports none of them."""

from __future__ import annotations

from collections.abc import Sequence
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

    def translate(self, texts: Sequence[str], *, hypotheses: int) -> Sequence[Translation]:
        """A translation for each text, in their order; UserError where the engine cannot work."""
        ...

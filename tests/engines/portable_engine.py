"""An engine for the workers of a cluster: slow enough to be killed in the middle of its work."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from diglot.engines.decoding import Hypothesis, Translation


@dataclass(frozen=True)
class PortableEngine:
    """Turns texts round. Leaves a file in ``loads`` for each process that uses it."""

    loads: Path
    seconds: float = 0.0
    """For each text."""
    threads: int = 0
    name: str = "portable"
    model: str = "translate-ar_en@0.1"

    def with_threads(self, threads: int) -> Self:
        (self.loads / f"{time.time_ns()}").touch()
        return replace(self, threads=threads)

    def translate(self, texts: Sequence[str], *, hypotheses: int = 1) -> list[Translation]:
        found = []
        for text in texts:
            time.sleep(self.seconds)
            if text == "broken":
                raise RuntimeError("this text breaks the engine")
            found.append(Translation((Hypothesis(f"{self.threads} {text[::-1]}", -0.5),)))
        return found

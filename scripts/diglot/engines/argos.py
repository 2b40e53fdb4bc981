"""The engine «argos»: Argos packages, read directly with CTranslate2 and SentencePiece.

For a sentence it gives what Argos Translate gives, many times faster, and other than Argos:

* one translation for each text; the text is not split into sentences again;
* a long text is divided, and a translation longer than Argos's 256 tokens is not cut in silence;
* ``_`` stays where the source has one, and so does white space at the edges, tabs and line ends;
* the model is loaded once, however many threads ask for it.

Safe with threads and with processes started by ``spawn``: an engine may be pickled, and each
process loads its own model. Not with ``fork`` after the model was loaded (CTranslate2 hangs).
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Self

from diglot.engines import argos_model, package_store
from diglot.engines.argos_model import ArgosModel
from diglot.engines.argos_package import ArgosPackage
from diglot.engines.decoding import Hypothesis, Search, Translation, decode

__all__ = ["ArgosEngine", "Hypothesis", "Translation"]


class ArgosEngine:
    """Translates with one package, or with two through a third language."""

    name = "argos"

    def __init__(
        self, packages: Sequence[ArgosPackage], *, threads: int, compute_type: str = "default"
    ) -> None:
        self._packages = tuple(packages)
        self._threads, self._compute_type = threads, compute_type
        self._lock = threading.Lock()
        self._loaded: tuple[ArgosModel, ...] = ()

    @classmethod
    def open(
        cls,
        packages: Sequence[ArgosPackage],
        *,
        threads: int | None = None,
        compute_type: str = "default",
    ) -> ArgosEngine:
        """An engine of these packages, in the order of translation; as many threads as cores.

        Models are read when the first text comes: an engine that gets no work costs nothing.
        """
        return cls(packages, threads=threads or _cores(), compute_type=compute_type)

    def __reduce__(self) -> tuple[object, ...]:
        return _opened, (self._packages, self._threads, self._compute_type)

    def with_threads(self, threads: int) -> Self:
        """The same engine for so many translations at a time; loads a model of its own."""
        return type(self)(self._packages, threads=threads, compute_type=self._compute_type)

    @property
    def model(self) -> str:
        """The packages, for the stamp on drafts: ``translate-ar_en@1.0``, joined by ``+``."""
        return "+".join(package.label for package in self._packages)

    def translate(
        self, texts: Sequence[str], *, beams: int = 4, hypotheses: int = 1
    ) -> list[Translation]:
        """One translation for each text; texts without words come back as they are."""
        if not texts:
            return []
        return list(self.begin(texts, beams=beams, hypotheses=hypotheses))

    def begin(
        self, texts: Iterable[str], *, beams: int = 4, hypotheses: int = 1
    ) -> Iterator[Translation]:
        """As ``translate``, but each is given as soon as it is ready, in the order of the texts.

        The work on the first texts (all, if they are some hundred) begins at once, behind what was
        begun before; nobody waits for it until the first translation is taken.
        """
        first, *others = self._models()
        translations = decode(first, texts, Search(beams, hypotheses))
        for model in others:
            translations = _onwards(model, translations, Search(beams))
        return translations

    def _models(self) -> tuple[ArgosModel, ...]:
        with self._lock:
            if not self._loaded:
                self._loaded = tuple(
                    argos_model.load(
                        package, threads=self._threads, compute_type=self._compute_type
                    )
                    for package in self._packages
                )
            return self._loaded


def _onwards(
    model: ArgosModel, translations: Iterator[Translation], search: Search
) -> Iterator[Translation]:
    """Every hypothesis translated once more; scores are of both steps, as in Argos."""
    pending: deque[Translation] = deque()

    def texts() -> Iterator[str]:
        for translation in translations:
            pending.append(translation)
            yield from (hypothesis.text for hypothesis in translation.hypotheses)

    results = decode(model, texts(), search)
    for result in results:
        before = pending.popleft().hypotheses
        after = (result, *islice(results, len(before) - 1))
        yield Translation(
            tuple(
                Hypothesis(new.text, old.score + new.score, old.at_limit or new.at_limit)
                for old, (new, *_) in zip(before, (each.hypotheses for each in after), strict=True)
            )
        )


def _opened(packages: Sequence[ArgosPackage], threads: int, compute_type: str) -> ArgosEngine:
    """An engine that was pickled, perhaps on another machine."""
    here = tuple(map(_here, packages))
    return ArgosEngine(here, threads=threads, compute_type=compute_type)


def _here(package: ArgosPackage) -> ArgosPackage:
    """As this machine has it: in the same folder, or wherever its own Argos keeps it."""
    if package.folder.is_dir():
        return package
    installed = package_store.installed().packages
    return next((each for each in installed if each.label == package.label), package)


def _cores() -> int:
    """Cores that this process may use; fewer than the machine has, in a container."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

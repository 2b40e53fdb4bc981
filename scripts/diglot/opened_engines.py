"""The engine of each language, opened when there is something for it to do, and once."""

from __future__ import annotations

from collections.abc import Iterable

from diglot.drafting import EngineFor, NoEngineError
from diglot.model.catalogue import Catalogue
from diglot.problems import Problem
from diglot.project import Project
from diglot.steps.draft import Engine, to_draft


class OpenedEngines:
    """May be called as ``EngineFor``."""

    def __init__(self, project: Project, engine_for: EngineFor) -> None:
        self._project, self._engine_for = project, engine_for
        self._opened: dict[str, Engine | NoEngineError] = {}

    def __call__(self, project: Project, language: str) -> Engine:
        engine = self._open(language)
        if isinstance(engine, NoEngineError):
            raise engine
        return engine

    @property
    def missing(self) -> tuple[Problem, ...]:
        """Why there is none, of all languages that were asked for."""
        failed = (each for each in self._opened.values() if isinstance(each, NoEngineError))
        return tuple(problem for each in failed for problem in each.problems)

    def is_there(self, language: str) -> bool:
        """Whether there is one for this language."""
        return not isinstance(self._open(language), NoEngineError)

    def may_draft(self, catalogues: Iterable[Catalogue]) -> bool:
        """Whether there is something to draft in one of them, and an engine for it."""
        return any(
            any(to_draft(each, redo=False)) and self.is_there(each.language) for each in catalogues
        )

    def _open(self, language: str) -> Engine | NoEngineError:
        if language not in self._opened:
            try:
                self._opened[language] = self._engine_for(self._project, language)
            except NoEngineError as error:
                self._opened[language] = error
        return self._opened[language]

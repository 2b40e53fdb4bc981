"""Drafting beside other work: new text is drafted while the site is served.

In: a project. Out: drafts in its catalogues, which whoever watches them sees.
"""

from __future__ import annotations

import logging
import threading

from diglot.drafting import EngineFor, NoEngineError, draft
from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.steps.draft import Drafted, Engine

_log = logging.getLogger("mkdocs.plugins.diglot")


class BackgroundDrafting:
    """A thread that drafts when it is woken, and once more if it was woken meanwhile."""

    def __init__(self, project: Project, engine_for: EngineFor) -> None:
        self._project = project
        self._engines, missing = _open(project, engine_for)
        if not self._engines:
            raise NoEngineError.of(missing)
        for problem in missing:
            _log.warning("%s", problem)
        self._wanted = threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """Something may be there to draft."""
        self._wanted.set()
        if self._thread is None:
            # It ends with the process: what was finished is on the disk, the rest comes next time.
            self._thread = threading.Thread(target=self._run, name="drafting", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while self._wanted.wait():
            self._wanted.clear()
            try:
                drafted = draft(
                    self._project,
                    engine_for=lambda project, language: self._engines[language],
                    languages=list(self._engines),
                )
            except UserError as error:
                _log.error("%s", error)
            else:
                _tell(drafted)


def _open(project: Project, engine_for: EngineFor) -> tuple[dict[str, Engine], list[Problem]]:
    engines: dict[str, Engine] = {}
    missing: list[Problem] = []
    for language in project.target_languages:
        try:
            engines[language.code] = engine_for(project, language.code)
        except NoEngineError as error:
            missing.extend(error.problems)
    return engines, missing


def _tell(drafted: tuple[Drafted, ...]) -> None:
    for each in drafted:
        name = f"{each.catalogue.document} ({each.catalogue.language})"
        _log.info("Drafted: %s, %d segments", name, len(each.results))

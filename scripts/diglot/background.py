"""Drafting beside other work: new text is drafted while the site is served.

In: a project. Out: drafts in its catalogues, which whoever watches them sees.
"""

from __future__ import annotations

import logging
import threading

from diglot.drafting import EngineFor, NoEngineError, draft
from diglot.opened_engines import OpenedEngines
from diglot.problems import UserError
from diglot.project import Project
from diglot.steps.draft import Drafted

_log = logging.getLogger("mkdocs.plugins.diglot")


class BackgroundDrafting:
    """A thread that drafts when it is woken, and once more if it was woken meanwhile."""

    def __init__(self, project: Project, engine_for: EngineFor) -> None:
        self._project = project
        self._engines = OpenedEngines(project, engine_for)
        codes = [language.code for language in project.target_languages]
        self._languages = [code for code in codes if self._engines.is_there(code)]
        if not self._languages:
            raise NoEngineError.of(self._engines.missing)
        for problem in self._engines.missing:
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
                drafted = draft(self._project, engine_for=self._engines, languages=self._languages)
            except UserError as error:
                _log.error("%s", error)
            else:
                _tell(drafted)


def _tell(drafted: tuple[Drafted, ...]) -> None:
    for each in (each for each in drafted if each.results):
        name = f"{each.catalogue.document} ({each.catalogue.language})"
        _log.info("Drafted: %s, %d segments", name, len(each.results))

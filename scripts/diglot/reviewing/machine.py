"""What an engine would say, where one is installed: other translations of the same sentence."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from diglot.engine_choice import NoEngineError, open_engine
from diglot.problems import UserError
from diglot.project import Project

if TYPE_CHECKING:
    from diglot.steps.draft import Engine

_HYPOTHESES = 4
_engines: dict[tuple[str, str], Engine | None] = {}
_one_at_a_time = threading.Lock()


def alternatives(project: Project, language: str, source: str) -> tuple[str, list[str]]:
    """The engine's name and what it proposes, the likeliest first; nothing where there is none."""
    with _one_at_a_time:
        engine = _engine(project, language)
        if engine is None:
            return "", []
        try:
            (translation,) = engine.begin([source], hypotheses=_HYPOTHESES)
        except UserError:
            return "", []
    texts = [each.text.strip() for each in translation.hypotheses if not each.at_limit]
    return f"{engine.name} {engine.model}", list(dict.fromkeys(filter(None, texts)))


def _engine(project: Project, language: str) -> Engine | None:
    place = (str(project.root), language)
    if place not in _engines:
        try:
            _engines[place] = open_engine(project, language)
        except NoEngineError:
            _engines[place] = None
    return _engines[place]

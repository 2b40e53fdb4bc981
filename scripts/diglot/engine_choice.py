"""Which engine drafts into a language: Argos packages on this machine, or on a Dask cluster.

In: a project and a language. Out: an engine, or why there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Self

from diglot.problems import Problem, UserError
from diglot.project import Project
from diglot.steps.draft import Drafted, Engine

if TYPE_CHECKING:
    from diglot.engines.argos import ArgosEngine


class NoEngineError(UserError):
    """Nothing translates into this language here; everything else can still be done."""

    drafted: tuple[Drafted, ...] = ()
    """What could be drafted all the same, out of the memory."""

    @classmethod
    def after(cls, drafted: Sequence[Drafted], problems: Sequence[Problem]) -> Self:
        """Of these languages, when this was drafted."""
        error = cls.of(problems)
        error.drafted = tuple(drafted)
        return error


EngineFor = Callable[[Project, str], Engine]
"""Opens the engine for a target language; NoEngineError where there is none."""


def open_engine(project: Project, language: str) -> ArgosEngine:
    """The engine that translates into this language; NoEngineError where there is none."""
    from diglot.engines import argos_folders, extra, package_store
    from diglot.engines.argos import ArgosEngine

    source = project.source_language.code
    try:
        extra.require()
        if not argos_folders.are_in_use():
            # Asking Argos would make its folders, in the home of somebody who never wanted them.
            raise UserError(
                f"no Argos package translates {source} → {language} (installed: none)",
                todo=f"install one: diglot package install {source} {language}",
            )
        return ArgosEngine.open(package_store.route(source, language))
    except UserError as error:
        raise NoEngineError.of(error.problems) from error


@contextmanager
def engines(*, workers: int = 0, scheduler: str = "") -> Iterator[EngineFor]:
    """As ``open_engine``; on workers of a Dask cluster where they are asked for.

    The cluster starts, or is connected to, when there is something to draft.
    """
    if not workers and not scheduler:
        yield open_engine
        return
    from diglot.engines import dask_cluster
    from diglot.engines.dask_engine import DaskEngine

    with ExitStack() as closing:
        clients: list[Any] = []

        def on_workers(project: Project, language: str) -> Engine:
            engine = open_engine(project, language)
            if not clients:
                cluster = (
                    dask_cluster.running_at(scheduler)
                    if scheduler
                    else dask_cluster.on_this_machine(workers)
                )
                clients.append(closing.enter_context(cluster))
            return DaskEngine(engine, clients[0])

        yield on_workers

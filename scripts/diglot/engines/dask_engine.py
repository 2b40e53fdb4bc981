"""An engine on the workers of a Dask cluster: many processes, many machines.

Law: what comes back is what the engine itself gives, in the same order, whatever becomes of a
worker meanwhile. (The likeliest hypothesis, that is: among unlikely ones the search may keep
another where something else is in a batch, here as there.) The engine goes to the workers pickled;
each loads its model once.
"""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, Self

from diglot.problems import UserError

_BATCH = 3000
"""Characters: some token batches of a model, a second of work. What a lost worker has to do again,
and how finely the work can be divided."""
_RETRIES = 1
"""Of a batch in which the engine failed; one whose worker was lost runs again in any case."""


class Engine(Protocol):
    """What can work on a cluster: it may be pickled, and fits itself to a worker's threads."""

    @property
    def name(self) -> str: ...

    @property
    def model(self) -> str: ...

    def with_threads(self, threads: int) -> Self: ...

    def translate(self, texts: Sequence[str], *, hypotheses: int) -> Sequence[Any]: ...


class DaskEngine:
    """Hands batches to a cluster; ``client`` is a ``distributed.Client``."""

    def __init__(self, engine: Engine, client: Any) -> None:
        self.name, self.model = engine.name, engine.model
        self._client = client
        self._pickled = pickle.dumps(engine)
        self._try_out()

    def translate(self, texts: Sequence[str], *, hypotheses: int = 1) -> list[Any]:
        """A translation for each text, in their order."""
        return list(self.begin(texts, hypotheses=hypotheses))

    def begin(self, texts: Sequence[str], *, hypotheses: int = 1) -> Iterator[Any]:
        """As ``translate``; the cluster has its work when this returns, and nobody has waited."""
        with _scheduler_is_there():
            futures = [
                self._client.submit(
                    _translated, self._pickled, batch, hypotheses, pure=False, retries=_RETRIES
                )
                for batch in _batches(texts)
            ]
        return self._gathered(futures)

    def _gathered(self, futures: Sequence[Any]) -> Iterator[Any]:
        with _scheduler_is_there():
            found = self._client.gather(futures)
        for batch in found:
            yield from batch

    def _try_out(self) -> None:
        """Every worker loads the engine; UserError names one that cannot."""
        said = self._client.run(_refusal, self._pickled, on_error="return")
        for worker, refusal in said.items():
            if refusal is not None:
                raise UserError(
                    f"the Dask worker {worker} cannot translate ({refusal})",
                    todo="install diglot[argos,dask] and the same package there, too",
                )


@contextmanager
def _scheduler_is_there() -> Iterator[None]:
    from concurrent.futures import CancelledError

    try:
        yield
    except (CancelledError, OSError) as error:
        raise UserError(
            f"the Dask scheduler was lost ({type(error).__name__})",
            todo="run this again: what was finished is kept",
        ) from error


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


# On the workers

_engines: dict[bytes, Engine] = {}
"""Of this worker, by their pickle: loaded once, for all its threads."""
_lock = threading.Lock()


def _translated(pickled: bytes, texts: Sequence[str], hypotheses: int) -> list[Any]:
    return list(_engine(pickled).translate(texts, hypotheses=hypotheses))


def _refusal(pickled: bytes) -> str | None:
    """Why this worker cannot translate; None where it can."""
    try:
        _engine(pickled).translate(["1"], hypotheses=1)
    except UserError as error:
        return str(error)
    return None


def _engine(pickled: bytes) -> Engine:
    with _lock:
        if pickled not in _engines:
            engine: Engine = pickle.loads(pickled)
            _engines[pickled] = engine.with_threads(_threads())
        return _engines[pickled]


def _threads() -> int:
    """As many batches as this worker is given at a time."""
    from distributed import get_worker

    try:
        return int(get_worker().state.nthreads)
    except ValueError:  # `Client.run` is no task
        return 1

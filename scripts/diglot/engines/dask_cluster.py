"""Dask clusters: one that is running somewhere, or workers on this machine.

In: an address or a number of workers. Out: a ``distributed.Client``, closed at the end.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from diglot.problems import UserError

_SECONDS = 10
"""To wait for a scheduler, and for its first worker."""
ALLOCATOR = {"MALLOC_TRIM_THRESHOLD_": 10**9, "MALLOC_MMAP_THRESHOLD_": 10**9}
"""glibc's. Dask's nanny makes it give memory back to the system at once, and CTranslate2, which
asks for it again with every batch, takes 1.8 times as long (26.3 against 14.4 s)."""


@contextmanager
def running_at(address: str) -> Iterator[Any]:
    """A client of the scheduler at ``tcp://…``; UserError where there is none, or no workers."""
    _require()
    from distributed import Client  # here: 0.5 s, and only clusters need the extra

    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise UserError(
            f"no Dask scheduler answers at {address} ({type(error).__name__})",
            todo="start one: dask scheduler; and workers: dask worker ADDRESS --nthreads 1",
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError as error:
            raise UserError(
                f"the Dask scheduler at {address} has no workers",
                todo=f"start some: dask worker {address} --nthreads 1",
            ) from error
        yield client


@contextmanager
def on_this_machine(workers: int) -> Iterator[Any]:
    """A client of that many workers: processes of one thread each, spawned, on 127.0.0.1."""
    _require()
    import dask
    from distributed import Client, LocalCluster

    environment = dask.config.get("distributed.nanny.pre-spawn-environ") | ALLOCATOR
    settings = {
        "distributed.nanny.pre-spawn-environ": environment,
        "distributed.worker.multiprocessing-method": "spawn",  # CTranslate2 hangs after a fork
    }
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",  # a free port, for two at a time
            memory_limit=0,  # a model is no leak: no worker is to be stopped for it
            silence_logs=logging.ERROR,
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


def _require() -> None:
    if find_spec("distributed") is None:
        raise UserError(
            "Dask is not installed here (distributed)",
            todo="install it: pip install 'diglot[argos,dask]'",
        )

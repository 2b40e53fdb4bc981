"""An engine on a Dask cluster gives what it gives here, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diglot.engines import argos_package, dask_cluster
from diglot.engines.argos import ArgosEngine
from diglot.engines.dask_engine import DaskEngine
from diglot.engines.decoding import Translation
from diglot.problems import UserError
from tests.data.argos import tiny_grammar
from tests.engines.portable_engine import PortableEngine

SENTENCES = [source for source, _ in tiny_grammar.make(200, seed=5)]


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Two workers, processes on 127.0.0.1."""
    with dask_cluster.on_this_machine(2) as client:
        yield client


@pytest.fixture
def loads(tmp_path: Path) -> Path:
    folder = tmp_path / "loads"
    folder.mkdir()
    return folder


def test_two_workers_give_what_the_engine_itself_gives(client: Any, tiny: Path) -> None:
    package = argos_package.read(tiny)
    assert package is not None
    engine = ArgosEngine.open([package])
    here = engine.translate(SENTENCES, hypotheses=4)
    there = DaskEngine(engine, client).translate(SENTENCES, hypotheses=4)

    def texts(translations: list[Translation]) -> list[list[str]]:
        return [[hypothesis.text for hypothesis in each.hypotheses] for each in translations]

    def scores(translations: list[Translation]) -> list[float]:
        return [each.hypotheses[0].score for each in translations]

    assert [best for best, *_ in texts(there)] == [best for best, *_ in texts(here)]
    assert scores(there) == pytest.approx(scores(here), abs=0.01)
    # What else is in a batch shows in the last digits, and the search may keep another.
    assert sum(map(list.__eq__, texts(there), texts(here))) > 0.97 * len(SENTENCES)


def test_each_worker_loads_the_engine_once(client: Any, loads: Path) -> None:
    engine = DaskEngine(PortableEngine(loads), client)
    for _ in range(3):
        found = engine.translate([f"text {number}" * 50 for number in range(50)])

    assert len(list(loads.iterdir())) == 2
    assert [each.hypotheses[0].text[0] for each in found] == ["1"] * 50
    assert engine.translate([]) == []


def test_a_worker_killed_in_the_middle_loses_no_text(client: Any, loads: Path) -> None:
    engine = DaskEngine(PortableEngine(loads, seconds=0.02), client)
    texts = [f"{number} " + "x" * 300 for number in range(150)]
    process = next(iter(client.run(os.getpid).values()))
    killing = threading.Timer(0.5, os.kill, (process, signal.SIGKILL))
    killing.start()
    start = time.monotonic()
    found = engine.translate(texts)

    assert time.monotonic() - start > 0.5
    assert [each.hypotheses[0].text for each in found] == [f"1 {text[::-1]}" for text in texts]
    assert process not in client.run(os.getpid).values()


def test_an_engine_that_fails_says_so_as_it_would_here(client: Any, loads: Path) -> None:
    engine = DaskEngine(PortableEngine(loads), client)

    with pytest.raises(RuntimeError, match="this text breaks the engine"):
        engine.translate(["fine", "broken"])

    assert len(engine.translate(["fine"])) == 1


def test_a_worker_without_the_package_is_named(client: Any, tiny: Path, tmp_path: Path) -> None:
    package = argos_package.read(tiny)
    assert package is not None
    (folder := tmp_path / "gone").mkdir()
    gone = argos_package.ArgosPackage(folder, "ar", "en", "9.9", "sentencepiece")

    with pytest.raises(UserError, match=r"the Dask worker tcp://\S+ cannot translate"):
        DaskEngine(ArgosEngine.open([gone]), client)


def test_no_scheduler_and_no_workers_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_cluster, "_SECONDS", 1)

    with (
        pytest.raises(UserError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9 "),
        dask_cluster.running_at("tcp://127.0.0.1:9"),
    ):
        pass


def test_a_cluster_that_is_running_is_used(client: Any, loads: Path) -> None:
    with dask_cluster.running_at(client.scheduler.address) as other:
        found = DaskEngine(PortableEngine(loads), other).translate(["abc"])

    assert found[0].hypotheses[0].text == "1 cba"


def test_without_dask_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_cluster, "find_spec", lambda name: None)

    with (
        pytest.raises(UserError, match=r"pip install 'diglot\[argos,dask\]'"),
        dask_cluster.on_this_machine(1),
    ):
        pass

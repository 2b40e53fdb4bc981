"""Measuring: processes from start to end, and functions inside this process.

In: commands or functions by name. Out: ``Cost`` values. What is compared runs in turn, in every
round in another order, so that a machine that is busy for a while is unfair to all of them alike.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_LAUNCH = Path(__file__).parent / "launch.py"


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, seconds of processor time, bytes of memory at the most."""

    wall: float
    cpu: float
    memory: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """Several runs of the same."""

    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        """Seconds by the clock, median."""
        return median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """Seconds of processor time (user and system), median; other programs disturb it less."""
        return median(run.cpu for run in self.runs)

    @property
    def memory(self) -> float:
        """Bytes of memory at the most, median."""
        return median(run.memory for run in self.runs)

    @property
    def spread(self) -> float:
        """How noisy: (slowest - fastest) / median of processor time."""
        times = [run.cpu for run in self.runs]
        return (max(times) - min(times)) / median(times)


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure, and what to do before it, unmeasured."""

    words: Sequence[str]
    folder: Path
    before: Callable[[], None]
    environment: Mapping[str, str] = field(default_factory=dict)


def processes(commands: Mapping[str, Command], rounds: int) -> dict[str, Cost]:
    """The cost of each command."""
    return _in_turn({name: lambda c=c: _process(c) for name, c in commands.items()}, rounds)


def functions(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Cost]:
    """The cost of each function; without memory, which cannot be told apart in one process."""
    return _in_turn({name: lambda f=f: _function(f) for name, f in calls.items()}, rounds)


def python(*words: str) -> list[str]:
    """A module as this Python has it."""
    return [sys.executable, "-m", *words]


def _in_turn(measures: Mapping[str, Callable[[], Run]], rounds: int) -> dict[str, Cost]:
    runs: dict[str, list[Run]] = {name: [] for name in measures}
    names = list(measures)
    for number in range(rounds):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            print(f"  {number + 1}/{rounds} {name}", file=sys.stderr, flush=True)
            runs[name].append(measures[name]())
    return {name: Cost(tuple(found)) for name, found in runs.items()}


def _process(command: Command) -> Run:
    command.before()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **command.environment}
    with tempfile.NamedTemporaryFile(prefix="diglot-bench-") as output:
        launch = [sys.executable, "-S", str(_LAUNCH), output.name, *command.words]
        start = time.perf_counter()
        used = subprocess.run(
            launch, cwd=command.folder, env=environment, stdout=subprocess.PIPE, check=True
        ).stdout
        wall = time.perf_counter() - start
        status, cpu, memory = used.split()
        if int(status):
            said = output.read().decode("utf-8", "replace")
            raise SystemExit(f"{' '.join(command.words)} failed:\n{said}")
    return Run(wall, float(cpu), int(memory))


def _function(call: Callable[[], object]) -> Run:
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return Run(time.perf_counter() - wall, time.process_time() - cpu)

"""How often the checks are right: silence on good pairs, and faults that they find.

With ``--data DIR`` (pairs line by line) the tables are also written into ``manual/checks.md``; with
``--pofilter PYTHON`` and ``--weblate PYTHON`` these tools judge the same pairs and faults.
"""

from __future__ import annotations

import json
import resource
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench import measured_pages
from bench.pair_sets import PairSet, pair_sets
from bench.results import Result, Row
from diglot.checks import CHECKS, Finding, Pair, Severity, check
from tests.checks.faults import FAULTS, Fault, sentence_dropped

PAGE = Path("manual") / "checks.md"
_SEGMENTS = 100_000
_HINTS_ONLY = frozenset({"unknown_names"})


@dataclass(frozen=True, slots=True)
class Broken:
    """A pair with one fault, the good pair it was made of, and what is found in both."""

    kind: str
    good: Pair
    bad: Pair

    @property
    def names(self) -> tuple[str, ...]:
        """The checks that have to find it; the first is made for it."""
        return next(names for fault, names in FAULTS.items() if fault.__name__ == self.kind)


def run(data: Path | None, others: dict[str, Path | None]) -> Iterator[Result]:
    """Good pairs, faults, single checks, other tools beside them, speed."""
    sets = pair_sets(data)
    broken = {each.name: list(_broken(each)) for each in sets}
    found = {
        each.name: [_counted(check(b.bad), b.names) for b in broken[each.name]] for each in sets
    }
    results = [_good(sets), _faults(sets, broken, found), _single(sets, broken)]
    there = {tool: python for tool, python in others.items() if python is not None}
    if there:
        results.extend(_side_by_side(sets, broken, found, there))
    results.append(_speed(sets))
    if data is not None:
        measured_pages.write(PAGE, results)
    yield from results


def _broken(good: PairSet) -> Iterator[Broken]:
    for fault in FAULTS:
        pairs = good.joined() if fault is sentence_dropped else good.pairs
        for pair in pairs:
            for target in _targets(fault, pair):
                yield Broken(fault.__name__, pair, Pair(pair.source, target, pair.context))


def _targets(fault: Fault, pair: Pair) -> list[str]:
    return [target for target in fault(pair) if target != pair.target]


def _counted(findings: Sequence[Finding], names: Sequence[str]) -> Severity | None:
    """The worst finding of the checks that are meant; hints only of a check that gives no other."""
    severities = {f.severity for f in findings if f.check in names and _counts(f)}
    return min(severities, key=list(Severity).index, default=None)


def _counts(finding: Finding) -> bool:
    return finding.severity is not Severity.HINT or finding.check in _HINTS_ONLY


def _good(sets: Sequence[PairSet]) -> Result:
    rows: list[Row] = []
    for each in sets:
        worst = [{f.severity for f in check(pair)} for pair in each.pairs]
        shares = {
            f"{severity.value} %": 100 * sum(severity in found for found in worst) / len(worst)
            for severity in Severity
        }
        rows.append({"good pairs": each.name, "pairs": len(worst), **shares})
    return Result("checks", "findings on pairs that are taken to be right", rows)


def _faults(
    sets: Sequence[PairSet],
    broken: dict[str, list[Broken]],
    found: dict[str, list[Severity | None]],
) -> Result:
    rows: list[Row] = []
    for kind in (fault.__name__ for fault in FAULTS):
        row: dict[str, str | float | int | None] = {"fault": kind.replace("_", " ")}
        for each in sets:
            of_kind = [
                severity
                for b, severity in zip(broken[each.name], found[each.name], strict=True)
                if b.kind == kind
            ]
            row[f"{each.name}: faults"] = len(of_kind)
            row[f"{each.name}: found %"] = _percent([severity is not None for severity in of_kind])
        rows.append(row)
    return Result(
        "checks",
        "faults put into good pairs, and found as an error or a warning (persons: as a hint)",
        rows,
    )


def _single(sets: Sequence[PairSet], broken: dict[str, list[Broken]]) -> Result:
    """Each check alone, on all the sets together, and on the faults that it is made for."""
    pairs = [pair for each in sets for pair in each.pairs]
    rows: list[Row] = []
    for one in CHECKS:
        meant = [b for bs in broken.values() for b in bs if one.__name__ == b.names[0]]
        alarms = _percent([_says(one, pair) for pair in pairs]) or 0.0
        recall = _percent([_says(one, b.bad) for b in meant])
        rows.append({
            "check": one.__name__, "good pairs flagged %": alarms, "faults": len(meant),
            "recall %": recall, "precision %": _precision(recall, alarms),
        })  # fmt: skip
    notes = [
        "precision: of one good pair for each faulty one, the share of the flagged that is faulty"
    ]
    return Result(
        "checks",
        "each check by itself, on all of these pairs and the faults that it is made for",
        rows,
        notes,
    )


def _says(one: Callable[[Pair], object], pair: Pair) -> bool:
    findings: Iterator[Finding] = iter(one(pair))  # type: ignore[call-overload]
    return any(map(_counts, findings))


def _percent(values: Sequence[bool]) -> float | None:
    return 100 * sum(values) / len(values) if values else None


def _precision(recall: float | None, alarms: float) -> float | None:
    return None if not recall else 100 * recall / (recall + alarms)


def _side_by_side(
    sets: Sequence[PairSet],
    broken: dict[str, list[Broken]],
    found: dict[str, list[Severity | None]],
    others: dict[str, Path],
) -> list[Result]:
    """All tools: how many good pairs they flag, and how many faults they tell from good pairs."""
    bad = [b for each in sets for b in broken[each.name]]
    ours = [severity is not None for each in sets for severity in found[each.name]]
    good = list(dict.fromkeys(b.good for b in bad))
    own = [any(f.severity is not Severity.HINT for f in check(pair)) for pair in good]
    rows = [_tool("diglot", own, ours)]
    columns = {"diglot": ours}
    for tool, python in others.items():
        judged = _judged(python, tool, [*good, *(b.bad for b in bad)])
        of_good = dict(zip(good, judged, strict=False))
        theirs = judged[len(good) :]
        rows.append(_tool(f"{tool}: flagged at all", [bool(of_good[p]) for p in good],
                          [bool(names) for names in theirs]))  # fmt: skip
        new = [bool(names - of_good[b.good]) for b, names in zip(bad, theirs, strict=True)]
        rows.append(_tool(f"{tool}: by a check that the good pair passes", None, new))
        columns[tool] = new
    notes = [
        "diglot: errors and warnings of the checks that are meant; the others: all their checks",
        "what only tells a fault by its difference from the good pair cannot be had in practice",
    ]
    title = "beside other tools, on the same pairs and faults"
    return [Result("checks", title, rows, notes), _kinds(bad, columns)]


def _tool(name: str, good: list[bool] | None, bad: list[bool]) -> Row:
    alarms, recall = _percent(good) if good is not None else None, _percent(bad)
    return {
        "tool": name,
        "good pairs flagged %": alarms,
        "faults": len(bad),
        "recall %": recall,
        "precision %": None if alarms is None else _precision(recall, alarms),
    }


def _kinds(bad: list[Broken], columns: dict[str, list[bool]]) -> Result:
    rows: list[Row] = []
    for kind in dict.fromkeys(b.kind for b in bad):
        at = [place for place, b in enumerate(bad) if b.kind == kind]
        recall = {f"{tool} %": _percent([found[n] for n in at]) for tool, found in columns.items()}
        rows.append({"fault": kind.replace("_", " "), "faults": len(at), **recall})
    notes = ["pofilter and Weblate: by a check that the good pair passes"]
    return Result("checks", "recall beside other tools, fault by fault", rows, notes)


def _judged(python: Path, tool: str, pairs: Sequence[Pair]) -> list[frozenset[str]]:
    """The names of the checks that fail, pair by pair."""
    judge = Path(__file__).with_name(f"{tool}_judge.py")
    asked = json.dumps([[pair.source, pair.target] for pair in pairs])
    answer = subprocess.run(
        [str(python), str(judge)], input=asked, stdout=subprocess.PIPE, text=True, check=True
    )
    return [frozenset(names) for names in json.loads(answer.stdout)]


def _speed(sets: Sequence[PairSet]) -> Result:
    """All checks, one core, segments that differ."""
    pairs = [pair for each in sets for pair in each.pairs]
    rows: list[Row] = []
    for part in (_SEGMENTS // 10, _SEGMENTS):
        started = time.process_time()
        for number, pair in enumerate(islice(cycle(pairs), part)):
            # No text comes twice: what is kept of earlier ones must not help.
            again = f" ({number})"
            check(Pair(pair.source + again, pair.target + again, pair.context))
        rows.append({
            "segments": part, "cpu s": time.process_time() - started,
            "memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        })  # fmt: skip
    return Result("checks", "speed of all checks on one core", rows)

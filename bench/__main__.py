"""Run benchmarks and print what they found: ``python -m bench [NAME …]``."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import (
    checks,
    corpus,
    dask_workers,
    drafting,
    large_site,
    lighthouse,
    one_change,
    overhead,
    results,
    review_page,
    scale,
    search_index,
    serving,
    steps,
)

Run = Callable[[Path, argparse.Namespace], Iterator[results.Result]]

BENCHMARKS: dict[str, Run] = {
    "overhead": lambda folder, o: overhead.run(folder, o.pages, o.rounds, o.data),
    "steps": lambda folder, o: steps.run(folder, o.pages, o.rounds, o.data),
    "scale": lambda folder, o: scale.run(folder, o.documents, o.rounds),
    "search": lambda folder, o: search_index.run(folder, o.pages),
    "serve": lambda folder, o: serving.run(folder, o.rounds),
    "review": review_page.run,
    "site": lambda folder, o: large_site.run(folder, o.pages, o.rounds),
    "lighthouse": lambda folder, o: lighthouse.run(folder, o.rounds),
    "draft": lambda folder, o: drafting.run(folder, o.models, o.rounds, o.data),
    "one-change": lambda folder, o: one_change.run(folder, o.models, o.rounds),
    "dask": lambda folder, o: dask_workers.run(folder, o.models, o.rounds, o.data),
    "checks": lambda _, o: checks.run(o.data, {"pofilter": o.pofilter, "weblate": o.weblate}),
}
MODELS = corpus.ROOT.parent / "shared/models"
WITH_A_MODEL = frozenset({"draft", "one-change", "dask"})
BY_NAME_ONLY = frozenset({"lighthouse"})
"""What wants more than this project brings."""


def main() -> None:
    """Each benchmark that was named, or all of them, in a folder that is deleted afterwards."""
    options = _parser().parse_args()
    found = []
    with tempfile.TemporaryDirectory(prefix="diglot-bench-") as folder:
        for name in _wanted(options):
            for result in BENCHMARKS[name](Path(folder) / name, options):
                found.append(results.as_json(result))
                if not options.json:
                    print(results.as_table(result), flush=True)
    if options.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print("; ".join(f"{name} {value}" for name, value in results.machine().items()))


def _wanted(options: argparse.Namespace) -> list[str]:
    """Those that were named, or all that can run."""
    names = options.names or [name for name in BENCHMARKS if name not in BY_NAME_ONLY]
    without = [name for name in names if name in WITH_A_MODEL and options.models is None]
    if without:
        said = f"{', '.join(without)}: give the folder of build_speed_twin.py by --models DIR"
        if options.names:
            raise SystemExit(said)
        print(f"left out: {said}", file=sys.stderr)
    return [name for name in names if name not in without]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(BENCHMARKS))
    parser.add_argument(
        "--pages", metavar="N[,N…]", type=_numbers, default=[100, 1000],
        help="pages per language (default: 100,1000)",
    )  # fmt: skip
    parser.add_argument(
        "--documents", metavar="N[,N…]", type=_numbers, default=[1000],
        help="documents of about 100 segments, for scale (default: 1000)",
    )  # fmt: skip
    parser.add_argument(
        "--rounds", metavar="N", type=int, default=3, help="runs of each (default: 3)"
    )
    parser.add_argument(
        "--data", metavar="DIR", type=Path, help="real texts (.txt, .md), beside the generated ones"
    )
    parser.add_argument(
        "--models",
        metavar="DIR",
        type=Path,
        default=MODELS if MODELS.is_dir() else None,
        help="with build_speed_twin.py, to draft with (default: ../shared/models, if it is there)",
    )
    for tool, package in (("pofilter", "translate-toolkit"), ("weblate", "Weblate")):
        parser.add_argument(
            f"--{tool}", metavar="PYTHON", type=Path,
            help=f"a Python with {package}, to compare its checks with ours",
        )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


if __name__ == "__main__":
    main()

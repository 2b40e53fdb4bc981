"""Run benchmarks and print what they found: ``python -m bench [NAME …]``."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from bench import overhead, results, steps

BENCHMARKS = {"overhead": overhead, "steps": steps}


def main() -> None:
    """Each benchmark that was named, or all of them, in a folder that is deleted afterwards."""
    options = _parser().parse_args()
    found = []
    with tempfile.TemporaryDirectory(prefix="diglot-bench-") as folder:
        for name in options.names or BENCHMARKS:
            run = BENCHMARKS[name].run
            for result in run(Path(folder), options.pages, options.rounds, options.data):
                found.append(results.as_json(result))
                if not options.json:
                    print(results.as_table(result), flush=True)
    if options.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print("; ".join(f"{name} {value}" for name, value in results.machine().items()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(BENCHMARKS))
    parser.add_argument(
        "--pages", metavar="N[,N…]", type=_numbers, default=[100, 1000],
        help="pages per language (default: 100,1000)",
    )  # fmt: skip
    parser.add_argument(
        "--rounds", metavar="N", type=int, default=3, help="runs of each (default: 3)"
    )
    parser.add_argument(
        "--data", metavar="DIR", type=Path, help="real texts (.txt, .md), beside the generated ones"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


if __name__ == "__main__":
    main()

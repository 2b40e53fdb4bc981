"""What translate-toolkit's pofilter says of pairs: run by a Python that has the toolkit.

In: a JSON list of [source, target] on standard input. Out: for each the names of the filters that
fail, as JSON. It is a program of its own because diglot does not depend on
the toolkit.
"""

from __future__ import annotations

import json
import sys
from itertools import starmap
from typing import Any


def main() -> None:
    """All filters that ``pofilter --language=en`` runs, on one unit after the other."""
    from translate.filters import checks  # type: ignore[import-not-found]
    from translate.storage import po  # type: ignore[import-not-found]

    checker = checks.StandardChecker(checks.CheckerConfig(targetlanguage="en"))

    def judged(source: str, target: str) -> list[str]:
        unit = po.pounit(source=source)
        unit.target = target
        found: dict[str, Any] = checker.run_filters(unit)
        return list(found)

    json.dump(list(starmap(judged, json.load(sys.stdin))), sys.stdout)


if __name__ == "__main__":
    main()

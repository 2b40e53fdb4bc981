"""For programs: a JSON list of findings, in the stable shape."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from diglot.checking import CheckedFile
from diglot.steps.check import Found


def pieces(files: Iterable[CheckedFile]) -> Iterator[str]:
    """``[``, the findings one by one, ``]``."""
    waiting = "["
    for each in files:
        for found in each.checked.found:
            yield f"{waiting}\n  {json.dumps(_value(each, found), ensure_ascii=False)}"
            waiting = ","
    yield "]" if waiting == "," else "[]"


def _value(file: CheckedFile, found: Found) -> dict[str, Any]:
    return {
        "file": file.path.as_posix(),
        "line": found.segment.line,
        "key": found.segment.key,
        "check": found.finding.check,
        "severity": found.finding.severity.value,
        "message": found.finding.message,
        "source": found.segment.source,
        "target": found.segment.target,
    }

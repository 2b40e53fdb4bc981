"""``diglot draft`` with another number of hypotheses: ``draft_project FOLDER HYPOTHESES``."""

from __future__ import annotations

import sys
from pathlib import Path

from diglot import draft_report, drafting, project


def main() -> None:
    """All that the command does."""
    folder, hypotheses = sys.argv[1:]
    drafted = drafting.draft(project.load(Path(folder)), hypotheses=int(hypotheses))
    print(draft_report.drafted_text(drafted))


if __name__ == "__main__":
    main()

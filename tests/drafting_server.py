"""``diglot serve --draft`` with an engine of the tests, for a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from diglot import pipeline, project
from tests.fake_engine import FakeEngine


def main() -> None:
    """``drafting_server.py FOLDER PORT``."""
    folder, port = sys.argv[1:]
    pipeline.serve(
        project.load(Path(folder)),
        port=int(port),
        open_browser=False,
        drafts=True,
        engine_for=lambda found, language: FakeEngine(),
    )


if __name__ == "__main__":
    main()

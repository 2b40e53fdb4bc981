"""Where the browser is that benchmarks use: the first that is there, as for the tests."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def path() -> str | None:
    """None means Playwright's own."""
    found = os.environ.get("DIGLOT_CHROMIUM")
    return found or next(filter(None, map(shutil.which, NAMES)), None)

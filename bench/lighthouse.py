"""What Lighthouse says of the site: four pages' worth of reading, by telephone and at a desk.

The site of the tests (this project's own settings, pages and document) is served on this machine,
packed with gzip, and opened in Chromium by Lighthouse from npm, which is put below ``.diglot/``.
Its telephone is slow by calculation (four times the processor time, 1.6 Mbit/s): a busy machine
makes the figures of *performance* worse, and those alone.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import chromium
from bench.corpus import ROOT
from bench.packed_server import serving
from bench.results import Result, Row
from tests import whole_site
from tests.whole_site import DOCUMENT, FOLDER, SECTION

VERSION = "12.2.3"
"""13 wants Node.js 22."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = {"home": "", "overview": f"{DOCUMENT}/", "section": SECTION}
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


def run(folder: Path, rounds: int) -> Iterator[Result]:
    """A row for each page, language and screen; medians of so many runs."""
    program = _installed(ROOT / ".diglot/bench/lighthouse")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # The site says where it is published: Lighthouse looks whether that is where it is.
    host = whole_site.build(folder, f"http://127.0.0.1:{port}")
    rows, failed = [], set[str]()
    with serving(host, port) as served:
        for screen in ("phone", "desktop"):
            for language in ("ar", "en"):
                for name, path in PAGES.items():
                    prefix = "" if language == "ar" else "en/"
                    url = f"{served.url}{FOLDER}{prefix}{path}"
                    print(f"  {screen} {language} {name}", file=sys.stderr, flush=True)
                    reports = [_report(program, url, screen, folder) for _ in range(rounds)]
                    rows.append(_row(f"{screen} {language} {name}", reports))
                    failed |= {said for report in reports for said in _failed(report)}
    notes = (
        f"Lighthouse {VERSION}, medians of {rounds} runs, gzip, HTTP/1.1, from this machine.",
        "Goals: 95 for performance, 100 for the others, no shift (CLS).",
        *(f"not passed: {said}" for said in sorted(failed)),
    )
    yield Result("lighthouse", "what Lighthouse says of the site", rows, notes)


def _row(name: str, reports: list[dict[str, Any]]) -> Row:
    def median(of: str) -> float:
        return statistics.median(100 * each["categories"][of]["score"] for each in reports)

    def figure(of: str) -> float:
        return statistics.median(each["audits"][of]["numericValue"] for each in reports)

    scores = {category: round(median(category)) for category in CATEGORIES}
    return {
        "page": name,
        **scores,
        "LCP s": round(figure("largest-contentful-paint") / 1000, 2),
        "blocked ms": round(figure("total-blocking-time")),
        "CLS": round(figure("cumulative-layout-shift"), 4),
        "KB": round(figure("total-byte-weight") / 1000),
        "goal": "met" if all(scores[one] >= GOALS[one] for one in CATEGORIES) else "missed",
    }


def _failed(report: dict[str, Any]) -> Iterator[str]:
    """Audits that count and did not pass, of the categories that have to be whole."""
    for category in CATEGORIES[1:]:
        for of in report["categories"][category]["auditRefs"]:
            audit = report["audits"][of["id"]]
            if of["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category}: {audit['title']} ({of['id']})"


def _report(program: Path, url: str, screen: str, folder: Path) -> dict[str, Any]:
    output = folder / "report.json"
    words = [str(program), url, "--quiet", "--output=json", f"--output-path={output}"]
    words += [f"--chrome-flags={_FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    words += ["--preset=desktop"] if screen == "desktop" else []
    found = chromium.path()
    environment = {**os.environ, **({"CHROME_PATH": found} if found else {})}
    subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)
    report: dict[str, Any] = json.loads(output.read_text("utf-8"))
    if error := report.get("runtimeError"):
        raise SystemExit(f"Lighthouse: {error['message']}")
    return report


def _installed(folder: Path) -> Path:
    program = folder / "node_modules/.bin/lighthouse"
    if not program.exists():
        if shutil.which("npm") is None:
            raise SystemExit("lighthouse: install Node.js with npm (Debian: nodejs, npm)")
        folder.mkdir(parents=True, exist_ok=True)
        words = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent"]
        subprocess.run([*words, f"lighthouse@{VERSION}"], check=True)
    return program

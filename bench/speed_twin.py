"""Packages to draft with: one of the official one's shape and size, which copies its input."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PACKAGE = "translate-ar_en-1_0"


def build(folder: Path, models: Path) -> Path:
    """Build it from the script and the vocabulary in ``models``; the folder of packages."""
    script = models / "build_speed_twin.py"
    if not script.is_file():
        raise SystemExit(f"{models}: there is no build_speed_twin.py; give its folder by --models")
    packages = folder / "packages"
    subprocess.run([sys.executable, str(script), str(packages)], check=True, capture_output=True)
    # Argos takes everything in there for a package.
    (packages / f"{PACKAGE}.argosmodel").unlink()
    return packages


def environment(folder: Path, packages: Path) -> Mapping[str, str]:
    """A home of its own, and these packages."""
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True)
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "ARGOS_PACKAGES_DIR": str(packages),
        "ORT_DISABLE_TELEMETRY": "1",
    }

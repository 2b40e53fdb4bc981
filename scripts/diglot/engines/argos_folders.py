"""Where Argos Translate keeps its packages and its index, so that both programs share them.

``argostranslate.settings`` decides: ``ARGOS_PACKAGES_DIR``, ``ARGOS_PACKAGE_INDEX``, the XDG
variables and Argos's own ``settings.json``. Its import makes folders in the user's home, so it is
imported only for somebody who wants packages, or has some.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from diglot.engines import extra
from diglot.problems import UserError


@dataclass(frozen=True, slots=True)
class ArgosFolders:
    """What ``argostranslate.settings`` says."""

    packages: Path
    """Where packages are installed."""
    searched: tuple[Path, ...]
    """Where packages are looked for (in a Snap there are more)."""
    index: str
    """The address of the list of packages."""
    index_copy: Path
    """Argos's copy of that list, on this machine."""


def folders() -> ArgosFolders:
    """Argos's folders, which this makes where they are missing; UserError where it may not."""
    extra.require()
    try:
        from argostranslate import settings
    # What its import raises where a folder or a setting is wrong.
    except (OSError, ValueError, KeyError, AssertionError) as error:
        raise UserError(
            f"Argos Translate's settings cannot be used ({error})",
            todo="see to the rights of its folders (ARGOS_PACKAGES_DIR, XDG_DATA_HOME, "
            "XDG_CONFIG_HOME, XDG_CACHE_HOME) and to ~/.config/argos-translate/settings.json",
        ) from error
    return ArgosFolders(
        Path(settings.package_data_dir),
        tuple(Path(folder) for folder in settings.package_dirs),
        # Argos itself wants the slash at the end; people forget it.
        str(settings.package_index).rstrip("/") + "/index.json",
        Path(settings.local_package_index),
    )


def are_in_use() -> bool:
    """Whether packages may be there: the extra is installed, and so was Argos's folder; makes none.

    For a build that drafts only where somebody has set up drafting.
    """
    if not extra.is_installed():
        return False
    if {"ARGOS_PACKAGES_DIR", "SNAP"} & os.environ.keys():
        return True
    home = Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return any((place / "argos-translate").is_dir() for place in (data, config))

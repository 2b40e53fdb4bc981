"""The list of packages that can be fetched, as Argos publishes it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from diglot import files
from diglot.engines import download
from diglot.engines.argos_folders import ArgosFolders
from diglot.problems import UserError

_LARGEST = 20 * 1024**2


@dataclass(frozen=True, slots=True)
class Offer:
    """A package in the index."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]

    @property
    def file(self) -> str:
        """The name of the file to fetch."""
        name = urlsplit(self.links[0]).path.rpartition("/")[2] if self.links else ""
        return name or f"translate-{self.source}_{self.target}.argosmodel"


def offers(folders: ArgosFolders) -> tuple[Offer, ...]:
    """The packages of the index, fetched anew; Argos's copy of it is brought up to date."""
    with tempfile.TemporaryDirectory(prefix="diglot-") as folder:
        fetched = Path(folder) / "index.json"
        download.fetch(folders.index, fetched, largest=_LARGEST, progress=lambda done, total: None)
        content = files.read_bytes(fetched)
    found = tuple(_parsed(content))
    if not found:
        raise UserError(
            f"{folders.index} is no list of Argos packages",
            todo="see to the variable ARGOS_PACKAGE_INDEX, or to the proxy of this network",
        )
    files.write_if_changed(folders.index_copy, content.decode("utf-8"))
    return found


def known_offers(folders: ArgosFolders) -> tuple[Offer, ...]:
    """The packages of Argos's copy, as old as it may be; none where there is no copy."""
    if not folders.index_copy.is_file():
        return ()
    return tuple(_parsed(files.read_bytes(folders.index_copy)))


def _parsed(content: bytes) -> Iterator[Offer]:
    """Entries that are not understood are left out: Argos may publish other kinds one day."""
    try:
        entries = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and entry.get("type", "translate") == "translate":
            yield from _offer(entry)


def _offer(entry: dict[str, Any]) -> Iterator[Offer]:
    source, target = entry.get("from_code"), entry.get("to_code")
    links = entry.get("links")
    if isinstance(source, str) and isinstance(target, str) and isinstance(links, list):
        usable = tuple(
            link for link in links if isinstance(link, str) and link.startswith(("http:", "https:"))
        )
        yield Offer(source, target, str(entry.get("package_version") or "0"), usable)

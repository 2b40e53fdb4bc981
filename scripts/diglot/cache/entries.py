"""What is known of a document before it is done, and what is learnt while it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from diglot.cache.summary import Summary
from diglot.source import Settings

Digests = Mapping[str, str | None]
"""Path below the project → digest of the content; None where there is no file."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document of the project, and what is known of it."""

    path: Path
    id: str
    settings: Settings | None
    """As its ``.toml`` has them; None where there was no need to read them."""
    summary: Summary | None = None
    """None where something has changed, or nothing is known."""
    texts: bytes = b""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was made of a document, and of what."""

    path: Path
    summary: Summary
    inputs: Digests
    pages: Digests | None
    """All pages in its folders, and what stands in ``.gitignore``; None where not rendered."""
    synced: bool
    """Whether the catalogues are what ``sync`` makes of the source."""
    texts: bytes

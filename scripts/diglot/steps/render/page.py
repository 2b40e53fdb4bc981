"""A page, its front matter, and the digest that tells whether anybody has changed it since.

In: a place, a text, counts. Out: a ``Page``. The digest is taken over the whole page without the
digest's own line. A checkout with CRLF line ends or an editor's BOM does not count as a change;
everything else does, the front matter included.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from diglot.model.state import State
from diglot.steps.render import escape
from diglot.steps.render.place import Place
from diglot.steps.render.tally import Tally

DESCRIPTION_LENGTH = 160
"""Characters; what search engines show of a page."""

_FRONT = re.compile(r"---\n(?:(?!---\n).*\n)*?diglot:\n(?:  .*\n)*?(  digest: ([0-9a-f]{16})\n)")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is to be written; ``path`` is relative to ``docs/``."""

    path: PurePosixPath
    text: str


def page(place: Place, title: str, summary: str, body: str, tallies: Mapping[str, Tally]) -> Page:
    """The page with its front matter; ``title`` and ``summary`` are plain text."""
    head = [
        f"title: {escape.yaml(escape.title(title))}",
        f"description: {escape.yaml(escape.title(_shortened(summary)))}",
        "diglot:",
        f"  document: {place.edition.document.id}",
        *([] if place.part is None else [f"  section: {escape.yaml(place.part.section.id)}"]),
        f"  language: {place.edition.language.code}",
        *_counts(tallies),
    ]
    before, after = "---\n" + "\n".join(head) + "\n", f"---\n\n{body}\n"
    return Page(place.path, f"{before}  digest: {_digest(before + after)}\n{after}")


def is_generated(text: str) -> bool:
    """Whether this page was written by diglot, however it has been changed since."""
    return _FRONT.match(_normal(text)) is not None


def is_untouched(text: str) -> bool:
    """Whether this page is just as diglot wrote it, and may be overwritten."""
    normal = _normal(text)
    found = _FRONT.match(normal)
    if found is None:
        return False
    return found[2] == _digest(normal[: found.start(1)] + normal[found.end(1) :])


def _normal(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _counts(tallies: Mapping[str, Tally]) -> list[str]:
    """For each translation that the page shows or stands beside, each state once."""
    lines = ["  counts:" if tallies else "  counts: {}"]
    for language, found in tallies.items():
        lines.append(f"    {language}:")
        lines += [
            f"      {state}: {{segments: {found.segments[state]}, words: {found.words[state]}}}"
            for state in State
        ]
    return lines


def _shortened(text: str) -> str:
    words = escape.clean(text[: 4 * DESCRIPTION_LENGTH]).split()
    whole = " ".join(words)
    if len(whole) <= DESCRIPTION_LENGTH and len(text) <= 4 * DESCRIPTION_LENGTH:
        return whole
    cut = whole[: DESCRIPTION_LENGTH - 1]
    # At a word, unless there is none to cut at.
    return (cut.rpartition(" ")[0] or cut) + "\u2026"

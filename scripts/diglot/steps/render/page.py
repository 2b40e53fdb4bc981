"""A page and its front matter.

In: a place, a text, counts. Out: a ``Page``, stamped, so that changes by hand are seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from diglot.markup import escape, stamp
from diglot.model.state import State
from diglot.steps.render.place import Place
from diglot.steps.render.tally import Tally

DESCRIPTION_LENGTH = 160
"""Characters; what search engines show of a page."""


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
        *_published(tallies),
    ]
    return Page(place.path, stamp.stamped("---\n" + "\n".join(head) + "\n", f"---\n\n{body}\n"))


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


def _published(tallies: Mapping[str, Tally]) -> list[str]:
    """For each translation, the passages that are shown in it: 0 is no page in that language.

    Nothing is said of a page on which there is nothing to translate.
    """
    told = {language: found.published for language, found in tallies.items() if found.total}
    counts = ", ".join(f"{language}: {number}" for language, number in told.items())
    return [f"  published: {{{counts}}}"]


def _shortened(text: str) -> str:
    words = escape.clean(text[: 4 * DESCRIPTION_LENGTH]).split()
    whole = " ".join(words)
    if len(whole) <= DESCRIPTION_LENGTH and len(text) <= 4 * DESCRIPTION_LENGTH:
        return whole
    cut = whole[: DESCRIPTION_LENGTH - 1]
    # At a word, unless there is none to cut at.
    return (cut.rpartition(" ")[0] or cut) + "\u2026"

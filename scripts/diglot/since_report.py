"""What changed since a revision, in the words and the shape of ``diglot status --since``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from diglot.history import Since
from diglot.steps.compare import Difference, What
from diglot.steps.status import Amount

_SHOWN = 20
"""Entries of a document, in text."""
_FIRST_WORDS = 8


def since_text(since: Since) -> str:
    """Counts for each document, and its first entries."""
    head = f"Since {since.commit[:8]} ({since.revision}):"
    lines = [line for name, found in since.differences.items() for line in _lines(name, found)]
    return "\n".join([head, *(lines or ["nothing changed in the translations"])])


def since_json(since: Since) -> dict[str, Any]:
    """Every entry, by document, language and what happened."""
    documents: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for (document, language), found in since.differences.items():
        documents[document][language] = {
            what.value: {**asdict(_amount(each)), "entries": [_entry(e) for e in each]}
            for what, each in _by_kind(found).items()
        }
    return {
        "since": since.revision,
        "commit": since.commit,
        "documents": [{"id": name, "languages": found} for name, found in documents.items()],
    }


def _lines(name: tuple[str, str], found: Sequence[Difference]) -> Iterator[str]:
    if not found:
        return
    counts = (f"{len(each)} {what}" for what, each in _by_kind(found).items() if each)
    yield f"{name[0]} ({name[1]}): {', '.join(counts)}"
    for each in found[:_SHOWN]:
        by = f"  by {', '.join(each.by)}" if each.by else ""
        yield f"  {each.what:<10} {each.segment.key}{by}  {_first_words(each.segment.source)}"
    if len(found) > _SHOWN:
        yield f"  … and {len(found) - _SHOWN} more"


def _by_kind(found: Sequence[Difference]) -> Mapping[What, list[Difference]]:
    return {what: [each for each in found if each.what is what] for what in What}


def _amount(found: Sequence[Difference]) -> Amount:
    return Amount.of([each.segment for each in found])


def _entry(each: Difference) -> dict[str, Any]:
    return {
        "key": each.segment.key,
        "line": each.segment.line,
        "source": each.segment.source,
        "target": each.segment.target,
        "by": list(each.by),
    }


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")

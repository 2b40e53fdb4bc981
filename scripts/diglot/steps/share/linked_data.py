"""What a page is, for machines: JSON-LD in the words of schema.org.

In: a work. Out: the text of a ``<script type="application/ld+json">``. A model is no person: only
people are called translators.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end the script element, or a line of it; JSON may write each as an escape."""


@dataclass(frozen=True, slots=True)
class Work:
    """A page, or what it is part of; what is empty is not told."""

    kind: str
    """``WebSite``, ``WebPage``; ``CreativeWork`` for a document, ``Article`` for its sections."""
    name: str
    language: str
    address: str = ""
    description: str = ""
    status: str = ""
    """In plain words, how far it has been reviewed."""
    published: str = ""
    """When the original was published; only a day is told."""
    changed: str = ""
    """ISO date."""
    origin: str = ""
    licence: str = ""
    translators: tuple[str, ...] = ()
    part_of: Work | None = None
    original: Work | None = None
    translations: tuple[Work, ...] = ()


def linked_data(work: Work) -> str:
    """JSON that is safe inside of HTML, the same for the same work."""
    found = {"@context": "https://schema.org", **_told(work)}
    return json.dumps(found, ensure_ascii=False, indent=None).translate(_UNSAFE)


def _told(work: Work) -> dict[str, Any]:
    told = {
        "@type": work.kind,
        "@id": work.address,
        "url": work.address,
        "name": work.name,
        "headline": work.name if work.kind == "Article" else "",
        "inLanguage": work.language,
        "description": work.description,
        "creativeWorkStatus": work.status,
        "datePublished": work.published if _is_day(work.published) else "",
        "dateModified": work.changed,
        "creditText": work.origin,
        "license": _licence(work.licence),
        "translator": [{"@type": "Person", "name": name} for name in work.translators],
        "isPartOf": work.part_of and _told(work.part_of),
        "translationOfWork": work.original and _told(work.original),
        "workTranslation": [_told(each) for each in work.translations],
    }
    return {name: value for name, value in told.items() if value}


def _licence(text: str) -> str | dict[str, str]:
    """schema.org wants an address, or a work with a name."""
    if not text or text.startswith(("https://", "http://")):
        return text
    return {"@type": "CreativeWork", "name": text}


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

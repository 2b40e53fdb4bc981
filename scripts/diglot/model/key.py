"""Keys that survive: what a block is called in catalogues, pages and links, for good.

A key is ``<section-id>/<six hex digits>``. The digits are the start of the SHA-256 of the block's
text when it was first seen; they are unique in the document, so that they alone are the anchor.
Titles have the keys ``document/title`` and ``<section-id>/title``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from functools import lru_cache

from anyascii import anyascii

DOCUMENT_TITLE = "document/title"
INTRODUCTION = "introduction"
"""The id of the section before the first heading."""

RESERVED_SECTION_IDS = frozenset({"document", "index"})
"""``document/title`` is the document's own key, and ``index.md`` its overview page."""

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/([0-9a-f]{6}|title)")
_LONGEST_SLUG = 48

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئ"
_LATIN = "a,b,t,th,j,h,kh,d,dh,r,z,s,sh,s,d,t,z,a,gh,f,q,k,l,m,n,h,w,y,a,a,a,i,a,w,y"
_ROMAN = str.maketrans(dict(zip(_ARABIC, _LATIN.split(","), strict=True)))
"""Readable in an address, for people who know the words; no scholarly transliteration."""


@lru_cache(maxsize=4096)  # the texts of a document, which are hashed again for each statement
def is_key(text: str) -> bool:
    """Whether this is a key of ours; other tools have other contexts."""
    return _KEY.fullmatch(text) is not None


def hash8(text: str) -> str:
    """The first 8 hex digits of SHA-256, by which statements name a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def new_block_key(section_id: str, text: str, taken: Collection[str]) -> str:
    """A key for a block that has none; ``taken`` are the six digits already used.

    Hashed again on a collision, so that equal blocks get different keys.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    while digest[:6] in taken:
        digest = hashlib.sha256(digest.encode("ascii")).hexdigest()
    return f"{section_id}/{digest[:6]}"


def title_key(section_id: str) -> str:
    """The key of a section's heading."""
    return f"{section_id}/title"


def section_of(key: str) -> str:
    """The section id in a key; a block keeps it when it moves to another section."""
    return key.partition("/")[0]


def digits_of(key: str) -> str:
    """The part of a key after the section id: six hex digits, or ``title``."""
    return key.partition("/")[2]


def anchor(key: str) -> str:
    """The ``id`` that the block has on the page, the same in every language."""
    if key == DOCUMENT_TITLE:
        return "document"
    digits = digits_of(key)
    return section_of(key) if digits == "title" else f"b-{digits}"


def slug(text: str) -> str:
    """An ASCII id for a heading, at most 48 characters; hex digits where nothing is left of it."""
    words = re.findall(r"[a-z0-9]+", anyascii(text.translate(_ROMAN)).lower())
    short = ""
    for word in words:
        longer = f"{short}-{word}" if short else word
        if len(longer) > _LONGEST_SLUG:
            break
        short = longer
    if short:
        return short
    return words[0][:_LONGEST_SLUG] if words else f"s-{hash8(text)[:6]}"

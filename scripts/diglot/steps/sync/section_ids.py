"""Section ids, given once and kept: from the ``.toml``, else as before, else from the heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from diglot.model.document import Document
from diglot.model.key import INTRODUCTION, RESERVED_SECTION_IDS, slug, title_key
from diglot.source import Settings
from diglot.steps.sync.known_blocks import Known


def with_section_ids(
    document: Document, settings: Settings, known: Known
) -> tuple[Document, Mapping[str, str]]:
    """The document with its final section ids, and the keys of headings that got a new one.

    The mapping (new title key → old title key) has an entry where the ``.toml`` gives another id
    to a heading that was known: its translation moves with it.
    """
    before: dict[str, list[str]] = defaultdict(list)
    for section_id, heading in known.headings():
        if section_id not in before[heading]:
            before[heading].append(section_id)
    # An id of the settings waits for its own heading, whichever sections come before it.
    used = {INTRODUCTION, *RESERVED_SECTION_IDS, *settings.sections.values()}
    given: set[str] = set()
    ever = {section_id for section_id, _ in known.headings()}
    sections, title_from = [], {}
    for section in document.sections:
        if section.heading is None:
            sections.append(replace(section, id=INTRODUCTION))
            continue
        fixed = settings.sections.get(section.title)
        if fixed is None or fixed in given:
            section_id = _id(fixed or slug(section.title), before[section.title], used, ever)
        else:
            section_id = fixed
        given.add(section_id)
        used.add(section_id)
        if before[section.title] and section_id not in before[section.title]:
            title_from[title_key(section_id)] = title_key(before[section.title][0])
        if section_id in before[section.title]:
            before[section.title].remove(section_id)
        sections.append(replace(section, id=section_id))
    return replace(document, sections=tuple(sections)), title_from


def _id(wanted: str, before: list[str], used: set[str], ever: set[str]) -> str:
    kept = next((section_id for section_id in before if section_id not in used), None)
    return kept or _free(wanted, used | ever)


def _free(wanted: str, used: set[str]) -> str:
    name, number = wanted, 1
    while name in used:
        number += 1
        name = f"{wanted}-{number}"
    return name

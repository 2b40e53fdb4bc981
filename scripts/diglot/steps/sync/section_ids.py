"""Section ids, given once and kept: from the ``.toml``, else as before, else from the heading.

A section whose heading was changed is known by what stands in it, and keeps its id and address.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from diglot.model.document import Document, Section
from diglot.model.key import INTRODUCTION, RESERVED_SECTION_IDS, slug, title_key
from diglot.source import Settings
from diglot.steps.sync.known_blocks import Known
from diglot.steps.sync.renamed_sections import renamed


@dataclass(frozen=True, slots=True)
class Named:
    """A document with its final section ids."""

    document: Document
    came_from: Mapping[str, str]
    """Section id → the id that its heading had before the ``.toml`` gave it this one."""

    @property
    def title_from(self) -> dict[str, str]:
        """New title key → old title key, where a heading got another one: its words move along."""
        return {title_key(new): title_key(old) for new, old in self.came_from.items()}


def with_section_ids(document: Document, settings: Settings, known: Known) -> Named:
    """The document with its final section ids."""
    naming = _Naming(document.sections, settings, known)
    sections = tuple(
        replace(section, id=section_id)
        for section, section_id in zip(document.sections, naming.ids(), strict=True)
    )
    return Named(replace(document, sections=sections), naming.came_from)


@dataclass(slots=True)
class _Naming:
    sections: Sequence[Section]
    settings: Settings
    known: Known
    came_from: dict[str, str] = field(default_factory=dict)

    def ids(self) -> list[str]:
        """An id for each section, in order."""
        # An id of the settings waits for its own heading, whichever sections come before it.
        headings = {section.title for section in self.sections}
        waiting = {name for title, name in self.settings.sections.items() if title in headings}
        used = {INTRODUCTION, *RESERVED_SECTION_IDS, *waiting}
        given = self._fixed_or_known(used)
        given |= renamed(self.sections, self.known, given, used | set(given.values()))
        ever = {section_id for section_id, _ in self.known.headings()}
        taken = used | ever | set(given.values())
        for at, section in enumerate(self.sections):
            if at not in given:
                given[at] = _free(self.settings.sections.get(section.title), section, taken)
                taken.add(given[at])
        return [given[at] for at in range(len(self.sections))]

    def _fixed_or_known(self, used: set[str]) -> dict[int, str]:
        """By place in the document: from the settings, or from before by the same heading."""
        before: dict[str, list[str]] = defaultdict(list)
        for section_id, heading in self.known.headings():
            if section_id not in before[heading]:
                before[heading].append(section_id)
        given: dict[int, str] = {}
        for at, section in enumerate(self.sections):
            if section.heading is None:
                given[at] = INTRODUCTION
                continue
            ids = before[section.title]
            fixed = self.settings.sections.get(section.title)
            if fixed is not None and fixed not in given.values():
                given[at] = fixed
                if ids and fixed not in ids:
                    self.came_from[fixed] = ids[0]
            else:
                taken = used | set(given.values())
                kept = next((section_id for section_id in ids if section_id not in taken), None)
                if kept is None:
                    continue
                given[at] = kept
            if given[at] in ids:
                ids.remove(given[at])
        return given


def _free(fixed: str | None, section: Section, taken: set[str]) -> str:
    wanted = name = fixed or slug(section.title)
    number = 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name

"""Which sections are old ones under another heading.

A heading says little; what stands below it says more. An old section that has lost its heading and
a new one without a past are the same where most of their text is, or where they stand in the same
place and are alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from diglot.model.change import is_same
from diglot.model.document import Section
from diglot.model.key import DOCUMENT_TITLE, INTRODUCTION, hash8, section_of
from diglot.steps.sync import likeness
from diglot.steps.sync.known_blocks import Known, KnownBlock

_SAME_TEXT = 0.5
"""From here on the texts of two sections say that they are one."""
_SAME_PLACE = 0.3
"""The same where both stand between the same sections."""


@dataclass(frozen=True, slots=True)
class _Old:
    """A section as it was."""

    id: str
    heading: str
    before: str
    """The id of the section before it."""
    blocks: tuple[KnownBlock, ...]


def renamed(
    sections: Sequence[Section], known: Known, given: Mapping[int, str], used: Set[str]
) -> dict[int, str]:
    """By place in the document: the id of a section that has only another heading now.

    ``given`` has the sections of which the id is known, ``used`` the ids that are not free.
    """
    olds = [old for old in _old_sections(known) if old.id not in used]
    news = [at for at in range(len(sections)) if at not in given]
    if not olds or not news:
        return {}

    def before(at: int) -> str | None:
        return given.get(at - 1) if at else INTRODUCTION

    candidates = [
        (score, -at, -number)
        for at in news
        for number, old in enumerate(olds)
        if (score := _score(sections[at], old, before(at), known)) > 0
    ]
    found: dict[int, str] = {}
    for _, at, number in sorted(candidates, reverse=True):
        section_id = olds[-number].id
        if -at not in found and section_id not in found.values():
            found[-at] = section_id
    return found


def _old_sections(known: Known) -> Iterator[_Old]:
    before = INTRODUCTION
    seen: set[str] = set()
    for title in known.active:
        if not title.is_title or title.key == DOCUMENT_TITLE or title.key in seen:
            continue
        seen.add(title.key)
        section_id = section_of(title.key)
        blocks = tuple(b for b in known.active if b.section == section_id and not b.is_title)
        yield _Old(section_id, title.text, before, blocks)
        before = section_id


def _score(section: Section, old: _Old, before: str | None, known: Known) -> float:
    """How sure it is that the two are one; 0 where it is not."""
    earlier = known.earlier.get(f"{old.id}/title", frozenset())
    if is_same(section.title, old.heading) or hash8(section.title) in earlier:
        return 3.0
    text = _text_in_common(section, old)
    if text >= _SAME_TEXT:
        return 1 + text
    if before is None or before != old.before:
        return 0.0
    alike = max(text, likeness.likeness(section.title, old.heading))
    return alike if alike >= _SAME_PLACE else 0.0


def _text_in_common(section: Section, old: _Old) -> float:
    """Dice's coefficient over their sentences, by words."""
    new = {sentence for block in section.blocks for sentence in block.segments}
    was = {sentence for block in old.blocks for sentence in block.sentences}
    words = _words(new) + _words(was)
    return 2 * _words(new & was) / words if words else 0.0


def _words(sentences: Set[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)

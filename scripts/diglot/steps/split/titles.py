"""The title of a document: a line of it, or what it says of itself.

``title`` of the settings wins; then a heading at the top; then a first line that looks like one;
then what the first paragraph names («… بعنوان: X،»); at last the first words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diglot.model.document import Kind
from diglot.source import Settings
from diglot.steps.split.heading_shape import is_title_like
from diglot.steps.split.lines import bare, collapse, has_text
from diglot.steps.split.not_headings import is_metadata, is_salutation
from diglot.steps.split.passages import Passage

_FIRST_WORDS = 8
_LONGEST_NAMED = 200
_NAMING = "|".join(
    """
    بعنوان
    تحت عنوان
    المعنون
    المعنونة
    """.strip().splitlines()
)
_NAMING_WORDS = "|".join(word.strip() for word in _NAMING.split("|"))
_NAMED = re.compile(rf"(?:{_NAMING_WORDS}|entitled|titled)\s?:?\s?(?P<rest>.+)", re.DOTALL)
_QUOTED = re.compile('[\u00ab\u201c"](?P<name>[^\u00bb\u201d"]+)[\u00bb\u201d"]')
_UP_TO_COMMA = re.compile("(?P<name>[^\u060c,.\u061b;]+)[\u060c,.\u061b;]")


def title_index(found: Sequence[Passage], settings: Settings) -> int | None:
    """Index of the passage that is the title; None where no line is."""
    if settings.title:
        wanted = bare(settings.title)
        return next((i for i, p in enumerate(found) if bare(p.words) == wanted), None)
    for index, passage in enumerate(found):
        if passage.kind is Kind.HEADING:
            return index if passage.level == 1 else None
        if passage.kind is not Kind.PARAGRAPH or passage.lines > 1:
            return None
        if not (is_metadata(passage.words) or is_salutation(passage.words)):
            following = found[index + 1] if index + 1 < len(found) else None
            alone = following is None or following.gap
            return index if is_title_like(passage.words, alone) else None
    return None


def named_title(found: Sequence[Passage], text: str) -> str:
    """A title for a document that has no line for it; never empty where there is text."""
    first = next((p.words for p in found if p.words and not is_metadata(p.words)), "")
    named = _NAMED.search(first)
    if named:
        for pattern in (_QUOTED, _UP_TO_COMMA):
            match = pattern.match(named["rest"][:_LONGEST_NAMED])
            if match and has_text(match["name"]):
                return collapse(match["name"])
    words = (first if has_text(first) else collapse(text)).split(" ")
    start = next(i for i, word in enumerate(words) if has_text(word))
    return " ".join(words[min(start, len(words) - 1) :][:_FIRST_WORDS])

"""The attribute list of a block: its anchor, its class by state, its language where it differs.

Written ``{ #b-3f2a91 .dg .draft }``. The blank behind the brace matters: ``{#`` begins a comment in
Jinja, which some projects run over their pages.
"""

from __future__ import annotations

from diglot.language import Language
from diglot.steps.render.passages import Edition, Passage


def block_attributes(passage: Passage, edition: Edition, *classes: str | None) -> str:
    """The attribute list of a passage on a page of this edition."""
    names = ["dg", passage.state or "source", *(name for name in classes if name)]
    language = language_of(passage, edition)
    parts = [identifier(passage.anchor), *(f".{name}" for name in names)]
    if language.code != edition.language.code:
        parts += [f"lang={language.code}", f"dir={language.direction}"]
    return "{ " + " ".join(part for part in parts if part) + " }"


def language_of(passage: Passage, edition: Edition) -> Language:
    """The language of a block as a whole: the source's, where none of it is translated."""
    if passage.sentences and all(s.language == edition.source for s in passage.sentences):
        return edition.source
    return edition.language


def identifier(anchor: str) -> str:
    """An anchor inside an attribute list; nothing where there is none."""
    # «#2017» would be an issue number to some extensions.
    return f"id={anchor}" if anchor[:1].isdigit() else anchor and f"#{anchor}"

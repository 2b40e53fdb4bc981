"""The attribute list of a block: its anchor, its class by state, its language where it differs.

Written ``{ #b-3f2a91 .dg .draft }``. The blank behind the brace matters: ``{#`` begins a comment in
Jinja, which some projects run over their pages.
"""

from __future__ import annotations

from diglot.language import Language
from diglot.steps.render import tongues
from diglot.steps.render.passages import Edition, Passage


def block_attributes(
    passage: Passage,
    edition: Edition,
    *classes: str | None,
    around: Language | None = None,
    short: str = "",
) -> str:
    """The attribute list of a passage on a page of this edition.

    ``around`` is the language of the element that it stands in, where it is not that of the page;
    ``short`` is a word for its state, for a style sheet to show.
    """
    names = ["dg", passage.standing or "source", *(name for name in classes if name)]
    parts = [identifier(passage.anchor), *(f".{name}" for name in names)]
    own = tongues.attributes(tongues.tongue_of(passage, edition), around or edition.language)
    parts += [f"{name}={value}" for name, value in own]
    parts += [f'data-short="{short}"'] if short else []
    return "{ " + " ".join(part for part in parts if part) + " }"


def identifier(anchor: str) -> str:
    """An anchor inside an attribute list; nothing where there is none."""
    # «#2017» would be an issue number to some extensions.
    return f"id={anchor}" if anchor[:1].isdigit() else anchor and f"#{anchor}"

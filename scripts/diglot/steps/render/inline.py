"""A sentence as it stands in a line of Markdown: escaped, isolated, in a span with its language.

In: sentences of a passage. Out: one line of Markdown and raw inline HTML.
"""

from __future__ import annotations

from diglot.language import Language
from diglot.steps.render import escape, isolates
from diglot.steps.render.passages import Edition, Passage, Sentence

_ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})


def tongue(language: Language, around: Language) -> str:
    """``lang`` and ``dir`` for an element, where they differ from what stands around it."""
    if language.code == around.code:
        return ""
    return f' lang="{escape.markdown(language.code)}" dir="{language.direction}"'


def sentences(passage: Passage, edition: Edition) -> str:
    """All sentences of a passage, each in its numbered span, joined by a space.

    The number counts the sentences of the block, so that it is the same in every language.
    """
    return " ".join(
        f'<span class="dg-s" data-s="{number}"{tongue(sentence.language, edition.language)}>'
        f"{_isolated(sentence, edition)}</span>"
        for number, sentence in enumerate(passage.sentences, start=1)
    )


def title(passage: Passage, edition: Edition) -> str:
    """The sentences of a title as the text of a link: without numbers, which belong to its page."""
    return " ".join(
        f"<span{tag}>{_isolated(sentence, edition)}</span>" if tag else _isolated(sentence, edition)
        for sentence in passage.sentences
        for tag in (tongue(sentence.language, edition.language),)
    )


def joined(*parts: str) -> str:
    """What there is of these, with a space between."""
    return " ".join(part for part in parts if part)


def isolated(text: str, language: Language, foreign: str = "") -> str:
    """A text, escaped, with each run of the other direction in a ``<bdi>``.

    ``foreign`` is the language of such runs, where their script is Arabic; otherwise not known.
    """
    clean = escape.clean(text)
    if isolates.has_controls(clean):
        # The author has seen to it already; an override that is not closed must not get out.
        return f'<bdi dir="{language.direction}">{escape.escaped(clean)}</bdi>'
    opening = _opening(language, foreign)
    return "".join(
        f"{opening}{escape.escaped(piece)}</bdi>" if is_foreign else escape.escaped(piece)
        for piece, is_foreign in isolates.pieces(clean, language.direction)
    )


def _isolated(sentence: Sentence, edition: Edition) -> str:
    return isolated(sentence.text, sentence.language, edition.source.code)


def _opening(language: Language, foreign: str) -> str:
    if language.direction == "rtl":
        return '<bdi dir="ltr">'
    known = foreign.split("-", maxsplit=1)[0] in _ARABIC_SCRIPT
    return f'<bdi lang="{escape.markdown(foreign)}" dir="rtl">' if known else '<bdi dir="rtl">'

"""The language and the direction in which a text is shown: its script outranks its file.

In: passages and sentences of an edition. Out: languages. An English reference in an Arabic document
runs from left to right as a whole, its full stop at its right end. Of Latin letters nobody can tell
the language: such a text gets a direction, and no ``lang``.
"""

from __future__ import annotations

from diglot.language import Direction, Language
from diglot.markup import escape
from diglot.steps.render import isolates
from diglot.steps.render.passages import Edition, Passage, Sentence

_ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})
_UNDETERMINED = "und"
_UNKNOWN: dict[Direction, Language] = {
    "ltr": Language(f"{_UNDETERMINED}-Latn", ""),
    "rtl": Language(f"{_UNDETERMINED}-Arab", ""),
}


def tongue(language: Language, around: Language) -> str:
    """``lang`` and ``dir`` for an element, where they differ from what stands around it."""
    return "".join(f' {name}="{escape.markdown(of)}"' for name, of in attributes(language, around))


def attributes(language: Language, around: Language) -> tuple[tuple[str, str], ...]:
    """The same as names and values; no ``lang`` where it is not known."""
    if language.code == around.code:
        return ()
    direction = ("dir", language.direction)
    if not language.code.startswith(_UNDETERMINED):
        return (("lang", language.code), direction)
    return (direction,) if language.direction != around.direction else ()


def language_of(passage: Passage, edition: Edition) -> Language:
    """The language of a block as a whole: the source's, where none of it is translated."""
    if passage.sentences and all(s.language == edition.source for s in passage.sentences):
        return edition.source
    return edition.language


def tongue_of(passage: Passage, edition: Edition) -> Language:
    """The same, unless the block has only letters of the other direction."""
    return spoken(passage.text, language_of(passage, edition), edition.source)


def tongue_of_sentence(sentence: Sentence, passage: Passage, edition: Edition) -> Language:
    """The language of a sentence as it is shown; figures alone go with their block."""
    figures = not isolates.has_letters(sentence.text)
    if figures and sentence.language == language_of(passage, edition):
        return tongue_of(passage, edition)
    return spoken(sentence.text, sentence.language, edition.source)


def is_arabic_script(code: str) -> bool:
    """Whether a language is written in Arabic script: a run of it is in that language."""
    return code.split("-", maxsplit=1)[0] in _ARABIC_SCRIPT


def spoken(text: str, filed: Language, source: Language) -> Language:
    """The language of a text that is filed under one; its letters may tell of another."""
    found = isolates.only_direction(text)
    if found is None or found == filed.direction:
        return filed
    return source if found == "rtl" and is_arabic_script(source.code) else _UNKNOWN[found]

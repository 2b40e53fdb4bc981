"""What the pages say of the glossary, in every language that has been written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GlossaryWords:
    """The words in one language."""

    language: str
    terms_here: str
    """Above the terms of a page."""
    keys: str
    """What the keys do at a term."""
    comma: str


_ENGLISH = GlossaryWords(
    language="en",
    terms_here="Terms on this page",
    keys="Arrow keys: other terms",
    comma=", ",
)
_ARABIC = GlossaryWords(
    language="ar",
    terms_here="مصطلحات هذه الصفحة",
    keys="مفاتيح الأسهم: مصطلحات أخرى",
    comma="، ",
)
_ALL = {words.language: words for words in (_ENGLISH, _ARABIC)}


def glossary_words(language: str) -> GlossaryWords:
    """The words of a language (``ar``, also for ``ar-IQ``); English ones where there are none."""
    return _ALL.get(language.replace("_", "-").split("-")[0], _ENGLISH)

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
    entry: str
    """The way from a term to its entry."""
    # The page of the glossary.
    title: str
    about: str
    letters: str
    stands_in: str


_ENGLISH = GlossaryWords(
    language="en",
    terms_here="Terms on this page",
    keys="Arrow keys: other terms; Enter: glossary",
    comma=", ",
    entry="In the glossary",
    title="Glossary",
    about="Terms and names, and what each is called in the other language in these documents.",
    letters="Letters",
    stands_in="In:",
)
_ARABIC = GlossaryWords(
    language="ar",
    terms_here="مصطلحات هذه الصفحة",
    keys="الأسهم: مصطلحات أخرى؛ Enter: المسرد",
    comma="، ",
    entry="في المسرد",
    title="مسرد المصطلحات",
    about="المصطلحات والأسماء، وما يقابل كلاً منها في اللغة الأخرى في هذه الوثائق.",
    letters="الحروف",
    stands_in="في:",
)
_ALL = {words.language: words for words in (_ENGLISH, _ARABIC)}


def glossary_words(language: str) -> GlossaryWords:
    """The words of a language (``ar``, also for ``ar-IQ``); English ones where there are none."""
    return _ALL.get(language.replace("_", "-").split("-")[0], _ENGLISH)

"""Every word on the pages that is not the document's, in every language that has been written.

A language without words borrows the English ones, marked ``lang="en"``. To add a language, write
another module such as ``words_en`` and name it in ``_ALL``. Phrases stand in the order in which a
page shows them. In braces: ``n`` of ``total`` passages, ``share`` in per cent, and what the name
says.
"""

from __future__ import annotations

from diglot.steps.render.interface import Words
from diglot.steps.render.words_ar import ARABIC
from diglot.steps.render.words_en import ENGLISH

__all__ = ["ARABIC", "ENGLISH", "Words", "words_for"]


def words_for(language: str) -> Words:
    """The words of a language (``ar``, also for ``ar-IQ``); English ones where there are none."""
    return _ALL.get(language) or _ALL.get(language.replace("_", "-").split("-")[0]) or ENGLISH


_ALL = {words.language: words for words in (ENGLISH, ARABIC)}

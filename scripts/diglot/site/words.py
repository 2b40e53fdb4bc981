"""The words of what others are told of the site, in every language that has been written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diglot.steps.render.plurals import Forms


@dataclass(frozen=True, slots=True)
class Words:
    """In braces: ``n`` sentences, the ``language`` of the translation, the ``site``."""

    feed: str
    events: Mapping[str, Forms]
    """By kind, on the pages of the translation."""
    events_of: Mapping[str, Forms]
    """By kind, on the pages of the original."""
    share: str
    """In the list of documents: the ``share`` of the words that has been reviewed."""


_ENGLISH = Words(
    feed="{site}: what was reviewed and changed",
    events={
        "reviewed": {
            "one": "A person has reviewed {n} sentence.",
            "other": "A person has reviewed {n} sentences.",
        },
        "stale": {
            "one": "The source of {n} sentence has changed since it was translated.",
            "other": "The source of {n} sentences has changed since they were translated.",
        },
    },
    events_of={
        "reviewed": {
            "one": "A person has reviewed {n} sentence of the {language} translation.",
            "other": "A person has reviewed {n} sentences of the {language} translation.",
        },
        "stale": {
            "one": "{n} sentence has changed since it was translated into {language}.",
            "other": "{n} sentences have changed since they were translated into {language}.",
        },
    },
    share="{share} reviewed",
)

_ARABIC = Words(
    feed="{site}: ما روجع وما تغيّر",
    events={
        "reviewed": {
            "one": "راجع شخصٌ جملة واحدة.",
            "two": "راجع شخصٌ جملتين.",
            "few": "راجع شخصٌ {n} جمل.",
            "other": "راجع شخصٌ {n} جملة.",
        },
        "stale": {
            "one": "تغيّر أصل جملة واحدة بعد ترجمتها.",
            "two": "تغيّر أصل جملتين بعد ترجمتهما.",
            "few": "تغيّر أصل {n} جمل بعد ترجمتها.",
            "other": "تغيّر أصل {n} جملة بعد ترجمتها.",
        },
    },
    events_of={
        "reviewed": {
            "one": "راجع شخصٌ الترجمة {language} لجملة واحدة.",
            "two": "راجع شخصٌ الترجمة {language} لجملتين.",
            "few": "راجع شخصٌ الترجمة {language} لـ{n} جمل.",
            "other": "راجع شخصٌ الترجمة {language} لـ{n} جملة.",
        },
        "stale": {
            "one": "تغيّرت جملة واحدة بعد ترجمتها إلى {language}.",
            "two": "تغيّرت جملتان بعد ترجمتهما إلى {language}.",
            "few": "تغيّرت {n} جمل بعد ترجمتها إلى {language}.",
            "other": "تغيّرت {n} جملة بعد ترجمتها إلى {language}.",
        },
    },
    share="روجع {share}",
)

_ALL = {"en": _ENGLISH, "ar": _ARABIC}


def words_for(language: str) -> Words:
    """The words of a language (``ar``, also for ``ar-IQ``); English ones where there are none."""
    return _ALL.get(language.replace("_", "-").split("-")[0], _ENGLISH)

"""The links to what can be taken away, on the overview of a document.

In: files, each with what it is. Out: HTML, in the language of the overview.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from posixpath import relpath

from diglot.language import Language
from diglot.steps import take_away
from diglot.steps.render.plurals import name_of

_TYPES = {"pdf": "application/pdf", "epub": "application/epub+zip", "txt": "text/plain"}
_ORDER = ("pdf", "both", "epub", "text")
_LATIN = re.compile("[A-Z]+")


@dataclass(frozen=True, slots=True)
class File:
    """A file that somebody may take away."""

    path: PurePosixPath
    """Below the folder of the site."""
    format: str
    """A format of ``words``."""
    size: int
    languages: tuple[Language, ...]


def links(files: list[File], language: Language, folder: PurePosixPath) -> str:
    """The links on an overview in this folder; nothing where there is no file."""
    if not files:
        return ""
    words = take_away.words_for(language.code)
    own = language.code.replace("_", "-").split("-")[0]
    spoken = "" if words.language == own else f' lang="{words.language}" dir="ltr"'
    items = "".join(
        f'<li><a href="{escape(relpath(file.path, folder))}" '
        f'type="{_TYPES[file.path.suffix[1:]]}">{_named(file, words)}</a></li>'
        for file in sorted(files, key=lambda file: _ORDER.index(file.format))
    )
    title = escape(words.take_away)
    return (
        f'<nav class="dg-take-away" aria-label="{title}" data-search-exclude{spoken}>'
        f"<p>{title}</p><ul>{items}</ul></nav>"
    )


def _named(file: File, words: take_away.Words) -> str:
    names = [name_of(language.code, words.language) for language in file.languages]
    says = words.formats[file.format].format(own=names[0], other=names[-1])
    said = escape(f"{says}{words.comma}{take_away.size_in_words(file.size, words)}")
    # Isolated: «PDF, 86» would be one run in Arabic.
    return _LATIN.sub(r'<bdi dir="ltr">\g<0></bdi>', said) if words.language == "ar" else said

"""The page of the glossary in one language: terms in its own order, and what they are elsewhere.

In: the glossary, and for each document where it uses which term. Out: a page in each of the two
languages; none where there is no term. ``<language>/glossary/index.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from diglot.language import Language
from diglot.markup import escape, stamp
from diglot.model.glossary import Glossary, Term, anchor
from diglot.steps.render import alphabet
from diglot.steps.render.end_notes import in_source, in_target, noted
from diglot.steps.render.glossary_words import GlossaryWords, glossary_words
from diglot.steps.render.inline import isolated
from diglot.steps.render.page import Page
from diglot.steps.render.terms import Terms, terms_of
from diglot.steps.render.tongues import tongue
from diglot.term_use import TermUse

NAME = "glossary"
"""The folder of its pages."""
MOST = 3
"""Places that are named at a term."""


@dataclass(frozen=True, slots=True)
class UsingDocument:
    """A document that may use terms: its id, its title by language, and where it uses which."""

    id: str
    titles: Mapping[str, str]
    use: TermUse


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page: its language, and what its entries are made of."""

    language: Language
    terms: Terms
    used: Sequence[UsingDocument]
    directory_urls: bool

    @property
    def words(self) -> GlossaryWords:
        return glossary_words(self.language.code)

    @property
    def tag(self) -> str:
        """``lang`` and ``dir`` of our words, where they are borrowed."""
        return tongue(Language(self.words.language, ""), self.language) if self._borrows else ""

    @property
    def _borrows(self) -> bool:
        return self.words.language != self.language.code.replace("_", "-").split("-")[0]


def glossary_pages(
    glossary: Glossary,
    languages: Sequence[Language],
    used: Sequence[UsingDocument],
    *,
    directory_urls: bool = True,
) -> tuple[Page, ...]:
    """The pages; ``used`` in the order of the site."""
    terms = terms_of(glossary, languages)
    if terms is None:
        return ()
    here = (terms.source, terms.target)
    return tuple(_page(_Sheet(each, terms, used, directory_urls)) for each in here)


def _page(sheet: _Sheet) -> Page:
    words = sheet.words
    listed = [term for term in sheet.terms.glossary.terms if term.targets]
    filed = sorted(
        (*alphabet.filed(_headword(term, sheet)), term.line or 0, term) for term in listed
    )
    letters = [
        (letter, [term for *_, term in group])
        for letter, group in groupby(filed, key=lambda each: each[1])
    ]
    body = "\n\n".join(
        [
            f"# {_ours(words.title, sheet)} {{ #glossary }}",
            f"{_ours(words.about, sheet)}\n{{ .dg-glossary-about data-search-exclude='' }}",
            _jumps([letter for letter, _ in letters], sheet),
            *(_letter(*each, sheet) for each in letters),
        ]
    )
    head = (
        f"---\ntitle: {escape.yaml(escape.title(words.title))}\n"
        f"description: {escape.yaml(escape.title(words.about))}\n"
        # The letters stand above the list, on every screen.
        "hide:\n  - toc\n"
        # Whoever looks for a word wants the documents; the list of words must not come first.
        "search:\n  last: true\n"
        f"diglot:\n  language: {sheet.language.code}\n"
    )
    path = PurePosixPath(sheet.language.code, NAME, "index.md")
    return Page(path, stamp.stamped(head, f"---\n\n{body}\n"))


def _headword(term: Term, sheet: _Sheet) -> str:
    return term.source if sheet.language == sheet.terms.source else term.targets[0]


def _jumps(letters: Sequence[str], sheet: _Sheet) -> str:
    links = " ".join(
        f'<a href="#{alphabet.anchor(letter)}">{escape.markdown(letter)}</a>' for letter in letters
    )
    label = escape.markdown(sheet.words.letters)
    return f'<nav class="dg-letters" aria-label="{label}" data-search-exclude>{links}</nav>'


def _letter(letter: str, terms: Sequence[Term], sheet: _Sheet) -> str:
    entries = "".join(_entry(term, sheet) for term in terms)
    title = escape.markdown(letter)
    heading = f"## {title} {{ #{alphabet.anchor(letter)} data-search-exclude='' }}"
    return f'{heading}\n\n<dl class="dg-glossary">{entries}</dl>'


def _entry(term: Term, sheet: _Sheet) -> str:
    here, languages = sheet.language, sheet.terms.languages
    own, other = in_source(term, languages, here), in_target(term, languages, here)
    if here == sheet.terms.target:
        own, other = other, own
    return (
        f'<div id="{anchor(term)}"><dt>{own}</dt><dd>{other}</dd>'
        f"{noted(term, languages, here, is_found=False)}"
        f"{_places(term, sheet)}</div>"
    )


def _places(term: Term, sheet: _Sheet) -> str:
    links = list(_links(term, sheet))[:MOST]
    if not links:
        return ""
    text = f"{_ours(sheet.words.stands_in, sheet)} {sheet.words.comma.join(links)}"
    return f'<dd class="dg-term-places" data-search-exclude>{text}</dd>'


def _links(term: Term, sheet: _Sheet) -> Iterator[str]:
    """One for each section, to its first passage; documents take turns, their first ones first."""
    found = []
    for document in sheet.used:
        sections: dict[str, str] = {}
        for section, at in document.use.places.get(anchor(term), ()):
            sections.setdefault(section, at)
        found += [(turn, document, *each) for turn, each in enumerate(sections.items())]
    for _, document, section, at in sorted(found, key=lambda each: each[0]):
        yield _link(document, section, at, sheet)


def _link(document: UsingDocument, section: str, at: str, sheet: _Sheet) -> str:
    page = f"{section}/" if sheet.directory_urls else f"{section}.html"
    code = sheet.language.code
    said = document.use.titles[section][code]
    if len(sheet.used) > 1:
        said = f"{document.titles[code]}: {said}"
    text = isolated(said, sheet.language, sheet.terms.source.code)
    return f'<a href="../{document.id}/{page}#{at}">{text}</a>'


def _ours(text: str, sheet: _Sheet) -> str:
    plain = escape.markdown(text)
    return f"<span{sheet.tag}>{plain}</span>" if sheet.tag else plain

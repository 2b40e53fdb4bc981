"""The page that says how far the translations of all documents are, one in each language.

In: where each document stands. Out: ``<language>/status/index.md``, with a chart for each document;
of very many, a table. What the charts show stands beside them in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import PurePosixPath

from diglot.language import Language, format_date
from diglot.markup import escape, stamp
from diglot.model.state import State
from diglot.publication import AS_USUAL, Publication
from diglot.steps.render.banner import share
from diglot.steps.render.inline import isolated
from diglot.steps.render.page import Page
from diglot.steps.render.plurals import choose, name_of
from diglot.steps.render.tongues import spoken, tongue
from diglot.steps.render.words import Words, words_for

NAME = "status"
MOST_CHARTS = 200
"""Documents; of more, a table says the same in a third of the bytes, and can be looked through."""

_BEST_FIRST = tuple(reversed(State))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a translation of a document, or of all, stands."""

    passages: Mapping[str, int] = field(default_factory=dict)
    """By state."""
    words: Mapping[str, int] = field(default_factory=dict)
    last_review: str = ""
    """The day, as ISO 8601 writes it."""

    @property
    def total(self) -> int:
        """All passages."""
        return sum(self.passages.values())


@dataclass(frozen=True, slots=True)
class DocumentStanding:
    """A document, with its titles and its translations by language."""

    id: str
    titles: Mapping[str, str]
    translations: Mapping[str, Standing]


def standing_pages(
    documents: Sequence[DocumentStanding],
    languages: Sequence[Language],
    *,
    directory_urls: bool = True,
    publication: Publication = AS_USUAL,
    made_of: str = "",
) -> tuple[Page, ...]:
    """The page in each language; that of the sources tells of every translation.

    ``made_of``: a digest of all this, for the front matter.
    """
    if not documents:
        return ()
    return tuple(
        _page(_Site(documents, languages, each, directory_urls), publication, made_of)
        for each in languages
    )


@dataclass(frozen=True, slots=True)
class _Site:
    documents: Sequence[DocumentStanding]
    languages: Sequence[Language]
    here: Language
    directory_urls: bool

    @property
    def words(self) -> Words:
        return words_for(self.here.code)

    @property
    def tag(self) -> str:
        """``lang`` and ``dir`` of words that the language of the page has borrowed."""
        words = self.words.language
        borrowed = words != self.here.code.replace("_", "-").split("-")[0]
        return tongue(Language(words, ""), self.here) if borrowed else ""


def _page(site: _Site, publication: Publication, made_of: str) -> Page:
    words, tag = site.words, site.tag
    head = (
        f"title: {escape.yaml(escape.title(words.standing))}\n"
        f"description: {escape.yaml(escape.title(words.standing_says))}\n"
        f'diglot:\n  page: {NAME}\n  language: {site.here.code}\n  made_of: "{made_of}"\n'
    )
    says = [words.standing_says, *([words.standing_holds_back] if publication.holds_back else [])]
    source = site.languages[0]
    translations = site.languages[1:] if site.here.code == source.code else (site.here,)
    pieces = [
        _heading("#", words.standing, NAME, site),
        f"<p{tag}>{_plain(' '.join(says), words)}</p>",
        *(piece for each in translations for piece in _translation(each, site)),
    ]
    path = PurePosixPath(site.here.code, NAME, "index.md")
    return Page(path, stamp.stamped(f"---\n{head}", "---\n\n" + "\n\n".join(pieces) + "\n"))


def _translation(language: Language, site: _Site) -> Iterator[str]:
    words, code = site.words, language.code
    found = [(each, each.translations.get(code, Standing())) for each in site.documents]
    name = name_of(code, words.language)
    of = words.progress_of.format(language=name) if code != site.here.code else words.all_documents
    yield _heading("##", of, f"{NAME}-{code.lower()}", site)
    total = _together([standing for _, standing in found])
    yield f'<div class="dg-standing" data-search-exclude{site.tag}>{_chart(total, words)}</div>'
    if len(site.documents) > MOST_CHARTS:
        yield _table(found, site)
        return
    entries = "\n".join(
        f'<li class="dg-standing">{_link(document, site)}{_chart(standing, words)}</li>'
        for document, standing in found
    )
    yield f'<ul class="dg-standings" data-search-exclude{site.tag}>\n{entries}\n</ul>'


def _together(standings: Sequence[Standing]) -> Standing:
    passages, words = Counter[str](), Counter[str]()
    for each in standings:
        passages.update(each.passages)
        words.update(each.words)
    return Standing(passages, words, max((each.last_review for each in standings), default=""))


def _chart(standing: Standing, words: Words) -> str:
    """A bar, and what it shows in words; no colour is needed to understand it."""
    amounts = "".join(
        f'<li class="dg-state {state.value}">{_amount(state, standing, words)}</li>'
        for state in _BEST_FIRST
        if standing.passages.get(state, 0)
    )
    bar = "".join(_bars(standing))
    return (
        f'<svg class="dg-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f'{bar}</svg><ul class="dg-amounts">{amounts}</ul>'
        f'<p class="dg-last-review">{_last_review(standing, words)}</p>'
    )


def _bars(standing: Standing) -> Iterator[str]:
    before = 0
    for state in _BEST_FIRST:
        count = standing.passages.get(state, 0)
        if count:
            x, width = 100 * before / standing.total, 100 * count / standing.total
            yield f'<rect class="{state.value}" x="{x:.2f}" width="{width:.2f}" height="4"/>'
        before += count


def _amount(state: State, standing: Standing, words: Words) -> str:
    count, length = standing.passages[state], standing.words.get(state, 0)
    says = words.amount.format(
        state=words.states[state],
        passages=choose(words.passages, count, words.language).format(n=f"{count:,}"),
        share=share(count, standing.total),
        words=choose(words.words, length, words.language).format(n=f"{length:,}"),
    )
    return _plain(says, words)


def _last_review(standing: Standing, words: Words) -> str:
    if not standing.last_review:
        return _plain(words.never_reviewed, words)
    day = _written(standing.last_review, words.language)
    return _plain(words.last_reviewed.format(date=day), words)


def _table(found: Sequence[tuple[DocumentStanding, Standing]], site: _Site) -> str:
    words = site.words
    columns = "".join(f'<th scope="col">{_plain(c, words)}</th>' for c in words.document_columns)
    rows = "\n".join(_row(document, standing, site) for document, standing in found)
    label = escape.markdown(words.documents)
    return (
        f'<div class="dg-standing-table" data-search-exclude{site.tag} role="region" tabindex="0" '
        f'aria-label="{label}"><table class="dg-table"><thead><tr>{columns}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(document: DocumentStanding, standing: Standing, site: _Site) -> str:
    reviewed = standing.passages.get(State.REVIEWED, 0)
    cells = (
        f"{standing.total:,}",
        f"{reviewed:,} ({share(reviewed, standing.total)})",
        f"{sum(standing.words.values()):,}",
        escape.markdown(_written(standing.last_review, site.words.language) or "–"),
    )
    numbers = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{_link(document, site)}</th>{numbers}</tr>'


@cache
def _written(day: str, language: str) -> str:
    return format_date(date.fromisoformat(day), language) if day else ""


def _link(document: DocumentStanding, site: _Site) -> str:
    source = site.languages[0]
    original = document.titles.get(source.code, document.id)
    title = document.titles.get(site.here.code, original)
    own = spoken(title, source if title == original else site.here, source)
    address = f"../{document.id}/" + ("" if site.directory_urls else "index.html")
    around = Language(site.words.language, "") if site.tag else site.here
    text = isolated(title, own, source.code)
    return f'<a href="{address}"{tongue(own, around)}>{text}</a>'


def _heading(level: str, text: str, name: str, site: _Site) -> str:
    plain = _plain(text, site.words)
    return f"{level} {f'<span{site.tag}>{plain}</span>' if site.tag else plain} {{ #{name} }}"


def _plain(text: str, words: Words) -> str:
    return isolated(escape.clean(text), Language(words.language, ""))

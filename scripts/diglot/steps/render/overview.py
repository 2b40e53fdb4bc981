"""The overview of a document: what it is, how far its translation is, and its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from diglot.language import Language, format_date
from diglot.markup import escape
from diglot.model.state import State
from diglot.source import Settings, in_language
from diglot.steps.render import list_markers
from diglot.steps.render.banner import banner, share
from diglot.steps.render.blocks import heading
from diglot.steps.render.inline import isolated, joined, title
from diglot.steps.render.nesting import depths
from diglot.steps.render.page import Page, page
from diglot.steps.render.passages import HELD, Part
from diglot.steps.render.place import Place
from diglot.steps.render.plurals import choose, name_of
from diglot.steps.render.section import title_of
from diglot.steps.render.tally import WHOLE, Tally

_DEEPEST = 4
_PUBLISHED = (State.UNTRANSLATED, HELD, State.REVIEWED)
"""What passages may be where nothing else is published."""
_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~:/?#@!$()*+,;=%-]*)?")


def overview_page(place: Place, settings: Settings) -> Page:
    """The overview in one language."""
    edition = place.edition
    tallies = place.tallies(WHOLE)
    facts = _facts(place, settings)
    pieces = (
        *heading(edition.title, place),
        *([facts] if facts else []),
        banner(place, tallies),
        f"## {_label(place.words.sections, place)} {{ #sections }}",
        _sections(place),
        *_progress(place, tallies),
    )
    name = list_markers.numbered_title(edition.title, edition) or edition.document.id
    note = _ended(in_language(settings.note, edition.language.code))
    body = (passage.text for part in edition.parts[:3] for passage in part.body[:5])
    return page(place, name, " ".join((note, *body)), "\n\n".join(pieces), tallies)


def _ended(text: str) -> str:
    """With a full stop, where a text has no sign at its end: another follows."""
    return f"{text}." if text[-1:].isalnum() else text


def _facts(place: Place, settings: Settings) -> str:
    """A list of name and value; one line of HTML, in which Markdown sees nothing."""
    words, code = place.words, place.edition.language.code
    day = settings.date
    values = {
        "date": format_date(day, code) if isinstance(day, date) else day or "",
        "origin": in_language(settings.origin, code),
        "licence": in_language(settings.licence, code),
        "note": in_language(settings.note, code),
    }
    rows = "".join(
        f"<div><dt{place.tongue(place.edition.language)}>{_plain(words.facts[name])}</dt>"
        f'<dd dir="auto">{_value(value)}</dd></div>'
        for name, value in values.items()
        if value.strip()
    )
    return f'<dl class="dg-facts">{rows}</dl>' if rows else ""


def _value(text: str) -> str:
    """A value; a link where all of it is an address of the web."""
    plain = _plain(text.strip())
    if _WEB_ADDRESS.fullmatch(text.strip()):
        return f'<a href="{plain}" rel="external nofollow" dir="ltr">{plain}</a>'
    return plain


def _plain(text: str) -> str:
    return escape.markdown(text)


def _sections(place: Place) -> str:
    lines = []
    parts = place.edition.parts
    found = depths((part.section.level for part in parts), _DEEPEST)
    for part, depth in zip(parts, found, strict=True):
        lines.append(f"{'    ' * depth}- {_entry(part, place)}")
        lines.append(f"{'    ' * (depth + 1)}{{ .dg-section }}")
    return "\n".join(lines)


def _entry(part: Part, place: Place) -> str:
    language = place.edition.language
    text = (
        _label(title_of(part, place), place)
        if part.heading is None
        else joined(
            list_markers.label(part.heading, place.edition), title(part.heading, place.edition)
        )
    )
    link = f"[{text}]({part.section.id}.md)"
    return " ".join((link, *_reviewed(place.tallies(part.section.id), place, language)))


def _reviewed(found: dict[str, Tally], place: Place, around: Language) -> Iterator[str]:
    words = place.words
    for code, counts in found.items():
        if not counts.total:
            continue
        says = choose(words.reviewed_of, counts.reviewed, words.language).format(
            n=f"{counts.reviewed:,}", total=f"{counts.total:,}"
        )
        if len(found) > 1:
            says = f"{name_of(code, words.language)}: {says}"
        yield (
            f'<span class="dg-progress"{place.tongue(around)}>'
            f'<meter max="{counts.total}" value="{counts.reviewed}" aria-hidden="true"></meter> '
            f"{_plain(says)}</span>"
        )


def _progress(place: Place, tallies: dict[str, Tally]) -> Iterator[str]:
    words = place.words
    for code, found in tallies.items():
        if not found.total:
            continue
        language = name_of(code, words.language)
        several = len(tallies) > 1
        text = words.progress_of.format(language=language) if several else words.progress
        yield f"## {_label(text, place)} {{ #progress-{code.lower()} }}"
        yield _state_table(found, place)


def _state_table(found: Tally, place: Place) -> str:
    words = place.words
    rows = [[_label(column, place) for column in words.columns], ["---", "---:", "---:", "---:"]]
    standings = _PUBLISHED if place.publication.holds_back else State
    for state in standings:
        numbers = (
            f"{found.passages[state]:,}",
            share(found.passages[state], found.total),
            f"{found.shown_words[state]:,}",
        )
        name = f"{_label(words.states[state], place)} {{ .dg-state .{state} }}"
        rows.append([name, *numbers])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _label(text: str, place: Place) -> str:
    """Interface words in a line of Markdown, with their language where they are borrowed."""
    tag = place.tongue(place.edition.language)
    plain = isolated(text, Language(place.words.language, ""))
    return f"<span{tag}>{plain}</span>" if tag else plain

"""The page of a section: heading, banner, blocks."""

from __future__ import annotations

from diglot.steps.render import list_markers
from diglot.steps.render.attributes import identifier
from diglot.steps.render.banner import banner
from diglot.steps.render.blocks import blocks, heading
from diglot.steps.render.end_notes import end_notes
from diglot.steps.render.inline import isolated
from diglot.steps.render.page import Page, page
from diglot.steps.render.passages import Part
from diglot.steps.render.place import Place
from diglot.steps.render.terms import Terms, marked_terms, with_terms


def section_page(place: Place, part: Part, terms: Terms | None = None) -> Page:
    """The page of one section in one language."""
    part = with_terms(part, place.edition, terms)
    tallies = place.tallies(part.section.id)
    pieces = (
        *_heading(place, part),
        banner(place, tallies),
        *blocks(part.body, place),
        *_end_notes(place, part, terms),
    )
    summary = " ".join(passage.text for passage in part.body[:20])
    return page(place, title_of(part, place), summary, "\n\n".join(pieces), tallies)


def title_of(part: Part, place: Place) -> str:
    """A section's title as plain text, with its number; the introduction has none of its own."""
    if part.heading is None:
        return place.introduction
    return list_markers.numbered_title(part.heading, place.edition) or part.section.id


def _end_notes(place: Place, part: Part, terms: Terms | None) -> tuple[str, ...]:
    marked = (found.term for found in marked_terms(part))
    notes = "" if terms is None else end_notes(marked, place, terms)
    return (notes,) if notes else ()


def _heading(place: Place, part: Part) -> tuple[str, ...]:
    if part.heading is not None:
        return tuple(heading(part.heading, place))
    language = place.edition.language
    tag = place.tongue(language)
    text = isolated(place.introduction, language)
    text = f"<span{tag}>{text}</span>" if tag else text
    return (f"# {text} {{ {identifier(part.section.id)} }}",)

"""The banner above a text: in plain words, what of it no person has reviewed.

In: a page and the counts of its passages. Out: one block of Markdown. It needs ``md_in_html``, so
that MkDocs checks the links in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from diglot.language import Language, format_date
from diglot.markup import escape
from diglot.model.state import State
from diglot.steps.render.inline import isolated
from diglot.steps.render.marks import engine_names
from diglot.steps.render.passages import HELD, STANDINGS, Edition
from diglot.steps.render.place import Place
from diglot.steps.render.plurals import Forms, choose, name_of
from diglot.steps.render.tally import Tally
from diglot.steps.render.words import Words


def banner(place: Place, tallies: dict[str, Tally]) -> str:
    """The banner of a page; ``tallies`` hold the counts of each translation by language code."""
    words = place.words
    tag = place.tongue(place.edition.language)
    label = escape.markdown(words.banner)
    lines = [
        f'<aside class="dg-banner" aria-label="{label}" data-search-exclude{tag} markdown="1">'
    ]
    if place.edition.is_source:
        lines.append(f"**{_text(words.original, words)}**\n{{ .dg-banner-text }}")
    for edition in _judged(place):
        found = tallies[edition.language.code]
        lines.append(f"{_sentences(edition, found, place)}\n{{ .dg-banner-text }}")
        if place.part is not None and found.total:
            lines.append(_key(found, words))
    lines.append(f"[{_text(words.about, words)}](../about.md)\n{{ .dg-banner-about }}")
    lines.append("</aside>")
    return "\n\n".join(lines)


def share(part: int, total: int) -> str:
    """Per cent in whole numbers; never 0 % of something or 100 % of less than all."""
    if part in (0, total):
        return "100%" if part else "0%"
    return f"{min(99, max(1, round(100 * part / total)))}%"


def _judged(place: Place) -> Iterator[Edition]:
    """The translations that the banner speaks of: this one, or all of them beside the original."""
    if place.edition.is_source:
        yield from (counterpart.edition for counterpart in place.counterparts)
    else:
        yield place.edition


def _sentences(edition: Edition, found: Tally, place: Place) -> str:
    words = place.words
    kind = _kind(found)
    if place.edition.is_source:
        language = name_of(edition.language.code, words.language)
        lead = _text(words.lead_of[kind].format(language=language), words)
    else:
        lead = f"**{_text(words.lead[kind], words)}**"
    rest = " ".join(_details(edition, found, words))
    return f"{lead} {_text(rest, words)}".strip()


def _kind(found: Tally) -> str:
    if found.reviewed == found.total:
        return "reviewed"
    if found.passages[State.UNTRANSLATED] == found.total:
        return "none"
    if found.passages[HELD]:
        return "published" if found.reviewed else "held"
    if found.reviewed:
        return "partly"
    return "draft" if found.is_drafted else "unreviewed"


def _details(edition: Edition, found: Tally, words: Words) -> Iterator[str]:
    total, open_ = found.total, found.total - found.reviewed
    if not total:
        return
    if not open_:
        yield choose(words.all_reviewed, total, words.language).format(n=f"{total:,}")
        if found.last_review:
            yield words.last_review.format(date=format_date(found.last_review, words.language))
        return
    language = name_of(edition.source.code, words.language)
    # Nobody can review what is not there.
    if (held := found.passages[HELD]) or found.passages[State.UNTRANSLATED] < total:
        counted = held or open_
        yield choose(_unreviewed(found, words), counted, words.language).format(
            n=f"{counted:,}",
            total=f"{total:,}",
            of_total=choose(words.passages, total, words.language).format(n=f"{total:,}"),
            share=share(counted, total),
            language=language,
        )
    if found.reviewed and found.last_review:
        yield choose(words.reviewed_last, found.reviewed, words.language).format(
            n=f"{found.reviewed:,}", date=format_date(found.last_review, words.language)
        )
    for state in words.counted:
        count = found.passages[state]
        forms = (words.all_counted if count == total else words.counted)[state]
        if count:
            yield choose(forms, count, words.language).format(n=f"{count:,}", language=language)
    if found.engines:
        yield words.drafts_from.format(engines=engine_names(found.engines, words))


def _unreviewed(found: Tally, words: Words) -> Forms:
    if held := found.passages[HELD]:
        return words.all_held if held == found.total else words.held
    return words.unreviewed if found.reviewed else words.all_unreviewed


def _key(found: Tally, words: Words) -> str:
    """How many passages are in each state, or objected to; each count a link to the first."""
    lines = []
    for state, anchor in sorted(found.first, key=lambda entry: STANDINGS.index(entry[0])):
        count = found.passages[state]
        text = f"{words.states[state]}: {count:,} ({share(count, found.total)})"
        text = _text(text, words)
        lines.append(f"- [{text}](#{anchor})\n    {{ .dg-key .{state} }}")
    if found.first_objection:
        text = _text(f"{words.objections}: {found.objections:,}", words)
        lines.append(f"- [{text}](#{found.first_objection})\n    {{ .dg-key .objected }}")
    return "\n".join(lines)


def _text(text: str, words: Words) -> str:
    return isolated(escape.clean(text), Language(words.language, ""))

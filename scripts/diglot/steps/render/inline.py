"""A sentence as it stands in a line of Markdown: escaped, isolated, in a span with its language.

In: sentences of a passage. Out: one line of Markdown and raw inline HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from diglot.checks.terms import Occurrence
from diglot.language import Language
from diglot.markup import escape, sentence_span
from diglot.model.glossary import anchor
from diglot.steps.render import isolates
from diglot.steps.render.passages import Edition, Passage, Sentence
from diglot.steps.render.tongues import is_arabic_script, tongue, tongue_of, tongue_of_sentence


def sentences(passage: Passage, edition: Edition) -> str:
    """All sentences of a passage, each in its numbered span, joined by a space.

    The number counts the sentences of the block, so that it is the same in every language.
    """
    around = tongue_of(passage, edition)
    numbered = enumerate(passage.sentences, start=1)
    spoken = ((tongue_of_sentence(each, passage, edition), n, each) for n, each in numbered)
    return " ".join(
        _run(own, around, [(n, each) for _, n, each in run], edition)
        for own, run in groupby(spoken, key=lambda entry: entry[0])
    )


def title(passage: Passage, edition: Edition) -> str:
    """The sentences of a title as the text of a link: without numbers, which belong to its page."""
    return " ".join(_titled(passage, edition))


def joined(*parts: str) -> str:
    """What there is of these, with a space between."""
    return " ".join(part for part in parts if part)


def isolated(
    text: str, language: Language, foreign: str = "", terms: Sequence[Occurrence] = ()
) -> str:
    """A text, escaped, with each run of the other direction in a ``<bdi>``.

    ``foreign`` is the language of such runs, where their script is Arabic; otherwise not known.
    ``terms`` are links; one that stands half in such a run is none.
    """
    clean = escape.clean(text)
    if isolates.has_controls(clean):
        # The author has seen to it already; an override that is not closed must not get out.
        return f'<bdi dir="{language.direction}">{escape.escaped(clean)}</bdi>'
    opening = _opening(language, foreign)
    if terms:
        return _with_terms(clean, isolates.spans(clean, language.direction), opening, terms)
    return "".join(
        f"{opening}{escape.escaped(piece)}</bdi>" if is_foreign else escape.escaped(piece)
        for piece, is_foreign in isolates.pieces(clean, language.direction)
    )


def _run(own: Language, around: Language, run: list[tuple[int, Sentence]], edition: Edition) -> str:
    """Sentences of one language; several in another direction need one element around them.

    Each by itself would be isolated, and the second stand where the text around it goes on.
    """
    tag = tongue(own, around)
    inner = tag if len(run) == 1 else ""
    source = edition.source.code
    text = " ".join(
        f"{sentence_span.begin(n, inner)}{isolated(each.text, own, source, each.terms)}</span>"
        for n, each in run
    )
    return f"<bdi{tag}>{text}</bdi>" if tag and not inner else text


def _with_terms(
    text: str, runs: Iterable[tuple[int, int]], opening: str, terms: Sequence[Occurrence]
) -> str:
    """The text with elements around runs and terms, nested as they lie."""
    runs = tuple(runs)
    elements = [(start, end, opening, "</bdi>") for start, end in runs]
    for found in terms:
        start, end = found.span
        if not any(_is_crossed(start, end, *run) for run in runs):
            elements.append((start, end, *sentence_span.term(anchor(found.term))))
    written, at = "", 0
    waiting: list[tuple[int, str]] = []
    # The outer one first; around the same words, the link.
    for start, end, begin, close in sorted(elements, key=lambda e: (e[0], -e[1], e[3])):
        while waiting and waiting[-1][0] <= start:
            behind, last = waiting.pop()
            written, at = written + escape.escaped(text[at:behind]) + last, behind
        written, at = written + escape.escaped(text[at:start]) + begin, start
        waiting.append((end, close))
    for behind, last in reversed(waiting):
        written, at = written + escape.escaped(text[at:behind]) + last, behind
    return written + escape.escaped(text[at:])


def _is_crossed(start: int, end: int, first: int, last: int) -> bool:
    return start < first < end < last or first < start < last < end


def _titled(passage: Passage, edition: Edition) -> Iterator[str]:
    for sentence in passage.sentences:
        own = tongue_of_sentence(sentence, passage, edition)
        text = isolated(sentence.text, own, edition.source.code)
        tag = tongue(own, edition.language)
        yield f"<span{tag}>{text}</span>" if tag else text


def _opening(language: Language, foreign: str) -> str:
    if language.direction == "rtl":
        return '<bdi dir="ltr">'
    known = is_arabic_script(foreign)
    return f'<bdi lang="{escape.markdown(foreign)}" dir="rtl">' if known else '<bdi dir="rtl">'

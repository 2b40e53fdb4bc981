"""Adopt: what somebody typed into a generated page goes into the catalogue of its language.

In: the page as it stands, the page as it would be written now, the document and its catalogue. Out:
the catalogue with the typed texts, or everything on the page that cannot be assigned to a sentence;
then nothing of it counts.

A typed text is an edit like one in any other tool: what was said of the text before stays, and no
longer holds. Where the catalogue has changed as well since the page was written, its text stays,
and the typed one waits in a ``conflict`` statement; unless it is a draft, which gives way.

Laws: an untouched page changes nothing; a text that is typed, adopted and rendered is seen as it
was typed (white space aside).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from diglot.markup.sentence_span import visible
from diglot.model.catalogue import Catalogue
from diglot.model.document import Document
from diglot.problems import Problem
from diglot.steps.adopt.assignment import Assigned, assigned
from diglot.steps.adopt.frame import frame_problems
from diglot.steps.adopt.sentences import plain_texts, typed_sentences
from diglot.steps.adopt.writing import Change, written

__all__ = ["Adoption", "Change", "adopt"]


@dataclass(frozen=True, slots=True)
class Adoption:
    """What becomes of the catalogue; where there are problems, nothing."""

    catalogue: Catalogue
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def adopt(
    page: str, now: str, document: Document, catalogue: Catalogue | None, path: Path
) -> Adoption:
    """Take over what was typed into ``page``; no catalogue for a page in the source language.

    ``now`` is the same page as ``render`` would write it; ``path`` is for messages only.
    """
    nothing = catalogue or Catalogue(document.id, document.language)
    problems = frame_problems(page, now, path)
    if problems:
        return Adoption(nothing, problems=problems)
    typed = typed_sentences(page)
    texts = plain_texts(now)
    found, problems = assigned(typed, texts, document, path)
    if catalogue is None:
        problems += tuple(_in_source(each, document) for each in found)
    if problems or catalogue is None:
        return Adoption(nothing, problems=problems)
    changed, changes = written(catalogue, found)
    return Adoption(changed, changes, warnings=tuple(_doubts(changes, path)))


def _in_source(each: Assigned, document: Document) -> Problem:
    return Problem(
        f"on its page this sentence was edited by hand (line {each.typed.line} there), "
        "but what the page shows is the source itself",
        document.path,
        each.block.line or None,
        f"write it here: «{each.typed.text}»; then delete the page, and diglot writes it anew",
    )


def _doubts(changes: Iterable[Change], path: Path) -> Iterable[Problem]:
    for change in changes:
        if change.is_conflict:
            yield Problem(
                "this sentence was changed in the catalogue as well; the typed text waits there in "
                "a «# diglot: conflict» line",
                path,
                change.line,
                "decide there: write the right text into msgstr, or delete the line",
            )
        if change.has_markup:
            yield Problem(
                f"what looks like Markdown or HTML here is text now: «{visible(change.text)}»",
                path,
                change.line,
                "take the signs out in the catalogue if they were meant to be markup",
            )

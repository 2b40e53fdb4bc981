"""To which sentence of the document a typed text belongs.

In: typed sentences by anchor and number, and what the page would show now. Out: each with its block
and sentence, without those that are in the catalogue already; or what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from diglot.markup.sentence_span import visible
from diglot.model.document import Block, Document
from diglot.model.key import anchor, hash8
from diglot.problems import Problem
from diglot.steps.adopt.sentences import Place, Typed


@dataclass(frozen=True, slots=True)
class Assigned:
    """A typed text, and the sentence that it is for."""

    typed: Typed
    block: Block
    source: str
    is_changed_meanwhile: bool
    """Whether the page would show another text here now than when it was written."""


def assigned(
    typed: Iterable[Typed], now: Mapping[Place, str], document: Document, path: Path
) -> tuple[tuple[Assigned, ...], tuple[Problem, ...]]:
    """The typed texts with their sentences, one for each entry; and those that have none."""
    blocks = {anchor(block.key): block for block in document.blocks() if block.key}
    found: dict[tuple[str, str], Assigned] = {}
    problems: list[Problem] = []
    for each in typed:
        what, todo = _wrong_with(each, now, blocks)
        if what:
            problems.append(Problem(what, path, each.line, todo))
            continue
        if visible(each.text) == now[each.place]:
            continue
        block = blocks[each.place[0]]
        source = block.sentences[each.place[1] - 1]
        other = found.setdefault(
            (each.place[0], source),
            Assigned(each, block, source, each.before != hash8(now[each.place])),
        )
        if other.typed.text != each.text:
            problems.append(_twice(each, other, path))
    return tuple(found.values()), tuple(problems)


def _wrong_with(
    each: Typed, now: Mapping[Place, str], blocks: Mapping[str, Block]
) -> tuple[str, str]:
    """What is wrong with a typed text, and what to do; empty where it can be taken."""
    at, number = each.place
    if at not in blocks or each.place not in now or number > len(blocks[at].sentences):
        what = "the source of this sentence has changed since the page was made"
        keep = f"keep your words («{each.text}»), delete the page, run diglot render"
        return what, f"{keep}, and type them where they belong now"
    if each.was == "held":
        # Their words would take the place of a translation that they have not seen.
        what = "the translation of this passage waits for its review, and the page shows the source"
        return what, f"keep your words («{each.text}»), and type them there: diglot review"
    if not each.text:
        what = "this sentence was emptied, and its text would be lost"
        return what, "put words there; what is meant to have no translation, its catalogue says"
    if each.has_break:
        what = "there is a blank line in this sentence, which makes two paragraphs of it"
        return what, "take the line out; paragraphs are those of the source"
    if "\0" in each.text or "\x04" in each.text:
        return "no catalogue can hold a NUL or an EOT character", "take it out"
    return "", ""


def _twice(each: Typed, other: Assigned, path: Path) -> Problem:
    return Problem(
        f"this sentence stands in its passage twice, and was typed in two ways (line "
        f"{other.typed.line}: «{other.typed.text}»; here: «{each.text}»)",
        path,
        each.line,
        "type the same in both places; they are one entry of the catalogue",
    )

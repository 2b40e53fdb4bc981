"""What was changed on a page besides its sentences: it belongs to nobody's entry.

In: the page as it stands, and as it would be written now. Out: problems with the line of the page.
Where the catalogue has changed since the page was made, marks, counts and states differ of
themselves; they are left out of the comparison then, and named together if nothing else is found.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from diglot.markup import stamp
from diglot.markup.sentence_span import SPAN, visible
from diglot.model.key import hash8
from diglot.problems import Problem
from diglot.steps.adopt.sentences import ATTRIBUTES, plain_texts

_MOST = 5
"""Problems that are told; the first ones explain the others."""
_OF_ITSELF = re.compile(
    r'<section class="dg-terms".*</section>|<small class="dg-mark".*?</small>'
    r'|<details class="dg-change".*?</details>|<span class="dg-progress".*?</span>|</?bdi[^>]*>'
    r"|\{ \.dg-mark-line [^}]*\}|^\|.*\.dg-state .*$|^>$"
)
_STAMP_LINE = re.compile(r"title: |description: |  (?:frame|head|texts|digest): ")
_WRAPPED = "\x00"

_TODO = (
    "put it back as it was; what can be adopted is the words between <span …> and </span>. What "
    "belongs to no sentence goes into the source, or into a page of your own"
)

Line = tuple[int, str]


def frame_problems(page: str, now: str, path: Path) -> tuple[Problem, ...]:
    """Everything but its sentences must be as it was written; empty where it is."""
    said = stamp.stamp_of(page)
    is_whole = said is not None and said.frame == stamp.frame_of(page)
    if said is None or (is_whole and len(said.texts) != len(plain_texts(page))):
        what = "this page does not say what its sentences were (an earlier diglot has made it, or "
        todo = "keep your words, delete the page, run diglot render, and type them again"
        return (Problem(f"{what}its front matter was changed)", path, 1, todo),)
    if is_whole:
        return tuple(_of_the_head(page, said, path))
    neutral = said.frame != stamp.frame_of(now)
    found = tuple(_differences(_lines(page, neutral=neutral), _lines(now, neutral=neutral)))
    return tuple(Problem(what, path, line, _TODO) for line, what in found[:_MOST]) or (
        Problem("the front matter, the banner or a mark was changed by hand", path, 1, _TODO),
    )


def _of_the_head(page: str, said: stamp.Stamp, path: Path) -> Iterator[Problem]:
    """Title and description are made from the sentences.

    Who has a word replaced everywhere on the page, replaces it there as well; that is no change of
    theirs. Other words there belong to no sentence.
    """
    text = visible(" ".join(plain_texts(page).values()))
    for at, (line, before) in enumerate(zip(stamp.head_of(page), said.head, strict=False), start=2):
        name, _, value = line.partition(": ")
        words = visible(html.unescape(value.strip('"').replace('\\"', '"'))).removesuffix("…")
        if hash8(line) != before and words not in text:
            what = f"the {name} of this page was changed by hand, and is not made from its text"
            yield Problem(what, path, at, _TODO)


def _differences(page: list[Line], now: list[Line]) -> Iterator[tuple[int, str]]:
    here, there = [text for _, text in page], [text for _, text in now]
    codes = SequenceMatcher(None, there, here, autojunk=False).get_opcodes()
    for what, first, last, start, end in codes:
        line = page[min(start, len(page) - 1)][0] if page else 1
        if what == "delete":
            yield line, f"something was deleted here{_named(there[first:last])}"
        elif what == "insert":
            yield line, f"this was added, and belongs to no sentence: «{_short(here[start])}»"
        elif what == "replace" and last - first > end - start:
            yield line, f"something was changed or deleted here{_named(there[first:last])}"
        elif what == "replace":
            yield line, f"this was changed outside of the sentences: «{_short(here[start])}»"


def _named(lines: list[str]) -> str:
    anchors = [found["anchor"] for line in lines for found in ATTRIBUTES.finditer(line)]
    return f" (passage {', '.join(f'#{each}' for each in anchors)})" if anchors else ""


def _short(text: str) -> str:
    plain = re.sub(r"<[^>]*>", "", text).strip() or text.strip()
    return plain if len(plain) <= 60 else plain[:59] + "…"


def _lines(text: str, *, neutral: bool) -> list[Line]:
    """The lines of a page without its sentences, blank lines left out; each with its number."""
    found: list[Line] = []
    number, is_front, is_banner = 1, neutral, False
    for line in SPAN.sub(_emptied, stamp.normal(text)).split("\n"):
        whole = line.replace(_WRAPPED, "")
        is_banner = is_banner or (neutral and whole.startswith('<aside class="dg-banner"'))
        if not (is_front or is_banner or _STAMP_LINE.match(whole)):
            found.append((number, _neutral(whole) if neutral else whole))
        is_front = is_front and not (number > 1 and whole == "---")
        is_banner = is_banner and whole != "</aside>"
        number += 1 + line.count(_WRAPPED)
    return [(at, line) for at, line in found if line.strip()]


def _emptied(span: re.Match[str]) -> str:
    return span["begin"] + _WRAPPED * span["content"].count("\n") + span["end"]


def _neutral(line: str) -> str:
    line = SPAN.sub(r'<span data-s="\g<number>">', line)
    line = ATTRIBUTES.sub(r"{ #\g<anchor> .dg .source }", line)
    return _OF_ITSELF.sub("", line).strip()

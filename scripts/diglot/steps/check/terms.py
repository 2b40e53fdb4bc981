"""A name of the glossary that is rendered in two ways, both allowed.

Finds the one «Kobani» among twenty times «Ayn al-Arab»; must not find «Coalition» beside «Global
Coalition», «Syrian» beside «Syria», «UN» beside «United Nations», or words that are no names: those
are put in several ways by every good translator.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from diglot.checks import Context, Finding, Severity, arabic
from diglot.checks.message import Message
from diglot.checks.terms import occurrences
from diglot.model.catalogue import Segment
from diglot.model.glossary import Term

_STEM = 4
"""Letters."""
_RARE = 3
"""A rendering is rare where another one is found so many times as often."""


def terms(segments: Sequence[Segment], context: Context) -> Iterator[tuple[Segment, Finding]]:
    """A hint for the first segment of each rendering that is rare."""
    for term, renderings in _renderings(segments, context).items():
        usual = max(renderings, key=lambda target: len(renderings[target]))
        often = len(renderings[usual])
        for target, places in renderings.items():
            if target != usual and len(places) * _RARE <= often and not _are_one(target, usual):
                told = Message(
                    "«{source}» is «{target}» here, and «{usual}» {times} times elsewhere",
                    source=term.source,
                    target=target,
                    usual=usual,
                    times=often,
                )
                yield places[0], Finding("terms", Severity.HINT, told)


def _renderings(
    segments: Sequence[Segment], context: Context
) -> dict[Term, dict[str, list[Segment]]]:
    """Where each term with several translations is rendered by which of them."""
    several = {term for term in context.glossary.terms if _is_name_with_several(term)}
    found: dict[Term, dict[str, list[Segment]]] = defaultdict(lambda: defaultdict(list))
    stems = tuple({_stem(term) for term in several})
    for segment in segments:
        folded = arabic.fold(segment.source).casefold()
        if not any(stem in folded for stem in stems):
            continue
        for term in {each.term for each in occurrences(segment.source, context.glossary)} & several:
            target = next((each for each in term.targets if _stands_in(each, segment.target)), "")
            if target:
                found[term][target].append(segment)
    return found


def _stem(term: Term) -> str:
    """What every occurrence of the term has in it: most texts need no closer look."""
    first = (arabic.fold(term.source).split() or [""])[0]
    return first.removeprefix("ال").removesuffix("ه").casefold()


def _is_name_with_several(term: Term) -> bool:
    return len(term.targets) > 1 and all(target[:1].isupper() for target in term.targets)


def _stands_in(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


def _are_one(one: str, other: str) -> bool:
    """Whether one is a shorter form of the other, an adjective, or its initials."""
    words, others = (re.findall(r"\w+", each.casefold()) for each in (one, other))
    initials = "".join(word[0] for word in words), "".join(word[0] for word in others)
    stems, other_stems = ({word[:_STEM] for word in each} for each in (words, others))
    return (
        stems <= other_stems
        or other_stems <= stems
        or re.sub(r"\W", "", one).casefold() == initials[1]
        or re.sub(r"\W", "", other).casefold() == initials[0]
    )

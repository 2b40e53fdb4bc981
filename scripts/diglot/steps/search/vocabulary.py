"""Which words stand where in one language, kept from one build to the next.

In: the texts of all pages. Out: each word with its places, packed. Law: what comes out depends on
the texts that were given last and on nothing before; what has not changed is not looked at again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from diglot.steps.search import folding

Texts = tuple[tuple[int, str], ...]
"""What is indexed of a page: the number of each passage, and its words."""
Postings = list[tuple[int, int]]
"""Numbers of page and passage, in order."""

_TOO_MANY = 4
"""If one page of so many has changed, all words are found out anew."""


class Vocabulary:
    """The words of one language."""

    def __init__(self) -> None:
        self._texts: dict[int, Texts] = {}
        self._places: dict[str, Postings] = {}
        self._packed: dict[str, bytes] = {}

    def of(self, texts: Mapping[int, Texts]) -> Mapping[str, bytes]:
        """The postings of each word, packed; ``texts`` by the number of the page."""
        numbers = self._texts.keys() | texts.keys()
        changed = {n for n in numbers if self._texts.get(n) != texts.get(n)}
        if len(changed) * _TOO_MANY > len(numbers):
            self._places = dict(_places(sorted(texts.items())))
            self._packed = {word: packed(found) for word, found in self._places.items()}
        else:
            self._change(changed, texts)
        self._texts = dict(texts)
        return self._packed

    def _change(self, changed: set[int], texts: Mapping[int, Texts]) -> None:
        """Look again at the words that these pages had, and at those that they have."""
        before = _places((n, self._texts[n]) for n in changed if n in self._texts)
        now = _places((n, texts[n]) for n in sorted(changed) if n in texts)
        for word in before.keys() | now.keys():
            kept = [place for place in self._places.get(word, ()) if place[0] not in changed]
            self._set(word, sorted(kept + now.get(word, [])))

    def _set(self, word: str, postings: Postings) -> None:
        if postings:
            self._places[word], self._packed[word] = postings, packed(postings)
        else:
            del self._places[word], self._packed[word]


def _places(pages: Iterable[tuple[int, Texts]]) -> Mapping[str, Postings]:
    found: defaultdict[str, Postings] = defaultdict(list)
    for number, texts in pages:
        for at, text in sorted(texts):
            place = (number, at)
            for word in folding.filed(text):
                found[word].append(place)
    return found


def packed(postings: Postings) -> bytes:
    """Postings as numbers of seven bits a byte: steps between pages, how many passages, steps."""
    numbers: list[int] = []
    page, passage, counted = 0, 0, -1
    for at_page, at in postings:
        if counted < 0 or at_page != page:
            counted = len(numbers) + 1
            numbers += [at_page - page, 0]
            page, passage = at_page, 0
        numbers[counted] += 1
        numbers.append(at - passage)
        passage = at
    if max(numbers) < 0x80:
        return bytes(numbers)
    found = bytearray()
    for number in numbers:
        while number > 0x7F:
            found.append(number & 0x7F | 0x80)
            number >>= 7
        found.append(number)
    return bytes(found)

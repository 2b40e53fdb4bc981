"""Portion after portion through the engine, which always has work: further ones are begun before.

A portion takes several rounds: first every text is translated; then those that went wrong are asked
for again, all in one call. While one round is waited for, the next portion is at the engine.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from diglot.steps.draft.engine import Engine
from diglot.steps.draft.questions import Question, Search, Waiting, ask

_AHEAD = 7500
"""Words that the engine should have before it: more than a portion, so that it is never idle."""

_Key = TypeVar("_Key")
_Found = TypeVar("_Found")


class Searches(Generic[_Found]):
    """Searches that ask together; the first round is begun at once."""

    def __init__(self, engine: Engine, searches: Mapping[str, Search[_Found]]) -> None:
        self.found: dict[str, _Found] = {}
        """What the finished ones returned, by their source."""
        self._engine = engine
        self._open = dict(searches)
        self._begin({source: next(search) for source, search in searches.items()})

    @property
    def finished(self) -> bool:
        """Whether nothing is at the engine."""
        return not self._open

    def go_on(self) -> None:
        """Wait for the round that was begun, and begin the next."""
        further: dict[str, Question] = {}
        for source, answers in zip(list(self._open), self._waiting(), strict=True):
            try:
                further[source] = self._open[source].send(answers)
            except StopIteration as returned:
                self.found[source] = returned.value
                del self._open[source]
        self._begin(further)

    def _begin(self, questions: Mapping[str, Question]) -> None:
        self.words = sum(question.words for question in questions.values())
        self._waiting: Waiting = ask(self._engine, list(questions.values()))


def in_order(
    portions: Iterable[_Key], begin: Callable[[_Key], Searches[_Found]]
) -> Iterator[tuple[_Key, Mapping[str, _Found]]]:
    """Each portion with what was found, as soon as it and all before it are finished."""
    remaining = iter(portions)
    unfinished: deque[tuple[_Key, Searches[_Found]]] = deque()
    rounds: deque[Searches[_Found]] = deque()  # in the order in which the engine does them
    while True:
        few = sum(each.words for each in rounds) < _AHEAD
        portion = next(remaining, None) if few else None
        if portion is not None:
            searches = begin(portion)
            unfinished.append((portion, searches))
        elif rounds:
            searches = rounds.popleft()
            searches.go_on()
        else:
            return
        if not searches.finished:
            rounds.append(searches)
        while unfinished and unfinished[0][1].finished:
            done, searches = unfinished.popleft()
            yield done, searches.found

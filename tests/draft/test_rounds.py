"""Many searches ask one engine: together, in few calls, and so that it always has work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from diglot.problems import UserError
from diglot.steps.draft import rounds
from diglot.steps.draft.questions import Answer, Question, Search
from diglot.steps.draft.rounds import Searches, in_order
from tests.fake_engine import FakeEngine, FakeTranslation


class Recording(FakeEngine):
    """Notes what is begun and what is waited for."""

    def begin(self, texts: Sequence[str], *, hypotheses: int) -> Iterator[FakeTranslation]:
        self.notes.append(f"begun {' '.join(texts)} {hypotheses}")
        return self._waited(texts, hypotheses)

    def _waited(self, texts: Sequence[str], hypotheses: int) -> Iterator[FakeTranslation]:
        self.notes.append(f"waited {' '.join(texts)}")
        yield from self.translate(texts, hypotheses=hypotheses)

    @property
    def notes(self) -> list[str]:
        return self.__dict__.setdefault("_notes", [])


def said(answer: Answer) -> str:
    return answer if isinstance(answer, str) else answer.hypotheses[0].text


def asking(text: str, times: int = 1) -> Search[str]:
    """Asks so many times, each time for more hypotheses; finds the last answer."""
    last = ""
    for number in range(1, times + 1):
        (answer,) = yield Question((text,), number)
        last = said(answer)
    return last


def test_what_several_texts_ask_again_goes_to_the_engine_in_one_call() -> None:
    engine = FakeEngine()
    searches = Searches(engine, {text: asking(text, 2) for text in ("a", "b", "c")})
    while not searches.finished:
        searches.go_on()

    assert engine.calls == [("a", "b", "c")] * 2
    assert searches.found == {"a": "a", "b": "b", "c": "c"}


def test_a_question_of_several_texts_gets_their_answers_in_order() -> None:
    def pieces() -> Search[str]:
        answers = yield Question(("x", "y"), 2)
        nothing = yield Question((), 2)
        return " ".join(map(said, [*answers, *nothing]))

    searches = Searches(FakeEngine(), {"one": asking("one", 2), "two": pieces()})
    while not searches.finished:
        searches.go_on()

    assert searches.found == {"one": "one", "two": "x y"}


def test_the_next_portion_is_begun_before_one_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rounds, "_AHEAD", 2)
    engine = Recording()
    found = in_order("abcd", lambda text: Searches(engine, {text: asking(text)}))

    assert [portion for portion, _ in found] == ["a", "b", "c", "d"]
    assert engine.notes[:4] == ["begun a 1", "begun b 1", "waited a", "begun c 1"]


def test_portions_come_in_their_order_and_none_waits_for_a_stubborn_one_without_work() -> None:
    engine = Recording()
    times = {"a": 5, "b": 1, "c": 1}
    found = in_order("abc", lambda text: Searches(engine, {text: asking(text, times[text])}))

    assert [portion for portion, _ in found] == ["a", "b", "c"]
    assert engine.notes.index("waited c") < engine.notes.index("begun a 3")


def test_portions_without_questions_need_no_engine() -> None:
    engine = FakeEngine()

    assert list(in_order("ab", lambda text: Searches(engine, {}))) == [("a", {}), ("b", {})]
    assert engine.calls == []


def test_a_text_at_which_the_engine_fails_costs_no_other_also_when_asked_again() -> None:
    broken = FakeEngine({"b": RuntimeError("no")})
    searches = Searches(broken, {text: asking(text, 2) for text in ("a", "b", "c", "d", "e")})
    while not searches.finished:
        searches.go_on()

    failed = "the engine failed: RuntimeError: no"
    assert list(searches.found.values()) == ["a", failed, "c", "d", "e"]


def test_an_engine_that_fails_as_it_begins_is_asked_for_each_half() -> None:
    class Hasty(FakeEngine):
        def begin(self, texts: Sequence[str], *, hypotheses: int) -> Iterator[FakeTranslation]:
            return iter(self.translate(texts, hypotheses=hypotheses))

    engine = Hasty({"b": MemoryError()})
    searches = Searches(engine, {text: asking(text) for text in ("a", "b", "c")})
    searches.go_on()

    assert searches.found == {"a": "a", "b": "the engine failed: MemoryError: ", "c": "c"}


def test_an_engine_that_cannot_work_at_all_stops_it() -> None:
    searches = Searches(FakeEngine({"a": UserError("the model is damaged")}), {"a": asking("a")})

    with pytest.raises(UserError, match="the model is damaged"):
        searches.go_on()


def test_too_few_translations_are_a_fault_of_the_engine() -> None:
    class Short(FakeEngine):
        def translate(self, texts: Sequence[str], *, hypotheses: int) -> list[FakeTranslation]:
            return super().translate(texts, hypotheses=hypotheses)[1:]

    with pytest.raises(ValueError, match="fake gave 1 translations for 2 texts"):
        Searches(Short(), {"a": asking("a"), "b": asking("b")}).go_on()

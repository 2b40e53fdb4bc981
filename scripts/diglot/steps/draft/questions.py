"""What a search for a draft asks the engine, and how the answers come: many questions in one call.

An engine is foreign code: what fails at one text must not lose the others.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from diglot.problems import UserError
from diglot.steps.draft.engine import Engine, Translation

Answer = Translation | str
"""In place of a translation what the engine said when it failed at the text."""

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Question:
    """Texts as the model is to see them, and how many hypotheses of each are wanted."""

    texts: tuple[str, ...]
    hypotheses: int

    @property
    def words(self) -> int:
        """How much work it is."""
        return sum(len(text.split()) for text in self.texts)


Search = Generator[Question, Sequence[Answer], _Found]
"""Yields questions, is sent the answers, returns what it found. Knows nothing of other searches."""

Waiting = Callable[[], list[list[Answer]]]
"""Waits for the answers to some questions: for each an answer to each of its texts."""


def ask(engine: Engine, questions: Sequence[Question]) -> Waiting:
    """Hand all questions to the engine, in one call for each number of hypotheses."""
    wanted = sorted({question.hypotheses for question in questions})
    calls = {
        n: _begun(engine, [t for q in questions if q.hypotheses == n for t in q.texts], n)
        for n in wanted
    }

    def wait() -> list[list[Answer]]:
        answers = {n: iter(call()) for n, call in calls.items()}
        return [[next(answers[q.hypotheses]) for _ in q.texts] for q in questions]

    return wait


def _begun(engine: Engine, texts: Sequence[str], hypotheses: int) -> Callable[[], list[Answer]]:
    """A call that fails is divided, until the texts that make it fail stand alone."""
    if not texts:
        return list
    try:
        translations = engine.begin(texts, hypotheses=hypotheses)
    except UserError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the other texts must not be lost
        failure = error
        return lambda: _apart(engine, texts, hypotheses, failure)

    def wait() -> list[Answer]:
        try:
            found: list[Answer] = list(translations)
        except UserError:
            raise
        except Exception as error:  # noqa: BLE001 - as above: engines work when they are waited for
            return _apart(engine, texts, hypotheses, error)
        if len(found) != len(texts):
            raise ValueError(f"{engine.name} gave {len(found)} translations for {len(texts)} texts")
        return found

    return wait


def _apart(engine: Engine, texts: Sequence[str], hypotheses: int, error: Exception) -> list[Answer]:
    if len(texts) == 1:
        return [f"the engine failed: {type(error).__name__}: {error}"]
    half = len(texts) // 2
    first, second = (_begun(engine, part, hypotheses) for part in (texts[:half], texts[half:]))
    return [*first(), *second()]

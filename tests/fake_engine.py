"""An engine for tests: the same words for the same text, and any misbehaviour that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii


@dataclass(frozen=True)
class FakeHypothesis:
    text: str
    score: float = -0.5
    at_limit: bool = False


@dataclass(frozen=True)
class FakeTranslation:
    hypotheses: tuple[FakeHypothesis, ...]


Answer = str | FakeHypothesis | Sequence[str | FakeHypothesis] | Exception


def spelled(text: str) -> str:
    """The default answer: letters of the text in ASCII, digits and marks as they are."""
    return " ".join(anyascii(text).split()) or "nothing"


@dataclass
class FakeEngine:
    """``answers`` by what the engine is given; ``otherwise`` for all other texts.

    An answer is a text, hypotheses in order, or an exception, which fails the whole call.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    otherwise: Callable[[str], Answer] = spelled
    name: str = "fake"
    model: str = "translate-ar_en@0.1"
    calls: list[tuple[str, ...]] = field(default_factory=list)

    def begin(self, texts: Sequence[str], *, hypotheses: int) -> Iterator[FakeTranslation]:
        """Works when it is waited for."""
        yield from self.translate(texts, hypotheses=hypotheses)

    def translate(self, texts: Sequence[str], *, hypotheses: int) -> list[FakeTranslation]:
        self.calls.append(tuple(texts))
        return [self._one(text, hypotheses) for text in texts]

    @property
    def asked(self) -> list[str]:
        """Every text that the engine was given, in order."""
        return [text for call in self.calls for text in call]

    def _one(self, text: str, hypotheses: int) -> FakeTranslation:
        answer = self.answers[text] if text in self.answers else self.otherwise(text)
        if isinstance(answer, Exception):
            raise answer
        several = [answer] if isinstance(answer, str | FakeHypothesis) else list(answer)
        found = (
            one if isinstance(one, FakeHypothesis) else FakeHypothesis(one, score=-0.5 - at / 10)
            for at, one in enumerate(several[:hypotheses])
        )
        return FakeTranslation(tuple(found))

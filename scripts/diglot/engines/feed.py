"""Batches handed to a CTranslate2 model: enough that no core waits, few enough to stop soon.

What a model was given it translates to the end, whoever has lost interest: after Ctrl-C the process
would live on until its queue is empty. So most of the work waits here.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_BATCHES = 3
"""Of each thread of the model, at a time: two seconds of work; diglot takes less in between."""
_PAUSE = 0.002
"""Seconds between two looks of who waits for a batch."""


@dataclass(slots=True, eq=False)
class Batch:
    """Some pieces on their way."""

    tokens: Sequence[Sequence[str]]
    prefix: Sequence[Sequence[str]] | None
    options: dict[str, Any]
    answers: Sequence[Any] | None = None
    """``AsyncTranslationResult`` of each piece, once the model has the batch."""
    refused: Exception | None = None
    """What the model raised instead of taking it."""


class Feed:
    """What waits for one model, first come first served; may be used by several threads."""

    def __init__(self, translator: Any) -> None:
        self._translator = translator
        self._room: int = _BATCHES * translator.num_translators
        self._lock = threading.Lock()
        self._waiting: deque[Batch] = deque()
        self._with_model: list[Batch] = []

    def submit(self, batch: Batch) -> Batch:
        """Put it behind the others; does not wait."""
        with self._lock:
            self._waiting.append(batch)
        self._hand_over()
        return batch

    def results(self, batch: Batch) -> list[Any]:
        """Wait for the ``TranslationResult`` of each of its pieces."""
        while not self._is_finished(batch):
            time.sleep(_PAUSE)
        self._hand_over()
        if batch.refused is not None:
            raise batch.refused
        return [answer.result() for answer in batch.answers or ()]

    def _is_finished(self, batch: Batch) -> bool:
        """Whether the model is done with it; nobody else asks after it from then on.

        Two threads that ask for one answer, or whether it is there, would break it.
        """
        self._hand_over()
        with self._lock:
            if batch.refused is not None:
                return True
            if batch.answers is None or not _is_done(batch):
                return False
            if batch in self._with_model:
                self._with_model.remove(batch)
            return True

    def _hand_over(self) -> None:
        with self._lock:
            self._with_model = [batch for batch in self._with_model if not _is_done(batch)]
            while self._waiting and len(self._with_model) < self._room:
                batch = self._waiting.popleft()
                self._give(batch)

    def _give(self, batch: Batch) -> None:
        try:
            batch.answers = self._translator.translate_batch(
                batch.tokens, batch.prefix, asynchronous=True, **batch.options
            )
        except Exception as error:  # noqa: BLE001 - it is for who waits for this batch
            batch.refused = error
        else:
            self._with_model.append(batch)


def _is_done(batch: Batch) -> bool:
    return all(answer.done() for answer in batch.answers or ())

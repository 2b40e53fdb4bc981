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
_PAUSE = 0.005
"""Seconds between two looks for room, of who waits for a batch that was not handed over yet."""


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
        self._hand_over()
        while batch.answers is None and batch.refused is None:
            time.sleep(_PAUSE)
            self._hand_over()
        if batch.refused is not None:
            raise batch.refused
        found = [answer.result() for answer in batch.answers or ()]
        self._hand_over()
        return found

    def _hand_over(self) -> None:
        with self._lock:
            self._with_model = [
                batch
                for batch in self._with_model
                if not all(answer.done() for answer in batch.answers or ())
            ]
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

"""Texts through one model: one translation for each text, in their order.

The work is cut into batches by length, over all texts of a window, and the next window waits in the
queue while one is being translated: no core is idle between them, and what stands first is
finished first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from diglot.engines.argos_model import ArgosModel
from diglot.engines.batches import BEAMS, batches
from diglot.engines.division import Division, divide
from diglot.engines.feed import Batch

LONGEST_PIECE = 180
"""Tokens. Longer texts are divided: models saw none, and lose parts of them."""

_WINDOW = 256
"""Texts that are sorted by length together."""
_AHEAD = 2
"""Windows that wait in the queue of the model."""
_LIMIT = 256
"""Tokens of output at which CTranslate2, and so Argos, stops."""
_HIGH_LIMIT = 3 * LONGEST_PIECE
"""What a text that needs more gets in a second try, so that most loops still end early."""
_LENGTH_PENALTY = 0.2
"""As Argos has it."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way to translate a text."""

    text: str
    score: float
    """Log-probability of its tokens, divided by their number to the power of 0.2; 0 is certain."""
    at_limit: bool = False
    """It was still going on when the model was stopped: cut off, or a loop."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What a model makes of one text: one hypothesis or more, the likeliest first."""

    hypotheses: tuple[Hypothesis, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """How the model looks for translations."""

    beams: int = BEAMS
    hypotheses: int = 1

    @property
    def width(self) -> int:
        """Hypotheses that are followed at a time."""
        return max(self.beams, self.hypotheses)

    def options(self, limit: int) -> dict[str, Any]:
        """The parameters of ``translate_batch`` that give what Argos gives."""
        return {
            "beam_size": self.width,
            "num_hypotheses": self.hypotheses,
            "length_penalty": _LENGTH_PENALTY,
            "replace_unknowns": True,
            "return_scores": True,
            "max_decoding_length": limit,
        }


@dataclass(frozen=True, slots=True)
class _Scored:
    """A hypothesis of a piece, with what is needed to add scores up."""

    text: str
    score: float
    length: int
    at_limit: bool


def decode(model: ArgosModel, texts: Iterable[str], search: Search) -> Iterator[Translation]:
    """The translations of texts, as they become ready; a text without words is its own.

    The first windows are handed to the model before this returns.
    """
    windows = _windows(model, texts, search)
    return _in_order(deque(islice(windows, _AHEAD)), windows)


def _windows(model: ArgosModel, texts: Iterable[str], search: Search) -> Iterator[_Window]:
    remaining = iter(texts)
    while window := tuple(islice(remaining, _WINDOW)):
        yield _Window(model, window, search)


def _in_order(queued: deque[_Window], others: Iterator[_Window]) -> Iterator[Translation]:
    while queued:
        window = queued.popleft()
        yield from window.translations()
        queued.extend(islice(others, 1))


class _Window:
    """Texts whose pieces have been handed to the model; making one does not wait."""

    def __init__(self, model: ArgosModel, texts: Sequence[str], search: Search) -> None:
        self._model, self._search = model, search
        self._divisions = [divide(text, self._fits) for text in texts]
        self._pieces = [piece.text for each in self._divisions for piece in each.pieces]
        self._tokens = [model.tokenizer.encode(piece) for piece in self._pieces]
        self._submitted = self._submit(
            [at for at, tokens in enumerate(self._tokens) if tokens], limit=_LIMIT
        )

    def translations(self) -> Iterator[Translation]:
        """Wait for the model, and put the pieces together."""
        found = self._scored(self._submitted, _LIMIT)
        cut = [at for at, (best, *_) in found.items() if best.at_limit]
        again = [at for at in cut if self._may_be_longer(at)]
        found |= self._scored(self._submit(again, limit=_HIGH_LIMIT), _HIGH_LIMIT)
        # A piece without tokens (a lone direction mark) has gone to no model.
        pieces = iter(found.get(at) or [_untouched(text)] for at, text in enumerate(self._pieces))
        for division in self._divisions:
            yield _joined(division, [next(pieces) for _ in division.pieces])

    def _fits(self, text: str) -> bool:
        return len(self._model.tokenizer.encode(text)) <= LONGEST_PIECE

    def _may_be_longer(self, at: int) -> bool:
        """A text of so many tokens can rightly have a translation that Argos would cut."""
        return 3 * len(self._tokens[at]) > _LIMIT

    def _submit(self, wanted: Sequence[int], *, limit: int) -> list[tuple[list[int], Batch]]:
        prefix = self._model.package.target_prefix
        return [
            (places, self._model.feed.submit(Batch(
                [self._tokens[at] for at in places],
                [[prefix]] * len(places) if prefix else None,
                self._search.options(limit),
            )))
            for places in batches(
                wanted,
                [len(tokens) for tokens in self._tokens],
                threads=self._model.translator.num_translators,
                beams=self._search.width,
            )
        ]  # fmt: skip

    def _scored(
        self, submitted: Sequence[tuple[list[int], Batch]], limit: int
    ) -> dict[int, list[_Scored]]:
        return {
            at: [
                _Scored(
                    self._model.text(tokens, self._pieces[at]),
                    score,
                    len(tokens),
                    at_limit=len(tokens) >= limit,
                )
                for tokens, score in zip(result.hypotheses, result.scores, strict=True)
            ]
            for places, batch in submitted
            for at, result in zip(places, self._model.feed.results(batch), strict=True)
        }


def _untouched(text: str) -> _Scored:
    return _Scored(text, 0.0, 0, at_limit=False)


def _joined(division: Division, found: Sequence[Sequence[_Scored]]) -> Translation:
    """The nth hypothesis of a text is made of the nth of each of its pieces, as in Argos."""
    ways = max((len(scored) for scored in found), default=1)
    return Translation(
        tuple(
            _hypothesis(division, [scored[min(way, len(scored) - 1)] for scored in found])
            for way in range(ways)
        )
    )


def _hypothesis(division: Division, parts: Sequence[_Scored]) -> Hypothesis:
    length = sum(part.length for part in parts)
    likelihood = sum(part.score * part.length**_LENGTH_PENALTY for part in parts)
    return Hypothesis(
        division.join([part.text for part in parts]),
        likelihood / length**_LENGTH_PENALTY if length else 0.0,
        any(part.at_limit for part in parts),
    )

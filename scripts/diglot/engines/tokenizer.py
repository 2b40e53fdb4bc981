"""Text to pieces and back, as the model of a package was trained with.

SentencePiece is read directly. The few BPE packages go through Argos's own tokenizer, which alone
knows its mixture of Moses rules and byte pairs.
"""

from __future__ import annotations

from typing import Any, Protocol

from diglot.engines.argos_package import ArgosPackage
from diglot.problems import UserError

_SPACE_PIECE = "\u2581"
"""SentencePiece's sign for a space. It stays in pieces that are copied from the source."""


class Tokenizer(Protocol):
    """What a model needs around it."""

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""

    def decode(self, pieces: list[str], source: str) -> str:
        """The text of some pieces, which translate this source."""


def load(package: ArgosPackage) -> Tokenizer:
    """The tokenizer of a package; UserError where its file is damaged."""
    try:
        return _SentencePiece(package) if package.tokenizing == "sentencepiece" else _Bpe(package)
    # All that the libraries raise at a damaged file.
    except (OSError, RuntimeError, ValueError, IndexError) as error:
        raise UserError(
            f"this Argos package is damaged: its tokenizer cannot be read ({error})",
            path=package.tokenizer,
            todo="install the package again",
        ) from error


class _SentencePiece:
    def __init__(self, package: ArgosPackage) -> None:
        from sentencepiece import SentencePieceProcessor  # here: only drafting needs the extra

        self._processor: Any = SentencePieceProcessor(model_file=str(package.tokenizer))

    def encode(self, text: str) -> list[str]:
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    def decode(self, pieces: list[str], source: str) -> str:
        decoded: str = self._processor.decode_pieces(pieces)
        text = decoded.replace(_SPACE_PIECE, " ")
        # Argos makes every «_» a space, since some models write it for one. Where the source has
        # one it is part of an address or a name.
        return text if "_" in source else text.replace("_", " ")


class _Bpe:
    def __init__(self, package: ArgosPackage) -> None:
        from argostranslate.tokenizer import BPETokenizer  # here: makes no folders, but is slow

        self._tokenizer: Any = BPETokenizer(package.tokenizer, package.source, package.target)
        # Loads when first used, without a lock; and it is now that a damaged file should be found.
        self._tokenizer.lazy_load()

    def encode(self, text: str) -> list[str]:
        # Words are divided by spaces alone here, so nothing is the one word «».
        return [piece for piece in self._tokenizer.encode(text) if piece]

    def decode(self, pieces: list[str], source: str) -> str:
        text: str = self._tokenizer.decode(pieces)
        return text

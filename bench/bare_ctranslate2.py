"""CTranslate2 alone, in a process of its own: every sentence in one call, in batches of some sizes.

Argument: the folder of a package. Standard input: a list of sentences. Output: seconds by size (in
tokens), without starting, reading the model and cutting into pieces.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import ctranslate2
import sentencepiece

SIZES = (256, 512, 768)
"""Tokens of a batch; which is the fastest depends on the processor."""


def main() -> None:
    """Two cores: two translations at a time, each on one (the fastest that was measured)."""
    package = Path(sys.argv[1])
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    translator = ctranslate2.Translator(
        str(package / "model"), inter_threads=os.cpu_count() or 1, intra_threads=1
    )
    tokens = [pieces.encode(sentence, out_type=str) for sentence in json.load(sys.stdin)]
    translator.translate_batch(tokens[:1])
    json.dump({size: _seconds(translator, tokens, size) for size in SIZES}, sys.stdout)


def _seconds(translator: ctranslate2.Translator, tokens: list[list[str]], size: int) -> float:
    start = time.perf_counter()
    translator.translate_batch(
        tokens, beam_size=4, length_penalty=0.2, replace_unknowns=True, return_scores=True,
        max_batch_size=size, batch_type="tokens",
    )  # fmt: skip
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

"""Packages whose model copies its source, written from scratch: output that can be foretold.

One layer each way; the decoder's attention is wired to look from target position t at source
position t ÷ ``repeat``, and its output matrix to name the token that it sees there.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import ctranslate2
import numpy as np
from ctranslate2.specs import TransformerSpec
from sentencepiece import SentencePieceProcessor

WIDTH, INNER, HEADS, POSITIONS = 512, 64, 8, 1200
CONTENT, PLACE = 3 * WIDTH // 8, WIDTH // 8
SHARP = 6.0


def sentencepiece_copier(
    folder: Path, sentencepiece: Path, *, repeat: int = 1, endless: bool = False, **metadata: str
) -> Path:
    """A package with this SentencePiece model; it writes each piece ``repeat`` times."""
    processor = SentencePieceProcessor(model_file=str(sentencepiece))
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    folder.mkdir(parents=True)
    shutil.copy(sentencepiece, folder / "sentencepiece.model")
    _write(folder, pieces, repeat, endless, metadata)
    return folder


def bpe_copier(folder: Path, words: list[str], **metadata: str) -> Path:
    """A package with Moses words and byte pairs; only these words are known whole."""
    letters = sorted({letter for word in words for letter in word})
    vocabulary = dict.fromkeys(
        ["<unk>", "<s>", "</s>", *letters, *(f"{letter}@@" for letter in letters), *words]
    )
    folder.mkdir(parents=True)
    (folder / "bpe.model").write_text(_merges(words), encoding="utf-8")
    _write(folder, list(vocabulary), 1, False, metadata)
    return folder


def _merges(words: list[str]) -> str:
    """Byte pairs that put the letters of each word together, from its start."""
    lines = ["#version: 0.2"]
    for word in words:
        pieces = [*word[:-1], f"{word[-1]}</w>"]
        lines += [f"{''.join(pieces[:at])} {pieces[at]}" for at in range(1, len(pieces))]
    return "\n".join(lines) + "\n"


def _write(
    folder: Path, pieces: list[str], repeat: int, endless: bool, metadata: dict[str, str]
) -> None:
    spec = _spec(len(pieces), repeat)
    if endless:
        spec.decoder.projection.bias[pieces.index("</s>")] = -1e4
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    spec.optimize(quantization="int8")
    (folder / "model").mkdir()
    spec.save(str(folder / "model"))
    said = {"package_version": "1.0", "from_code": "ar", "to_code": "en"} | metadata
    (folder / "metadata.json").write_text(json.dumps(said), encoding="utf-8")


def _spec(size: int, repeat: int) -> TransformerSpec:
    random = np.random.default_rng(0)

    def signs(*shape: int) -> np.ndarray:
        return random.choice([-1.0, 1.0], size=shape)

    content, place = signs(size, CONTENT), signs(POSITIONS, PLACE)
    source, target, output = (np.zeros((size, WIDTH)) for _ in range(3))
    source[:, :CONTENT] = output[:, :CONTENT] = content
    target[:, CONTENT + PLACE :] = signs(size, WIDTH - CONTENT - PLACE)

    spec = TransformerSpec.from_config((1, 1), HEADS, pre_norm=True)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"
    spec.encoder.embeddings[0].weight = source.astype(np.float32)
    spec.decoder.embeddings.weight = target.astype(np.float32)
    for side, step in ((spec.encoder, 1), (spec.decoder, repeat)):
        places = np.zeros((POSITIONS, WIDTH))
        places[:, CONTENT : CONTENT + PLACE] = place[np.arange(POSITIONS) // step]
        side.position_encodings.encodings = places.astype(np.float32)
        side.scale_embeddings = False
        _norm(side.layer_norm)
        for layer in side.layer:
            _norm(layer.self_attention.layer_norm)
            _linear(layer.self_attention.linear[0], np.zeros((3 * WIDTH, WIDTH)))
            _linear(layer.self_attention.linear[1], np.zeros((WIDTH, WIDTH)))
            _norm(layer.ffn.layer_norm)
            _linear(layer.ffn.linear_0, np.zeros((INNER, WIDTH)))
            _linear(layer.ffn.linear_1, np.zeros((WIDTH, INNER)))
    _wire(spec.decoder.layer[0].attention)
    _linear(spec.decoder.projection, output * 0.25)
    return spec


def _wire(attention: object) -> None:
    head, share = WIDTH // HEADS, CONTENT // HEADS
    query, values, out = (
        np.zeros((WIDTH,) * 2),
        np.zeros((2 * WIDTH, WIDTH)),
        np.zeros((WIDTH,) * 2),
    )
    for number in range(HEADS):
        start, seen = number * head, min(head, PLACE)
        query[start : start + seen, CONTENT : CONTENT + seen] = np.eye(seen) * SHARP
        values[start : start + seen, CONTENT : CONTENT + seen] = np.eye(seen) * SHARP
        part = slice(number * share, (number + 1) * share)
        values[WIDTH + start : WIDTH + start + share, part] = np.eye(share)
        out[part, start : start + share] = np.eye(share) * 20
    _norm(attention.layer_norm)
    for linear, weight in zip(attention.linear, (query, values, out), strict=True):
        _linear(linear, weight)


def _norm(spec: object) -> None:
    spec.gamma, spec.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)


def _linear(spec: object, weight: np.ndarray) -> None:
    spec.weight, spec.bias = weight.astype(np.float32), np.zeros(len(weight), np.float32)


def refused_by_this_version(folder: Path) -> None:
    """Make the model one of a format that CTranslate2 does not know yet."""
    model = folder / "model" / "model.bin"
    content = bytearray(model.read_bytes())
    assert (
        int.from_bytes(content[:4], "little") <= ctranslate2.specs.model_spec.CURRENT_BINARY_VERSION
    )
    content[:4] = (99).to_bytes(4, "little")
    model.write_bytes(content)

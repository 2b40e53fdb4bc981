"""An Argos package on disk: a folder with ``metadata.json``, a tokenizer and a CTranslate2 model.

The format is that of ``argostranslate.package``. Only what is said in the metadata is read here;
whether the model works is for ``argos_model.verify`` to say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from diglot import files
from diglot.problems import UserError

Tokenizing = Literal["sentencepiece", "bpe"]

_CODE = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")
_TOKENIZERS: tuple[tuple[Tokenizing, str], ...] = (
    ("sentencepiece", "sentencepiece.model"),
    ("bpe", "bpe.model"),
)
"""In the order in which Argos looks for them."""


@dataclass(frozen=True, slots=True)
class ArgosPackage:
    """A package that translates one language into another."""

    folder: Path
    source: str
    """Argos's own code of the language (mostly ISO 639-1; ``pb``, ``zt``)."""
    target: str
    version: str
    tokenizing: Tokenizing
    target_prefix: str = ""
    """A token that asks a model of several languages for this one."""

    @property
    def name(self) -> str:
        """As Argos's own tools call it: ``translate-ar_en``."""
        return f"translate-{self.source}_{self.target}"

    @property
    def label(self) -> str:
        """Name and version, for the stamp on drafts: ``translate-ar_en@1.0``."""
        return f"{self.name}@{self.version}"

    @property
    def model(self) -> Path:
        """The folder that CTranslate2 reads."""
        return self.folder / "model"

    @property
    def tokenizer(self) -> Path:
        """The file of the tokenizer."""
        return self.folder / dict(_TOKENIZERS)[self.tokenizing]


def read(folder: Path) -> ArgosPackage | None:
    """The package in this folder; None where it is of a kind that does not translate.

    Raises UserError where it is no package, or lacks a part.
    """
    path = folder / "metadata.json"
    metadata = _metadata(path)
    if metadata.get("type", "translate") != "translate":
        return None
    if not (folder / "model" / "model.bin").is_file():
        raise _incomplete("model/model.bin is missing", folder)
    return ArgosPackage(
        folder,
        source=_language(metadata, "from_code", path),
        target=_language(metadata, "to_code", path),
        version=_version(metadata, path),
        tokenizing=_tokenizing(folder),
        target_prefix=_text(metadata, "target_prefix", path),
    )


def _metadata(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        raise UserError(
            "this folder is no Argos package (metadata.json is missing)", path=path.parent
        )
    try:
        metadata = json.loads(files.read_bytes(path))
    except (ValueError, RecursionError) as error:
        raise _incomplete("this is not JSON", path) from error
    if not isinstance(metadata, dict):
        raise _incomplete("this is no JSON object", path)
    return metadata


def _language(metadata: Mapping[str, Any], key: str, path: Path) -> str:
    code = _text(metadata, key, path)
    if not _CODE.fullmatch(code):
        raise _incomplete(f"«{key}» does not name a language", path)
    return code


def _version(metadata: Mapping[str, Any], path: Path) -> str:
    """Printable and without spaces: it goes into the stamp on drafts."""
    version = _text(metadata, "package_version", path).strip()
    if version and not re.fullmatch(r"[0-9A-Za-z.+_-]{1,40}", version):
        raise _incomplete("«package_version» is no version number", path)
    return version or "0"


def _text(metadata: Mapping[str, Any], key: str, path: Path) -> str:
    value = metadata.get(key, "")
    if not isinstance(value, str):
        raise _incomplete(f"«{key}» is no text", path)
    return value


def _tokenizing(folder: Path) -> Tokenizing:
    for kind, name in _TOKENIZERS:
        if (folder / name).is_file():
            return kind
    raise _incomplete("neither sentencepiece.model nor bpe.model is there", folder)


def _incomplete(what: str, path: Path) -> UserError:
    return UserError(
        f"this Argos package is damaged: {what}", path=path, todo="install the package again"
    )

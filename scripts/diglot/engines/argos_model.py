"""A package made ready to translate: its CTranslate2 model and its tokenizer, in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from diglot.engines import extra, tokenizer
from diglot.engines.argos_package import ArgosPackage
from diglot.engines.feed import Feed
from diglot.engines.tokenizer import Tokenizer
from diglot.problems import UserError


@dataclass(frozen=True, slots=True)
class ArgosModel:
    """What ``load`` gives; may be used by several threads at once."""

    package: ArgosPackage
    tokenizer: Tokenizer
    translator: Any
    """``ctranslate2.Translator``: the extra has no types."""
    feed: Feed
    """What waits for it."""

    def text(self, pieces: list[str], source: str) -> str:
        """The text of translated pieces, as Argos makes it."""
        value = self.tokenizer.decode(pieces, source)
        prefix = self.package.target_prefix
        if prefix:
            value = value.lstrip().removeprefix(prefix)
        return value.strip()


def load(package: ArgosPackage, *, threads: int, compute_type: str = "default") -> ArgosModel:
    """Read tokenizer and model (0.2 s for the official packages); UserError where damaged."""
    extra.require()
    import ctranslate2  # here: half a second, and only drafting needs the extra

    try:
        translator = ctranslate2.Translator(
            str(package.model),
            compute_type=compute_type,
            inter_threads=threads,
            intra_threads=1,
            max_queued_batches=-1,  # the feed sees to the length of the queue
        )
    # All that CTranslate2 was seen to raise at some hundred damaged models.
    except (RuntimeError, ValueError, IndexError, TypeError, MemoryError, OSError) as error:
        raise _refused(package, error) from error
    return ArgosModel(package, tokenizer.load(package), translator, Feed(translator))


def verify(package: ArgosPackage) -> None:
    """Let the model translate one token; UserError where it is damaged in any way."""
    model = load(package, threads=1)
    pieces = model.tokenizer.encode("1")[:1]
    prefix = [[package.target_prefix]] if package.target_prefix else None
    try:
        (result,) = model.translator.translate_batch([pieces], prefix, max_decoding_length=2)
    except (RuntimeError, ValueError, IndexError, TypeError, MemoryError) as error:
        raise _refused(package, error) from error
    model.text(result.hypotheses[0], "1")


def _refused(package: ArgosPackage, error: Exception) -> UserError:
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return UserError(
        f"CTranslate2 refuses the model of {package.label} ({reason})",
        path=package.model,
        todo="install the package again, or another version of it",
    )

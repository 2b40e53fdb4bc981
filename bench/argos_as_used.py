"""Argos Translate as its users call it, in a process of its own: paragraph by paragraph, in order.

Standard input: a list of paragraphs, each a list of its sentences. Output: seconds and words.
Sentences are split beforehand, as in ``diglot``: Argos's own splitters need PyTorch or the network,
and their time is not counted, which is in Argos's favour.
"""

from __future__ import annotations

import json
import sys
import time
import types

sys.modules.setdefault("stanza", types.ModuleType("stanza"))

from argostranslate import sbd, translate  # noqa: E402 (it imports stanza)


class Given(sbd.ISentenceBoundaryDetectionModel):
    """The sentences of a paragraph are known."""

    def __init__(self, paragraphs: list[list[str]]) -> None:
        self._sentences = {" ".join(sentences): sentences for sentences in paragraphs}

    def split_sentences(self, text: str) -> list[str]:
        """As given."""
        return self._sentences[text]


def main() -> None:
    """Translate all paragraphs; the first one twice, so that the model is loaded before."""
    paragraphs: list[list[str]] = json.load(sys.stdin)
    for language in translate.get_installed_languages():
        for translation in language.translations_from:
            for part in (translation, *vars(translation).values()):
                underlying = getattr(part, "underlying", None)
                if underlying is not None:
                    underlying.sentencizer = Given(paragraphs)
    texts = [" ".join(sentences) for sentences in paragraphs]
    translate.translate(texts[0], "ar", "en")
    start = time.perf_counter()
    for text in texts:
        translate.translate(text, "ar", "en")
    seconds = time.perf_counter() - start
    json.dump({"seconds": seconds, "words": sum(len(text.split()) for text in texts)}, sys.stdout)


if __name__ == "__main__":
    main()

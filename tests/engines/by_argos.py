"""What Argos Translate itself makes of texts, in a process and a home of its own.

Standard input: ``[[source, target, text], …]``; output: the translations. Argos's sentence
splitters are out of the way: stanza is not installed, and the others want the network.
"""

from __future__ import annotations

import json
import sys
import types

sys.modules.setdefault("stanza", types.ModuleType("stanza"))

from argostranslate import sbd, translate  # noqa: E402 (it imports stanza)


class Whole(sbd.ISentenceBoundaryDetectionModel):
    """Every text is one sentence."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


for language in translate.get_installed_languages():
    for translation in language.translations_from:
        for part in (translation, *vars(translation).values()):
            underlying = getattr(part, "underlying", None)
            if underlying is not None:
                underlying.sentencizer = Whole()

json.dump(
    [translate.translate(text, start, end) for start, end, text in json.load(sys.stdin)], sys.stdout
)

r"""Unknown tokens: traces of the model's vocabulary in its output.

Finds «<unk>», «⁇», «♪», «▁» and «\ufffd»; must not find a «♪» that the source has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message

_TRACES = re.compile("</?(?:unk|s|pad)>|⁇|[♪♫\u2581\ufffd]|@@(?= |$)", re.IGNORECASE)


def unknown_tokens(pair: Pair) -> Iterator[Finding]:
    """Each trace that the source does not have."""
    for trace in _TRACES.finditer(pair.target):
        if trace[0] not in pair.source:
            yield Finding(
                "unknown_tokens",
                Severity.ERROR,
                Message(
                    "«{word}» is no word: the engine did not know what to write here", word=trace[0]
                ),
                target_span=trace.span(),
            )

"""Latin runs inside a text of another script: what must come out as it went in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.finding import Span

_MAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_URL = r"(?:https?|ftp)://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+|www\.[A-Za-z0-9._~:/?#@!$&=%-]+"
_DOMAIN = (
    r"(?<![\w@.])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|gov|edu|int|info|io|eu)(?![\w-])"
    r"(?:/[\w./?=&%#-]*)?"
)
ADDRESSES = re.compile(f"{_URL}|{_MAIL}|{_DOMAIN}", re.ASCII)
"""URLs, e-mail addresses and bare domains."""
_LIKELY = re.compile(r"@|://|www\.|\.[A-Za-z]")
"""Without any of these there is no address: mostly, and fast."""
_CODE = re.compile(
    r"(?<![\w/])(?=[A-Za-z0-9/._+-]*[A-Za-z])(?=[A-Za-z0-9/._+-]*[0-9_/])"
    r"[A-Za-z0-9]+(?:[/._+-][A-Za-z0-9]+)*(?![\w/])",
    re.ASCII,
)
"""A/RES/2178, F-16, some_name, UTF-8: letters together with digits, slashes or underscores."""
_WORDS = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’+#-]*")


def addresses(text: str) -> Iterator[tuple[str, Span]]:
    """URLs, e-mail addresses and domains, without the punctuation that ends a sentence."""
    for match in ADDRESSES.finditer(text):
        shown = _without_punctuation(match[0])
        yield shown, (match.start(), match.start() + len(shown))


def codes(text: str) -> Iterator[tuple[str, Span]]:
    """Codes outside addresses."""
    for match in _CODE.finditer(without_addresses(text)):
        yield match[0], match.span()


def latin_words(text: str) -> Iterator[tuple[str, Span]]:
    """Latin words outside addresses and codes."""
    rest = without_addresses(text)
    rest = _CODE.sub(lambda match: " " * len(match[0]), rest)
    for match in _WORDS.finditer(rest):
        yield match[0].rstrip("'’-"), match.span()


def without_addresses(text: str) -> str:
    """The text with blanks where addresses stand, so that every place stays."""
    if _LIKELY.search(text) is None:
        return text
    return ADDRESSES.sub(lambda match: " " * len(match[0]), text)


def _without_punctuation(address: str) -> str:
    shown = address.rstrip(".,;:!?'")
    while shown.endswith(")") and shown.count(")") > shown.count("("):
        shown = shown[:-1].rstrip(".,;:!?'")
    return shown

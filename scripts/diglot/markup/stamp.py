"""What a generated page says of itself, so that changes by hand are seen, and can be told apart.

Four lines of the front matter: ``frame`` is the digest of the page without its sentences and what
is made from them, ``head`` holds the hashes of title and description, ``texts`` that of each
sentence, ``digest`` is that of the whole page without this line. A checkout with CRLF line ends or
an editor's BOM does not count as a change; everything else does.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from diglot.markup.sentence_span import parted, plain, visible
from diglot.model.key import hash8

_FRONT = re.compile(r"---\n(?:(?!---\n).*\n)*?diglot:\n(?:  .*\n)*?(  digest: ([0-9a-f]{16})\n)")
_STAMP = re.compile(
    r'  frame: "(?P<frame>[0-9a-f]{16})"\n  head: "(?P<head>[0-9a-f ]*)"\n'
    r'  texts: "(?P<texts>[0-9a-f ]*)"\n  digest: \w*\n'
)


_HEAD = re.compile(r"\A---\n(?P<title>title: .*)\n(?P<description>description: .*)\n")

_ROOM = re.compile(r"[ \t]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the page was when it was written."""

    frame: str
    head: tuple[str, ...]
    """The hashes of title and description."""
    texts: tuple[str, ...]


def stamped(before: str, after: str) -> str:
    """A page with its stamp at the end of the front matter, between ``before`` and ``after``."""
    body, contents = parted(after)
    texts = " ".join(map(text_hash, contents))
    head = " ".join(map(hash8, head_of(before)))
    frame = _digest(_frame(before + body))
    before = f'{before}  frame: "{frame}"\n  head: "{head}"\n  texts: "{texts}"\n'
    return f"{before}  digest: {_digest(before + after)}\n{after}"


def is_generated(text: str) -> bool:
    """Whether this page was written by diglot, however it has been changed since."""
    return _FRONT.match(normal(text)) is not None


def is_untouched(text: str) -> bool:
    """Whether this page is just as diglot wrote it, and may be overwritten."""
    whole = normal(text)
    found = _FRONT.match(whole)
    if found is None:
        return False
    return found[2] == _digest(whole[: found.start(1)] + whole[found.end(1) :])


def stamp_of(text: str) -> Stamp | None:
    """The stamp of a page; None where it has none that can be read."""
    found = _STAMP.search(normal(text))
    if found is None:
        return None
    return Stamp(found["frame"], tuple(found["head"].split()), tuple(found["texts"].split()))


def frame_of(text: str) -> str:
    """The digest of the page without its sentences: that of its stamp, where only they changed."""
    page, _ = parted(_STAMP.sub("", normal(text), count=1))
    return _digest(_frame(page))


def head_of(text: str) -> tuple[str, ...]:
    """The lines of title and description in the front matter, which are made from the sentences."""
    found = _HEAD.match(normal(text))
    return found.groups() if found else ()


def text_hash(content: str) -> str:
    """The hash of what readers see of the content of a sentence's span."""
    return hash8(visible(plain(content)))


def normal(text: str) -> str:
    """The page without what a checkout or an editor changes of itself."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _frame(text: str) -> str:
    """Without title and description, and without the spaces that editors take from line ends."""
    text = _HEAD.sub("", text)
    if " \n" in text or "\t\n" in text:
        text = _ROOM.sub("", text)
    return text.rstrip(" \t\n")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

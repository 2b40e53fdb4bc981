"""Catalogues of other tools, to look at: software strings, Weblate's, Poedit's, whoever's.

Through polib, which takes more than diglot does of its own catalogues: plural forms, any msgctxt,
other encodings, entries without a header. Nothing that is read here is ever written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from diglot import files
from diglot.model import statement
from diglot.model.catalogue import Catalogue, Segment
from diglot.problems import UserError

_TODO = "see what «msgfmt -c» says of it, and put it right in a text editor"


@dataclass(frozen=True, slots=True)
class _Texts:
    """What one form of an entry says."""

    source: str
    target: str


def read(path: Path) -> Catalogue:
    """The entries that are in use; the language is that of the header, or empty.

    An entry with plural forms is a segment for each: the first form belongs to ``msgid``, the
    others to ``msgid_plural``. UserError for what is no PO file, with its line where that is known.
    """
    content = files.read_bytes(path)
    try:
        found = polib.pofile(str(path), encoding=_encoding(content), wrapwidth=0)
    except OSError as error:
        raise UserError(f"this is no PO file ({_reason(error)})", path=path, todo=_TODO) from error
    except UnicodeDecodeError:
        files.read_text(path)  # says what encoding it looks like
        raise
    if not found and not found.metadata:
        raise UserError("there is no entry in this file", path=path, todo="name a PO file")
    lines = content.split(b"\n")
    return Catalogue(
        document=path.stem,
        language=found.metadata.get("Language", "").replace("_", "-"),
        segments=tuple(each for entry in found for each in _segments(entry, lines)),
        header=tuple(found.metadata.items()),
    )


def _encoding(content: bytes) -> str:
    """UTF-8 wherever that can be read, whatever the header says; else what it says."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return str(polib.detect_encoding(content))
    return "utf-8"


def _segments(entry: polib.POEntry, lines: Sequence[bytes]) -> Iterator[Segment]:
    if entry.obsolete:
        return
    for texts in _forms(entry):
        yield Segment(
            key=entry.msgctxt or "",
            source=texts.source,
            target=texts.target,
            comments=statement.parse(entry.tcomment),
            fuzzy=entry.fuzzy,
            hint=entry.comment,
            line=_line(entry.linenum, lines),
        )


def _forms(entry: polib.POEntry) -> Iterator[_Texts]:
    if not entry.msgid_plural:
        yield _Texts(entry.msgid, entry.msgstr)
        return
    for number, target in sorted(entry.msgstr_plural.items()):
        yield _Texts(entry.msgid_plural if number else entry.msgid, target)


def _line(first: int, lines: Sequence[bytes]) -> int:
    """The line of ``msgctxt`` or ``msgid``, behind the comments with which the entry begins."""
    at = max(first, 1)
    while at < len(lines) and lines[at - 1].lstrip().startswith(b"#"):
        at += 1
    return at


def _reason(error: OSError) -> str:
    """The words of polib, without the path that it repeats: ``syntax error, line 3``."""
    place = str(error).rpartition("(")[2].rstrip(")")
    return f"syntax error, {place}" if place.startswith("line ") else "syntax error"

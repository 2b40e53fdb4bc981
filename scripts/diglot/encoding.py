"""Bytes into text, or what is wrong with them, in words that help.

In: the content of a file. Out: its text, where that is UTF-8; else a UserError that names the line,
the encoding or the kind of file that it looks like, and what to do.
"""

from __future__ import annotations

import codecs
import re
import shlex
from pathlib import Path

from diglot.problems import UserError

_SAMPLE = 20_000
"""Bytes that are looked at to tell an encoding."""
_MOSTLY = 0.8
"""Share of the bytes above 0x7f that decode, from which on a text is UTF-8 with faults in it.

A text in an old encoding does not reach half of it.
"""
_AS_PLAIN_TEXT = "save the document as plain text in UTF-8"
_FROM_GIT = "take the last good version from git, or delete what stands there in a text editor"

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_ARABIC_ENCODINGS = {"WINDOWS-1256": "cp1256", "ISO-8859-6": "iso8859-6"}
"""The names that ``iconv`` knows everywhere, and Python's."""
_ARABIC_MARKS = "\u060c\u061b\u061f\u00ab\u00bb\u201c\u201d\u2013\u00a0"
_BROKEN = re.compile("[\udc80-\udcff]")
"""What Python makes of a byte that is not UTF-8 (``surrogateescape``)."""
_OTHER_KINDS = (
    (re.compile(rb"%PDF-"), "a PDF file"),
    (re.compile(rb"\{\\rtf"), "an RTF file"),
    (re.compile(rb"<!doctype html|<html[\s>]", re.IGNORECASE), "an HTML file"),
)


def decoded_source(content: bytes, path: Path) -> str:
    """The text of a source; UserError also for a document that a program made (PDF, RTF, HTML)."""
    start = content[:_SAMPLE].removeprefix(codecs.BOM_UTF8).lstrip()
    for pattern, kind in _OTHER_KINDS:
        if pattern.match(start):
            raise UserError(f"this is {kind}, not plain text", path=path, todo=_AS_PLAIN_TEXT)
    return decoded(content, path, todo=_AS_PLAIN_TEXT)


def decoded(content: bytes, path: Path, *, todo: str = _FROM_GIT) -> str:
    """The text; ``todo`` is the advice for a file that is no text at all."""
    if b"\0" in content:
        encoding = _wide_encoding(content)
        if encoding:
            raise _not_utf8(content, path, 0, encoding)
        at = content.index(b"\0")
        what = "this is a binary file, not plain text (a null byte stands here)"
        raise UserError(what, path=path, line=_line(content, at), todo=todo)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _damaged(content, path, error.start, todo) from error


def _damaged(content: bytes, path: Path, at: int, todo: str) -> UserError:
    broken = len(_BROKEN.findall(content.decode("utf-8", "surrogateescape")))
    if broken <= (1 - _MOSTLY) * sum(byte > 0x7F for byte in content):
        what = "one broken byte, here" if broken == 1 else f"{broken} broken bytes, the first here"
        return UserError(
            f"this is UTF-8 with {what} (0x{content[at]:02x})",
            path=path,
            line=_line(content, at),
            todo="take the file once more from where it came, or put the letter right in a text "
            "editor and save it as UTF-8",
        )
    encoding = _likely_encoding(content)
    if encoding:
        return _not_utf8(content, path, at, encoding)
    what = f"this is not UTF-8 text (byte 0x{content[at]:02x})"
    return UserError(what, path=path, line=_line(content, at), todo=todo)


def _not_utf8(content: bytes, path: Path, at: int, encoding: str) -> UserError:
    return UserError(
        f"this is not UTF-8; it looks like {encoding}",
        path=path,
        line=_line(content, at),
        todo=f"convert it: iconv -f {encoding} -t UTF-8 {_quoted(path.name)} > new.txt",
    )


def _quoted(name: str) -> str:
    return f"'{name}'" if "'" not in name else shlex.quote(name)


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1


def _wide_encoding(content: bytes) -> str:
    """By its mark, or because it reads as words of one or two scripts in one of the byte orders."""
    if content.startswith(_UTF32_MARKS):
        return "UTF-32"
    if content.startswith(_UTF16_MARKS):
        return "UTF-16"
    for order in ("utf-16-le", "utf-16-be"):
        text = content[:_SAMPLE].decode(order, "replace")
        plain = sum(c.isspace() or (c.isalnum() and ord(c) < 0x700) for c in text)
        if plain > 0.8 * len(text):
            return "UTF-16"
    return ""


def _likely_encoding(content: bytes) -> str:
    """The old encoding that the text looks like, or nothing.

    Western words have a letter above 0x7f here and there; Arabic words consist of nothing else,
    and in the right encoding those are Arabic letters.
    """
    sample = content[:_SAMPLE]
    if sample.startswith(_UTF16_MARKS):
        return "UTF-16"
    words = re.findall(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*", sample)
    if sum(bool(re.search(rb"[A-Za-z]", word)) for word in words) > 0.5 * len(words):
        return "WINDOWS-1252"
    shares = {name: _arabic_share(sample, name) for name in _ARABIC_ENCODINGS}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 0.6 else ""


def _arabic_share(sample: bytes, encoding: str) -> float:
    try:
        text = sample.decode(_ARABIC_ENCODINGS[encoding])
    except UnicodeDecodeError:
        return 0.0
    foreign = [character for character in text if ord(character) > 0x7F]
    arabic = sum("\u0621" <= c <= "\u0652" or c in _ARABIC_MARKS for c in foreign)
    return arabic / len(foreign) if foreign else 0.0

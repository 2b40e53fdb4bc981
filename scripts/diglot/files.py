"""Reading what people wrote, and writing so that nothing of it can be lost.

Text is read as UTF-8, or refused with the encoding that it looks like. Writes are atomic:
temporary file in the same folder, fsync, rename; a file is the old one or the new one, never half.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from diglot.problems import UserError

LARGEST_SOURCE = 20 * 1024 * 1024
"""Bytes. Larger than any document that people translate; a 50 MB file is a mistake."""


def read_source(path: Path) -> str:
    """The text of a source, every character as it stands (line ends and BOM included).

    Raises UserError for a file that is missing, too large, empty, binary or not UTF-8.
    """
    content = read_bytes(path)
    if len(content) > LARGEST_SOURCE:
        raise UserError(
            f"this file has {len(content) / 1e6:.0f} MB, more than any document that diglot takes "
            f"({LARGEST_SOURCE // 1024**2} MB)",
            path=path,
            todo="divide it into several documents, or move it out of seeds/",
        )
    text = _decoded(content, path)
    if not any(character.isalnum() for character in text):
        raise UserError(
            "this file is empty" if not content else "this file has no letter and no digit in it",
            path=path,
            todo="put the text of the document in it, or move it out of seeds/",
        )
    return text


def read_text(path: Path) -> str:
    """The text of a UTF-8 file that may also be empty; line ends as they stand."""
    return _decoded(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """The content of a file; UserError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"cannot be read ({_reason(error)})", path=path) from error


def holds(path: Path, text: str) -> bool:
    """Whether the file is there and holds just this text, byte for byte."""
    try:
        return path.read_bytes() == text.encode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UserError(f"cannot be read ({_reason(error)})", path=path) from error


def write_if_changed(path: Path, text: str) -> bool:
    """Write UTF-8 text, unless the file already holds just that; True where it wrote.

    Atomic, and the new content is on the disk before the old is gone. UserError where the
    folder or the disk does not let it.
    """
    if holds(path, text):
        return False
    content = text.encode("utf-8")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise UserError(
            f"cannot be written ({_reason(error)})",
            path=path,
            todo="nothing of it was changed; see to the rights of the folder and the free space",
        ) from error
    return True


def remove(path: Path) -> None:
    """Delete a file that diglot made; UserError where the folder does not let it."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"cannot be removed ({_reason(error)})", path=path) from error


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _decoded(content: bytes, path: Path) -> str:
    if b"\0" in content:
        if _is_utf16(content):
            raise _not_utf8(path, content, 0, "UTF-16")
        raise UserError(
            "this is a binary file, not plain text (a null byte stands here)",
            path=path,
            line=content[: content.index(b"\0")].count(b"\n") + 1,
            todo="save the document as plain text in UTF-8",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, content, error.start, _likely_encoding(content)) from error


def _is_utf16(content: bytes) -> bool:
    """By its mark, or because it reads as words of one or two scripts in one of the byte orders."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    for order in ("utf-16-le", "utf-16-be"):
        text = content[:20_000].decode(order, "replace")
        plain = sum(c.isspace() or (c.isalnum() and ord(c) < 0x700) for c in text)
        if plain > 0.8 * len(text):
            return True
    return False


def _not_utf8(path: Path, content: bytes, at: int, encoding: str) -> UserError:
    if not encoding:
        return UserError(
            f"this is not UTF-8 text (byte 0x{content[at]:02x})",
            path=path,
            line=content[:at].count(b"\n") + 1,
            todo="save the document as plain text in UTF-8",
        )
    return UserError(
        f"this is not UTF-8; it looks like {encoding}",
        path=path,
        line=content[:at].count(b"\n") + 1,
        todo=f"convert it: iconv -f {encoding} -t UTF-8 '{path.name}' > new.txt",
    )


def _likely_encoding(content: bytes) -> str:
    """The old encoding that the text looks like, or nothing.

    Western words have a letter above 0x7f here and there; Arabic words consist of nothing else,
    and in the right encoding those are Arabic letters.
    """
    sample = content[:20_000]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
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


_ARABIC_ENCODINGS = {"WINDOWS-1256": "cp1256", "ISO-8859-6": "iso8859-6", "MACARABIC": "mac_arabic"}
"""The names that ``iconv`` knows, and Python's."""
_ARABIC_MARKS = "\u060c\u061b\u061f\u00ab\u00bb\u201c\u201d\u2013\u00a0"


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__

"""Reading what people wrote, and writing so that nothing of it can be lost.

Text is read as UTF-8, or refused with the encoding that it looks like. Writes are atomic:
temporary file in the same folder, fsync, rename; a file is the old one or the new one, never half.
"""

from __future__ import annotations

import os
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


def write_if_changed(path: Path, text: str) -> bool:
    """Write UTF-8 text, unless the file already holds just that; True where it wrote.

    Atomic, and the new content is on the disk before the old is gone. UserError where the
    folder or the disk does not let it.
    """
    content = text.encode("utf-8")
    try:
        if path.exists() and path.read_bytes() == content:
            return False
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
        if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[1::2].count(0) > 0.3 * len(
            content[1::2]
        ):
            raise _not_utf8(path, content, 0, "UTF-16")
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise UserError(
            "this is a binary file, not plain text (a null byte stands here)",
            path=path,
            line=line,
            todo="save the document as plain text in UTF-8",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, content, error.start, _likely_encoding(content)) from error


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
    """The encoding in which the text has most letters of one script, or nothing.

    Arabic text in an old encoding is nearly all bytes above 0x7f; read in the right one, those
    are Arabic letters, and hardly anything else.
    """
    sample = content[:20_000]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    best, best_share = "", 0.6
    for name in ("WINDOWS-1256", "ISO-8859-6", "MACARABIC"):
        try:
            text = sample.decode(_PYTHON_NAMES.get(name, name))
        except UnicodeDecodeError:
            continue
        foreign = [character for character in text if ord(character) > 0x7F]
        arabic = sum("\u0621" <= c <= "\u0652" or c in _ARABIC_MARKS for c in foreign)
        share = arabic / len(foreign) if foreign else 0.0
        if share > best_share:
            best, best_share = name, share
    if best:
        return best
    try:
        western = sample.decode("windows-1252")
    except UnicodeDecodeError:
        return ""
    high = [character for character in western if ord(character) > 0x7F]
    return "WINDOWS-1252" if sum(c.isalpha() for c in high) > 0.6 * len(high) else ""


_PYTHON_NAMES = {"MACARABIC": "mac_arabic"}
_ARABIC_MARKS = "\u060c\u061b\u061f\u00ab\u00bb\u201c\u201d\u2013\u00a0"


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__

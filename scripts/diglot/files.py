"""Reading what people wrote, and writing so that nothing of it can be lost.

Text is read as UTF-8, or refused with the encoding that it looks like. Writes are atomic:
temporary file in the same folder, fsync, rename; a file is the old one or the new one, never half.
Whatever the machine refuses is a UserError.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from diglot import exchanging
from diglot.encoding import decoded, decoded_source
from diglot.problems import UserError

LARGEST_SOURCE = 20 * 1024 * 1024
"""Bytes. Larger than any document that people translate; a 50 MB file is a mistake."""
TEMPORARY = ".tmp"
"""Ends the name of a file that is being written, ``.NAME.xxxxxxxx.tmp``; git ignores ``.*.tmp``."""
_SECONDS_OF_A_WRITE = 3600.0
"""A temporary file that is older was left by a process that was killed."""
_RIGHTS = "see to the rights of the file and of its folder"
_NOTHING_CHANGED = "nothing of it was changed; see to the rights of the folder and the free space"


class ChangedMeanwhileError(Exception):
    """Somebody saved the file after it was read; it was not overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def read_source(path: Path) -> str:
    """The text of a source, every character as it stands (line ends and BOM included).

    Raises UserError for a file that is missing, too large, empty, binary or not UTF-8.
    """
    content = read_bytes(path, largest=LARGEST_SOURCE)
    text = decoded_source(content, path)
    if not any(character.isalnum() for character in text):
        raise UserError(
            "this file is empty" if not content else "this file has no letter and no digit in it",
            path=path,
            todo="put the text of the document in it, or move it out of seeds/",
        )
    return text


def read_text(path: Path) -> str:
    """The text of a UTF-8 file that may also be empty; line ends as they stand."""
    return decoded(read_bytes(path), path)


def read_text_if_there(path: Path) -> str | None:
    """The text of a UTF-8 file, or None where there is no file."""
    return read_text(path) if exists(path) else None


def read_bytes(path: Path, *, largest: int | None = None) -> bytes:
    """The content of a regular file; UserError where it cannot be read, or is something else.

    A pipe would wait for ever, and a device may never end.
    """
    with _in_our_words("cannot be read", path):
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UserError(
                "this is no file with text in it, but a folder, a pipe or a device",
                path=path,
                todo="move it away",
            )
        if largest is not None and found.st_size > largest:
            raise _too_large(path, found.st_size, largest)
        return path.read_bytes()


def exists(path: Path) -> bool:
    """Whether anything is there; UserError where the machine does not tell."""
    with _in_our_words("cannot be looked at", path):
        return path.exists()


def is_folder(path: Path) -> bool:
    """Whether a folder is there; UserError where the machine does not tell."""
    with _in_our_words("cannot be looked at", path):
        return path.is_dir()


def in_folder(folder: Path) -> list[Path]:
    """What the folder holds, by name; nothing where there is no folder."""
    try:
        return [folder / name for name in sorted(os.listdir(folder))]  # noqa: PTH208 (paths sort slowly)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise UserError(f"cannot be read ({_reason(error)})", path=folder, todo=_RIGHTS) from error


def holds(path: Path, text: str) -> bool:
    """Whether the file is there and holds just this text, byte for byte."""
    return exists(path) and read_bytes(path) == text.encode("utf-8")


def write_if_changed(path: Path, text: str) -> bool:
    """Write UTF-8 text, unless the file already holds just that; True where it wrote.

    Atomic, and the new content is on the disk before the old is gone. UserError where the
    folder or the disk does not let it.
    """
    if holds(path, text):
        return False
    _write(path, text)
    return True


def write_over(path: Path, text: str, read: str | None) -> bool:
    """Write UTF-8 text over what was read (None: no file), unless it is the same; True if it wrote.

    Where the file holds something else by now, it is left so: ChangedMeanwhileError.
    """
    if text == read:
        return False
    _write(path, text, read, is_known=True)
    return True


def remove(path: Path) -> None:
    """Delete a file that diglot made; UserError where the folder does not let it."""
    with _in_our_words("cannot be removed", path):
        path.unlink(missing_ok=True)


def remove_folder_if_empty(path: Path) -> None:
    """Delete a folder in which nothing is left."""
    with suppress(OSError):
        path.rmdir()


def _write(path: Path, text: str, read: str | None = None, *, is_known: bool = False) -> None:
    # Through a link to the file that it stands for; the link stays a link.
    target = Path(os.path.realpath(path))
    with _in_our_words("cannot be written", path, _NOTHING_CHANGED):
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        with _temporary(target, text.encode("utf-8")) as temporary:
            if not is_known:
                temporary.replace(target)
            elif read_text_if_there(path) != read or not exchanging.put_over(
                temporary, target, None if read is None else read.encode("utf-8")
            ):
                raise ChangedMeanwhileError(path)


@contextmanager
def _temporary(target: Path, content: bytes) -> Iterator[Path]:
    """The content on the disk, beside the file that it is for and with that one's rights."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=TEMPORARY, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _take_rights(temporary, target)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _take_rights(temporary: Path, target: Path) -> None:
    if not target.exists():
        temporary.chmod(0o666 & ~_umask())
        return
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is write-protected")
    old = target.stat()
    with suppress(OSError, AttributeError):
        # Root keeps the owner; nobody else may give a file away.
        os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(old.st_mode & 0o777)


def _sweep(target: Path) -> None:
    """Remove what a killed process left of an earlier write to this file."""
    with suppress(OSError):
        for path in target.parent.iterdir():
            left = path.name.startswith(f".{target.name}.") and path.name.endswith(TEMPORARY)
            if left and time.time() - path.stat().st_mtime > _SECONDS_OF_A_WRITE:
                path.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _in_our_words(what: str, path: Path, todo: str = "") -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(
            f"{what} ({_reason(error)})", path=path, todo=todo or _todo(error)
        ) from error


def _too_large(path: Path, size: int, largest: int) -> UserError:
    return UserError(
        f"this file has {size / 1e6:.0f} MB, more than any document that diglot takes "
        f"({largest // 1024**2} MB)",
        path=path,
        todo="divide it into several documents, or move it out of seeds/",
    )


def _todo(error: OSError) -> str:
    if error.errno == errno.ENAMETOOLONG:
        return "give it a shorter name"
    return _RIGHTS if isinstance(error, PermissionError) else ""


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__

"""A new file put over just that text which was read, and over nothing else.

A look before the rename is not enough: an editor that knows no lock may save in between. Where the
system can (Linux), the two files change places in one step; what comes out is what stood there at
that very moment, and goes back if it is another text. Elsewhere the look has to do.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100
"""``AT_FDCWD``."""
_NO_REPLACE, _EXCHANGE = 1, 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
"""Of the system, or of this file system (NFS, FAT, some containers)."""


def put_over(new: Path, path: Path, read: bytes | None) -> bool:
    """Put a file in the place of another that still holds ``read`` (None: that is not there).

    False where it holds something else, or git has taken it away to write it anew; it stays so.
    ``new`` is left to be removed, with whatever it holds.
    """
    try:
        if read is None:
            return _placed(new, path)
        ours = new.read_bytes()
        if not exchange(new, path):
            new.replace(path)
        elif new.read_bytes() != read:
            _put_back(new, path, ours)
            return False
    except (FileExistsError, FileNotFoundError):
        return False
    return True


def _placed(new: Path, path: Path) -> bool:
    if not _renamed(new, path, _NO_REPLACE):
        new.replace(path)
    return True


def _put_back(new: Path, path: Path, ours: bytes) -> None:
    """What came out goes back; what somebody saved over ours meanwhile is newer, and goes there."""
    put = ours
    while True:
        out = new.read_bytes()
        exchange(new, path)
        if new.read_bytes() == put:
            return
        put = out


def exchange(one: Path, other: Path) -> bool:
    """Let two files change places; False where that cannot be done, and nothing was."""
    return _renamed(one, other, _EXCHANGE)


def _renamed(one: Path, other: Path, how: int) -> bool:
    rename = _renameat2()
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), how) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


@cache
def _renameat2() -> Any:
    if sys.platform != "linux":
        return None
    found = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if found is not None:
        found.argtypes = (
            ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint,
        )  # fmt: skip
    return found

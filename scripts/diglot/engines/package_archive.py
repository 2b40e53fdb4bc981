"""A package as one file (``.argosmodel``: a zip with one folder in it), unpacked without trust."""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from diglot.problems import UserError

LARGEST = 2 * 1024**3
"""Bytes, unpacked; many times the official packages (ar → en: 82 MB)."""
_MOST_FILES = 5_000

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a way of compression that Python does not know
    UnicodeDecodeError,  # names
    ValueError,
)


def unpack(archive: Path, into: Path) -> Path:
    """The package's folder, unpacked below ``into``.

    Raises UserError for what is no zip file, is damaged, would write outside its folder, holds
    links or devices, or is too large; nothing outside ``into`` is ever touched.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = opened.infolist()
            top = _checked(members, archive)
            _need_space(sum(member.file_size for member in members), into)
            for member in members:
                _write(opened, member, into / member.filename)
    except _DAMAGED as error:
        raise UserError(_not_a_package(archive, error), path=archive, todo=_FETCH) from error
    except OSError as error:
        raise UserError(
            f"cannot be unpacked ({error.strerror or type(error).__name__})",
            path=archive,
            todo=f"see to the rights of {into.parent} and the free space there",
        ) from error
    return into / top


_FETCH = "fetch the file again"


def _checked(members: Sequence[zipfile.ZipInfo], archive: Path) -> str:
    for member in members:
        if reason := _trick(member):
            raise UserError(
                f"this file is dangerous: {member.filename!r} {reason}",
                path=archive,
                todo="do not use it; fetch the package from where it comes from",
            )
    names = [PurePosixPath(member.filename) for member in members]
    if len({str(name).casefold() for name in names}) < len(names):
        raise UserError("a file is twice in it", path=archive, todo=_FETCH)
    tops = {name.parts[0] for name in names}
    if len(tops) != 1 or not any(len(name.parts) > 1 for name in names):
        raise UserError(
            "this is no Argos package: not one folder with everything in it", path=archive
        )
    size = sum(member.file_size for member in members)
    if size > LARGEST or len(members) > _MOST_FILES:
        raise UserError(
            f"this file is far larger than any Argos package: {len(members)} files, "
            f"{size / 1e9:.1f} GB",
            path=archive,
        )
    return tops.pop()


def _trick(member: zipfile.ZipInfo) -> str:
    name = member.filename
    parts = PurePosixPath(name).parts
    # Checked as written in the file: Python would cut a name at a null byte.
    if "\0" in member.orig_filename or any(ord(character) < 32 for character in name):
        return "has a control character in its name"
    if name.startswith("/") or "\\" in name or (parts and parts[0].endswith(":")):
        return "is not a name within a folder"
    if not parts or ".." in parts or parts[0].startswith("."):
        return "leads out of its folder"
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "is a link or a device"
    if member.flag_bits & 0x1:
        return "is encrypted"
    return ""


def _need_space(size: int, into: Path) -> None:
    free = shutil.disk_usage(into).free
    if size > free:
        raise UserError(
            f"{size / 1e6:.0f} MB are needed, and {free / 1e6:.0f} MB are free",
            path=into.parent,
            todo="make space, or set ARGOS_PACKAGES_DIR to a folder on another disk",
        )


def _write(opened: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    """Python stops at the size that the zip declares, and compares checksums at the end."""
    if member.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(member) as packed, path.open("xb") as stream:
        shutil.copyfileobj(packed, stream, 1024**2)
        stream.flush()
        os.fsync(stream.fileno())


def _not_a_package(archive: Path, error: Exception) -> str:
    with archive.open("rb") as stream:
        start = stream.read(200).lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "this is a web page, not an Argos package"
    if not start.startswith(b"pk"):
        return "this is no Argos package (no zip file)"
    return f"this Argos package is damaged ({error})"

"""Reading refuses what it cannot take in words that help; writing is all or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from diglot import files
from diglot.problems import UserError

ARABIC = "قالت وزارة الخارجية الأمريكية إن التحالف الدولي يعمل بجد.\n" * 3


def test_text_is_read_as_it_stands(tmp_path: Path) -> None:
    """Line ends, BOM and control characters included."""
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffنص\r\nb\u0085\u2028c\r".encode())

    assert files.read_source(path) == "\ufeffنص\r\nb\u0085\u2028c\r"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1256", "WINDOWS-1256"),
        ("iso8859-6", "ISO-8859-6"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
    ],
)
def test_another_encoding_is_named_with_the_command_that_converts_it(
    tmp_path: Path, encoding: str, name: str
) -> None:
    """Windows-1256 is what old Arabic files are in."""
    path = tmp_path / "a.txt"
    path.write_bytes(ARABIC.encode(encoding))

    with pytest.raises(UserError, match="looks like " + name) as caught:
        files.read_source(path)

    assert f"iconv -f {name} -t UTF-8" in str(caught.value)


def test_western_text_is_not_taken_for_arabic(tmp_path: Path) -> None:
    """``é`` in Windows-1252 is an Arabic letter in Windows-1256."""
    path = tmp_path / "a.txt"
    path.write_bytes("Réunion des États à Genève, décidée l'été passé.".encode("cp1252"))

    with pytest.raises(UserError, match="looks like WINDOWS-1252"):
        files.read_source(path)


def test_the_line_of_the_first_bad_byte_is_named(tmp_path: Path) -> None:
    """So that somebody can look at it."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\ntwo\n\xff\xff three")

    with pytest.raises(UserError) as caught:
        files.read_source(path)

    assert caught.value.problems[0].line == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "no letter and no digit"),
        ("\u200f \u00a0\ufeff".encode(), "no letter and no digit"),
        (b"--- ***\n", "no letter and no digit"),
        (b"\x7fELF\x02\x00\x00text", "binary"),
        (b"%PDF-1.7\n\x00\x01", "binary"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    """With words for each kind."""
    path = tmp_path / "a.txt"
    path.write_bytes(content)

    with pytest.raises(UserError, match=words):
        files.read_source(path)


def test_a_source_of_50_mb_is_refused(tmp_path: Path) -> None:
    """It is no document, and would make thousands of pages."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"a " * 25_000_000)

    with pytest.raises(UserError, match="50 MB"):
        files.read_source(path)


def test_a_file_that_would_not_change_is_not_written(tmp_path: Path) -> None:
    """Nothing downstream sees a change that is none."""
    path = tmp_path / "new" / "a.po"

    assert files.write_if_changed(path, "نص")
    before = path.stat()
    assert not files.write_if_changed(path, "نص")

    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk."""
    path = tmp_path / "a.po"
    path.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left") as caught:
        files.write_if_changed(path, "new")

    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.po"]
    assert caught.value.problems[0].path == path


def test_the_rights_of_a_file_stay_as_they_were(tmp_path: Path) -> None:
    """A rename would otherwise give it the temporary file's."""
    path = tmp_path / "a.po"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)

    files.write_if_changed(path, "new")

    assert path.stat().st_mode & 0o777 == 0o640

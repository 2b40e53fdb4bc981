"""Reading refuses what it cannot take in words that help; writing is all or nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from diglot import exchanging, files
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
        ("utf-32", "UTF-32"),
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


def test_a_broken_byte_does_not_make_another_encoding_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    lines = ARABIC.encode().splitlines()
    lines[1] = lines[1][:20] + b"\xff" + lines[1][20:]
    path.write_bytes(b"\n".join([*lines, b"\xfe"]))

    with pytest.raises(UserError, match="UTF-8 with 2 broken bytes, the first here") as caught:
        files.read_source(path)

    assert caught.value.problems[0].line == 2


def test_no_encoding_is_named_that_iconv_does_not_know(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARABIC.replace("\u0651", "").encode("mac_arabic"))

    with pytest.raises(UserError) as caught:
        files.read_source(path)

    assert "MACARABIC" not in str(caught.value)


def test_a_catalogue_with_a_null_byte_is_no_document_to_be_saved_as_plain_text(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b'msgid ""\n\0')

    with pytest.raises(UserError, match=r"null byte.*from git") as caught:
        files.read_text(path)

    assert caught.value.problems[0].line == 2


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
        (b"%PDF-1.7\n\x00\x01", "this is a PDF file"),
        (b"{\\rtf1\\ansi text}", "this is an RTF file"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>text", "this is an HTML file"),
        (b"<HTML lang=ar>text", "this is an HTML file"),
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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_or_a_folder_is_refused_at_once(tmp_path: Path) -> None:
    """Reading a pipe would wait until somebody writes into it."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()

    for name in ("pipe.txt", "folder.txt"):
        with pytest.raises(UserError, match="a folder, a pipe or a device"):
            files.read_source(tmp_path / name)


def test_what_the_machine_refuses_to_tell_is_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    for owner, name in ((Path, "exists"), (Path, "is_dir"), (os, "listdir")):
        monkeypatch.setattr(owner, name, refuse)
    for ask in (files.exists, files.is_folder, files.in_folder):
        with pytest.raises(UserError, match=r"Permission denied.*rights"):
            ask(tmp_path / "a")


def test_a_name_that_is_too_long_is_a_clear_error(tmp_path: Path) -> None:
    for ask in (files.exists, files.read_text, lambda path: files.write_over(path, "x", None)):
        with pytest.raises(UserError, match="name too long"):
            ask(tmp_path / ("a" * 300))


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


def test_a_write_goes_through_a_link_to_the_file_that_it_stands_for(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    real, link = tmp_path / "shared" / "real.po", tmp_path / "a.po"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)

    files.write_if_changed(link, "new")

    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in real.parent.iterdir()] == ["real.po"]


def test_what_a_killed_process_left_is_swept_by_the_next_write_to_the_same_file(
    tmp_path: Path,
) -> None:
    """A young one may belong to a process that is still at work."""
    old, young, other = (tmp_path / f".{name}.tmp" for name in ("a.po.1", "a.po.2", "b.po.1"))
    for path in (old, young, other):
        path.write_text("half", encoding="utf-8")
    for path in (old, other):
        os.utime(path, (0, 0))

    files.write_if_changed(tmp_path / "a.po", "new")

    assert sorted(path.name for path in tmp_path.iterdir()) == [young.name, other.name, "a.po"]


def test_what_somebody_saved_since_it_was_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text("theirs", encoding="utf-8")

    for read in ("read", None):
        with pytest.raises(files.ChangedMeanwhileError):
            files.write_over(path, "ours", read)

    assert path.read_text(encoding="utf-8") == "theirs"
    assert files.write_over(path, "ours", "theirs")
    assert not files.write_over(path, "ours", "ours")
    assert [p.name for p in tmp_path.iterdir()] == ["a.po"]


class TestAnEditorThatSavesBetweenTheLookAndTheRename:
    """It knows no lock; it saves as editors do, with a rename or into the file as it is."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "a.po"
        path.write_text("read", encoding="utf-8")
        return path

    @staticmethod
    def saves(path: Path, text: str, *, anew: bool) -> None:
        if anew:
            other = path.with_name("of an editor")
            other.write_text(text, encoding="utf-8")
            other.replace(path)
        else:
            path.write_text(text, encoding="utf-8")

    def at_each_exchange(
        self, monkeypatch: pytest.MonkeyPatch, path: Path, texts: list[str], *, anew: bool
    ) -> None:
        """One of the texts is saved before each time that two files change places."""
        real = exchanging.exchange

        def late(one: Path, other: Path) -> bool:
            if texts:
                self.saves(path, texts.pop(0), anew=anew)
            return real(one, other)

        monkeypatch.setattr(exchanging, "exchange", late)

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such call")
    @pytest.mark.parametrize("anew", [True, False])
    @pytest.mark.parametrize("texts", [("theirs",), ("theirs", "theirs again")])
    def test_keeps_what_it_has_saved(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, texts: tuple[str, ...], anew: bool
    ) -> None:
        to_come = list(texts)
        self.at_each_exchange(monkeypatch, path, to_come, anew=anew)
        with pytest.raises(files.ChangedMeanwhileError):
            files.write_over(path, "ours", "read")

        assert to_come == []
        assert path.read_text(encoding="utf-8") == texts[-1]
        assert [p.name for p in path.parent.iterdir()] == ["a.po"]

    def test_keeps_a_file_that_it_has_made(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path, real = tmp_path / "new.po", exchanging._renamed

        def late(one: Path, other: Path, how: int) -> bool:
            self.saves(path, "theirs", anew=False)
            return real(one, other, how)

        monkeypatch.setattr(exchanging, "_renamed", late)
        with pytest.raises(files.ChangedMeanwhileError):
            files.write_over(path, "ours", None)

        assert path.read_text(encoding="utf-8") == "theirs"

    def test_a_file_that_is_just_away_is_not_made_again(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = exchanging.exchange

        def late(one: Path, other: Path) -> bool:
            path.unlink()
            return real(one, other)

        monkeypatch.setattr(exchanging, "exchange", late)
        with pytest.raises(files.ChangedMeanwhileError):
            files.write_over(path, "ours", "read")

        assert not path.exists()

    def test_a_system_that_cannot_exchange_writes_all_the_same(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(exchanging, "_renamed", lambda one, other, how: False)

        assert files.write_over(path, "ours", "read")
        assert files.write_over(tmp_path / "new.po", "ours", None)
        assert path.read_text(encoding="utf-8") == "ours"

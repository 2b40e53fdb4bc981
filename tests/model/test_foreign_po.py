"""Catalogues of other tools, read leniently; what cannot be read is told in words that help."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.model import foreign_po
from diglot.problems import UserError

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n"Language: {}\\n"\n\n'
ENTRY = 'msgid "ملف"\nmsgstr "file"\n'


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "strings.po"
    path.write_bytes(text.encode(encoding))
    return path


def texts(path: Path) -> list[tuple[str, str, str, int | None]]:
    return [(s.key, s.source, s.target, s.line) for s in foreign_po.read(path).segments]


def test_plural_forms_are_a_segment_each(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        HEADER.format("UTF-8", "en")
        + 'msgctxt "menu"\nmsgid "ملف"\nmsgid_plural "%d ملفات"\n'
        + 'msgstr[0] "a file"\nmsgstr[1] "%d files"\n',
    )

    assert texts(path) == [("menu", "ملف", "a file", 6), ("menu", "%d ملفات", "%d files", 6)]


def test_the_line_is_that_of_the_entry_behind_its_comments(tmp_path: Path) -> None:
    comments = '# a person\n#. the code\n#: a.c:3\n#, fuzzy, c-format\n#| msgid "old"\n'
    path = written(tmp_path, HEADER.format("UTF-8", "en") + comments + ENTRY)
    (segment,) = foreign_po.read(path).segments

    assert segment.line == 11
    assert segment.fuzzy
    assert segment.comments == ("a person",)


def test_obsolete_entries_are_left_out(tmp_path: Path) -> None:
    obsolete = "".join(f"#~ {line}\n" for line in ENTRY.splitlines())

    assert texts(written(tmp_path, f"{ENTRY}\n{obsolete}\n{obsolete}")) == [("", "ملف", "file", 1)]


@pytest.mark.parametrize("code", ["en", "en_GB", "ar", ""])
def test_the_language_is_that_of_the_header(tmp_path: Path, code: str) -> None:
    path = written(tmp_path, HEADER.format("UTF-8", code) + ENTRY)

    assert foreign_po.read(path).language == code.replace("_", "-")


@pytest.mark.parametrize(
    ("declared", "real"),
    [("UTF-8", "utf-8"), ("windows-1256", "cp1256"), ("ISO-8859-6", "iso8859-6"),
     ("CHARSET", "utf-8"), ("windows-1256", "utf-8"), ("UTF-8", "utf-8-sig")],
)  # fmt: skip
def test_other_encodings_are_read_as_the_header_says(
    tmp_path: Path, declared: str, real: str
) -> None:
    path = written(tmp_path, HEADER.format(declared, "en") + ENTRY, real)

    assert [(s.source, s.target) for s in foreign_po.read(path).segments] == [("ملف", "file")]


def test_characters_that_some_take_for_line_ends_stay_in_their_text(tmp_path: Path) -> None:
    path = written(tmp_path, 'msgid "a\u2028b\u0085c\u001cd"\nmsgstr "e"\n')

    assert texts(path) == [("", "a\u2028b\u0085c\u001cd", "e", 1)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("نص عادي\n".encode(), "strings.po: this is no PO file (syntax error, line 1); "),
        (b'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', "this is no PO file (syntax error, line 2); "),
        (b"", "strings.po: there is no entry in this file; "),
        (ENTRY.encode("cp1256"), "strings.po:1: this is not UTF-8; it looks like WINDOWS-1256; "),
        (ENTRY.encode("utf-16"), "strings.po:1: this is not UTF-8; it looks like UTF-16; "),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "strings.po"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "strings.po"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        foreign_po.read(path)

    assert message in str(caught.value)


PIECES = st.sampled_from(
    ["msgid ", "msgstr ", "msgid_plural ", "msgctxt ", "msgstr[0] ", "msgstr[x] ", '"', "a", "ملف",
     "\\", "\n", "#~ ", "#| ", "#: a:b:c", "#, fuzzy", 'msgid "a"\n', 'msgstr "b"\n', "charset=x"]
)  # fmt: skip


@given(st.binary() | st.lists(PIECES).map(lambda pieces: "".join(pieces).encode()))
def test_whatever_a_file_holds_it_is_read_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strings.po"
        path.write_bytes(content)
        lines = []
        with contextlib.suppress(UserError):
            lines = [segment.line for segment in foreign_po.read(path).segments]

    assert all(line and line <= content.count(b"\n") + 1 for line in lines)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere\.po: cannot be read \(No such file"):
        foreign_po.read(tmp_path / "nowhere.po")

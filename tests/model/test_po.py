"""Catalogues on disk: nothing is lost, and gettext agrees."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.po_reader import parse
from diglot.model.po_writer import default_header, serialise
from diglot.problems import UserError
from tests.strategies import catalogues

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def read(text: str) -> Catalogue:
    return parse(text, Path("x.po"), document="doc", language="en")


@given(catalogues())
def test_a_catalogue_written_and_read_is_the_same(catalogue: Catalogue) -> None:
    """The law, over all of Unicode; and the text is the same again."""
    text = serialise(catalogue)

    assert read(text).segments == catalogue.segments
    assert read(text).header == default_header("doc", "en")
    assert serialise(read(text)) == text


@settings(max_examples=60, deadline=None)
@given(catalogues())
def test_msgfmt_accepts_what_diglot_writes(catalogue: Catalogue) -> None:
    """``msgfmt -c``: whatever stands in the texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.po"
        path.write_bytes(serialise(catalogue).encode())
        done = subprocess.run(
            ["msgfmt", "-c", "-o", str(Path(folder) / "x.mo"), str(path)],
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 0, done.stderr


@settings(max_examples=60, deadline=None)
@given(catalogues())
def test_polib_reads_the_same_texts(catalogue: Catalogue) -> None:
    """The reader that most Python tools use sees what we wrote."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.po"
        path.write_bytes(serialise(catalogue).encode())
        entries = polib.pofile(str(path), wrapwidth=0)

    assert [(e.msgctxt, e.msgid, e.msgstr, bool(e.obsolete)) for e in entries] == [
        (s.key, s.source, s.target, s.obsolete) for s in catalogue.segments
    ]


def test_the_fixed_form_is_readable_and_does_not_wrap() -> None:
    """One entry as people will see it in a diff."""
    entry = Segment("a/3f2a91", "جملة " * 30, "Text", fuzzy=True, hint="paragraph")

    assert serialise(Catalogue("doc", "en", (entry,))).split("\n\n")[1] == (
        f'#. paragraph\n#, fuzzy\nmsgctxt "a/3f2a91"\nmsgid "{"جملة " * 30}"\nmsgstr "Text"\n'
    )


def test_wrapped_strings_escapes_and_windows_line_ends_are_read() -> None:
    """As other tools write them."""
    text = HEADER + 'msgctxt "a/b"\nmsgid ""\n"one "\n"two"\nmsgstr "\\303\\251\\t\\"q\\"\\\\"\n'

    (segment,) = read(text.replace("\n", "\r\n")).segments

    assert (segment.source, segment.target) == ("one two", 'é\t"q"\\')


def test_comments_below_the_last_entry_are_kept() -> None:
    """polib forgets them."""
    text = serialise(read(HEADER + 'msgctxt "a/b"\nmsgid "x"\nmsgstr ""\n\n# remember me\n'))

    assert text.endswith('msgstr ""\n\n# remember me\n')


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ('msgctxt "a/b"\nmsgid "x\nmsgstr ""\n', 6, "not closed"),
        ('msgctxt "a/b"\nmsgid "x"\nmsgstr "say "hello""\n', 7, "quotation mark"),
        ('msgctxt "a/b"\nmsgid "x"\n', 7, "no msgstr"),
        ('msgctxt "a/b"\nmsgid "x"\nmsgid "y"\nmsgstr ""\n', 7, "second msgid"),
        ('msgstr "x"\n', 5, "without a msgid"),
        ('"x"\n', 5, "belongs to no keyword"),
        ("hello\n", 5, "no line of a PO file"),
        ('<<<<<<< HEAD\nmsgid "x"\n', 5, "merge"),
        ('msgid "x"\nmsgid_plural "y"\nmsgstr[0] ""\n', 6, "plural"),
        ('msgctxt "a/b"\n#~ msgid "x"\nmsgstr ""\n', 6, "half obsolete"),
        ('msgid "x"\nmsgstr ""\n\nmsgid "x"\nmsgstr "y"\n', 8, "twice"),
        ('#~ msgid "x"\n#~ msgstr ""\n\n#~ msgid "x"\n#~ msgstr "y"\n', 8, "twice"),
        ("#. paragraph\n#, fu", 6, "middle of an entry"),
        ("# diglot: draft src=6b", 5, "middle of an entry"),
        ('msgid ""\nmsgstr "Language: ar"\n', 5, "second header"),
        ('msgid "x"\nmsgstr "a\\0b"\n', 6, "NUL"),
        ('msgid "x"\nmsgstr "a\\x04b"\n', 6, "EOT"),
        ('msgid "x"\nmsgstr "a\\303b"\n', 6, "no UTF-8"),
        ('#~ msgid "x"\n#~ msgstr ""\n\nmsgid "x"\nmsgstr "y"\n', 8, "twice"),
    ],
)
def test_damage_is_named_with_its_line(body: str, line: int, words: str) -> None:
    """Never a guess at what the file might have said."""
    with pytest.raises(UserError, match=words) as caught:
        read(HEADER + body)

    assert caught.value.problems[0].line == line
    assert caught.value.problems[0].path == Path("x.po")
    assert caught.value.problems[0].todo


def test_an_empty_file_is_no_new_catalogue() -> None:
    """A full disk or a slip of the hand leaves such a file; git has the good one."""
    with pytest.raises(UserError, match="is empty"):
        read("\n")


def test_the_header_says_the_encoding_that_is_written() -> None:
    """Other tools would read the file by it."""
    text = HEADER.replace("UTF-8", "ISO-8859-1") + 'msgid "x"\nmsgstr "é"\n'

    assert "charset=UTF-8" in serialise(read(text))

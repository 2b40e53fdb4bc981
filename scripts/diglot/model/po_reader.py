r"""PO files into catalogues: the format of gettext, read strictly.

Not through polib: it takes an unterminated string without its last letter, a file cut off in the
middle, and two obsolete entries with one identity, all without a word, and forgets comments at the
end. These files are the only state that there is, so nothing of that may pass. In the tests polib
and ``msgfmt -c`` say what the format is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from diglot import files
from diglot.model import statement
from diglot.model.catalogue import Catalogue, Segment
from diglot.problems import Problem, UserError

_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"\s*')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(?=\")")
_CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)( |$)")
_ESCAPED = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_BYTES = re.compile(r"\\(?:[0-7]|x[0-9a-fA-F])")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_TODO = "put it right in a text editor, or take the last good version from git"


@dataclass(slots=True)
class _Entry:
    """An entry while its lines are read."""

    line: int = 0
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    strings: dict[str, str] = field(default_factory=dict)
    previous: dict[str, str] = field(default_factory=dict)
    obsolete: bool = False

    @property
    def complete(self) -> bool:
        return "msgstr" in self.strings

    @property
    def begun(self) -> bool:
        """Whether there are lines that only an entry has; a comment may also end the file."""
        said = any(comment.lstrip().startswith("diglot:") for comment in self.comments)
        return said or any((self.extracted, self.references, self.flags, self.previous))


def parse(text: str, path: Path, *, document: str, language: str) -> Catalogue:
    """The catalogue that a PO file holds; ``path`` is for messages only.

    Raises UserError with file and line for what is damaged: unterminated strings, conflict markers
    of a merge, an entry without msgstr, one (msgctxt, msgid) twice.
    """
    reader = _Reader(path)
    if not text.strip("\ufeff \t\r\n"):
        raise UserError(
            "this catalogue is empty",
            path=path,
            todo="take the last good version from git; or delete it, and diglot makes a new one",
        )
    header: _Entry | None = None
    segments: list[Segment] = []
    for entry in reader.entries(text.removeprefix("\ufeff")):
        names_header = entry.strings["msgid"] == "" and "msgctxt" not in entry.strings
        if names_header and not entry.obsolete:
            if header is not None:
                raise UserError(
                    'a second header (msgid "")', path=path, line=entry.line, todo=_TODO
                )
            header = entry
        else:
            segments.append(_segment(entry))
    _refuse_duplicates(segments, path)
    return Catalogue(
        document=document,
        language=language,
        segments=tuple(segments),
        header=tuple(_fields(header.strings["msgstr"])) if header else (),
        preamble="\n".join(header.comments) if header else "",
        ending="\n".join(reader.ending),
    )


def read(path: Path, *, document: str, language: str) -> Catalogue | None:
    """The catalogue in this file, or None where there is no file."""
    if not files.exists(path):
        return None
    return parse(files.read_text(path), path, document=document, language=language)


class _Reader:
    """Reads line by line; ``ending`` holds the comments behind the last entry."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.number = 0
        self.ending: list[str] = []

    def entries(self, text: str) -> Iterator[_Entry]:
        entry, keyword = _Entry(), ""
        for self.number, raw in enumerate(text.split("\n"), start=1):
            line = raw.removesuffix("\r").lstrip(" \t")
            if not line.strip():
                if entry.complete:
                    yield entry
                    entry, keyword = _Entry(), ""
                continue
            if line[0] in "<=>|" and _CONFLICT.match(line):
                raise self._error(
                    "a merge left its conflict marker here",
                    "decide which whole entries stand, remove the marker lines, run diglot sync",
                )
            mark, rest = self._parted(line)
            if entry.complete and (mark not in {"", "#~"} or rest.startswith(("msgctxt", "msgid"))):
                yield entry
                entry = _Entry()
            keyword = self._take(entry, keyword, mark, rest)
        if entry.complete:
            yield entry
        elif entry.strings:
            raise self._error("the file ends in the middle of an entry (there is no msgstr)")
        elif entry.begun:
            raise self._error("the file ends in the middle of an entry (after its comments)")
        else:
            self.ending = entry.comments

    def _parted(self, line: str) -> tuple[str, str]:
        """The mark of the line (``#``, ``#~`` …, or nothing) and what stands behind it."""
        if not line.startswith("#"):
            return "", line.strip()
        if line.startswith("# "):
            return "#", line[2:]
        for mark in ("#~|", "#~", "#.", "#:", "#,", "#|"):
            if line.startswith(mark):
                return mark, line[len(mark) :].strip()
        return "#", line[1:]

    def _take(self, entry: _Entry, keyword: str, mark: str, rest: str) -> str:
        """Put one line into the entry; the keyword that a continuation line belongs to."""
        if mark == "#":
            entry.comments.append(rest)
        elif mark == "#.":
            entry.extracted.append(rest)
        elif mark == "#:":
            entry.references.extend(_reference(word) for word in rest.split())
        elif mark == "#,":
            entry.flags.extend(flag.strip() for flag in rest.split(",") if flag.strip())
        elif mark in {"#|", "#~|"}:
            return self._take_string(entry.previous, keyword, rest)
        else:
            if not entry.strings:
                entry.line, entry.obsolete = self.number, mark == "#~"
            elif entry.obsolete != (mark == "#~"):
                raise self._error("an entry is half obsolete (#~) and half not")
            return self._take_string(entry.strings, keyword, rest)
        return ""

    def _take_string(self, strings: dict[str, str], keyword: str, rest: str) -> str:
        named = _KEYWORD.match(rest)
        if named:
            keyword, rest = named[1], rest[named.end() :]
            if keyword in strings:
                raise self._error(f"a second {keyword} in one entry")
            if keyword == "msgstr" and "msgid" not in strings:
                raise self._error("a msgstr without a msgid before it")
            if keyword not in {"msgctxt", "msgid", "msgstr"}:
                raise self._error(f"{keyword}: diglot's catalogues have no plural forms")
            strings[keyword] = ""
        string = _STRING.fullmatch(rest)
        if string is None:
            raise self._error(
                "this string is not closed, or has a quotation mark without \\ in it"
                if rest.startswith('"')
                else f"this is no line of a PO file: {rest[:40]}"
            )
        if keyword not in strings:
            raise self._error("a string that belongs to no keyword")
        try:
            strings[keyword] += _unescaped(string[1])
        except UnicodeDecodeError as error:
            raise self._error("the escaped bytes in this string are no UTF-8") from error
        if "\0" in strings[keyword] or "\x04" in strings[keyword]:
            # gettext ends strings at the one, and parts msgctxt from msgid with the other.
            raise self._error("no catalogue can hold a NUL or an EOT character")
        return keyword

    def _error(self, what: str, todo: str = _TODO) -> UserError:
        return UserError(what, path=self.path, line=self.number, todo=todo)


def _segment(entry: _Entry) -> Segment:
    return Segment(
        key=entry.strings.get("msgctxt", ""),
        source=entry.strings["msgid"],
        target=entry.strings["msgstr"],
        comments=statement.parse_lines(entry.comments),
        fuzzy="fuzzy" in entry.flags,
        obsolete=entry.obsolete,
        hint="\n".join(entry.extracted),
        flags=tuple(flag for flag in entry.flags if flag != "fuzzy"),
        references=tuple(entry.references),
        previous_source=entry.previous.get("msgid"),
        line=entry.line,
    )


def _refuse_duplicates(segments: Iterable[Segment], path: Path) -> None:
    first: dict[tuple[str, str], Segment] = {}
    problems = []
    for segment in segments:
        if segment.identity in first:
            problems.append(
                Problem(
                    f"this entry stands in the file twice, first in line "
                    f"{first[segment.identity].line} (msgctxt {segment.key!r})",
                    path,
                    segment.line,
                    "keep one of the two, with the translation that is right",
                )
            )
        first.setdefault(segment.identity, segment)
    if problems:
        raise UserError.of(problems)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon and name.strip().lower() == "content-type":
            # Whatever another tool wrote there: it was read as UTF-8, and is written so.
            yield name.strip(), "text/plain; charset=UTF-8"
        elif colon:
            yield name.strip(), value.strip()


def _reference(word: str) -> tuple[str, str]:
    name, colon, line = word.rpartition(":")
    return (name, line) if colon and line.isdigit() else (word, "")


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    if not _BYTES.search(text):
        return _ESCAPED.sub(lambda match: _SHORT.get(match[1], match[1]), text)
    return _ESCAPED.sub(_byte, text).encode("utf-8", "surrogateescape").decode("utf-8")


def _byte(match: re.Match[str]) -> str:
    r"""``\303`` and ``\xc3`` name bytes of the UTF-8 text, not characters."""
    code = match[1]
    if code[0] in "01234567":
        return bytes([int(code, 8) & 0xFF]).decode("utf-8", "surrogateescape")
    if code[0] == "x" and len(code) > 1:
        return bytes([int(code[1:], 16)]).decode("utf-8", "surrogateescape")
    return _SHORT.get(code, code)

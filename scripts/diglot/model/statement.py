r"""Statements: lines of translator comment that bind a verdict to what it was made on.

One grammar, ``# diglot: KIND key=value …``, one line each; ``src`` and ``tgt`` first (the first 8
hex digits of SHA-256 of msgid and msgstr), so that wrapping cannot part them from the kind. Values
with spaces stand in double quotes with backslash escapes. Unknown kinds and keys are kept.

Law: ``parse(write(comments)) == comments``, also after another tool has wrapped the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from diglot.model.key import hash8

_MARK = "diglot:"
_HEAD = re.compile(r"diglot:\s+(?P<kind>[a-z][a-z-]*)(?P<fields>(?:\s.*)?)", re.DOTALL)
_FIELD = re.compile(
    r"""\s+(?P<key>[A-Za-z_][\w-]*)=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"]+))""",
    re.DOTALL,
)
_ONLY_FIELDS = re.compile(
    r"""(?:\s*[A-Za-z_][\w-]*=(?:"(?:[^"\\]|\\.)*"|[^\s"]+|"(?:[^"\\]|\\.)*$))+\s*""", re.DOTALL
)
_BARE = re.compile(r"[\w.,:;@+/%#*!?()\[\]{}<>|~^&-][\w.,:;@+/%#*!?()\[\]{}<>|~^&=-]*", re.ASCII)
_ESCAPES = {"\\": "\\", '"': '"', "n": "\n", "r": "\r", "t": "\t"}
_MUST_ESCAPE = re.compile('[\\\\"\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff]')


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of a text: ``kind``, and fields in the order in which they stand."""

    kind: str
    fields: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """The value of a field, or None."""
        for name, value in self.fields:  # no generator: this is asked some times for each segment
            if name == key:
                return value
        return None

    @property
    def src(self) -> str | None:
        """Hash of the msgid that the statement was made on."""
        return self.get("src")

    @property
    def tgt(self) -> str | None:
        """Hash of the msgstr that the statement was made on."""
        return self.get("tgt")

    @property
    def day(self) -> date | None:
        """When it was said; None where it does not say so, or no date."""
        with suppress(ValueError):
            return date.fromisoformat(self.get("on") or "")
        return None

    def __str__(self) -> str:
        """The statement on one line, without the ``#`` of the file."""
        fields = "".join(f" {key}={_quoted(value)}" for key, value in self.fields)
        return f"{_MARK} {self.kind}{fields}"


Comment = Statement | str
"""A line of translator comment: a statement of ours, or anybody's words."""


def state_that(kind: str, source: str, target: str, /, **fields: str) -> Statement:
    """A statement about these two texts; fields in the order given, ``src`` and ``tgt`` first."""
    bound = (("src", hash8(source)), ("tgt", hash8(target)))
    return Statement(kind, bound + tuple(fields.items()))


def parse(comment: str) -> tuple[Comment, ...]:
    """The translator comment of an entry, line by line.

    A statement that another tool wrapped is joined again. What is no statement after all (an open
    quote, a word without ``=``) stays as it stands.
    """
    return parse_lines(comment.split("\n") if comment else [])


def parse_lines(lines: Sequence[str]) -> tuple[Comment, ...]:
    """The same for the lines of the comment, without their ``#``."""
    return tuple(_parsed(lines))


def write(comments: Iterable[Comment]) -> str:
    """The translator comment of an entry; a line for each, always the same for the same values."""
    return "\n".join(str(comment) for comment in comments)


def _parsed(lines: Sequence[str]) -> Iterator[Comment]:
    at = 0
    while at < len(lines):
        if not lines[at].lstrip().startswith(_MARK):
            yield lines[at]
            at += 1
            continue
        text, after = _joined(lines, at)
        statement = _statement(text)
        if statement is None:
            yield lines[at]
            at += 1
        else:
            yield statement
            at = after


def _joined(lines: Sequence[str], at: int) -> tuple[str, int]:
    """The statement that begins in this line with its continuation lines, and the line after."""
    text, after = lines[at].strip(), at + 1
    while after < len(lines):
        line = lines[after].strip()
        if _quote_is_open(text):
            text = _glued(text, line)
        elif line.startswith(_MARK) or not line:
            break
        elif _ONLY_FIELDS.fullmatch(line):
            text = f"{text} {line}"
        elif _ends_inside_a_value(text) and _goes_on_with_a_value(line):
            text = text + line
        else:
            break
        after += 1
    if _quote_is_open(text):
        return lines[at].strip(), at + 1
    return text, after


def _glued(text: str, line: str) -> str:
    """Inside a quotation; wrappers break at a space, or behind a hyphen without one."""
    behind_hyphen = len(text) > 1 and text[-1] == "-" and text[-2].isalnum() and line[:1].isalnum()
    return text + line if behind_hyphen else f"{text} {line}"


def _quote_is_open(text: str) -> bool:
    return '"' in text and re.sub(r"\\.", "", text).count('"') % 2 == 1


def _ends_inside_a_value(text: str) -> bool:
    return re.search(r"\s[\w-]+=[^\s\"]*-$", text) is not None


def _goes_on_with_a_value(line: str) -> bool:
    first, _, rest = line.partition(" ")
    if "=" in first or '"' in first:
        return False
    return not rest or _ONLY_FIELDS.fullmatch(rest) is not None


def _statement(text: str) -> Statement | None:
    head = _HEAD.fullmatch(text)
    if head is None:
        return None
    rest, at, fields = head["fields"].rstrip(), 0, []
    while at < len(rest):
        field = _FIELD.match(rest, at)
        if field is None:
            return None
        value = field["bare"] if field["quoted"] is None else _unescaped(field["quoted"])
        fields.append((field["key"], value))
        at = field.end()
    return Statement(head["kind"], tuple(fields))


def _quoted(value: str) -> str:
    # A hyphen at the end would look like a value that a wrapper broke.
    if _BARE.fullmatch(value) and not value.endswith("-"):
        return value
    return '"' + _MUST_ESCAPE.sub(_escape, value) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    short = next((name for name, what in _ESCAPES.items() if what == character), None)
    return f"\\{short}" if short else f"\\u{ord(character):04x}"


def _unescaped(text: str) -> str:
    def replace(match: re.Match[str]) -> str:
        if match["code"]:
            number = int(match["code"], 16)
            # Half a surrogate pair is no character; nobody writes it but by mistake.
            return match[0] if 0xD800 <= number <= 0xDFFF else chr(number)
        return _ESCAPES.get(match["short"], match["short"])

    return re.sub(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<short>.))", replace, text, flags=re.DOTALL)

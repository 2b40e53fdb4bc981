r"""Text of a source or a translation, written so that it stays text in Markdown and in HTML.

In: any Unicode text. Out: Markdown that every processor shows as just that text. Special characters
become numeric entities: a backslash protects only what Python-Markdown's own list names (no quote,
``|``, ``=``, ``~``, ``^``, ``:``), an entity is out of the reach of every extension, because the
core takes it away (priority 80) before emphasis, emoji, issue links and typography look.

Letters, digits, commas, single full stops, Arabic punctuation and all that is not ASCII stay.
Law: the text content of the converted page is ``clean(text)``, white space aside.
"""

from __future__ import annotations

import html
import json
import re

REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """What of a text can stand on a page: line breaks of any kind become a space.

    Control characters, halves of surrogate pairs and noncharacters become U+FFFD; STX and ETX
    among them, which are Python-Markdown's own brackets.
    """
    if text.isprintable():  # nothing of all that; many times as fast as looking for it
        return text
    return _FORBIDDEN.sub(REPLACEMENT, _BREAKS.sub(" ", text))


def markdown(text: str) -> str:
    """A text inside a line of Markdown that begins with markup of ours; also in an attribute."""
    return escaped(clean(text))


def escaped(text: str) -> str:
    """A piece of a text that has been cleaned already."""
    return _SPECIAL.sub(_entity, text)


def title(text: str) -> str:
    """A page title or description: HTML-escaped, because themes print it as it stands.

    Also between double quotes. Braces are entities for plugins that run Jinja over titles.
    """
    escaped = html.escape(clean(text), quote=False).replace('"', "&quot;")
    return escaped.replace("{", "&#123;").replace("}", "&#125;")


def yaml(text: str) -> str:
    """A double-quoted YAML scalar on one line."""
    return json.dumps(clean(text), ensure_ascii=False)


def _entity(match: re.Match[str]) -> str:
    character = match[0]
    return _NAMED.get(character) or f"&#{ord(character)};"


_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_NONCHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_FORBIDDEN = re.compile(rf"[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")

# One character each; what is special only beside certain neighbours names them, so that ordinary
# prose stays as it is. A piece of text may be cut anywhere: its ends count as dangerous. No \b
# here: an escaped neighbour becomes «;», and a boundary appears where there was none. First the
# characters, then what they are special for: an expression that begins with a set is searched for
# several times as fast, and Arabic letters are passed over.
_SPECIAL = re.compile(
    r"""
    [&<>"'\#$*+=@\[\]\\^_`{|}~:\-./!?(snrta-f\d]
    (?:
        (?<=[&<>"'\#$*+=@\[\]\\^_`{|}~])                # markup, quotes (smarty), maths, keys
        | (?<=:)(?![ ])                                 # emoji names, addresses
        | (?<=-)(?!(?<=\w-)\w|(?<=\ -)\ )               # kept in «al-Baghdadi» and « - »
        | (?<=\.)(?:(?<=\..)|(?=\.))                    # smarty's ellipsis
        | (?<=[wW]\.)                                   # www.
        | (?<=/)(?!(?<=[^\x00-\x7f]/)[^\x00-\x7f])      # fractions, c/o; kept in Arabic
        | (?<=[!?])(?=\d)                               # issue numbers
        | (?<=\()(?=\w{1,2}\))                          # (c), (tm)
        | (?<=\d[snrt])(?=[tdh])                        # 1st
        | (?<=[a-f\d])(?=[a-f\d]{39})                   # commit hashes; «\d» as they mean it
    )
    """,
    re.VERBOSE,
)

"""A sentence on a page: the span that holds it, and its text as readers see it.

Law: ``visible(plain(content)) == visible(text)`` for the content of the span of any text.
"""

from __future__ import annotations

import html
import re

from diglot.markup import escape

SPAN = re.compile(
    r'(?P<begin><span class="dg-s" data-s="(?P<number>\d+)"[^>]*>)(?P<content>.*?)(?P<end></span>)',
    re.DOTALL,
)
"""One sentence of a page; no text of ours can hold another end of the span."""

_BEGIN, _END = '<span class="dg-s" data-s="', "</span>"
_ISOLATE = re.compile(r"</?bdi(?: [^>]*)?>")
_TERM = re.compile(r'<a class="dg-term"[^>]*>(.*?)</a>', re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")


def begin(number: int, attributes: str = "") -> str:
    """The beginning of the span of this sentence, counted from 1 in its block."""
    return f'{_BEGIN}{number}"{attributes}>'


def parted(page: str) -> tuple[str, list[str]]:
    """A page with its sentences taken out, and these: what ``SPAN`` finds, in a tenth of the time.

    ``render`` does it to every page.
    """
    frame, contents, at = [], [], 0
    start = page.find(_BEGIN)
    while start >= 0:
        inside = page.find(">", start) + 1
        end = page.find(_END, inside)
        if not inside or end < 0:
            break
        frame.append(page[at:inside])
        contents.append(page[inside:end])
        at, start = end, page.find(_BEGIN, end)
    return "".join((*frame, page[at:])), contents


def plain(content: str) -> str:
    """The text that stands in a span, without our markup and entities; other markup is text."""
    content = without_markup(content)
    return _ENTITY.sub(_character, content) if "&" in content else content


def without_markup(content: str) -> str:
    """The content of a span without what ``render`` writes into it: isolates, terms."""
    return _TERM.sub(r"\1", _ISOLATE.sub("", content)) if "<" in content else content


def term(anchor: str) -> tuple[str, str]:
    """What stands around a term of the glossary: a link to what is said of it."""
    return f'<a class="dg-term" href="#{anchor}">', "</a>"


def visible(text: str) -> str:
    """A text as it is seen on a page: white space runs are one space, none at the edges."""
    if text.isprintable() and "  " not in text:  # nothing of all that
        return text.strip(" ")
    return folded(escape.clean(text))


def folded(text: str) -> str:
    """A text on one line, with every character that is no white space."""
    return _WHITE_SPACE.sub(" ", text).strip(" ")


def _character(match: re.Match[str]) -> str:
    return html.unescape(match[0])

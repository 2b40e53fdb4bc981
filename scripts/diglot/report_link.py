"""Where readers report an error in a passage: the setting ``report``, filled in for a passage.

In: an address of the web or of mail with placeholders, and what stands for them. Out: the address,
no longer than browsers, mail programs and the forms behind them take.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote_to_bytes, urlsplit

FIXED = ("page", "passage", "title")
"""Address, anchor, title of the page: short, and given whole."""
WORDS = "words"
"""What the reader adds, in a browser with a script; nothing in the link itself."""
TEXTS = ("source", "translation")
"""What the passage shows; shortened where the address would become too long."""
LONGEST = 1500
"""Letters of the whole address; Outlook takes no more than about 2,000."""

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
_MAIL = re.compile(r"[A-Za-z0-9.!#$&'*+/=?^_`|~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ADDRESS = re.compile(r"[!-~]+")
_LONGEST_TEMPLATE = 800
_LONGEST_TITLE = 240
"""Encoded: forty Arabic letters."""
_CUT = quote("…")


def problem(setting: str) -> tuple[str, str] | None:
    """What is wrong with a setting, and what to do; None where nothing is."""
    known = ", ".join(f"{{{name}}}" for name in (*FIXED, *TEXTS, WORDS))
    if unknown := [
        name for name in _PLACEHOLDER.findall(setting) if name not in (*FIXED, *TEXTS, WORDS)
    ]:
        return f"nothing can be put in for «{{{unknown[0]}}}»", f"these are filled in: {known}"
    bare = _PLACEHOLDER.sub("", setting)
    if "{" in bare or "}" in bare:
        return "there is a brace without its partner in it", f"these are filled in: {known}"
    if len(setting) > _LONGEST_TEMPLATE:
        return "it is too long", f"use at most {_LONGEST_TEMPLATE} letters"
    if not setting or _MAIL.fullmatch(setting) or _is_address(setting):
        return None
    todo = "write one that begins with https:// or mailto:, or just name@example.org; in place of "
    todo += "blanks and of letters other than ASCII %20 and so on"
    return f"«{setting}» is no address to which a report can go", todo


def template(setting: str, subject: str, body: str) -> str:
    """The address with placeholders; a mail address of which no more is said gets these words."""
    address = setting.removeprefix("mailto:")
    if not _MAIL.fullmatch(address):
        return setting
    return f"mailto:{address}?subject={quote(subject, safe='{}')}&body={quote(body, safe='{}')}"


def filled(template: str, values: Mapping[str, str]) -> str:
    """The address for a passage; every value is percent-encoded, the texts as long as may be."""
    return "".join(parts(template, values))


def parts(template: str, values: Mapping[str, str]) -> list[str]:
    """The same, parted where the reader's words go: two, or one where they go nowhere."""
    encoded = {name: _encoded(values[name]) for name in FIXED} | {WORDS: ""}
    encoded["title"] = _shortened(encoded["title"], _LONGEST_TITLE)
    texts = [name for name in _PLACEHOLDER.findall(template) if name in TEXTS]
    rest = LONGEST - len("".join(_pieces(template, encoded | dict.fromkeys(TEXTS, ""))))
    for left, name in zip(range(len(texts), 0, -1), texts, strict=True):
        # What a short text leaves over, the next one may have.
        encoded[name] = _shortened(_encoded(values[name]), max(0, rest) // left)
        rest -= len(encoded[name])
    before, there, after = template.partition(f"{{{WORDS}}}")
    halves = (before, after) if there else (before,)
    return ["".join(_pieces(half, encoded)) for half in halves]


def _is_address(setting: str) -> bool:
    if not _ADDRESS.fullmatch(setting) or any(sign in setting for sign in '<>"\\^`|'):
        return False
    try:
        parts = urlsplit(_PLACEHOLDER.sub("x", setting))
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return _MAIL.fullmatch(parts.path) is not None
    return parts.scheme in ("https", "http") and bool(parts.hostname)


def _pieces(template: str, encoded: Mapping[str, str]) -> Iterator[str]:
    at = 0
    for found in _PLACEHOLDER.finditer(template):
        yield template[at : found.start()]
        yield encoded[found[1]]
        at = found.end()
    yield template[at:]


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")


def _shortened(encoded: str, longest: int) -> str:
    """At most so many letters, cut between two characters."""
    if len(encoded) <= longest:
        return encoded
    if longest < len(_CUT):
        return ""
    whole = re.sub("%.?$", "", encoded[: longest - len(_CUT)])
    return quote(unquote_to_bytes(whole).decode("utf-8", "ignore"), safe="") + _CUT

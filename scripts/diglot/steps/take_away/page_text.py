"""What a page says, as a tree without anything of the site around it.

In: the HTML of a page, as MkDocs makes it of Markdown. Out: an element with the text of the page,
its structure, its languages; a passage that nobody has reviewed has its mark, in words.
"""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li table blockquote pre dl dt dd div".split())
_KEPT = BLOCKS | frozenset("thead tbody tr th td span bdi strong em sup sub code br".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SILENT = frozenset("script style template svg math details button aside".split())
_LEFT_OUT = "data-search-exclude"
_STATES = frozenset("untranslated stale draft edited reviewed source".split())
_SHAPES = frozenset("dg-facts dg-quotation dg-question dg-answer dg-note dg-marked dg-m".split())
_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)"
    r"(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\s(id|class|lang|dir|style|href)=(?:\"([^\"]*)\"|'([^']*)')")
# Most of what stands on a page; taken apart like the rest, they would be most of the work.
_ELSEWHERE = re.compile(r'<a class="dg-mark-(?:other|report)".*?</a>', re.DOTALL)
_SENTENCE = re.compile(r' class="dg-s" data-s="\d+"')
_ALIGNED = re.compile(r"text-align: ?(?:right|center|left);?")
_WEB = ("http://", "https://")
# What cannot stand in XML; MkDocs lets it through.
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Overview:
    """The overview of a document."""

    head: Element
    """Its title, with a mark, and the facts about it."""
    state: tuple[str, ...]
    """How far it is, in words: the paragraphs of the banner."""
    sections: tuple[tuple[int, str], ...]
    """The depth and the address of each section."""


def page_text(html: str) -> Element:
    """The text of a page."""
    return _Reader().read(html)


def overview(html: str) -> Overview:
    """What the overview of a document says beside its list of sections."""
    head, _, rest = html.partition('<h2 id="sections"')
    banner = re.search(r"<aside[^>]*\bdg-banner\b.*?</aside>", head, re.DOTALL)
    said = _BANNER_TEXT.findall(banner[0]) if banner else ()
    listed, depth, found = rest.partition("<h2")[0], -1, []
    for token in _LISTED.finditer(listed):
        if token["href"] is not None:
            found.append((max(depth, 0), entities.unescape(token["href"])))
        else:
            depth += -1 if token[0].startswith("</") else 1
    return Overview(page_text(head), tuple(words(_Reader().read(p)) for p in said), tuple(found))


_BANNER_TEXT = re.compile(r"<p[^>]*\bdg-banner-text\b.*?</p>", re.DOTALL)
_LISTED = re.compile(r"</?ul\b|<li[^>]*>\s*<a[^>]*\shref=\"(?P<href>[^\"]*)\"")


def words(element: Element) -> str:
    """The text of an element in one line."""
    return " ".join("".join(element.itertext()).split())


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    tag: str
    into: Element | None
    """Where its text goes; None where it goes nowhere."""
    state: str
    """What the passage around is; empty outside of passages."""
    mark: tuple[Element, Element] | None = None
    """In a mark: the passage, and an element for the words, which it gets when there are any."""


@dataclass(slots=True)
class _Reader:
    root: Element = field(default_factory=lambda: Element("div"))
    stack: list[_Open] = field(default_factory=list)

    def read(self, html: str) -> Element:
        """The page; what in it is not closed ends with the element around it."""
        self.stack = [_Open("", self.root, "")]
        end = 0
        html = _ELSEWHERE.sub("", html)
        for token in _TOKEN.finditer(html):
            self._text(html[end : token.start()])
            end = token.end()
            tag = (token["tag"] or "").lower()
            if tag and token["close"]:
                self._close(tag)
            elif tag:
                self._open(tag, token["attributes"])
        self._text(html[end:])
        _without_empty(self.root)
        return self.root

    def _open(self, tag: str, attributes: str) -> None:
        around = self.stack[-1]
        if _SENTENCE.fullmatch(attributes):
            self.stack.append(_Open(tag, around.into, around.state, around.mark))
            return
        given = {name: one or other for name, one, other in _ATTRIBUTE.findall(attributes)}
        classes = given.get("class", "").split()
        state = next((each for each in classes if each in _STATES), around.state)
        if "dg-mark-line" in classes and state == "reviewed":
            state = "source"  # a heading that has been reviewed, which is not in this paragraph
        opened = _Open(tag, around.into, state, around.mark)
        if tag == "small" and "dg-mark" in classes:
            if around.into is not None and state != "source":
                opened.mark = around.into, _element("small", given, ["mark"])
            opened.into = None
        elif "dg-mark-word" in classes and around.mark is not None:
            opened.into = _marked(*around.mark, state)
        elif tag in _SILENT or "headerlink" in classes or _LEFT_OUT in attributes:
            opened.into = None
        elif around.into is not None and _is_kept(tag, given):
            opened.into = _element(tag, given, [each for each in classes if each in _SHAPES])
            around.into.append(opened.into)
        if tag not in _VOID and not attributes.endswith("/"):
            self.stack.append(opened)

    def _close(self, tag: str) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].tag == tag:
                del self.stack[depth:]
                return

    def _text(self, text: str) -> None:
        into = self.stack[-1].into
        if not text or into is None:
            return
        clean = _NO_CHARACTER.sub("\ufffd", entities.unescape(text))
        if len(into):
            into[-1].tail = (into[-1].tail or "") + clean
        else:
            into.text = (into.text or "") + clean


def _is_kept(tag: str, given: dict[str, str]) -> bool:
    if tag in {"span", "div"}:
        return bool(given.get("lang") or given.get("dir"))
    return tag in _KEPT or (tag == "a" and given.get("href", "").startswith(_WEB))


def _marked(passage: Element, mark: Element, state: str) -> Element | None:
    """Where the words of a mark go; nowhere if the passage is reviewed, and has a text."""
    if state == "reviewed" and words(passage):
        return None
    if mark not in list(passage):
        passage.append(mark)
    return mark


def _element(tag: str, given: dict[str, str], classes: list[str]) -> Element:
    element = Element(tag)
    for name in ("id", "lang", "dir"):
        if given.get(name):
            element.set(name, entities.unescape(given[name]))
    if classes:
        element.set("class", " ".join(classes))
    if tag == "a":
        element.set("href", entities.unescape(given["href"]))
    if _ALIGNED.fullmatch(given.get("style", "")):
        element.set("style", given["style"])
    return element


def _without_empty(element: Element) -> None:
    """Take away paragraphs that nothing is left of."""
    for child in list(element):
        _without_empty(child)
        if child.tag == "p" and not words(child):
            element.remove(child)

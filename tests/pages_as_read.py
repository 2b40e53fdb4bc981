"""A rendered page as a reader's browser gets it: Markdown converted, the HTML as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import markdown

PLAIN = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]
"""What the pages need, and what MkDocs adds by itself."""

MAXIMAL: list[str] = [
    *("attr_list", "md_in_html", "tables", "toc", "abbr", "admonition", "def_list", "footnotes"),
    *("meta", "sane_lists", "smarty", "wikilinks", "legacy_attrs", "codehilite"),
    *("pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic"),
    *("pymdownx.details", "pymdownx.emoji", "pymdownx.escapeall", "pymdownx.fancylists"),
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink"),
    *("pymdownx.mark", "pymdownx.progressbar", "pymdownx.saneheaders", "pymdownx.smartsymbols"),
    *("pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist"),
    *("pymdownx.tilde", "pymdownx.quotes", "pymdownx.blocks.admonition", "pymdownx.blocks.html"),
    *("pymdownx.blocks.caption", "pymdownx.blocks.definition", "pymdownx.blocks.details"),
    *("pymdownx.blocks.tab",),
]
"""All that a project may have switched on (``nl2br`` apart, see ``diglot.steps.render``)."""

SETTINGS: dict[str, dict[str, Any]] = {
    "pymdownx.magiclink": {
        "repo_url_shorthand": True,
        "social_url_shorthand": True,
        "repo_url_shortener": True,
        "normalize_issue_symbols": True,
        "user": "somebody",
        "repo": "something",
        "provider": "github",
    },
    "pymdownx.escapeall": {"hardbreak": True, "nbsp": True},
    "pymdownx.quotes": {"callouts": True},
    "smarty": {"smart_angled_quotes": True},
    "pymdownx.snippets": {"check_paths": False, "url_download": False},
}

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


@dataclass
class Element:
    """One element; ``children`` are elements and texts."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The classes in their order."""
        return (self.attributes.get("class") or "").split()

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self, *without: str) -> str:
        """The text, apart from elements of these classes and nested lists; white space as one."""
        return " ".join("".join(self._texts(set(without))).split())

    def _texts(self, without: set[str]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag != "ul" and not without & set(child.classes):
                yield from child._texts(without)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("page")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.open[-1].children.append(Element("!--"))

    def handle_decl(self, decl: str) -> None:
        self.open[-1].children.append(Element("!"))

    def handle_pi(self, data: str) -> None:
        self.open[-1].children.append(Element("?"))


def parsed(html: str) -> Element:
    """HTML as a tree; AssertionError where tags do not match."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder.open == [builder.root]
    return builder.root


def as_read(page: str, extensions: list[str] | None = None) -> Element:
    """The body of a page, without its front matter, converted as MkDocs converts it."""
    body = page.split("\n---\n", 1)[1]
    names = PLAIN if extensions is None else extensions
    configs = {name: SETTINGS[name] for name in names if name in SETTINGS}
    return parsed(markdown.markdown(body, extensions=names, extension_configs=configs))


def by_id(root: Element) -> dict[str, Element]:
    """Every element with an id; AssertionError for an id that stands twice."""
    found: dict[str, Element] = {}
    for element in root.walk():
        name = element.attributes.get("id")
        if name is not None:
            assert name not in found, f"id {name!r} stands twice"
            found[name] = element
    return found

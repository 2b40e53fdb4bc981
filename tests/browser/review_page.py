"""The review page as a reviewer uses it in a test: keys in, what stands on the page out."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests import review_project as paper

ARABIC_LAYOUT = {
    "j": ("KeyJ", "ت"), "k": ("KeyK", "ن"), "e": ("KeyE", "ث"), "x": ("KeyX", "ء"),
    "u": ("KeyU", "ع"), "n": ("KeyN", "ى"), "w": ("KeyW", "ص"), "s": ("KeyS", "س"),
    "c": ("KeyC", "ؤ"), "f": ("KeyF", "ب"), "d": ("KeyD", "ي"), "/": ("Slash", "ظ"),
    "?": ("Slash", "؟"),
}  # fmt: skip
"""What the keys send with the Arabic (101) layout switched on."""

_PATIENCE = 20_000
"""Milliseconds; a machine with other work has to find, answer and draw in that time."""


class ReviewPage:
    """One browser tab with the document open."""

    def __init__(self, page: Page, url: str, *, query: str = "ui=en") -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )
        page.goto(f"{url}/review/{paper.DOCUMENT}/{paper.LANGUAGE}?{query}")
        self.checked()

    def checked(self) -> None:
        """Wait for the first findings of the whole document."""
        self.page.wait_for_selector("html[data-checked]", timeout=30_000)

    def be(self, name: str) -> None:
        """Say who reviews, as the page would ask once."""
        self.page.evaluate("name => localStorage.setItem('diglot-reviewer', name)", name)
        self.page.reload()
        self.checked()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def press_in_arabic(self, *keys: str) -> None:
        """The same keys of the keyboard, with the Arabic layout switched on."""
        for key in keys:
            code, sent = ARABIC_LAYOUT[key]
            self.page.evaluate(
                "([code, key, shift]) => document.activeElement.dispatchEvent(new KeyboardEvent("
                "'keydown', {code, key, shiftKey: shift, bubbles: true, cancelable: true}))",
                [code, sent, key == "?"],
            )

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def go_to(self, source: str) -> None:
        """Click on a sentence."""
        self.row(source).locator(".g").click()
        self.here(source)

    def row(self, source: str) -> Locator:
        return self.page.locator(f".row[data-i='{paper.ORDER.index(source)}']")

    def here(self, source: str) -> None:
        """Wait until this is the current sentence."""
        expect(self.row(source)).to_have_attribute("aria-selected", "true", timeout=_PATIENCE)

    def saved(self) -> None:
        """Wait until the page says that everything is in the file, and no segment is on its way.

        A key may wait for the answer to the one before it: then «Saved» stands there for a moment
        between the two, so each segment is looked at as well.
        """
        expect(self.page.locator("#saved")).to_have_text(re.compile("^Saved"), timeout=_PATIENCE)
        expect(self.page.locator(".row .saving")).to_have_count(0, timeout=_PATIENCE)
        expect(self.page.locator("#saved")).to_have_text(re.compile("^Saved"), timeout=_PATIENCE)

    def said(self, text: str) -> None:
        """Wait for a message."""
        expect(self.page.locator("#toast")).to_contain_text(text, timeout=_PATIENCE)

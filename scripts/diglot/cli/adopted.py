"""What ``diglot render --adopt`` says of a page."""

from __future__ import annotations

from diglot.adopting import Adopted


def adopted_text(page: Adopted) -> str:
    """A line for the page, and one for each sentence that its catalogue has now."""
    if not page.changes:
        return f"{page.path}: there is nothing to adopt; every sentence is as in its catalogue."
    number = len(page.changes)
    sentences = "sentence" if number == 1 else "sentences"
    lines = [f"{page.path}: {number} {sentences} adopted, to be reviewed."]
    lines += [f"  {change.key}: {change.text}" for change in page.changes]
    return "\n".join(lines)

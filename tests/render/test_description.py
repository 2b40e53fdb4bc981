"""What search engines show of a page: its front matter has it."""

from __future__ import annotations

import pytest
import yaml

from diglot.source import Settings
from diglot.steps.render import render
from tests.builders import BOTH, catalogue, document


@pytest.mark.parametrize(
    ("note", "shown"), [("A note", "A note. First."), ("Why?", "Why? First."), ("", "First.")]
)
def test_of_a_document_it_is_the_note_as_a_sentence_and_its_beginning(
    note: str, shown: str
) -> None:
    paper = document("أول.")
    settings = Settings("paper", note={"en": note})
    pages = render(paper, {"en": catalogue(paper, {"أول.": "First."})}, settings, BOTH)
    (overview,) = (page for page in pages if page.path.parts == ("en", "paper", "index.md"))

    assert yaml.safe_load(overview.text.split("---\n")[1])["description"] == shown

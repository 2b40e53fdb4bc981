"""Which words of an index a word of a query stands for, asked of the scripts of the search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from diglot import files
from tests import demo_site

Serve = Callable[[Path], Any]

MATCHES = """async ([query, texts]) => {
  const { makeFolding } = await import("/assets/diglot/search/folding.js");
  const { makeMatching } = await import("/assets/diglot/search/matching.js");
  const rules = await (await fetch("/search/rules.json")).json();
  const folding = makeFolding(rules), matching = makeMatching(rules, folding);
  const word = text => [...folding.words(text)].map(({ word }) => word).join("");
  const index = { filed: async key =>
    texts.map(text => ({ word: word(text), text })).filter(it => folding.key(it.word) === key) };
  const found = await matching.matches(word(query), "any", index, false);
  return found.filter(it => !it.isNear).sort((a, b) => a.cost - b.cost).map(it => it.text);
}"""


HYPHENED = {"apart": "The co-operation of members.", "joined": "Their cooperation goes on."}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = demo_site.make(tmp_path_factory.mktemp("project"))
    for name, text in HYPHENED.items():
        files.write_if_changed(root / f"docs/en/{name}.md", f"# {name}\n\n{text}\n")
    result = demo_site.build(root)
    assert result.returncode == 0, result.stderr
    return root / "site"


FOUND = {
    "ta marbuta before an ending": ("أسرته", "أسرة"),
    "a broken plural by its shape": ("حظيرة", "الحظائر"),
    "and back": ("روافع", "رافعة"),
    "of five letters": ("منديل", "بالمناديل"),
    "of four letters": ("جمجمة", "جماجم"),
    "from the list": ("شاعر", "الشعراء"),
    "the word that has another form with the article": ("المراه", "امرأة"),
    "a particle with a conjunction": ("سوف", "وسوف"),
    "an adjective of three letters, feminine and with the article": ("صعب", "الصعبة"),
    "an irregular verb": ("withdraw", "withdrew"),
}
NOT_FOUND = {
    "letters that look like a clitic before a particle": ("كسوف", "سوف"),
    "black and a lion": ("أسود", "أسد"),
    "after and dimensions": ("أبعاد", "بعد"),
    "they and worries": ("هموم", "هم"),
    "water and what": ("مياه", "ما"),
    "a condition and the police": ("شرط", "الشرطة"),
    "ground and to grind": ("ground", "grind"),
}


@pytest.mark.parametrize(("query", "text"), FOUND.values(), ids=FOUND)
def test_a_form_of_the_word_is_found(
    site: Path, page: Page, serve_folder: Serve, query: str, text: str
) -> None:
    page.goto(serve_folder(site).url)

    assert page.evaluate(MATCHES, [query, [text, query]]) == [query, text]


@pytest.mark.parametrize(("query", "text"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_another_word_is_not(
    site: Path, page: Page, serve_folder: Serve, query: str, text: str
) -> None:
    page.goto(serve_folder(site).url)

    assert page.evaluate(MATCHES, [query, [text, query]]) == [query]


def test_a_word_is_more_the_one_with_ta_marbuta_than_the_one_without(
    site: Path, page: Page, serve_folder: Serve
) -> None:
    page.goto(serve_folder(site).url)

    assert page.evaluate(MATCHES, ["أسرته", ["أسر", "أسرة"]])[0] == "أسرة"


@pytest.mark.parametrize("query", ["cooperation", "co-operation"])
def test_a_word_is_found_and_marked_with_its_hyphen_and_without(
    site: Path, page: Page, serve_folder: Serve, query: str
) -> None:
    page.goto(f"{serve_folder(site).url}/en/")
    page.click(".dg-search-open")
    page.fill(".dg-search-field", query)
    page.wait_for_selector(f'.dg-search[data-query="{query}"]:not([aria-busy])')

    titles = page.locator(".dg-found-title").all_inner_texts()
    marked = {mark.lower() for mark in page.locator(".dg-search mark").all_inner_texts()}
    assert sorted(title.strip() for title in titles) == sorted(HYPHENED)
    assert "cooperation" in marked
    assert "operation" in marked
    assert page.locator(".dg-search-found.dg-near").count() == 0

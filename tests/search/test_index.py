"""The index in its pieces, read as the browser reads it."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import chain, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.steps import search
from diglot.steps.search import folding, index


def page(path: str, language: str, *texts: str, aligned: bool = True) -> search.FoundPage:
    passages = tuple(
        search.FoundPassage(f"b-{n}", text, text, aligned) for n, text in enumerate(texts)
    )
    return search.FoundPage(path, language, f"{language}/{path}", texts[0], "", passages)


def test_lists_of_words_are_named_by_their_number() -> None:
    listed = replace(page("glossary/index.md", "en", "Glossary"), is_last=True)

    files = dict(search.index_files([page("a.md", "en", "Text"), listed]))

    assert json.loads(files["index.json"])["last"] == [1]


def lookup(files: dict[str, bytes], language: str, word: str) -> dict[int, list[int]]:
    """The passages of each page that have a word, as ``pieces.js`` finds them."""
    script = "a" if folding.is_arabic(word) else "o"
    count = json.loads(files["index.json"])["pieces"][language][script]
    if not count:
        return {}
    key = folding.key(word)
    head, _, body = files[f"{language}/{script}{index.piece_of(key, count)}.bin"].partition(b"\n")
    at = 0
    for filed, listed in json.loads(head).items():
        for other, size in zip(listed[::2], listed[1::2], strict=True):
            if (filed, other) == (key, word):
                own = (
                    files[f"{language}/{script}-{-size}.bin"] if size < 0 else body[at : at + size]
                )
                return unpacked(own)
            at += max(size, 0)
    return {}


def unpacked(packed: bytes) -> dict[int, list[int]]:
    numbers, number, shift = [], 0, 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            numbers.append(number)
            number = shift = 0
    found: dict[int, list[int]] = {}
    rest, place = iter(numbers), 0
    for step in rest:
        place += step
        count = next(rest)
        passage, found[place] = 0, []
        for more in islice(rest, count):
            passage += more
            found[place].append(passage)
    return found


def test_a_page_and_its_passages_have_one_number_in_all_languages() -> None:
    files = dict(
        search.index_files(
            [
                page("first.md", "ar", "عنوان", "التحالف"),
                page("second.md", "ar", "آخر", "سلام"),
                page("second.md", "en", "Other", "peace"),
                page("first.md", "en", "Title", "the coalition"),
            ]
        )
    )

    assert lookup(files, "ar", "التحالف") == lookup(files, "en", "coalition") == {0: [1]}
    assert lookup(files, "ar", "سلام") == lookup(files, "en", "peace") == {1: [1]}
    assert lookup(files, "en", "سلام") == {}
    assert json.loads(files["en/0.json"])["passages"][1] == [1, "b-1", "the coalition"]


def test_passages_without_a_key_are_no_translations_of_each_other() -> None:
    files = dict(
        search.index_files(
            [page("a.md", "ar", "واحد", aligned=False), page("a.md", "en", "One", aligned=False)]
        )
    )

    assert lookup(files, "ar", "واحد") == {0: [0]}
    assert lookup(files, "en", "one") == {0: [1]}


@pytest.mark.parametrize("pages", [1, 40, 700])
def test_every_word_is_found_where_it_stands(pages: int) -> None:
    made = [
        page(
            f"{n}.md",
            "ar",
            f"في {n * 7919}",
            *(f"كلمه{'بتثجح'[m % 5]} في {m}" for m in range(n % 300)),
        )
        for n in range(pages)
    ]
    files = dict(search.index_files(made))

    wanted: dict[str, dict[int, list[int]]] = {}
    for number, each in enumerate(made):
        for at, passage in enumerate(each.passages):
            for word in dict.fromkeys(folding.words(passage.text)):
                wanted.setdefault(word, {}).setdefault(number, []).append(at)
    for word, places in wanted.items():
        assert lookup(files, "ar", word) == places


def test_a_very_frequent_word_has_a_file_of_its_own() -> None:
    texts = [f"في {n}" for n in range(index.FREQUENT)]
    files = dict(search.index_files([page("a.md", "ar", *texts), page("b.md", "ar", *texts)]))

    assert "ar/a-1.bin" in files
    assert len(list(chain(*lookup(files, "ar", "في").values()))) == 2 * index.FREQUENT


def test_the_index_has_another_name_when_a_text_is_another() -> None:
    def name(text: str) -> str:
        files = dict(search.index_files([page("a.md", "ar", text)]))
        found: str = json.loads(files["index.json"])["name"]
        return found

    assert name("واحد") == name("واحد")
    assert name("واحد") != name("اثنان")


def test_a_site_without_pages_has_an_index() -> None:
    assert json.loads(dict(search.index_files([]))["index.json"])["pages"] == 0


TEXTS = st.lists(
    st.sampled_from("التحالف campaign 62 والتحالف campaigns 8,200 x".split()), min_size=1
)
SITES = st.lists(
    st.builds(
        lambda name, language, texts: page(f"{name}.md", language, " ".join(texts), texts[0]),
        st.integers(0, 9), st.sampled_from(["ar", "en"]), TEXTS,
    ),
    unique_by=lambda each: (each.path, each.language), max_size=20,
)  # fmt: skip


@given(st.lists(SITES, min_size=2, max_size=5))
def test_an_index_that_is_kept_gives_what_a_new_one_gives(
    sites: list[list[search.FoundPage]],
) -> None:
    kept = search.Index()
    for pages in sites:
        assert dict(kept.files(pages)) == dict(search.index_files(pages))


@given(SITES, st.data())
def test_an_index_of_which_a_page_changes_at_a_time_gives_what_a_new_one_gives(
    pages: list[search.FoundPage], data: st.DataObject
) -> None:
    """Few changes: only words of these pages are looked at again."""
    kept = search.Index()
    list(kept.files(pages))
    for _ in range(3):
        if not pages:
            return
        at = data.draw(st.integers(0, len(pages) - 1))
        changed = page(pages[at].path, pages[at].language, " ".join(data.draw(TEXTS)))
        pages = [*pages[:at], changed, *pages[at + 1 :]]

        assert dict(kept.files(pages)) == dict(search.index_files(pages))


def test_words_of_a_page_that_has_not_changed_are_not_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, pages = search.Index(), [page(f"{n}.md", "en", f"word{n} same") for n in range(20)]
    list(kept.files(pages))
    asked: list[str] = []
    filed = folding.filed
    monkeypatch.setattr(folding, "filed", lambda text: asked.append(text) or filed(text))
    list(kept.files([*pages[:-1], page("19.md", "en", "other same")]))

    assert asked == ["word19 same", "other same"]

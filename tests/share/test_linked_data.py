"""JSON-LD: safe inside of HTML, and nothing told that is not known."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from diglot.steps.share.linked_data import Work, linked_data

WORK = Work("Article", "Title", "en")


@given(st.text())
def test_a_text_comes_back_as_it_is_and_ends_no_element(text: str) -> None:
    told = linked_data(replace(WORK, name=text, description=text))

    assert not set(told) & set("<>&\u2028\u2029")
    found = json.loads(told)
    assert found.get("name", "") == found.get("description", "") == text


def test_what_is_not_known_is_not_told() -> None:
    assert json.loads(linked_data(WORK)) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "name": "Title",
        "headline": "Title",
        "inLanguage": "en",
    }


def test_a_date_in_words_is_no_date() -> None:
    assert "datePublished" not in linked_data(replace(WORK, published="spring 2017"))
    assert json.loads(linked_data(replace(WORK, published="2017-03-22")))["datePublished"]


def test_a_licence_is_an_address_or_has_a_name() -> None:
    address = json.loads(linked_data(replace(WORK, licence="https://a.example/licence")))
    name = json.loads(linked_data(replace(WORK, licence="public domain")))

    assert address["license"] == "https://a.example/licence"
    assert name["license"] == {"@type": "CreativeWork", "name": "public domain"}


def test_translators_are_people() -> None:
    told = json.loads(linked_data(replace(WORK, translators=("Ann",))))

    assert told["translator"] == [{"@type": "Person", "name": "Ann"}]

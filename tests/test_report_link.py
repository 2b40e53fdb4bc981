"""Where errors are reported: filled in so that mail programs and browsers take it."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot import report_link

VALUES = {
    "page": "https://example.org/en/paper/first/#b-3f2a91",
    "passage": "b-3f2a91",
    "title": "العنوان & more",
    "source": "النص",
    "translation": "The text, 5 % of it?",
}
FORM = "https://example.org/new?at={page}&id={passage}&about={title}&s={source}&t={translation}"


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "errors@example.org",
        "mailto:errors@example.org",
        "mailto:errors@example.org?subject={title}&body={page}",
        "https://example.org/issues/new?title=Error%20in%20{passage}",
        "http://localhost:8080/{passage}",
        FORM,
    ],
)
def test_addresses_of_mail_and_web_are_taken(setting: str) -> None:
    assert report_link.problem(setting) is None


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("javascript:alert(1)", "no address"),
        ("data:text/html,x", "no address"),
        ("//example.org/new", "no address"),
        ("example.org/new", "no address"),
        ("https:///new", "no address"),
        ("https://[", "no address"),
        ("mailto:nobody", "no address"),
        ("errors@example", "no address"),
        ("https://example.org/a b", "no address"),
        ("https://example.org/خطأ", "no address"),
        ('https://example.org/"onclick=', "no address"),
        ("{page}://example.org", "no address"),
        ("https://example.org/{text}", "{text}"),
        ("https://example.org/{page", "brace"),
        ("https://example.org/" + 800 * "a", "too long"),
    ],
)
def test_what_is_no_such_address_is_told(setting: str, says: str) -> None:
    wrong = report_link.problem(setting)

    assert wrong is not None
    assert says in wrong[0]
    assert wrong[1]


def test_values_are_percent_encoded() -> None:
    address = report_link.filled(FORM, VALUES)

    assert address.isascii()
    assert {name: found for name, (found,) in parse_qs(urlsplit(address).query).items()} == {
        "at": VALUES["page"],
        "id": VALUES["passage"],
        "about": VALUES["title"],
        "s": VALUES["source"],
        "t": VALUES["translation"],
    }


@pytest.mark.parametrize("setting", ["errors@example.org", "mailto:errors@example.org"])
def test_a_mail_address_alone_gets_a_subject_and_a_body(setting: str) -> None:
    template = report_link.template(setting, "Error in {title}", "{page}\r\n\r\n{source}")

    address = report_link.filled(template, VALUES)

    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "errors@example.org")
    assert parse_qs(parts.query) == {
        "subject": [f"Error in {VALUES['title']}"],
        "body": [f"{VALUES['page']}\r\n\r\n{VALUES['source']}"],
    }
    assert "%0D%0A" in address
    assert "+" not in address


def test_the_address_is_parted_where_the_words_of_the_reader_go() -> None:
    template = "https://example.org/new?words={words}&at={page}"

    before, after = report_link.parts(template, VALUES)

    assert before == "https://example.org/new?words="
    assert report_link.filled(template, VALUES) == before + after
    assert report_link.parts(FORM, VALUES) == [report_link.filled(FORM, VALUES)]


def test_an_address_of_which_more_is_said_stays_as_it_is() -> None:
    setting = "mailto:errors@example.org?subject=Error"

    assert report_link.template(setting, "{title}", "{page}") == setting


def test_a_short_text_leaves_its_room_to_a_long_one() -> None:
    address = report_link.filled(FORM, VALUES | {"translation": "word " * 1000})

    assert report_link.LONGEST - 40 < len(address) <= report_link.LONGEST
    assert unquote(address).endswith("…")


@given(st.text(), st.text(), st.text())
def test_no_address_is_too_long_or_cut_inside_a_character(
    title: str, source: str, translation: str
) -> None:
    """Law, for any text; the second half of a character would be U+FFFD."""
    texts = {"title": title, "source": source * 40, "translation": translation * 40}
    known = {text: text.encode("utf-8", "replace").decode() for text in texts.values()}
    address = report_link.filled(FORM, VALUES | texts)

    assert len(address) <= report_link.LONGEST
    found = parse_qs(urlsplit(address).query, keep_blank_values=True, errors="strict")
    for name, text in (("about", title), ("s", source * 40), ("t", translation * 40)):
        assert known.get(text, text).startswith(found[name][0].removesuffix("…"))

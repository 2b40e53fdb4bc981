"""The page of the glossary: every term once, in the order of its language, with what it is here."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
import yaml

from diglot.language import Language
from diglot.model.document import Kind
from diglot.model.glossary import Glossary, Term, anchor
from diglot.steps.render import alphabet
from diglot.steps.render.glossary_page import UsingDocument, glossary_pages
from diglot.steps.render.term_places import term_places
from diglot.term_use import TermUse, from_json
from tests.builders import ARABIC, BOTH, ENGLISH, block, document, heading
from tests.pages_as_read import Element, as_read

MOSUL = Term("الموصل", ("Mosul",), (), "city; in Arabic الموصل too")
ANBAR = Term("الأنبار", ("Anbar", "al-Anbar"))
TONS = Term("طن", ("tons",), (), "<b>US</b> {{ x }}")
NEVER = Term("هدف", (), ("aim",))
GLOSSARY = Glossary((MOSUL, NEVER, TONS, ANBAR))
PAPER = document(
    "في الموصل هدف.",
    "ثم إلى الموصل.",
    heading("الموصل", "city"),
    "بالموصل طن.",
    "وفي الموصل.",
)
USE = TermUse(
    term_places(PAPER, BOTH, GLOSSARY),
    {
        "introduction": {"ar": "مقدمة", "en": "Introduction"},
        "city": {"ar": "الموصل", "en": "الموصل"},
    },
)
DOCUMENT = UsingDocument("paper", {"ar": "وثيقة", "en": "Paper"}, USE)


def page(language: str, *used: UsingDocument, folders: bool = True) -> Element:
    made = glossary_pages(GLOSSARY, BOTH, used, directory_urls=folders)
    (text,) = (each.text for each in made if str(each.path) == f"{language}/glossary/index.md")
    return as_read(text)


def entries(root: Element) -> dict[str, list[str]]:
    """By anchor, in the order of the page: what stands at each term."""
    return {
        str(each.attributes["id"]): [e.text() for e in each.walk() if e.tag in {"dt", "dd"}]
        for each in root.walk()
        if each.tag == "div" and "id" in each.attributes
    }


def links(root: Element, term: Term) -> list[tuple[str, str | None]]:
    (entry,) = (e for e in root.walk() if e.attributes.get("id") == anchor(term))
    return [(e.text(), e.attributes["href"]) for e in entry.walk() if e.tag == "a"]


def test_each_term_stands_once_in_the_order_of_the_language_of_the_page() -> None:
    assert list(entries(page("en"))) == [anchor(ANBAR), anchor(MOSUL), anchor(TONS)]
    assert list(entries(page("ar"))) == [anchor(ANBAR), anchor(TONS), anchor(MOSUL)]


def test_an_entry_has_the_other_language_all_translations_and_the_note() -> None:
    assert entries(page("en"))[anchor(MOSUL)] == ["Mosul", "الموصل", MOSUL.note]
    assert entries(page("ar"))[anchor(ANBAR)] == ["الأنبار", "Anbar, al-Anbar"]
    assert entries(page("ar"))[anchor(TONS)][-1] == TONS.note


def test_the_letters_lead_to_what_is_filed_under_them() -> None:
    for language, wanted in {"en": "AMT", "ar": "اطم"}.items():
        root = page(language)
        (nav,) = (e for e in root.walk() if e.tag == "nav")
        ids = {e.attributes.get("id"): e.text() for e in root.walk() if e.tag == "h2"}
        jumps = [e for e in nav.walk() if e.tag == "a"]

        assert "".join(jump.text() for jump in jumps) == wanted
        assert [ids[(e.attributes["href"] or "")[1:]] for e in jumps] == list(wanted)


def test_a_term_names_the_first_passage_of_each_section_that_has_it() -> None:
    first, *_ = (each for each in PAPER.blocks() if each.sentences == ("في الموصل هدف.",))
    third, *_ = (each for each in PAPER.blocks() if each.sentences == ("بالموصل طن.",))
    digits = [str(each.key).partition("/")[2] for each in (first, third)]

    assert links(page("en", DOCUMENT), MOSUL) == [
        ("Introduction", f"../paper/introduction/#b-{digits[0]}"),
        ("الموصل", f"../paper/city/#b-{digits[1]}"),
    ]
    assert links(page("ar", DOCUMENT, folders=False), TONS) == [
        ("الموصل", f"../paper/city.html#b-{digits[1]}")
    ]
    assert links(page("en", DOCUMENT), ANBAR) == []


def test_of_several_documents_each_has_its_turn_and_its_name() -> None:
    found = links(page("en", DOCUMENT, replace(DOCUMENT, id="other")), MOSUL)

    assert [text for text, _ in found] == [
        "Paper: Introduction", "Paper: Introduction", "Paper: الموصل",
    ]  # fmt: skip
    assert [str(link).split("/")[1] for _, link in found] == ["paper", "other", "paper"]


def test_headings_are_no_places() -> None:
    made = document(heading("الموصل", "city"), block("الموصل", kind=Kind.HEADING))

    assert term_places(made, BOTH, GLOSSARY) == {}


def test_what_is_kept_of_a_document_is_read_back() -> None:
    assert from_json(json.loads(json.dumps(USE.as_json()))) == USE


def test_in_the_search_it_comes_after_the_documents() -> None:
    for made in glossary_pages(GLOSSARY, BOTH, [DOCUMENT]):
        front = yaml.safe_load(made.text.split("---\n")[1])

        assert front["search"] == {"last": True}
        assert front["diglot"]["language"] == made.path.parts[0]


@pytest.mark.parametrize(
    ("glossary", "languages"),
    [
        (Glossary(), BOTH),
        (Glossary((NEVER,)), BOTH),
        (GLOSSARY, (ARABIC,)),
        (GLOSSARY, (ENGLISH, ARABIC)),
    ],
)
def test_there_is_no_page_where_no_term_is_marked(
    glossary: Glossary, languages: tuple[Language, ...]
) -> None:
    assert glossary_pages(glossary, languages, []) == ()
    assert term_places(PAPER, languages, glossary) == {}


def test_arabic_is_filed_without_its_article_and_latin_without_case_or_accents() -> None:
    arabic = [
        *("أب", "أبو ظبي", "الاتحاد الأوروبي", "التزام", "ألمانيا", "الأنبار", "پاريس", "البنك"),
        *("بيان", "التحالف", "تونس", "الجيش", "حكومة العراق", "مؤتمر", "هدف", "يانوس"),
    ]
    latin = ["Abu Dhabi", "aid", "eastern Mosul", "École", "Iraq", "Iraqi Army", "U.S. Embassy",
             "2178 (2014)"]  # fmt: skip
    for words in (arabic, latin):
        mixed = random.Random(7).sample(words, len(words))

        assert sorted(mixed, key=lambda word: alphabet.filed(word)[0]) == words


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("الأنبار", "ا"),
        ("الموصل", "م"),
        ("ألمانيا", "ا"),
        ("التزام", "ا"),
        ("التحالف الدولي", "ت"),
        ("«الخلافة»", "خ"),
        ("École", "E"),
        ("2178", "#"),
        ("", "#"),
    ],
)
def test_the_letter_is_that_of_the_word_itself(text: str, letter: str) -> None:
    assert alphabet.filed(text)[1] == letter


def test_anchors_of_letters_stay_when_others_come() -> None:
    found = [alphabet.anchor(letter) for letter in ("A", "ا", "ت", "#")]

    assert found == ["letter-a", "letter-0627", "letter-062a", "letter-other"]


def test_two_letters_are_never_filed_under_one_title_apart_from_each_other() -> None:
    # In Turkish, between «ı» and «i» stand all other letters.
    words = sorted(["\u0131l\u0131k", "ilk", "su"], key=lambda word: alphabet.filed(word)[0])
    letters = [alphabet.filed(word)[1] for word in words]

    assert len(set(letters)) == 3
    assert len(set(map(alphabet.anchor, letters))) == 3

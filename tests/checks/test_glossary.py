"""The glossary: read with clear errors, and matched through what Arabic writes onto words."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot.checks import Context, Pair, Severity
from diglot.checks.glossary import glossary
from diglot.checks.terms import occurrences
from diglot.model.glossary import Glossary, Term, parse, read
from diglot.problems import UserError

PATH = Path("glossary.csv")
HEAD = "source,targets,forbidden,note\n"

TERMS = Glossary(
    (
        Term("التحالف الدولي", ("Global Coalition", "Coalition"), ("the International Coalition",)),
        Term("تنظيم داعش", ("ISIS",), ("Daesh",)),
        Term("داعش", ("ISIS",), ("Daesh",)),
        Term("الموصل", ("Mosul",), ("contactor",)),
        Term("المغرب", ("Morocco",), ("sunset",)),
        Term("خلية التواصل", ("Communications Cell",)),
        Term("إزالة الألغام", ("demining", "clear mines")),
        Term("ضربة جوية", ("airstrike",)),
        Term("الأمم المتحدة", ("United Nations", "UN")),
        Term("مجلس الأمن", ("Security Council",)),
        Term("قرار مجلس الأمن", ("Security Council resolution",)),
    )
)


def found(source: str, target: str) -> list[tuple[Severity, str]]:
    pair = Pair(source, target, Context(TERMS))
    return [(finding.severity, finding.message) for finding in glossary(pair)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("في الموصل", "الموصل"),
        ("وبالموصل", "الموصل"),
        ("للموصل", "الموصل"),
        ("المُوصِل", "الموصل"),
        ("الموصـــل", "الموصل"),
        ("ازالة الالغام", "إزالة الألغام"),
        ("لإزالة الألغام", "إزالة الألغام"),
        ("والتحالف الدولی", "التحالف الدولي"),
        ("خليه التواصل", "خلية التواصل"),
        ("خلايا التواصل وخليتنا", None),
        ("ضربات جوية", "ضربة جوية"),
        ("الضربات الجوية", "ضربة جوية"),
        ("بتنظيم داعش", "تنظيم داعش"),
        ("قبل مغرب الشمس", None),
        ("المغربي", "المغرب"),
        ("الموصلات", "الموصل"),
        ("كلمات أخرى", None),
    ],
)
def test_a_term_is_found_through_clitics_and_spellings(text: str, term: str | None) -> None:
    assert [each.term.source for each in occurrences(text, TERMS)] == ([term] if term else [])


def test_the_longest_term_is_meant() -> None:
    texts = [each.term.source for each in occurrences("وقرار مجلس الأمن بشأن تنظيم داعش", TERMS)]

    assert texts == ["قرار مجلس الأمن", "تنظيم داعش"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("قال التحالف الدولي", "the Global Coalition said"),
        ("قال التحالف الدولي", "the coalition’s members"),
        ("ضد تنظيم داعش", "against ISIS's fighters"),
        ("ضربات جوية", "airstrikes"),
        ("خلية التواصل", "the Communications-Cell"),
        ("قرار مجلس الأمن", "a Security Council resolution"),
        ("جملة بلا مصطلحات", "Daesh contactor sunset"),
    ],
)
def test_a_right_translation_is_silent(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_name_that_is_missing_is_an_error_and_another_term_a_warning() -> None:
    assert found("مدينة الموصل", "the city") == [(Severity.ERROR, "«الموصل» ought to be «Mosul»")]
    assert found("إزالة الألغام", "removal") == [
        (Severity.WARNING, "«إزالة الألغام» ought to be «demining» or «clear mines»")
    ]


def test_a_forbidden_translation_is_named() -> None:
    assert found("مدينة الموصل", "the contactor") == [
        (Severity.ERROR, "«contactor» is not used for «الموصل»; write «Mosul»")
    ]


def test_a_forbidden_word_inside_a_right_translation_is_no_finding() -> None:
    terms = Glossary((Term("الأردن", ("Jordan River",), ("Jordan",)),))

    assert list(glossary(Pair("الأردن", "the Jordan River", Context(terms)))) == []


def test_without_a_glossary_there_is_nothing_to_find() -> None:
    assert list(glossary(Pair("الموصل", "the contactor"))) == []


def test_a_file_as_spreadsheets_write_it_is_read() -> None:
    text = "\ufeff" + HEAD + 'داعش,ISIS|IS,"Daesh|Da\'esh","a, note"\r\n\r\n'

    assert parse(text, PATH).terms == (
        Term("داعش", ("ISIS", "IS"), ("Daesh", "Da'esh"), "a, note", line=2),
    )


@pytest.mark.parametrize(
    "text",
    [
        "source;targets;forbidden;note\nداعش;ISIS|IS;Daesh;a, note\n",
        "source\ttargets\tforbidden\tnote\nداعش\tISIS|IS\tDaesh\ta, note\n",
        "sep=;\r\nsource;targets;forbidden;note\r\nداعش;ISIS|IS;Daesh;a, note\r\n",
        '\ufeffSource,Targets,Forbidden,Note,,\nداعش,ISIS | IS,Daesh,"a, note",,\n,,,,,\n',
    ],
)
def test_other_dividers_and_empty_columns_of_spreadsheets_are_read(text: str) -> None:
    (term,) = parse(text, PATH).terms

    assert (term.source, term.targets, term.note) == ("داعش", ("ISIS", "IS"), "a, note")
    assert term.line == (3 if text.startswith("sep") else 2)


def test_no_file_is_an_empty_glossary(tmp_path: Path) -> None:
    assert read(tmp_path / "glossary.csv") == Glossary()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,translation\n", "glossary.csv:1: the first line of the glossary is «term,transl"),
        (HEAD + ",Iraq,,\n", "glossary.csv:2: this line has no source term"),
        (HEAD + "العراق,Iraq,,\nداعش,IS,,\nالعراق,Irak,,\n", "glossary.csv:4: «العراق» stands in"),
        (HEAD + "العراق,,,\n", "glossary.csv:2: «العراق» has no translation"),
        (HEAD + "العراق,Iraq,,a,b\n", "glossary.csv:2: this line has 5 cells instead of 4"),
        (HEAD + 'العراق,"Iraq,,\n', "glossary.csv:2: this line is no CSV"),
        (HEAD + "داعش,ISIS,Daesh|ISIS,\n", "glossary.csv:2: «ISIS» is both asked for and forbid"),
        (HEAD + "العراق;Iraq;;\n", "glossary.csv:2: «العراق;Iraq;;» has no translation; "),
        ("sep=;\n" + HEAD.replace(",", ";") + ";Iraq;;\n", "glossary.csv:3: this line has no sou"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(UserError) as caught:
        parse(text, PATH)

    assert str(caught.value).startswith(message)
    assert caught.value.problems[0].todo


def test_all_mistakes_are_told_together() -> None:
    with pytest.raises(UserError) as caught:
        parse(HEAD + ",a,,\nب,,,\n", PATH)

    assert [problem.line for problem in caught.value.problems] == [2, 3]

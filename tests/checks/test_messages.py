"""What findings say: English for every tool, and the same in Arabic on the review page."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import diglot
from diglot.checks.message import Message
from diglot.checks.numbers.unit_words import UNITS as UNIT_WORDS
from diglot.web.findings_ar import PATTERNS, UNITS, in_arabic

PACKAGE = Path(diglot.__file__).parent
SOURCES = [*PACKAGE.glob("checks/**/*.py"), *PACKAGE.glob("steps/check/*.py")]
NAME = re.compile(r"\{(\w+)\}")
LATIN_WORD = re.compile("[A-Za-z]{2,}")


def calls(name: str) -> Iterator[ast.Call]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield node


def texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.Constant):
        yield str(node.value)


def patterns() -> set[str]:
    return {text for call in calls("Message") for text in texts(call.args[0])}


def test_every_message_of_a_check_has_its_arabic_words_and_no_others_are_kept() -> None:
    assert len(patterns()) > 50
    assert patterns() == set(PATTERNS)


def test_every_unit_has_its_arabic_word() -> None:
    known = {
        unit for line in UNIT_WORDS if "|" in line for unit in line.split(" | ")[0].split()[1:]
    }

    assert known == set(UNITS)


def test_the_arabic_words_say_every_value_and_nothing_in_latin_letters() -> None:
    for english, arabic in PATTERNS.items():
        assert set(NAME.findall(english)) == set(NAME.findall(arabic)), english
        assert LATIN_WORD.findall(NAME.sub("", arabic)) == []


def test_no_check_puts_a_bare_text_into_a_finding() -> None:
    bare = (ast.Constant, ast.JoinedStr, ast.BinOp)

    assert not [ast.unparse(c) for c in calls("Finding") if isinstance(c.args[2], bare)]


def test_a_message_is_its_english_text_whatever_stands_in_the_values() -> None:
    message = Message("«{word}» stands {times} times in a row", word="{x} %s «y»", times=3)

    assert message == "«{x} %s «y»» stands 3 times in a row"
    assert isinstance(message, str)


def test_a_message_comes_through_copies_and_other_processes() -> None:
    message = Message("«{word}» stands twice in a row", word="{the}")

    for again in (copy.deepcopy(message), pickle.loads(pickle.dumps(message))):
        assert (again, again.pattern, again.values) == (message, message.pattern, message.values)


def test_values_stand_isolated_in_the_arabic_words() -> None:
    message = Message("{target} is not in the source", target="«Iraq»")

    assert in_arabic(message) == "لا أثر في الأصل لما في الترجمة: \u2068«Iraq»\u2069"


def test_units_are_arabic_words_in_arabic() -> None:
    told = Message(
        "«{source}» counts {units} in the source, «{target}» counts {others}",
        source="40 كم",
        units=(Message("kilometer"),),
        target="40 miles",
        others=(Message("foot"), Message("mile")),
    )

    assert told == "«40 كم» counts kilometer in the source, «40 miles» counts foot/mile"
    assert LATIN_WORD.findall(in_arabic(told) or "") == ["miles"]


def test_words_of_another_package_stay_as_they_are() -> None:
    assert in_arabic("house style") is None

"""Faults put into good translations, one at a time, to see whether the checks find them.

Each kind takes a pair and gives every target with one such fault that can be made of it; none
where the pair has nothing to break. Nothing depends on chance: the same pair, the same faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from zlib import crc32

from diglot.checks import Pair

Fault = Callable[[Pair], Iterator[str]]

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SCALES = {
    "thousand": "million", "thousands": "millions", "million": "billion", "millions": "billions",
    "billion": "million", "billions": "millions", "trillion": "billion", "bn": "m",
}  # fmt: skip
_SCALE = re.compile(rf"(?<![A-Za-z])({'|'.join(_SCALES)})\b")
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_SENTENCE = re.compile(r"(?:(?<=[a-z]{4}[.!?])|(?<=\d[.!?])|(?<=[.!?][\"”]))\s+(?=[\"“‘(]?[A-Z])")
_ARABIC_WORD = re.compile("[ء-ي]{3,}")
_TAILS = """
Thank you.
I do not know what to do.
This is the end of the report.
The committee will meet again next week to discuss the matter.
He did not answer any of the questions that were put to him.
It is one of the most important things in the world.
She said that she would come back later.
For more information, please visit our website.
The weather was fine and the streets were full of people.
We hope that this will help you to understand the problem.
And that is why we are here today.
All rights reserved.
""".strip().splitlines()
_INVENTED = ("37", "4", "1,250", "8.5", "2019")


def digit_changed(pair: Pair) -> Iterator[str]:
    """«62» → «92»: the first digit of a number, or the last one."""
    for number in _DIGITS.finditer(pair.target):
        for at in {number.start(), number.end() - 1}:
            digit = str((int(pair.target[at]) + 2) % 9 + 1)
            yield pair.target[:at] + digit + pair.target[at + 1 :]


def digits_swapped(pair: Pair) -> Iterator[str]:
    """«1998» → «1989»: two neighbours that differ."""
    for number in _DIGITS.finditer(pair.target):
        for one, other in pairwise(range(*number.span())):
            a, b = pair.target[one], pair.target[other]
            if a.isdigit() and b.isdigit() and a != b:
                yield pair.target[:one] + b + a + pair.target[other + 1 :]


def scale_changed(pair: Pair) -> Iterator[str]:
    """«2.3 billion» → «2.3 million»."""
    for scale in _SCALE.finditer(pair.target):
        yield pair.target[: scale.start()] + _SCALES[scale[0]] + pair.target[scale.end() :]


def number_dropped(pair: Pair) -> Iterator[str]:
    """«62 percent» → «percent»; only where the source has digits too."""
    if re.search(r"\d", pair.source):
        for number in _DIGITS.finditer(pair.target):
            rest = pair.target[: number.start()] + pair.target[number.end() :]
            yield " ".join(rest.split())


def number_invented(pair: Pair) -> Iterator[str]:
    """A number that nobody wrote, in the middle or at the end."""
    words = pair.target.split()
    number = _INVENTED[crc32(pair.target.encode()) % len(_INVENTED)]
    if number not in _DIGITS.findall(pair.target):
        yield " ".join([*words[: len(words) // 2], number, *words[len(words) // 2 :]])
        yield f"{pair.target.rstrip('. ')} in {number} places."


def number_word_changed(pair: Pair) -> Iterator[str]:
    """«three years» → «six years»; only where the source has that number, in whatever shape."""
    for word in re.finditer(rf"\b({'|'.join(_WORDS)})\b", pair.target):
        other = list(_WORDS)[(list(_WORDS).index(word[0]) + 3) % len(_WORDS)]
        if any(shape in pair.source for shape in _WORDS[word[0]].split()):
            yield pair.target[: word.start()] + other + pair.target[word.end() :]


def month_changed(pair: Pair) -> Iterator[str]:
    """«March 2014» → «August 2014»."""
    for month in _MONTH.finditer(pair.target):
        other = _MONTHS[(_MONTHS.index(month[0]) + 5) % 12]
        yield pair.target[: month.start()] + other + pair.target[month.end() :]


def name_exchanged(pair: Pair) -> Iterator[str]:
    """«Mosul» → «Raqqa»: a name of the glossary becomes another of its names."""
    names = [term.targets[0] for term in pair.context.glossary.terms if _is_name(term.targets)]
    for at, name in enumerate(names):
        for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", pair.target):
            other = next(n for n in names[at + 1 :] + names if not _alike(n, name))
            yield pair.target[: place.start()] + other + pair.target[place.end() :]


def sentence_dropped(pair: Pair) -> Iterator[str]:
    """One sentence of several is gone."""
    sentences = _sentences(pair.target)
    if len(sentences) > 1:
        for at in range(len(sentences)):
            yield " ".join(sentences[:at] + sentences[at + 1 :])


def looped(pair: Pair) -> Iterator[str]:
    """Words said again and again, at the end or within."""
    words = pair.target.rstrip(".").split()
    if len(words) > 5:
        yield " ".join([*words, *words[-3:] * 3]) + "."
        yield " ".join([*words[:4], *words[2:4] * 3, *words[4:]]) + "."
        yield " ".join([*words, *words[-1:] * 4])


def tail_invented(pair: Pair) -> Iterator[str]:
    """A sentence of which there is nothing in the source."""
    yield f"{pair.target} {_TAILS[crc32(pair.target.encode()) % len(_TAILS)]}"


def arabic_left_in(pair: Pair) -> Iterator[str]:
    """A word of the source in the middle of the translation, or at its end."""
    words, left = pair.target.split(), _ARABIC_WORD.findall(pair.source)
    if left:
        yield " ".join([*words[:2], left[-1], *words[2:]])
        yield f"{pair.target.rstrip('.')} {left[0]}."


def negation_lost(pair: Pair) -> Iterator[str]:
    """«did not answer» → «did answer»."""
    for word in re.finditer(r"\bnot |(?<=\w)n['’]t\b", pair.target):
        yield pair.target[: word.start()] + pair.target[word.end() :]


def unit_changed(pair: Pair) -> Iterator[str]:
    """«40 kilometers» → «40 miles», «$5» → «€5»."""
    for right, wrong in _UNITS:
        for place in re.finditer(right, pair.target):
            yield pair.target[: place.start()] + wrong + pair.target[place.end() :]


def country_exchanged(pair: Pair) -> Iterator[str]:
    """«Iraq» → «Jordan»."""
    for at, country in enumerate(_COUNTRIES):
        for place in re.finditer(rf"\b{country}\b", pair.target):
            other = _COUNTRIES[(at + 3) % len(_COUNTRIES)]
            yield pair.target[: place.start()] + other + pair.target[place.end() :]


def person_exchanged(pair: Pair) -> Iterator[str]:
    """«said Kori Schulman» → «said Yolanda Petersen»."""
    for place in re.finditer(
        r"(?<=[a-z,] )[A-Z][a-z]{3,} [A-Z][a-z]{3,}\b(?! ?[A-Z])", pair.target
    ):
        yield pair.target[: place.start()] + "Yolanda Petersen" + pair.target[place.end() :]


def language_exchanged(pair: Pair) -> Iterator[str]:
    """«in Kurdish» → «in Turkish»; only where the source speaks of a language."""
    if "لغ" in pair.source:
        for place in re.finditer(r"\b(?:Arabic|Kurdish|English|French)\b", pair.target):
            yield pair.target[: place.start()] + "Turkish" + pair.target[place.end() :]


def weekday_changed(pair: Pair) -> Iterator[str]:
    """«on Tuesday» → «on Friday»."""
    for day in re.finditer(rf"\b({'|'.join(_DAYS)})\b", pair.target):
        other = _DAYS[(_DAYS.index(day[0]) + 3) % 7]
        yield pair.target[: day.start()] + other + pair.target[day.end() :]


def cut(pair: Pair) -> Iterator[str]:
    """The end is missing, as where an engine reaches its limit."""
    words = pair.target.split()
    if len(words) > 11:
        yield " ".join(words[: len(words) * 6 // 10]).rstrip(".,")


def address_broken(pair: Pair) -> Iterator[str]:
    """A URL or code with a blank where an underscore or a slash was."""
    for run in re.finditer(r"\S*[A-Za-z][_/]\w\S*", pair.target):
        if run[0].strip(".,") in pair.source:
            broken = re.sub(r"(?<=[A-Za-z])[_/](?=\w)", " ", run[0], count=1)
            yield pair.target[: run.start()] + broken + pair.target[run.end() :]


def copied(pair: Pair) -> Iterator[str]:
    """The source in place of a translation."""
    yield pair.source


def capitals(pair: Pair) -> Iterator[str]:
    """All of it in capitals."""
    if len(pair.target.split()) > 5:
        yield pair.target.upper()


def unknown_token(pair: Pair) -> Iterator[str]:
    """A trace of the vocabulary."""
    yield f"⁇ {pair.target}"
    yield f"♪ {pair.target} ♪"


FAULTS: dict[Fault, tuple[str, ...]] = {
    digit_changed: ("numbers", "latin_kept"),
    digits_swapped: ("numbers", "latin_kept"),
    scale_changed: ("numbers",),
    number_dropped: ("numbers", "latin_kept"),
    number_invented: ("numbers",),
    number_word_changed: ("numbers",),
    month_changed: ("dates",),
    weekday_changed: ("dates",),
    unit_changed: ("units",),
    name_exchanged: ("glossary", "names", "countries"),
    person_exchanged: ("unknown_names",),
    country_exchanged: ("countries", "glossary", "names"),
    language_exchanged: ("languages",),
    sentence_dropped: ("sentences", "length"),
    tail_invented: ("sentences", "length", "tails"),
    cut: ("cut", "length"),
    looped: ("loops",),
    arabic_left_in: ("left_over",),
    copied: ("left_over", "copied"),
    negation_lost: ("negation",),
    address_broken: ("latin_kept",),
    capitals: ("capitals",),
    unknown_token: ("unknown_tokens",),
}
"""Each kind of fault, and the checks of which one has to find it; the first is made for it."""

_UNITS = (
    (r"(?<=\d )kilomet(?:er|re)s?\b", "miles"),
    (r"(?<=\d )miles?\b", "kilometers"),
    (r"(?<=\d )met(?:er|re)s?\b", "feet"),
    (r"(?<=\d )feet\b", "meters"),
    (r"(?<=\d )(?:kilograms?|kg)\b", "pounds"),
    (r"\$(?=\d)", "€"),
    (r"£(?=\d)", "$"),
    (r"€(?=\d)", "£"),
    (r"(?<=\d )years\b", "months"),
    (r"(?<=\d )days\b", "weeks"),
)
_COUNTRIES = (
    "Iraq Syria Jordan Turkey Egypt Lebanon France Germany Japan Canada China Russia".split()
)
_COUNTRIES += "Italy Spain Greece India Denmark Kuwait Morocco Australia".split()
_WORDS = {
    "three": "ثلاث", "four": "أربع", "five": "خمس", "six": "ست", "seven": "سبع", "eight": "ثماني",
    "nine": "تسع", "ten": "عشرة عشر", "twenty": "عشرين عشرون", "thirty": "ثلاثين ثلاثون",
}  # fmt: skip
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _sentences(text: str) -> list[str]:
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    return [text[one:other].strip() for one, other in pairwise(starts)]


def _is_name(targets: tuple[str, ...]) -> bool:
    return bool(targets) and targets[0][:1].isupper()


def _alike(one: str, other: str) -> bool:
    """«Coalition» and «Coalition members» are no different names."""
    words = re.compile(r"\w+")
    return not set(words.findall(one.lower())).isdisjoint(words.findall(other.lower()))

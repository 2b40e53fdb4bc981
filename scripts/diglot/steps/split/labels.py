"""Lines that begin with a label: questions and answers («س:», «الجواب:»), notes («ملاحظة:»).

To teach split another label, add it to its list. A question's or answer's label is its marker;
a note's label stays in the text, since it is translated with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from diglot.model.document import Kind
from diglot.steps.split.lines import collapse, first_visible, has_text
from diglot.steps.split.numbering import NUMBER

_QUESTIONS = """
السؤال
سؤال
س
question
q
""".split()
_ANSWERS = """
الجواب
جواب
الإجابة
إجابة
ج
answer
a
""".split()
_NOTES = """
ملاحظة هامة
ملاحظة مهمة
ملاحظات
ملاحظة
تنويه
هام جدا
هام جداً
هام
مهم
تنبيه
important
warning
notice
notes
note
nb
n.b.
""".strip().splitlines()
_ORDINALS = """
الأول
الثاني
الثالث
الرابع
الخامس
السادس
السابع
الثامن
التاسع
العاشر
""".split()

_NUMBERED = f"(?:\\s?[(]?{NUMBER}[)]?|\\s(?:{'|'.join(_ORDINALS)}))"
_AFTER_LABEL = r"\s?(?::|(?<=\d)\s?[.\-\u2013)/])"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


_QUESTION = re.compile(f"(?:{_any(_QUESTIONS)}){_NUMBERED}?{_AFTER_LABEL}", re.IGNORECASE)
_ANSWER = re.compile(f"(?:{_any(_ANSWERS)}){_NUMBERED}?{_AFTER_LABEL}", re.IGNORECASE)
_NOTE = re.compile(f"(?:{_any(_NOTES)})(?:\\s?[(]?{NUMBER}[)]?)?\\s?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """What a line's label makes of it; ``end`` is where the text begins in the line."""

    kind: Kind
    marker: str
    end: int


def label_of(text: str) -> Label | None:
    """The label at the beginning of the line, if there is one."""
    start = first_visible(text)
    for pattern, kind in ((_QUESTION, Kind.QUESTION), (_ANSWER, Kind.ANSWER)):
        match = pattern.match(text, start)
        if match:
            return Label(kind, collapse(match[0]), match.end())
    note = _NOTE.match(text, start)
    if note and has_text(text[note.end() :]):
        return Label(Kind.NOTE, "", start)
    return None

"""What the model sees, and what has to come out as it went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.steps.draft.protect import broken_runs, copied, for_model, kept_runs, pieces
from diglot.steps.draft.retry import _CLAUSES, divided


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("فی الکتاب ھذا", "في الكتاب هذا"),
        ("الموصـــل", "الموصل"),
        ("ﻻ ﺷﻲء", "لا شيء"),
        ("العراق وفرنسا.وقد عاد", "العراق وفرنسا. وقد عاد"),
        ("لهذا الدعم،يصمد الشركاء", "لهذا الدعم، يصمد الشركاء"),
        ("العام2017 و30 بالمئة", "العام 2017 و30 بالمئة"),
        ("٤٥طفلاً", "٤٥ طفلاً"),
        ("مرحبا\u200f \u202bبالعالم\u202c\u00a0كله", "مرحبا بالعالم كله"),
        ("نص\0فيه", "نصفيه"),
        ("22,2 مليار", "22,2 مليار"),
        ("a_b https://x.example/ی", "a_b https://x.example/ي"),
        ("ﬁ ½ ①", "ﬁ ½ ①"),
    ],
)
def test_the_model_sees_plain_arabic(stored: str, seen: str) -> None:
    assert for_model(stored) == seen


@given(st.text() | st.text("یک ھـ\u200f.،٣7ab \0وقد"))
def test_what_is_plain_already_stays(text: str) -> None:
    assert for_model(for_model(text)) == for_model(text)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("٢٠١٧", "2017"),
        ("٣٫٥ ٪", "3.5 %"),
        ("– … –", "– … –"),
        ("Janus Global Operations", "Janus Global Operations"),
        ("🙂", "🙂"),
        ("؟", "?"),
        ("\0", ""),
        ("نص", None),
        ("2017 م", None),
    ],
)
def test_what_has_nothing_to_translate_is_copied(source: str, target: str | None) -> None:
    assert copied(source) == target


def test_addresses_and_codes_are_kept_runs() -> None:
    text = "انظر https://x.example/a_b?c=1، والوثيقة A/RES/2178، واكتب إلى a.b@x.example."

    assert kept_runs(text) == ("https://x.example/a_b?c=1", "A/RES/2178", "a.b@x.example")
    assert broken_runs(text, "See https://x.example/a_b?c=1 and A RES 2178") == (
        "A/RES/2178",
        "a.b@x.example",
    )


def test_pieces_around_kept_runs_are_the_text() -> None:
    text = "انظر A/RES/2178 (قرار)، ثم F-16"
    cut = pieces(text)

    assert [(piece.text, piece.kept) for piece in cut] == [
        ("انظر", False),
        ("A/RES/2178", True),
        ("(قرار)، ثم", False),
        ("F-16", True),
    ]


@given(st.lists(st.sampled_from(["كلمة", "وكلمة", "كلمة،", "كلمة؛", "و"]), min_size=1))
def test_clauses_together_are_the_text(words: list[str]) -> None:
    text = " ".join(words)

    for at in _CLAUSES:
        assert " ".join(divided(text, at)) == text

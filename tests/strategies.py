"""Hypothesis strategies for the nouns: any text that Unicode allows, where the model allows it."""

from __future__ import annotations

from hypothesis import strategies as st

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.statement import Statement, state_that

any_text = st.text()
"""Every code point but surrogates, which UTF-8 cannot hold."""

words = st.sampled_from(
    ["التحالف", "62", "«", "dash-ed", 'quo"te', "back\\slash", "=", "a=b", "\u2028"]
)
values = st.one_of(any_text, st.lists(words).map(" ".join))
field_names = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)

kinds = st.sampled_from(
    [
        "draft",
        "reviewed",
        "stale",
        "dismissed",
        "empty",
        "needs-work",
        "note",
        "conflict",
        "new-kind",
    ]
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A statement about some texts, with whatever fields."""
    fields = draw(st.dictionaries(field_names, values, max_size=4))
    fields = {name: value for name, value in fields.items() if name not in {"src", "tgt"}}
    bound = state_that("any", draw(any_text), draw(any_text)).fields
    return Statement(draw(kinds), bound + tuple(fields.items()))


human_comments = st.text(
    st.characters(exclude_characters="\n\r=", exclude_categories=["Cs"]), max_size=30
).filter(lambda line: "\0" not in line and not line.lstrip().startswith("diglot:"))
"""Lines that a person may write; ``key=value`` behind a statement would be part of it."""

# As ``split`` makes them: no control characters, white space runs folded, nothing at the edges.
sentences = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
translations = st.one_of(
    st.just(""),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x04")).map(
        lambda text: text.strip("\n")
    ),
)
"""NUL and EOT no PO file can hold (EOT parts msgctxt from msgid in the compiled file)."""
keys = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,4})?/[0-9a-f]{6}", fullmatch=True)


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    """An entry with anything in it that a PO file can hold."""
    return Segment(
        key=draw(keys),
        source=draw(sentences),
        target=draw(translations),
        comments=tuple(draw(st.lists(st.one_of(statements(), human_comments), max_size=3))),
        fuzzy=draw(st.booleans()),
        obsolete=draw(st.booleans()),
        hint=draw(st.sampled_from(["", "paragraph", "item"])),
        flags=tuple(draw(st.lists(st.sampled_from(["no-wrap", "no-python-format"]), unique=True))),
        previous_source=draw(st.none() | sentences),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """A catalogue as a file can hold it: active entries first, no identity twice."""
    entries = draw(st.lists(segments(), unique_by=lambda segment: segment.identity, max_size=6))
    entries.sort(key=lambda segment: segment.obsolete)
    return Catalogue(document="doc", language="en", segments=tuple(entries))

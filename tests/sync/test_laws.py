"""Laws of sync, for any two versions of a document, and for versions that people would write."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from diglot.model.catalogue import Catalogue
from diglot.model.change import is_same
from diglot.model.state import State
from tests.sync.edits import edited_papers, papers_of_words
from tests.sync.papers import Paper, Store, states, translated

sentence = st.sampled_from("أ ب ج د ه و ز".split())
text = st.lists(sentence, min_size=1, max_size=3).map(". ".join)
heading = st.sampled_from(["التمويل", "الدعاية", "الحدود"])
papers_of_letters = st.lists(
    st.tuples(heading, st.lists(text, max_size=5)), min_size=1, max_size=4
).map(lambda sections: [("", ["مدخل"]), *sections])

pairs = st.one_of(
    st.tuples(papers_of_letters, papers_of_letters),
    st.tuples(papers_of_words(), papers_of_words()),
    edited_papers(),
)
"""Two papers; of most the second is the first, edited here and there."""


def texts(catalogue: Catalogue | None) -> Counter[str]:
    assert catalogue is not None
    return Counter(segment.target for segment in catalogue.segments if segment.target)


def verdicts(catalogue: Catalogue | None) -> set[tuple[str, str]]:
    """Everything that was said of a text, but what is old there and what it was said for."""
    assert catalogue is not None
    return {
        (segment.target, statement.kind)
        for segment in catalogue.segments
        for statement in segment.statements
        if statement.kind != "stale"
    }


@given(pairs)
def test_no_text_and_no_verdict_ever_disappears(papers: tuple[Paper, Paper]) -> None:
    one, two = papers
    store = translated(Store().sync(one))
    after = Store.after(store.sync(two))

    assert texts(store.catalogue) <= texts(after.catalogue)
    assert verdicts(store.catalogue) <= verdicts(after.catalogue)


@given(pairs)
def test_sync_is_idempotent_from_any_state(papers: tuple[Paper, Paper]) -> None:
    one, two = papers
    after = Store.after(translated(Store().sync(one)).sync(two))

    assert Store.after(after.sync(two)) == after


@given(pairs)
def test_there_and_back_restores_every_verdict(papers: tuple[Paper, Paper]) -> None:
    one, two = papers
    store = translated(Store().sync(one))
    back = Store.after(store.sync(two)).sync(one)

    assert set(states(back).values()) == {State.REVIEWED}


def without_repetitions(papers: tuple[Paper, Paper]) -> bool:
    """Where a document says the same twice, which of them is which may be past telling."""
    titles = ([title for title, _ in paper] for paper in papers)
    said = ([s for _, blocks in paper for b in blocks for s in b.split(". ")] for paper in papers)
    return all(len(set(each)) == len(each) for each in (*titles, *said))


@given(pairs.filter(without_repetitions))
def test_there_and_back_restores_every_key(papers: tuple[Paper, Paper]) -> None:
    """Of every block of which something is left; one that went into another one is forgotten."""
    one, two = papers
    store = translated(before := Store().sync(one))
    after = Store.after(store.sync(two))
    assert after.catalogue is not None
    left = {segment.key for segment in after.catalogue.segments}
    now = {block.start: block.key for block in after.sync(one).document.blocks()}

    for block in before.document.blocks():
        if block.key in left:
            assert now[block.start] == block.key


@given(pairs)
def test_identities_and_digits_stay_unique(papers: tuple[Paper, Paper]) -> None:
    one, two = papers
    catalogue = translated(Store().sync(one)).sync(two).catalogues["en"]
    identities = [segment.identity for segment in catalogue.segments]
    digits = [key.split("/")[1] for key in {s.key for s in catalogue.segments}]

    assert len(set(identities)) == len(identities)
    assert len({d for d in digits if d != "title"}) == len([d for d in digits if d != "title"])


@given(pairs)
def test_a_verdict_never_moves_to_another_text(papers: tuple[Paper, Paper]) -> None:
    """Every text of ``translated`` names the source that it was confirmed for."""
    one, two = papers
    after = translated(Store().sync(one)).sync(two).catalogues["en"]

    for segment in after.active:
        if segment.state is State.REVIEWED:
            assert is_same(segment.target.removeprefix("EN "), segment.source)


@given(pairs)
def test_every_verdict_stays_as_often_as_its_sentence_does(papers: tuple[Paper, Paper]) -> None:
    one, two = papers
    store = translated(Store().sync(one))
    after = store.sync(two).catalogues["en"]
    assert store.catalogue is not None
    before = Counter(segment.source for segment in store.catalogue.active)
    now = Counter(segment.source for segment in after.active)
    reviewed = Counter(s.source for s in after.active if s.state is State.REVIEWED)

    assert before & now <= reviewed


@given(edited_papers(), papers_of_words())
def test_a_text_that_was_never_confirmed_is_never_called_reviewed(
    papers: tuple[Paper, Paper], third: Paper
) -> None:
    one, two = papers
    store = Store().sync(one)
    for paper in (two, third, one):
        store = Store.after(store).sync(paper)

    assert State.REVIEWED not in states(store).values()

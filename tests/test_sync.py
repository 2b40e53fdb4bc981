"""Sync: keys and translations stay with their text; nothing of a catalogue is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.document import Block, Document, Kind, Section
from diglot.model.key import INTRODUCTION
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.source import Settings
from diglot.steps.sync import Synced, sync

Blocks = Sequence[str]
Paper = Sequence[tuple[str, Blocks]]
"""(heading, blocks); a block's sentences are parted by «. »; no heading is the introduction."""


def document(paper: Paper, title: str = "عنوان") -> Document:
    """A document as split would make it: no keys, ids of its own proposal."""
    place = iter(range(1, 10_000))

    def block(kind: Kind, text: str) -> Block:
        at = next(place)
        return Block(kind, tuple(text.split(". ")) if text else (), line=at, start=at)

    sections = tuple(
        Section(
            f"proposed-{number}" if heading else INTRODUCTION,
            block(Kind.HEADING, heading) if heading else None,
            1,
            tuple(block(Kind.PARAGRAPH, text) for text in blocks),
        )
        for number, (heading, blocks) in enumerate(paper)
    )
    return Document("paper", Block(Kind.TITLE, (title,), 0), "ar", Path("paper.txt"), sections)


@dataclass(frozen=True)
class Store:
    """What stands in translations/ between two syncs."""

    template: Catalogue | None = None
    catalogue: Catalogue | None = None

    def sync(self, paper: Paper, settings: Settings | None = None) -> Synced:
        own = settings or Settings("paper")
        return sync(document(paper), own, self.template, {"en": self.catalogue})

    @classmethod
    def after(cls, synced: Synced) -> Store:
        return cls(synced.template, synced.catalogues["en"])


def keys(synced: Synced) -> dict[str, str]:
    """Key by text of every block; of equal blocks the last."""
    return {block.text: block.key or "" for block in synced.document.blocks()}


def translated(synced: Synced) -> Store:
    """The store after somebody translated and confirmed every segment."""
    done = tuple(
        replace(
            segment,
            target=f"EN {segment.source}",
            comments=(
                *segment.comments,
                state_that("reviewed", segment.source, f"EN {segment.source}", by="A"),
            ),
        )
        for segment in synced.catalogues["en"].segments
    )
    return Store(synced.template, synced.catalogues["en"].with_segments(done))


def states(synced: Synced) -> dict[str, State]:
    """State by source of the active entries; of equal sources the last."""
    return {segment.source: segment.state for segment in synced.catalogues["en"].active}


PAPER: Paper = [
    ("", ["مقدمة أولى. جملة ثانية", "فقرة"]),
    ("التمويل", ["أ. ب", "ج", "د"]),
    ("الدعاية", ["ه", "و. و. ز"]),
]


def test_first_sync_makes_an_entry_for_each_sentence_of_each_block_in_reading_order() -> None:
    synced = Store().sync(PAPER)

    assert [segment.source for segment in synced.template.segments] == (
        "عنوان|مقدمة أولى|جملة ثانية|فقرة|التمويل|أ|ب|ج|د|الدعاية|ه|و|ز".split("|")
    )
    assert all(s.state is State.UNTRANSLATED for s in synced.catalogues["en"].segments)
    assert synced.changes.added == 13


def test_keys_name_section_and_text_and_titles_have_their_own() -> None:
    synced = Store().sync(PAPER)

    assert synced.template.segments[0].key == "document/title"
    assert keys(synced)["التمويل"] == "altmwyl/title"
    assert keys(synced)["فقرة"].startswith("introduction/")
    assert keys(synced)["ج"].startswith("altmwyl/")


def test_sync_twice_is_sync_once() -> None:
    first = Store.after(Store().sync(PAPER))
    second = first.sync(PAPER)

    assert Store.after(second) == first
    assert second.changes.unchanged == 13
    assert second.changes.added == second.changes.removed == second.changes.moved == 0


def test_blocks_with_unchanged_text_keep_key_and_verdict_when_others_change() -> None:
    store = translated(before := Store().sync(PAPER))
    after = store.sync(
        [
            ("", ["فقرة جديدة", "مقدمة أولى. جملة ثانية", "فقرة"]),
            ("التمويل", ["أ. ب. وأكثر", "د"]),
            ("الدعاية", ["و. و. ز"]),
        ]
    )

    for text in ("مقدمة أولى. جملة ثانية".replace(". ", " "), "فقرة", "د", "و و ز", "التمويل"):
        assert keys(after)[text] == keys(before)[text]
    assert states(after)["جملة ثانية"] is State.REVIEWED
    assert states(after)["ز"] is State.REVIEWED
    assert states(after)["وأكثر"] is State.UNTRANSLATED


def test_a_block_that_moved_to_another_section_keeps_its_key() -> None:
    store = translated(before := Store().sync(PAPER))
    after = store.sync([("", ["فقرة"]), ("الدعاية", ["ه", "ج"]), ("التمويل", ["أ. ب", "د"])])

    assert keys(after)["ج"] == keys(before)["ج"]
    assert states(after)["ج"] is State.REVIEWED
    assert after.changes.moved == 1


def test_removed_text_becomes_obsolete_with_its_statements_and_comes_back_with_them() -> None:
    store = translated(before := Store().sync(PAPER))
    without = store.sync([("", ["فقرة"]), ("الدعاية", ["ه"])])
    gone = [s for s in without.catalogues["en"].segments if s.obsolete]

    assert {s.source for s in gone} >= {"أ", "ب", "ج", "د", "التمويل"}
    assert all(segment.statements for segment in gone)

    again = Store.after(without).sync(PAPER)

    assert keys(again) == keys(before)
    assert set(states(again).values()) == {State.REVIEWED}
    assert not [s for s in again.catalogues["en"].segments if s.obsolete]


def test_of_equal_blocks_the_right_one_is_known_by_its_neighbours() -> None:
    paper: Paper = [("", ["انظر الجدول", "أ", "انظر الجدول", "ب"])]
    before = Store().sync(paper)
    second_key = [b.key for b in before.document.sections[0].blocks][2]

    after = Store.after(before).sync([("", ["أ", "انظر الجدول", "ب"])])

    assert [b.key for b in after.document.sections[0].blocks][1] == second_key


def test_a_block_that_says_what_a_heading_says_does_not_take_its_key() -> None:
    paper: Paper = [("التمويل", ["أ"]), ("الدعاية", ["التمويل", "ب"])]
    before = Store().sync(paper)
    done = translated(before).catalogue
    assert done is not None
    # Translated is the heading alone.
    only = tuple(s if s.key.endswith("/title") else replace(s, target="") for s in done.segments)
    after = Store(before.template, done.with_segments(only)).sync(paper)

    assert after.document == before.document


def test_keys_survive_the_loss_of_the_template() -> None:
    """It is reading order and keys only: after a merge conflict in it, either side will do."""
    store = translated(before := Store().sync(PAPER))
    after = Store(None, store.catalogue).sync(PAPER)

    assert keys(after) == keys(before)
    assert after.template == before.template


def test_section_ids_come_from_the_settings_and_the_titles_translation_moves_along() -> None:
    store = translated(Store().sync(PAPER))
    after = store.sync(PAPER, Settings("paper", sections={"التمويل": "finance"}))

    assert keys(after)["التمويل"] == "finance/title"
    assert states(after)["التمويل"] is State.REVIEWED
    assert not [s for s in after.catalogues["en"].segments if s.obsolete]
    assert keys(after)["ج"].startswith("altmwyl/")


def test_a_section_keeps_the_id_that_it_got_when_the_setting_goes() -> None:
    """Given once and kept: links to the page must not break."""
    settings = Settings("paper", sections={"التمويل": "finance"})
    store = Store.after(Store().sync(PAPER, settings))

    assert keys(store.sync(PAPER))["التمويل"] == "finance/title"


def test_a_paragraph_never_gets_the_key_of_a_title() -> None:
    """A line that was the title, and is a paragraph now, has a translation: under another key."""
    before = sync(
        document([("", ["نص"])], title="باسم الشعب"), Settings("paper"), None, {"en": None}
    )
    store, paper = translated(before), document([("", ["باسم الشعب", "نص"])], title="المحكمة")
    for _ in range(2):
        synced = sync(paper, Settings("paper"), store.template, {"en": store.catalogue})
        store = Store.after(synced)

        assert [b.key for b in synced.document.blocks()].count("document/title") == 1
        assert keys(synced)["باسم الشعب"].startswith("introduction/")


def test_equal_headings_get_ids_of_their_own() -> None:
    paper: Paper = [("ملاحظات", ["أ"]), ("ملاحظات", ["ب"]), ("ملاحظات", ["ج"])]
    synced = Store().sync(paper)

    ids = [section.id for section in synced.document.sections]
    assert ids == ["mlahzat", "mlahzat-2", "mlahzat-3"]
    assert Store.after(Store.after(synced).sync(paper)) == Store.after(synced)


@pytest.mark.parametrize("name", ["Document", "Index", "Introduction"])
def test_no_section_takes_a_reserved_id(name: str) -> None:
    synced = Store().sync([("", ["x"]), (name, ["a"])])

    assert synced.document.sections[1].id == f"{name.lower()}-2"


def test_an_empty_table_cell_has_no_key_and_no_entry() -> None:
    synced = Store().sync([("", ["أ", ""])])

    assert synced.document.sections[0].blocks[1].key is None
    assert len(synced.template.segments) == 2


# Laws, for any two versions of a document.

sentence = st.sampled_from("أ ب ج د ه و ز".split())
text = st.lists(sentence, min_size=1, max_size=3).map(". ".join)
heading = st.sampled_from(["التمويل", "الدعاية", "الحدود"])
papers = st.lists(st.tuples(heading, st.lists(text, max_size=5)), min_size=1, max_size=4).map(
    lambda sections: [("", ["مدخل"]), *sections]
)


def entries(store: Store) -> set[tuple[str, str, str]]:
    assert store.catalogue is not None
    return {(s.key, s.source, s.target) for s in store.catalogue.segments}


@given(papers, papers)
def test_no_entry_ever_disappears(one: Paper, two: Paper) -> None:
    store = translated(Store().sync(one))
    after = Store.after(store.sync(two))

    assert entries(store) <= entries(after)


@given(papers, papers)
def test_sync_is_idempotent_from_any_state(one: Paper, two: Paper) -> None:
    after = Store.after(translated(Store().sync(one)).sync(two))

    assert Store.after(after.sync(two)) == after


def without_repetitions(paper: Paper) -> Paper:
    """No two blocks with the same sentences."""
    seen: set[frozenset[str]] = set()
    kept: list[tuple[str, list[str]]] = []
    for title, blocks in paper:
        kept.append((title, []))
        for block in blocks:
            if (sentences := frozenset(block.split(". "))) not in seen:
                seen.add(sentences)
                kept[-1][1].append(block)
    return kept


@given(papers.map(without_repetitions), papers)
def test_there_and_back_restores_every_verdict_and_key(one: Paper, two: Paper) -> None:
    """Where a document says the same in two blocks, which of them is which may be past telling."""
    store = translated(before := Store().sync(one))
    back = Store.after(store.sync(two)).sync(one)

    assert {(b.start, b.key) for b in back.document.blocks()} == {
        (b.start, b.key) for b in before.document.blocks()
    }
    assert set(states(back).values()) == {State.REVIEWED}


@given(papers, papers)
def test_identities_and_digits_stay_unique(one: Paper, two: Paper) -> None:
    catalogue = Store.after(Store().sync(one)).sync(two).catalogues["en"]
    identities = [segment.identity for segment in catalogue.segments]
    digits = [key.split("/")[1] for key in {s.key for s in catalogue.segments}]

    assert len(set(identities)) == len(identities)
    assert len({d for d in digits if d != "title"}) == len([d for d in digits if d != "title"])


@given(papers, papers)
def test_a_verdict_never_moves_to_another_text(one: Paper, two: Paper) -> None:
    after = translated(Store().sync(one)).sync(two).catalogues["en"]

    for segment in after.segments:
        assert segment.target in {"", f"EN {segment.source}"}


def test_an_entry_of_another_tool_stays_whole() -> None:
    """Comments, flags and references that are not ours."""
    synced = Store().sync([("", ["أ"])])
    strange = Segment(
        key=keys(synced)["أ"],
        source="أ",
        target="A",
        comments=("a translator's remark",),
        fuzzy=True,
        flags=("no-wrap",),
        references=(("file.c", "3"),),
    )
    catalogue = Catalogue("paper", "en", (strange,), header=(("Language", "en"),), ending="end")

    after = Store(synced.template, catalogue).sync([("", ["أ"])]).catalogues["en"]

    kept = after.get(*strange.identity)
    assert kept is not None
    assert replace(kept, hint="") == strange
    assert (after.header, after.ending) == (catalogue.header, "end")

"""Sync: keys and translations stay with their text; nothing of a catalogue is ever lost.

What changed text means is in ``tests/sync``, with the laws.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import State
from diglot.source import Settings
from diglot.steps.sync import sync
from tests.sync.papers import TODAY, Paper, Store, document, keys, states, translated

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
        document([("", ["نص"])], title="باسم الشعب"), Settings("paper"), None, {"en": None}, TODAY
    )
    store, paper = translated(before), document([("", ["باسم الشعب", "نص"])], title="المحكمة")
    for _ in range(2):
        synced = sync(paper, Settings("paper"), store.template, {"en": store.catalogue}, TODAY)
        store = Store.after(synced)

        assert [b.key for b in synced.document.blocks()].count("document/title") == 1
        assert keys(synced)["باسم الشعب"].startswith("introduction/")


def test_equal_headings_get_ids_of_their_own() -> None:
    paper: Paper = [("ملاحظات", ["أ"]), ("ملاحظات", ["ب"]), ("ملاحظات", ["ج"])]
    synced = Store().sync(paper)

    ids = [section.id for section in synced.document.sections]
    assert ids == ["mlahzat", "mlahzat-2", "mlahzat-3"]
    assert Store.after(Store.after(synced).sync(paper)) == Store.after(synced)


def test_an_id_of_the_settings_is_given_once_where_a_heading_stands_twice() -> None:
    paper: Paper = [("أحكام", ["أ"]), ("خاتمة", ["ب"]), ("أحكام", ["ج"])]
    settings = Settings("paper", sections={"أحكام": "general"})
    synced = Store().sync(paper, settings)

    assert [section.id for section in synced.document.sections] == [
        "general",
        "khatma",
        "general-2",
    ]
    assert Store.after(Store.after(synced).sync(paper, settings)) == Store.after(synced)


def test_an_entry_without_a_key_is_nobody_elses_translation() -> None:
    """It came from another tool; the same sentence in our document is another entry."""
    stray = Catalogue("paper", "en", (Segment("", "أ", "A"),))
    after = Store(None, stray).sync([("", ["أ"])]).catalogues["en"]

    assert [(s.key == "", s.target, s.obsolete) for s in after.segments if s.source == "أ"] == [
        (False, "", False),
        (True, "A", True),
    ]


@pytest.mark.parametrize("name", ["Document", "Index", "Introduction"])
def test_no_section_takes_a_reserved_id(name: str) -> None:
    synced = Store().sync([("", ["x"]), (name, ["a"])])

    assert synced.document.sections[1].id == f"{name.lower()}-2"


def test_an_empty_table_cell_has_no_key_and_no_entry() -> None:
    synced = Store().sync([("", ["أ", ""])])

    assert synced.document.sections[0].blocks[1].key is None
    assert len(synced.template.segments) == 2


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


def test_a_section_that_is_gone_is_known_with_the_one_that_has_its_text() -> None:
    store = translated(Store().sync(PAPER))
    merged: Paper = [PAPER[0], ("الدعاية", [*PAPER[1][1], *PAPER[2][1]])]
    after = store.sync(merged)
    without = Store.after(after).sync([PAPER[0], PAPER[2]])

    assert store.sync(PAPER).gone_sections == {}
    assert after.gone_sections == {"altmwyl": "aldaaya"}
    assert Store.after(after).sync(merged).gone_sections == {"altmwyl": "aldaaya"}
    assert without.gone_sections == {"altmwyl": ""}
    assert Store.after(without).sync(PAPER).gone_sections == {}


def test_a_renamed_section_keeps_the_id_that_the_settings_gave_to_its_old_heading() -> None:
    settings = Settings("paper", sections={"التمويل": "finance"})
    store = translated(Store().sync(PAPER, settings))
    renamed: Paper = [PAPER[0], ("مكافحة التمويل", PAPER[1][1]), PAPER[2]]
    after = store.sync(renamed, settings)

    assert [section.id for section in after.document.sections] == [
        "introduction",
        "finance",
        "aldaaya",
    ]
    assert states(after)["مكافحة التمويل"] is State.STALE
    assert after.gone_sections == {}


def test_a_verdict_comes_to_its_sentence_where_that_waits_for_a_translation_elsewhere() -> None:
    """What stands in two places is said once more when one of them is gone."""
    store = translated(Store().sync([("", ["أ. ب", "ج"])]))
    twice = Store.after(store.sync([("", ["أ. ب", "أ. ج"])]))
    after = twice.sync([("", ["ب", "أ. ج"])])

    assert set(states(after).values()) == {State.REVIEWED}

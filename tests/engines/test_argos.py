"""The engine gives what Argos gives, and is right where Argos is wrong."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diglot.engines import argos_model, argos_package
from diglot.engines.argos import ArgosEngine, Translation
from diglot.engines.decoding import LONGEST_PIECE
from diglot.engines.feed import Batch, Feed
from diglot.problems import UserError
from tests.data.argos import tiny_grammar
from tests.engines import copy_package

SENTENCES = [source for source, _ in tiny_grammar.make(400, seed=99)]
BY_HAND = [target for _, target in tiny_grammar.make(400, seed=99)]
WORDS = sorted({word for text in SENTENCES for word in text.split() if word.isalpha()})


def engine_of(folder: Path, **settings: object) -> ArgosEngine:
    package = argos_package.read(folder)
    assert package is not None
    return ArgosEngine.open([package], **settings)


def texts(translations: Iterable[Translation]) -> list[str]:
    return [translation.hypotheses[0].text for translation in translations]


@pytest.fixture(scope="module")
def engine(tiny: Path) -> ArgosEngine:
    return engine_of(tiny)


@pytest.fixture(scope="module")
def copiers(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Packages that copy: once, twice each piece, without end, and with byte pairs."""
    folder, pieces = tmp_path_factory.mktemp("copiers"), tiny / "sentencepiece.model"
    make = copy_package.sentencepiece_copier
    make(folder / "once", pieces, from_code="en", to_code="de")
    make(folder / "twice", pieces, to_code="es", repeat=2)
    make(folder / "endless", pieces, to_code="it", endless=True)
    copy_package.bpe_copier(folder / "bpe", WORDS, to_code="nl")
    return folder


def by_argos(packages: Path, wanted: list[tuple[str, str, str]], home: Path) -> list[str]:
    """What Argos Translate makes of texts, from these packages."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("by_argos.py"))],
        input=json.dumps(wanted),
        env={
            "HOME": str(home),
            "ARGOS_PACKAGES_DIR": str(packages),
            "ARGOS_INTRA_THREADS": "1",
            "ORT_DISABLE_TELEMETRY": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


# The same as Argos


def test_the_bare_engine_gives_exactly_what_argostranslate_gives(
    tiny: Path, copiers: Path, tmp_path: Path
) -> None:
    """SentencePiece, a target prefix, byte pairs, and two packages one after the other."""
    packages, home = tmp_path / "packages", tmp_path / "home"
    shutil.copytree(tiny, packages / "ar_en")
    shutil.copytree(tiny, packages / "ar_pt")
    with_prefix = {"from_code": "ar", "to_code": "pt", "target_prefix": "on"}
    (packages / "ar_pt" / "metadata.json").write_text(json.dumps(with_prefix), encoding="utf-8")
    for name in ("once", "bpe"):
        shutil.copytree(copiers / name, packages / name)
    few = SENTENCES[:25]
    words = [" ".join(WORDS[at : at + 4]) + "." for at in range(0, 40, 4)] + ["أبجد & هوز"]
    noisy = [text.replace("ال", "", 1) + " C++ 50%" for text in few]
    expected = by_argos(
        packages,
        [
            *(("ar", "en", text) for text in SENTENCES + noisy),
            *(("ar", "pt", text) for text in few),
            *(("ar", "nl", text) for text in words),
            *(("ar", "de", text) for text in few),
        ],
        home,
    )

    pivot = ArgosEngine.open(
        [argos_package.read(packages / "ar_en"), argos_package.read(packages / "once")]
    )
    found = [
        *engine_of(packages / "ar_en").translate(SENTENCES + noisy),
        *engine_of(packages / "ar_pt").translate(few),
        *engine_of(packages / "bpe").translate(words),
        *pivot.translate(few),
    ]

    assert texts(found) == expected
    assert expected[: len(BY_HAND)] == BY_HAND
    assert pivot.model == "translate-ar_en@1.0+translate-en_de@1.0"


# One translation for each text, whatever the text is


@settings(max_examples=50)
@given(texts=st.lists(st.text(max_size=60), max_size=8))
def test_every_text_has_its_translation(engine: ArgosEngine, texts: list[str]) -> None:
    """Law: as many translations as texts, white space at the edges kept, scores finite."""
    translations = engine.translate(texts)

    assert len(translations) == len(texts)
    for text, translation in zip(texts, translations, strict=True):
        (best,) = translation.hypotheses
        assert best.score <= 0
        start = text[: len(text) - len(text.lstrip())]
        assert best.text.startswith(start)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t", "\u200f", "\ufeff", "\u00a0"])
def test_a_text_without_words_comes_back_as_it_is(engine: ArgosEngine, text: str) -> None:
    (translation,) = engine.translate([text], hypotheses=3)

    assert [each.text for each in translation.hypotheses] == [text]
    assert translation.hypotheses[0].score == 0


@pytest.mark.parametrize(
    "text", ["\0", "a\0b", "😀", "٢٢", "22,2", "Windows", "ﷺ", "\u202eabc", "a" * 5000, "؛" * 900]
)
def test_odd_texts_do_no_harm_to_their_neighbours(engine: ArgosEngine, text: str) -> None:
    first, _, last = texts(engine.translate([SENTENCES[0], text, SENTENCES[1]]))

    assert (first, last) == (BY_HAND[0], BY_HAND[1])


def test_order_and_company_do_not_change_a_translation(engine: ArgosEngine) -> None:
    together = texts(engine.translate(SENTENCES[:60]))
    backwards = texts(engine.translate(SENTENCES[:60][::-1]))[::-1]
    alone = [texts(engine.translate([text]))[0] for text in SENTENCES[:60]]

    assert together == backwards == alone


def test_white_space_and_line_ends_survive(engine: ArgosEngine) -> None:
    first, second, *_ = SENTENCES
    (found,) = texts(engine.translate([f"\t {first}\n\n  {second}\t{first} "]))

    assert found == f"\t {BY_HAND[0]}\n\n  {BY_HAND[1]}\t{BY_HAND[0]} "


def test_an_underscore_survives(tiny: Path, tmp_path: Path) -> None:
    pieces = tiny / "sentencepiece.model"
    known = copy_package.sentencepiece_copier(tmp_path / "p", pieces)
    text = f"{WORDS[0]} a_b {WORDS[1]}"

    assert texts(engine_of(known).translate([text])) == [text]


def test_an_underscore_that_the_source_does_not_have_is_a_space_as_in_argos(tiny: Path) -> None:
    model = argos_model.load(argos_package.read(tiny), threads=1)

    assert model.text(["\u2581the", "_", "a"], "source") == "the a"
    assert model.text(["\u2581the", "_", "a"], "sour_ce") == "the_a"


# Long texts


def test_a_text_of_2000_words_is_translated_whole(copiers: Path) -> None:
    text = " ".join(SENTENCES)[:12_000].rpartition(" ")[0]
    (translation,) = engine_of(copiers / "once").translate([text])

    assert len(text.split()) > 1500
    assert translation.hypotheses[0].text == text
    assert not translation.hypotheses[0].at_limit


def test_a_translation_longer_than_256_tokens_is_not_cut(copiers: Path) -> None:
    engine = engine_of(copiers / "twice")
    text = " ".join(SENTENCES)
    while len(engine._models()[0].tokenizer.encode(text)) > LONGEST_PIECE:
        text = text.rpartition(" ")[0]
    (translation,) = engine.translate([text])
    best = translation.hypotheses[0]

    assert not best.at_limit
    assert best.text.split()[::2] == text.split() or len(best.text) > 1.8 * len(text)


def test_a_loop_is_flagged_and_its_neighbours_are_not(copiers: Path) -> None:
    (looping,) = engine_of(copiers / "endless").translate(SENTENCES[:1])
    (sound,) = engine_of(copiers / "once").translate(SENTENCES[:1])

    assert looping.hypotheses[0].at_limit
    assert not sound.hypotheses[0].at_limit


def test_a_text_with_a_loop_in_one_of_its_pieces_is_flagged(copiers: Path) -> None:
    nothing_to_translate = "\u200f"
    (looping,) = engine_of(copiers / "endless").translate(
        [f"{nothing_to_translate}\n{SENTENCES[0]}\n{nothing_to_translate}"]
    )

    assert looping.hypotheses[0].at_limit


# Hypotheses


def test_several_hypotheses_come_the_likeliest_first(engine: ArgosEngine) -> None:
    for translation in engine.translate(SENTENCES[:20], hypotheses=4):
        scores = [each.score for each in translation.hypotheses]

        assert len(translation.hypotheses) == 4
        assert scores == sorted(scores, reverse=True)
        assert len({each.text for each in translation.hypotheses}) == 4


def test_through_a_third_language_every_hypothesis_is_translated_on(
    tiny: Path, copiers: Path
) -> None:
    first, second = argos_package.read(tiny), argos_package.read(copiers / "once")
    direct = ArgosEngine.open([first]).translate([*SENTENCES[:5], ""], hypotheses=3)
    pivot = ArgosEngine.open([first, second]).translate([*SENTENCES[:5], ""], hypotheses=3)

    # The second package copies, and is certain of it.
    assert [[h.text for h in each.hypotheses] for each in pivot] == [
        [h.text for h in each.hypotheses] for each in direct
    ]
    assert [[h.score for h in each.hypotheses] for each in pivot] == [
        pytest.approx([h.score for h in each.hypotheses], abs=0.01) for each in direct
    ]


def test_the_score_of_a_divided_text_is_that_of_its_tokens_together(engine: ArgosEngine) -> None:
    first, second = engine.translate(SENTENCES[:2])
    (both,) = engine.translate(["\n".join(SENTENCES[:2])])
    parts = first.hypotheses[0].score + second.hypotheses[0].score

    assert (
        parts
        < both.hypotheses[0].score
        < max(first.hypotheses[0].score, second.hypotheses[0].score) / 2
    )


# Streams, threads, processes


def test_what_is_ready_is_given_before_the_last_text_is_read(engine: ArgosEngine) -> None:
    read: list[int] = []

    def endless() -> Iterator[str]:
        for number in range(100_000):
            read.append(number)
            yield SENTENCES[number % 400]

    begun = engine.begin(endless())
    first = [next(begun) for _ in range(300)]

    assert texts(first) == BY_HAND[:300]
    assert len(read) < 1500


def test_several_may_be_under_way_and_are_taken_in_any_order(engine: ArgosEngine) -> None:
    first, second = engine.begin(SENTENCES[:40]), engine.begin(SENTENCES[40:80])

    assert texts(second) == BY_HAND[40:80]
    assert texts(first) == BY_HAND[:40]


def test_the_work_begins_before_anybody_waits_for_it(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[int] = []
    submit = Feed.submit

    def noted(self: Feed, batch: Batch) -> Batch:
        handed.append(len(batch.tokens))
        return submit(self, batch)

    monkeypatch.setattr(Feed, "submit", noted)
    begun = engine_of(tiny).begin(SENTENCES[:300])

    assert sum(handed) == 300
    assert texts(begun) == BY_HAND[:300]


def test_nothing_is_loaded_before_the_first_text(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(argos_model, "load", lambda *_, **__: pytest.fail("loaded"))
    engine = engine_of(tiny)

    assert engine.name == "argos"
    assert engine.model == "translate-ar_en@1.0"
    assert engine.translate([]) == []


def test_threads_share_one_model(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[object] = []
    true_load = argos_model.load

    def slow_load(*words: object, **options: object) -> object:
        loads.append(words)
        time.sleep(0.1)  # so that all the threads come while it is going on
        return true_load(*words, **options)

    monkeypatch.setattr(argos_model, "load", slow_load)
    engine = engine_of(tiny)
    found: dict[int, list[str]] = {}

    def work(number: int) -> None:
        found[number] = texts(engine.translate(SENTENCES[number * 20 : number * 20 + 20]))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(loads) == 1
    assert [found[n] for n in range(8)] == [BY_HAND[n * 20 : n * 20 + 20] for n in range(8)]


def test_an_engine_goes_to_a_spawned_process(engine: ArgosEngine) -> None:
    engine.translate(SENTENCES[:1])
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        found = pool.apply(engine.translate, (SENTENCES[:3],))

    assert texts(found) == BY_HAND[:3]
    assert pickle.loads(pickle.dumps(engine)).model == engine.model


# Damaged packages


@pytest.mark.parametrize("part", ["model/model.bin", "sentencepiece.model"])
def test_a_package_damaged_after_it_was_installed_is_named(
    tiny: Path, tmp_path: Path, part: str
) -> None:
    shutil.copytree(tiny, tmp_path / "p")
    (tmp_path / "p" / part).write_bytes(b"garbage")

    with pytest.raises(UserError) as caught:
        engine_of(tmp_path / "p").translate(SENTENCES[:1])

    assert str(tmp_path / "p") in str(caught.value)
    assert "install the package again" in str(caught.value)


def test_byte_pairs_that_cannot_be_read_are_named(copiers: Path, tmp_path: Path) -> None:
    shutil.copytree(copiers / "bpe", tmp_path / "p")
    (tmp_path / "p" / "bpe.model").write_bytes(b"#version: 0.2\na b c d\n\xff")

    with pytest.raises(UserError, match="tokenizer cannot be read"):
        engine_of(tmp_path / "p").translate(SENTENCES[:1])

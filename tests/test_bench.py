"""The generated texts of the benchmarks: the same everywhere, and never the same sentence again."""

from __future__ import annotations

import importlib
import re
from argparse import Namespace
from pathlib import Path

import pytest

from bench import __main__ as command
from bench import corpus, measured_pages, pair_sets, texts, zipf
from bench.results import Result
from diglot.editions import load


def test_the_same_seed_gives_the_same_text() -> None:
    assert texts.document(7, 9) == texts.document(7, 9)
    assert texts.document(7, 9) != texts.document(8, 9)


def test_the_english_has_the_numbers_of_the_source() -> None:
    english = texts.english("أنجزت اللجنة 12,345 مشروعاً بنحو 7.5 مليون دينار.")

    assert sorted(re.findall(r"\d[\d.,]*\d", english)) == ["12,345", "7.5"]


def test_a_project_has_about_as_many_pages_as_asked_for_and_varied_sentences(
    tmp_path: Path,
) -> None:
    made = corpus.make(tmp_path, pages=60)
    editions = load(made.project)
    long = [s.source for e in editions for s in e.template.segments if len(s.source) > 60]

    assert 50 <= made.pages <= 60
    assert len(set(long)) > 0.99 * len(long)
    assert {
        s.draft.get("engine") for e in editions for s in e.catalogues["en"].active if s.draft
    } == {"bench"}


def test_texts_by_zipf_are_the_same_everywhere_and_have_translations_as_long() -> None:
    one, same = zipf.Voice(), zipf.Voice()
    source = one.document(1, 3)

    assert source == same.document(1, 3)
    assert one.document(1, 3) != source
    assert source.count("\n## ") == 3
    assert len(one.english("كلمة " * 20).split()) == 25


def test_what_needs_a_model_is_left_out_without_one_and_says_how_to_give_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command._wanted(Namespace(names=[], models=None)) == [
        "overhead",
        "steps",
        "scale",
        "search",
        "serve",
        "review",
        "site",
        "checks",
    ]
    assert "draft, one-change, dask: give the folder" in capsys.readouterr().err
    with pytest.raises(SystemExit, match=r"draft: give the folder of build_speed_twin\.py by"):
        command._wanted(Namespace(names=["draft"], models=None))


@pytest.mark.parametrize(
    "path", sorted(Path(corpus.__file__).parent.glob("*.py")), ids=lambda p: p.stem
)
def test_every_benchmark_finds_what_it_imports(path: Path) -> None:
    """They run seldom, and a renamed module would be found out only then."""
    if path.stem != "__main__":
        importlib.import_module(f"bench.{path.stem}")


def test_figures_are_written_between_the_markers_of_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measured_pages, "ROOT", tmp_path)
    page = tmp_path / "page.md"
    page.write_text(
        f"# Page\n\n{measured_pages.BEGIN}\nold\n{measured_pages.END}\n\nEnd\n", "utf-8"
    )
    row = {"check": "numbers", "faults": 1200, "recall %": 99.83}
    measured_pages.write(Path("page.md"), [Result("checks", "each check", [row], ["a note"])])

    assert page.read_text("utf-8") == (
        f"# Page\n\n{measured_pages.BEGIN}\n\nEach check:\n\n"
        "| check | faults | recall % |\n| --- | ---: | ---: |\n| numbers | 1,200 | 99.8 |\n\n"
        f"a note.\n\n{measured_pages.END}\n\nEnd\n"
    )


def test_a_page_without_markers_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measured_pages, "ROOT", tmp_path)
    (tmp_path / "page.md").write_text("# Page\n", "utf-8")

    with pytest.raises(SystemExit, match=r"page\.md: there are no lines"):
        measured_pages.write(Path("page.md"), [])


def test_pairs_of_a_folder_are_halved_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "news.ar.txt").write_text("واحد\nاثنان\nثلاثة\nأربعة\n", "utf-8")
    (tmp_path / "news.en.txt").write_text("one\ntwo\nthree\nfour\n", "utf-8")
    first, other, *rest = pair_sets.pair_sets(tmp_path)

    assert [pair.target for pair in first.pairs] == ["one", "two"]
    assert [pair.target for pair in other.pairs] == ["three", "four"]
    assert [len(each.pairs) > 100 for each in rest] == [True, True]

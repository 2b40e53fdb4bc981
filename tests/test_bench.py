"""The generated texts of the benchmarks: the same everywhere, and never the same sentence again."""

from __future__ import annotations

import importlib
import re
from argparse import Namespace
from pathlib import Path

import pytest

from bench import __main__ as command
from bench import corpus, texts
from diglot import pipeline


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
    editions = pipeline.load(made.project)
    long = [s.source for e in editions for s in e.template.segments if len(s.source) > 60]

    assert 50 <= made.pages <= 60
    assert len(set(long)) > 0.99 * len(long)
    assert {
        s.draft.get("engine") for e in editions for s in e.catalogues["en"].active if s.draft
    } == {"bench"}


def test_what_needs_a_model_is_left_out_without_one_and_says_how_to_give_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command._wanted(Namespace(names=[], models=None)) == ["overhead", "steps", "checks"]
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

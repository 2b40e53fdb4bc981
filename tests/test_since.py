"""What a branch changed: catalogues in an earlier commit beside those of now."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given

from diglot import pipeline, project
from diglot.cli import main
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.statement import state_that
from diglot.project import Project
from diglot.steps.compare import What, compare
from tests import builders, demo_site
from tests.demo_site import DOCUMENT
from tests.strategies import catalogues

SOURCE, TARGET = "قالت الوزارة.", "The ministry said."
KEY = "a/000001"
FINANCE, CAMPAIGN = "مكافحة التمويل", "الحملة العسكرية"


def of(*segments: Segment) -> Catalogue:
    return Catalogue("paper", "en", tuple(replace(s, key=s.key or KEY) for s in segments))


draft = builders.draft(SOURCE, TARGET)
reviewed = builders.reviewed(SOURCE, TARGET)
untranslated = builders.edited(SOURCE, "")


def also(segment: Segment, kind: str, **fields: str) -> Segment:
    said = state_that(kind, segment.source, segment.target, **fields)
    return replace(segment, comments=(*segment.comments, said))


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (None, draft, What.ADDED),
        (draft, None, What.REMOVED),
        (draft, replace(draft, obsolete=True), What.REMOVED),
        (replace(draft, obsolete=True), draft, What.ADDED),
        (untranslated, draft, What.TRANSLATED),
        (draft, replace(draft, target="The ministry stated."), What.CHANGED),
        (draft, reviewed, What.CONFIRMED),
        (None, reviewed, What.CONFIRMED),
        (reviewed, also(reviewed, "reviewed", by="Second"), What.CONFIRMED),
        (reviewed, also(reviewed, "needs-work", by="B", text="?"), What.OBJECTED),
        (draft, also(draft, "conflict", text="other"), What.OBJECTED),
        (reviewed, draft, What.WITHDRAWN),
        (reviewed, replace(reviewed, target="The ministry stated."), What.CHANGED),
        (reviewed, replace(reviewed, source="قال الوزير."), What.STALE),
        (draft, replace(draft, source="قال الوزير."), What.CHANGED),
        (reviewed, builders.reviewed("قالت الوزارة:", TARGET), What.CHANGED),
        (draft, draft, None),
        (draft, replace(draft, key="b/000002", fuzzy=True, hint="item"), What.ADDED),
        (draft, also(replace(draft, fuzzy=False), "note", text="mine"), None),
    ],
)
def test_each_entry_is_told_once_by_what_matters_most(
    before: Segment | None, after: Segment | None, what: What | None
) -> None:
    old, new = (of(s) if s else None for s in (before, after))
    found = compare(old, new)

    assert [each.what for each in found[:1]] == ([what] if what else [])


def test_a_stale_text_is_told_again_only_when_its_source_changes_again() -> None:
    stale = builders.stale(SOURCE, TARGET)
    again = builders.stale("قال الوزير.", TARGET)

    assert compare(of(stale), of(stale)) == ()
    assert [each.what for each in compare(of(stale), of(again))] == [What.STALE]


def test_a_changed_sentence_is_one_difference_not_two() -> None:
    other = builders.draft("جملة ثانية.", "Second.")
    changed = replace(reviewed, source="قال الوزير.")
    (found,) = compare(of(reviewed, other), of(changed, other))

    assert found.before is not None
    assert (found.before.source, found.segment.source) == (SOURCE, "قال الوزير.")


def test_it_is_said_who_confirmed() -> None:
    (found,) = compare(of(draft), of(also(reviewed, "reviewed", by="Second")))

    assert found.by == ("A. Reviewer", "Second")


@given(catalogues(), catalogues())
def test_nothing_is_told_of_what_is_the_same_and_nothing_twice(
    one: Catalogue, other: Catalogue
) -> None:
    found = compare(one, other)
    told = [each.segment.identity for each in found if each.after]

    assert compare(one, one) == ()
    assert len(told) == len(set(told))
    active = {s.identity for s in other.active}
    assert {s.identity for s in other.active} - {s.identity for s in one.active} <= set(told)
    assert set(told) <= active


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project one folder below the top of a checkout, with a commit on ``main`` and a branch."""
    nobody = tmp_path / "nobody"
    nobody.write_text("[user]\nname = A\nemail = a@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(nobody))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    found = project.load(demo_site.make(tmp_path / "top" / "site"))
    monkeypatch.chdir(found.root)
    git("init", "-q", "-b", "main", "..")
    commit("first")
    git("checkout", "-qb", "branch")
    return found


def git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, capture_output=True)


def commit(message: str) -> None:
    git("add", "-A", "..")
    git("commit", "-qm", message)


def diglot(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def with_entry(found: Project, source: str, change: Callable[[Segment], Segment]) -> None:
    path = found.catalogue_path(DOCUMENT, "en")
    catalogue = po_reader.read(path, document=DOCUMENT, language="en")
    assert catalogue is not None
    after = tuple(change(s) if s.source == source else s for s in catalogue.segments)
    path.write_text(po_writer.serialise(catalogue.with_segments(after)), encoding="utf-8")


def test_a_pull_request_is_told_in_text(found: Project) -> None:
    diglot("mark", "reviewed", "--key", "military-campaign", "--by", "A. Reviewer")
    commit("confirmed")
    with_entry(found, FINANCE, lambda s: replace(s, target="Fighting finance"))
    done = diglot("status", "--since", "main")
    head, counts, *entries = done.stdout.splitlines()

    assert done.exit_code == 0, done.output
    assert head.startswith("Since ")
    assert head.endswith("(main):")
    assert counts == f"{DOCUMENT} (en): 1 confirmed, 1 changed"
    assert entries == [
        f"  confirmed  military-campaign/title  by A. Reviewer  {CAMPAIGN}",
        f"  changed    countering-finance/title  {FINANCE}",
    ]


def test_and_in_json_with_every_entry(found: Project) -> None:
    diglot("mark", "reviewed", "--key", "military-campaign", "--by", "A. Reviewer")
    shown = json.loads(diglot("status", "--since", "main", "--json").stdout)

    assert list(shown) == ["since", "commit", "documents"]
    (document,) = shown["documents"]
    confirmed = document["languages"]["en"]["confirmed"]
    assert (confirmed["segments"], confirmed["words"]) == (1, 2)
    assert confirmed["entries"][0]["by"] == ["A. Reviewer"]
    assert list(document["languages"]["en"]) == [what.value for what in What]


def test_what_others_did_on_main_meanwhile_is_none_of_the_branch(found: Project) -> None:
    git("checkout", "-q", "main")
    diglot("mark", "reviewed", "--all", "--by", "Somebody")
    commit("others")
    git("checkout", "-q", "branch")

    assert "nothing changed" in diglot("status", "--since", "main").stdout


def test_a_source_that_changed_and_was_not_synced_shows(found: Project) -> None:
    seed = found.seeds / "sheet.txt"
    seed.write_text(seed.read_text("utf-8") + "\nفقرة جديدة.\n", encoding="utf-8")

    assert "1 added" in diglot("status", "--since", "HEAD").stdout


def test_what_a_changed_source_makes_stale_is_told_before_anybody_syncs(found: Project) -> None:
    diglot("mark", "reviewed", "--all", "--by", "A. Reviewer")
    commit("confirmed")
    seed = found.seeds / "sheet.txt"
    seed.write_text(seed.read_text("utf-8").replace("62", "65"), encoding="utf-8")
    entry = json.loads(diglot("status", "--since", "HEAD", "--json").stdout)["documents"][0]
    told = {what: each["segments"] for what, each in entry["languages"]["en"].items()}

    assert {what: number for what, number in told.items() if number} == {"stale": 1}


def test_a_document_that_came_and_one_that_went(found: Project) -> None:
    (found.seeds / "note.txt").write_text("مذكرة قصيرة.\n", encoding="utf-8")
    pipeline.sync(found)
    commit("note")
    git("rm", "-q", "seeds/note.txt", "translations/note.pot", "translations/en/note.po")
    (found.seeds / "other.txt").write_text("وثيقة أخرى.\n", encoding="utf-8")
    text = diglot("status", "--since", "HEAD").stdout

    assert "other (en): 2 added" in text
    assert "note (en): 2 removed" in text


def test_a_document_with_another_id_is_the_same_one(found: Project) -> None:
    diglot("mark", "reviewed", "--all", "--by", "A. Reviewer")
    commit("confirmed")
    settings = found.seeds / "sheet.toml"
    settings.write_text(settings.read_text("utf-8").replace(DOCUMENT, "paper"), encoding="utf-8")
    git("mv", f"translations/{DOCUMENT}.pot", "translations/paper.pot")
    git("mv", f"translations/en/{DOCUMENT}.po", "translations/en/paper.po")

    assert "nothing changed" in diglot("status", "--since", "HEAD").stdout


def test_a_long_list_is_cut_in_text(found: Project) -> None:
    lines = (f"فقرة جديدة رقم {number}.\n\n" for number in range(30))
    (found.seeds / "long.txt").write_text("".join(lines), encoding="utf-8")

    assert "… and 11 more" in diglot("status", "--since", "HEAD").stdout


@pytest.mark.parametrize("revision", ["nothere", "--all", "HEAD:seeds", "", "-x"])
def test_a_revision_that_git_does_not_know(found: Project, revision: str) -> None:
    done = diglot("status", f"--since={revision}")

    assert done.exit_code == 2
    assert f"git knows no revision «{revision}» here" in done.stderr


def test_no_common_past(found: Project) -> None:
    git("checkout", "-q", "--orphan", "alone")
    commit("alone")
    done = diglot("status", "--since", "main")

    assert done.exit_code == 2
    assert "no common past" in done.stderr


def test_before_the_first_commit(found: Project, tmp_path: Path) -> None:
    subprocess.run(["rm", "-rf", tmp_path / "top" / ".git"], check=True)
    git("init", "-q", "..")

    assert diglot("status", "--since", "HEAD").exit_code == 2


def test_outside_a_checkout(found: Project, tmp_path: Path) -> None:
    (tmp_path / "top" / ".git").rename(tmp_path / "away")
    done = diglot("status", "--since", "HEAD")

    assert done.exit_code == 2
    assert "in no git checkout" in done.stderr


def test_without_git(found: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "git is not installed" in diglot("status", "--since", "HEAD").stderr
    assert "say --by NAME" in diglot("mark", "reviewed", "--all").stderr


def test_a_catalogue_that_was_damaged_then_is_named_with_its_commit(found: Project) -> None:
    path = found.catalogue_path(DOCUMENT, "en")
    good = path.read_bytes()
    path.write_bytes(good + b'msgid "')
    commit("damaged")
    path.write_bytes(good)
    done = diglot("status", "--since", "HEAD")

    assert done.exit_code == 2
    assert f":translations/en/{DOCUMENT}.po:" in done.stderr

"""``diglot merge-driver`` under the real git: merge, rebase, and what cannot be merged."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from diglot import merging
from diglot.cli import main
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.problems import UserError
from tests.test_merge import moved_on

NAME = "translations/en/paper.po"
PLACES = range(1, 7)

Edit = Callable[[Catalogue], Catalogue]


def entry(at: int) -> Segment:
    source, target = f"الجملة رقم {at}", f"Sentence number {at}"
    line = state_that("draft", source, target, engine="argos")
    return Segment(f"s/00000{at}", source, target, (line,), fuzzy=True, hint="paragraph")


BASE = Catalogue("paper", "en", tuple(map(entry, PLACES)))


def edit(at: int, change: Callable[[Segment], Segment]) -> Edit:
    """Change the entry at this place, counted from 1."""

    def changed(found: Catalogue) -> Catalogue:
        return found.with_segments(
            tuple(change(s) if n == at else s for n, s in enumerate(found.segments, start=1))
        )

    return changed


def written(text: str) -> Callable[[Segment], Segment]:
    return lambda segment: replace(segment, target=text)


def confirmed(segment: Segment) -> Segment:
    line = state_that("reviewed", segment.source, segment.target, by="A. Reviewer")
    return replace(segment, comments=(*segment.comments, line), fuzzy=False)


def confirmed_by_another(segment: Segment) -> Segment:
    line = state_that("reviewed", segment.source, segment.target, by="B. Reviewer")
    return replace(segment, comments=(*segment.comments, line), fuzzy=False)


def added(at: int) -> Edit:
    return lambda found: found.with_segments((*found.segments, entry(at)))


def source_changed(segment: Segment) -> Segment:
    return moved_on(segment, f"{segment.source} غيرت")


class Repository:
    """A repository with one catalogue on ``main``."""

    def __init__(self, root: Path, *, driver: bool = True) -> None:
        self.root = root
        self.git("init", "-q", "-b", "main")
        for key, value in {"name": "A", "email": "a@example.org"}.items():
            self.git("config", f"user.{key}", value)
        attributes = "\n".join(merging.ATTRIBUTES) + "\n"
        (root / ".gitattributes").write_text(attributes if driver else "", encoding="utf-8")
        if driver:
            assert merging.install(root) == ()
        self.path.parent.mkdir(parents=True)
        self.commit(po_writer.serialise(BASE))

    @property
    def path(self) -> Path:
        return self.root / NAME

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words], cwd=self.root, capture_output=True, text=True, check=False
        )

    def commit(self, content: str | bytes) -> None:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        self.path.write_bytes(data)
        self.git("add", "-A")
        assert self.git("commit", "-qm", "one more").returncode == 0

    def branch(self, name: str, content: str | bytes) -> None:
        """A branch off the first commit with this in the catalogue."""
        first = self.git("rev-list", "--max-parents=0", "HEAD").stdout.strip()
        self.git("checkout", "-q", "-b", name, first)
        self.commit(content)

    def fork(self, ours: Edit, theirs: Edit) -> None:
        self.branch("theirs", po_writer.serialise(theirs(BASE)))
        self.branch("ours", po_writer.serialise(ours(BASE)))

    def catalogue(self) -> Catalogue:
        text = self.path.read_text(encoding="utf-8")
        return po_reader.parse(text, self.path, document="paper", language="en")

    def states(self) -> list[State]:
        return [segment.state for segment in self.catalogue().segments]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_git_calls_the_driver_and_the_merge_is_clean(repository: Repository) -> None:
    """The same entry on both branches: its source on the one, the verdict on the other."""
    repository.fork(edit(1, confirmed), edit(1, source_changed))
    done = repository.git("merge", "-q", "theirs")
    first, *rest = repository.catalogue().segments

    assert done.returncode == 0, done.stderr
    assert (first.source, first.state) == (source_changed(entry(1)).source, State.STALE)
    assert [s.get("was") for s in first.statements if s.kind == "stale"] == [entry(1).source]
    assert tuple(rest) == BASE.segments[1:]
    assert f"{NAME}:" in done.stderr
    assert "stale" in done.stderr


def test_two_texts_are_told_with_the_line_of_their_entry(repository: Repository) -> None:
    repository.fork(edit(2, written("Mine")), edit(2, written("Yours")))
    done = repository.git("merge", "-q", "theirs")
    second = repository.catalogue().segments[1]

    assert done.returncode == 0, done.stderr
    assert second.target == "Mine"
    assert [s.get("text") for s in second.statements if s.kind == "conflict"] == ["Yours"]
    assert f"{NAME}:{second.line}: two texts met" in done.stderr


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_takes_a_merged_file_with_a_conflict_in_it(repository: Repository) -> None:
    repository.fork(edit(2, written("Mine")), edit(2, written("Yours")))
    repository.git("merge", "-q", "theirs")
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(repository.path)], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_a_rebase_merges_as_well(repository: Repository) -> None:
    """Several commits, one after the other; git's «ours» is then the other branch."""
    repository.fork(edit(1, confirmed), edit(1, source_changed))
    repository.commit(po_writer.serialise(edit(3, written("Mine"))(repository.catalogue())))
    done = repository.git("rebase", "-q", "theirs")
    states = repository.states()

    assert done.returncode == 0, done.stderr
    assert (states[0], states[2]) == (State.STALE, State.EDITED)
    assert repository.git("log", "--format=%s", "theirs..HEAD").stdout.count("\n") == 2


def test_a_commit_that_is_picked_is_merged_as_well(repository: Repository) -> None:
    repository.fork(edit(1, confirmed), edit(1, source_changed))
    done = repository.git("cherry-pick", "theirs")

    assert done.returncode == 0, done.stderr
    assert repository.states()[0] is State.STALE


def test_a_driver_that_cannot_be_started_is_a_conflict_which_can_be_merged_later(
    repository: Repository,
) -> None:
    """The Python environment was moved."""
    repository.fork(edit(1, confirmed), edit(1, source_changed))
    repository.git("config", "merge.diglot.driver", "/nowhere/python -m diglot %O %A %B %P")
    broken = repository.git("merge", "-q", "theirs")
    before = repository.states()[0]
    merging.install(repository.root)
    again = repository.git("checkout", "-m", "--", NAME)

    assert (broken.returncode, before) == (1, State.REVIEWED)
    assert again.returncode == 0, again.stderr
    assert repository.states()[0] is State.STALE


def test_templates_are_merged_as_well(repository: Repository) -> None:
    """Each branch has added a block at the same place."""
    path = repository.root / "translations" / "paper.pot"

    def template(*more: Segment) -> None:
        bare = [Segment(s.key, s.source, hint=s.hint) for s in (*BASE.segments[:2], *more)]
        found = po_writer.serialise(Catalogue("paper", "", tuple(bare)))
        path.write_text(found, encoding="utf-8")
        repository.git("add", "-A")
        repository.git("commit", "-qm", "template")

    template()
    repository.git("checkout", "-q", "-b", "theirs")
    template(entry(5))
    repository.git("checkout", "-q", "-b", "ours", "main")
    template(entry(4))
    done = repository.git("merge", "-q", "theirs")
    text = path.read_text(encoding="utf-8")
    found = po_reader.parse(text, path, document="paper", language="")

    assert done.returncode == 0, done.stderr
    assert {s.key for s in found.segments} == {entry(n).key for n in (1, 2, 4, 5)}
    assert "Language" not in dict(found.header)


def test_a_catalogue_that_both_branches_have_added(repository: Repository) -> None:
    """There is no version that both began with."""
    new = repository.root / "translations" / "en" / "second.po"
    for name, at in (("theirs", 1), ("ours", 2)):
        repository.git("checkout", "-q", "-b", name, "main")
        found = edit(at, confirmed)(replace(BASE, document="second"))
        new.write_text(po_writer.serialise(found), encoding="utf-8")
        repository.git("add", "-A")
        repository.git("commit", "-qm", name)
    done = repository.git("merge", "-q", "theirs")
    text = new.read_text(encoding="utf-8")
    states = [s.state for s in po_reader.parse(text, new, document="s", language="en").segments]

    assert done.returncode == 0, done.stderr
    assert states[:3] == [State.REVIEWED, State.REVIEWED, State.DRAFT]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda text: text.replace(b'msgstr "Sentence number 3"', b"<<<<<<< x"), "conflict marker"),
        (lambda text: text.replace(b"number 3", b"\xc7\xe1\xcc\xe3\xe1"), "UTF-8"),
        (lambda text: text[: len(text) // 2], "not closed|middle of an entry"),
    ],
    ids=["markers", "encoding", "torn"],
)
def test_what_is_no_catalogue_stays_with_git(
    repository: Repository, damage: Callable[[bytes], bytes], says: str
) -> None:
    """The merge is not done, the file has git's markers in it, and the message names the file."""
    theirs = po_writer.serialise(edit(1, written("Yours"))(BASE)).encode("utf-8")
    repository.branch("theirs", damage(theirs))
    repository.branch("ours", po_writer.serialise(edit(1, written("Mine"))(BASE)))
    done = repository.git("merge", "-q", "theirs")
    content = repository.path.read_bytes()

    assert done.returncode == 1
    assert b"<<<<<<< ours" in content
    assert b"Mine" in content
    assert b"Yours" in content
    assert NAME in done.stderr
    assert "«theirs»" in done.stderr
    assert any(word in done.stderr for word in says.split("|"))
    assert "UU" in repository.git("status", "--porcelain").stdout


def test_ours_is_left_as_it_is_where_git_cannot_merge_either(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    base.write_bytes(b"")
    ours.write_text(po_writer.serialise(BASE), encoding="utf-8")
    theirs.write_bytes(b"\0\1\2")
    before = ours.read_bytes()

    with pytest.raises(UserError, match="binary"):
        merging.merge_files(base, ours, theirs, PurePosixPath(NAME))
    assert ours.read_bytes() == before


def test_a_fault_of_ours_never_looks_like_a_merge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    texts = [BASE, edit(1, written("Mine"))(BASE), edit(1, written("Yours"))(BASE)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(po_writer.serialise(text), encoding="utf-8")
    monkeypatch.setattr(merging, "merge", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        merging.merge_files(paths[0], paths[1], paths[2], PurePosixPath(NAME))
    assert "<<<<<<< ours" in paths[1].read_text(encoding="utf-8")


class TestWithoutTheDriver:
    """What plain git does with these files; «Two people, two branches» in the manual says so."""

    @pytest.fixture
    def plain(self, tmp_path: Path) -> Repository:
        return Repository(tmp_path, driver=False)

    @pytest.mark.parametrize(
        ("ours", "theirs", "merges"),
        [
            (edit(1, confirmed), edit(3, confirmed), True),
            (edit(1, confirmed), edit(2, confirmed), True),
            (edit(1, written("Mine")), edit(2, written("Yours")), True),
            (edit(1, written("Mine")), edit(1, confirmed), True),
            (edit(1, confirmed), edit(1, confirmed_by_another), False),
            (edit(1, confirmed), edit(1, source_changed), False),
            (edit(1, written("Mine")), edit(1, source_changed), False),
            (edit(1, written("Mine")), edit(1, written("Yours")), False),
            (added(7), added(8), False),
        ],
        ids=[
            "apart",
            "neighbours",
            "neighbours-text",
            "text-and-verdict",
            "two-verdicts",
            "source-and-verdict",
            "source-and-text",
            "two-texts",
            "two-new-entries-at-one-place",
        ],
    )
    def test_git_merges_by_lines(
        self, plain: Repository, ours: Edit, theirs: Edit, merges: bool
    ) -> None:
        plain.fork(ours, theirs)

        assert (plain.git("merge", "-q", "theirs").returncode == 0) is merges

    def test_attributes_without_the_setting_do_no_harm(self, plain: Repository) -> None:
        """A checkout in which nobody has called ``--install``."""
        attributes = "\n".join(merging.ATTRIBUTES) + "\n"
        (plain.root / ".gitattributes").write_text(attributes, encoding="utf-8")
        plain.git("add", "-A")
        plain.git("commit", "-qm", "attributes")
        plain.fork(edit(1, written("Mine")), edit(1, written("Yours")))
        plain.git("merge", "-q", "theirs")

        assert "<<<<<<<" in plain.path.read_text(encoding="utf-8")


def test_install_names_the_lines_that_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["merge-driver", "--install"])
    config = (tmp_path / ".git" / "config").read_text(encoding="utf-8")

    assert done.exit_code == 0, done.output
    assert all(line in done.output for line in merging.ATTRIBUTES)
    assert f"{sys.executable} -m diglot merge-driver %O %A %B %P" in config


def test_install_outside_of_a_checkout_is_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = CliRunner().invoke(main, ["merge-driver", "--install"])

    assert done.exit_code == 2
    assert "git" in done.output


@pytest.mark.parametrize("words", [[], ["a", "b"], ["--install", "a", "b", "c", "d"]])
def test_other_words_are_a_mistake(words: list[str]) -> None:
    assert CliRunner().invoke(main, ["merge-driver", *words]).exit_code == 2


def test_this_repository_hands_its_catalogues_to_the_driver() -> None:
    attributes = (Path(__file__).parents[1] / ".gitattributes").read_text(encoding="utf-8")

    assert all(line in attributes.splitlines() for line in merging.ATTRIBUTES)

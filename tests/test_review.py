"""``diglot review`` from the shell, and what the page proposes besides."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diglot import files
from diglot.cli import main
from diglot.problems import UserError
from diglot.project import Project
from diglot.reviewing import machine
from tests import review_project as paper
from tests.test_review_server import API, ask, confirm


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return paper.make(tmp_path / "project")


def diglot(project: Project, *words: str) -> Result:
    return CliRunner().invoke(main, ["review", "--project", str(project.root), *words])


@pytest.mark.parametrize("words", [("unknown",), ("paper", "--language", "fr")])
def test_what_there_is_not_is_said_before_anything_is_served(
    project: Project, words: tuple[str, ...]
) -> None:
    result = diglot(project, *words)

    assert result.exit_code == 2
    assert "there are: " in result.output


def test_a_port_that_is_taken_is_told_with_what_to_do(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = diglot(project, "--port", str(taken.getsockname()[1]))

    assert result.exit_code == 2
    assert "choose another --port" in result.output


def test_several_documents_are_listed_with_their_progress(project: Project) -> None:
    shutil.copy(project.seeds / "paper.txt", project.seeds / "second.txt")
    with paper.serving(project) as url:
        status, text, _ = ask(url, "/")
        missing, _, _ = ask(url, "/api/second/en/progress")
        ask(url, "/api/second/en")
        _, progress, _ = ask(url, "/api/second/en/progress")

    assert status == 200
    assert 'href="/review/paper/en"' in text
    assert 'href="/review/second/en"' in text
    assert missing == 503
    assert progress["states"]["untranslated"] == progress["total"]


def test_a_full_disk_is_told_and_the_file_is_the_old_one(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = paper.path(project).read_bytes()
    decision = confirm(project, paper.GOOD)

    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device", "paper.po")

    with paper.serving(project) as url:
        with monkeypatch.context() as full:
            full.setattr(os, "fsync", no_room)
            status, answer, _ = ask(url, f"{API}/decide", "POST", body=decision)
        assert status == 503
        assert "No space left" in answer["error"]
        assert "nothing of it was changed" in answer["error"]
        assert paper.path(project).read_bytes() == before

        _, again, _ = ask(url, f"{API}/decide", "POST", body=decision)
        assert again["outcome"] == "saved"


def test_a_file_that_somebody_saves_again_and_again_is_never_overwritten(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = confirm(project, paper.GOOD)

    def changed(path: Path, *_: object) -> bool:
        raise files.ChangedMeanwhileError(path)

    with paper.serving(project) as url, monkeypatch.context() as busy:
        busy.setattr(files, "write_over", changed)
        status, answer, _ = ask(url, f"{API}/decide", "POST", body=decision)

    assert status == 503
    assert "your text is still on the page" in answer["error"]


def test_with_an_argos_package_its_alternatives_are_proposed(
    project: Project, packages: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(tiny, packages / tiny.name)
    monkeypatch.setattr(machine, "_engines", {})
    name, texts = machine.alternatives(project, "en", paper.GOOD)

    assert name.startswith("argos translate-ar_en")
    assert texts
    assert len(set(texts)) == len(texts)


def test_without_a_package_there_is_nothing_and_no_complaint(
    project: Project, argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "_engines", {})

    assert machine.alternatives(project, "en", paper.GOOD) == ("", [])
    assert list(argos_home.iterdir()) == []


def test_what_the_engine_cannot_do_is_no_complaint(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        name, model = "argos", "broken"

        def begin(self, texts: object, *, hypotheses: int) -> object:
            raise UserError("no memory")

    monkeypatch.setattr(machine, "_engines", {(str(project.root), "en"): Broken()})

    assert machine.alternatives(project, "en", paper.GOOD) == ("", [])

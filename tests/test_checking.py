"""``diglot check``: which catalogues are read, what is dismissed, and what the command says."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diglot import checking, files, pipeline, project
from diglot.checking import Asked, Dismissal
from diglot.cli import main
from diglot.model import po_reader, po_writer
from diglot.problems import UserError
from tests import demo_site
from tests.demo_site import DOCUMENT

CATALOGUE = f"translations/en/{DOCUMENT}.po"
RIGHT = "The operations have freed 62 per cent of the land."
WRONG = "The operations have freed 26 per cent of the land."
FOREIGN = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "menu"
msgid "حررت العمليات 62 بالمئة من الأراضي."
msgstr "The operations have freed 26 percent of the land."

#, python-format
msgid "<b>%d</b> ملف في {folder}"
msgid_plural "<b>%d</b> ملفات في {folder}"
msgstr[0] "<b>%d</b> file in {folder}"
msgstr[1] "<b>%d</b> files in {folder}"
"""


def diglot(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without a finding."""
    demo_site.make(tmp_path)
    exchange(tmp_path / CATALOGUE, demo_site.HOSTILE, "A fact sheet")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exchange(path: Path, before: str, after: str) -> None:
    """As somebody does it in a text editor."""
    # The catalogue has every quotation mark of a text behind a backslash.
    text, before = path.read_text("utf-8"), before.replace('"', '\\"')
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def git(*words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A. Reviewer", "-c", "user.email=a@x.example", *words],
        check=True, capture_output=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
    )  # fmt: skip


def committed(root: Path) -> None:
    git("-C", str(root), "init", "-q")
    git("-C", str(root), "add", ".")
    git("-C", str(root), "commit", "-q", "-m", "first")


def test_a_project_without_findings_ends_with_code_0_and_says_what_was_looked_at(
    root: Path,
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    result = diglot("check")

    assert result.exit_code == 0
    assert result.stdout == "Nothing found in 5 segments of 1 catalogue; 3 untranslated.\n"
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_an_error_ends_with_code_1_and_stands_with_its_line_and_both_texts(root: Path) -> None:
    exchange(root / CATALOGUE, RIGHT, WRONG)
    result = diglot("check")
    lines = (root / CATALOGUE).read_text("utf-8").splitlines()
    at = lines.index(f'msgstr "{WRONG}"') - 1  # its msgctxt, counted from 1

    assert result.exit_code == 1
    first, *others = result.stdout.splitlines()
    assert first.startswith(f"{CATALOGUE}:{at}: error: numbers: «")
    assert others == [
        "  < حررت العمليات 62 بالمئة من الأراضي.",
        f"  > {WRONG}",
        "",
        "1 error in 5 segments of 1 catalogue; 3 untranslated.",
    ]


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (WRONG, "error", 1),
        (WRONG, "warning", 1),
        (WRONG, "never", 0),
        ("The operations have freed the the 62 per cent.", "error", 0),
        ("The operations have freed the the 62 per cent.", "warning", 1),
        ("The operations have  freed 62 per cent of the land.", "warning", 0),
    ],
)
def test_the_exit_code_is_that_of_fail_on(root: Path, text: str, fail_on: str, code: int) -> None:
    exchange(root / CATALOGUE, RIGHT, text)

    assert diglot("check", "--fail-on", fail_on).exit_code == code


def test_json_has_the_stable_shape(root: Path) -> None:
    assert json.loads(diglot("check", "--format", "json").stdout) == []

    exchange(root / CATALOGUE, RIGHT, WRONG)
    (found,) = json.loads(diglot("check", "--format", "json").stdout)

    assert list(found) == [
        "file", "line", "key", "check", "severity", "message", "source", "target",
    ]  # fmt: skip
    assert (found["file"], found["check"], found["severity"]) == (CATALOGUE, "numbers", "error")
    assert found["key"].startswith("military-campaign/")
    assert found["target"] == WRONG


def test_documents_and_languages_can_be_chosen_and_unknown_ones_are_a_mistake(root: Path) -> None:
    exchange(root / CATALOGUE, RIGHT, WRONG)
    files.write_if_changed(root / "translations/en/other.po", FOREIGN.partition("\n#,")[0])

    assert diglot("check", DOCUMENT).stdout.count("error: numbers") == 1
    assert diglot("check").stdout.count("error: numbers") == 2
    assert diglot("check", "--language", "en").exit_code == 1
    for words, message in [
        (["paper"], f"no catalogue of a document «paper» here; there are: {DOCUMENT}, other"),
        (["--language", "fr"], "no language «fr» here; there are: en"),
        (["nowhere.po"], "nowhere.po: cannot be read (No such file or directory)"),
        (["--glossary", "nowhere.csv"], "nowhere.csv: there is no such glossary; "),
    ]:
        result = diglot("check", *words)

        assert result.exit_code == 2
        assert message in result.stderr


def test_a_damaged_catalogue_is_told_after_the_others_were_checked(root: Path) -> None:
    exchange(root / CATALOGUE, RIGHT, WRONG)
    (root / "translations/en/aaa.po").write_text('msgid "\n', encoding="utf-8")
    result = diglot("check", "--format", "json")

    assert result.exit_code == 2
    assert len(json.loads(result.stdout)) == 1
    assert "translations/en/aaa.po:1: this string is not closed" in result.stderr


def test_the_glossary_of_the_project_counts_unless_another_is_named(root: Path) -> None:
    head = "source,targets,forbidden,note\n"
    (root / "translations/glossary.csv").write_text(f"{head}الأراضي,Territory,,\n", "utf-8")
    (root / "other.csv").write_text(f"{head}الأراضي,the land,,\n", "utf-8")

    assert "glossary: «الأراضي» ought to be «Territory»" in diglot("check").stdout
    assert diglot("check", "--glossary", "other.csv").exit_code == 0


def test_a_po_file_of_another_tool_is_checked_without_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("strings.po").write_text(FOREIGN, encoding="utf-8")
    result = diglot("check", "strings.po")

    assert result.exit_code == 1
    assert "strings.po:5: error: numbers: " in result.stdout
    assert "1 error in 3 segments of 1 catalogue." in result.stdout
    assert result.stderr == ""
    assert diglot("check").exit_code == 2


def test_a_po_file_may_be_one_of_the_projects_own(root: Path) -> None:
    exchange(root / CATALOGUE, RIGHT, WRONG)
    by_path, by_name = diglot("check", f"./{CATALOGUE}"), diglot("check", DOCUMENT)

    assert by_path.exit_code == 1
    assert by_path.stdout == by_name.stdout
    assert diglot("check", CATALOGUE, DOCUMENT).stdout == by_name.stdout


def test_the_projects_glossary_is_not_for_files_of_others(root: Path) -> None:
    text = "source,targets,forbidden,note\nالأراضي,Territory,,\n"
    (root / "translations/glossary.csv").write_text(text, "utf-8")
    (root / "strings.po").write_text(FOREIGN.replace("26", "62"), encoding="utf-8")

    assert diglot("check", "strings.po").exit_code == 0
    assert diglot("check", "strings.po", "--glossary", "translations/glossary.csv").exit_code == 1


def test_another_direction_is_told_and_has_the_checks_that_need_no_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ar.po").write_text('msgid "62 (of %d)"\nmsgstr "٢٦ (من %d"\n', encoding="utf-8")
    result = diglot("check", "ar.po")

    assert result.exit_code == 0
    assert "ar.po: this catalogue translates en → ar, and most checks are made" in result.stderr
    assert [line.split(": ")[2] for line in result.stdout.splitlines() if "ar.po" in line] == [
        "brackets"
    ]


def test_a_language_that_is_named_counts_before_what_the_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("strings.po").write_text(FOREIGN, encoding="utf-8")

    assert "ar → fr" in diglot("check", "strings.po", "--language", "fr").stderr


class TestChangedFrom:
    def test_only_texts_that_were_changed_since_are_told(self, root: Path) -> None:
        exchange(root / CATALOGUE, RIGHT, WRONG)
        committed(root)
        nothing = diglot("check", "--changed-from", "HEAD")
        exchange(root / CATALOGUE, "Countering finance", "Countering the the finance")
        result = diglot("check", "--changed-from", "HEAD")

        assert nothing.stdout == "Nothing found in 0 segments of 1 catalogue.\n"
        assert "repeated_word" in result.stdout
        assert "1 warning in 1 segment of 1 catalogue.\n" in result.stdout
        assert diglot("check").stdout.count(": error: ") == 1

    def test_a_catalogue_that_was_not_there_is_new_as_a_whole(self, root: Path) -> None:
        committed(root)
        (root / "strings.po").write_text(FOREIGN, encoding="utf-8")

        assert "in 3 segments" in diglot("check", "strings.po", "--changed-from", "HEAD").stdout

    def test_what_git_does_not_know_is_a_mistake(self, root: Path) -> None:
        outside = diglot("check", "--changed-from", "HEAD")
        committed(root)
        unknown = diglot("check", "--changed-from", "nowhere")
        as_option = diglot("check", "--changed-from=--help")

        assert outside.exit_code == unknown.exit_code == as_option.exit_code == 2
        assert "git knows no revision «nowhere» here; " in unknown.stderr
        assert "in no git checkout" in outside.stderr

    def test_a_catalogue_that_was_damaged_then_is_told(self, root: Path) -> None:
        text = (root / CATALOGUE).read_text("utf-8")
        (root / CATALOGUE).write_text('msgid "\n', encoding="utf-8")
        committed(root)
        (root / CATALOGUE).write_text(text, encoding="utf-8")
        result = diglot("check", "--changed-from", "HEAD")

        assert result.exit_code == 2
        assert (
            f"{CATALOGUE}: of «HEAD» it cannot be read (this string is not closed" in result.stderr
        )


class TestDismissing:
    def key(self) -> str:
        (found,) = json.loads(diglot("check", "--format", "json").stdout)
        return str(found["key"])

    def test_a_finding_is_dismissed_by_its_key_until_a_text_changes(self, root: Path) -> None:
        exchange(root / CATALOGUE, RIGHT, WRONG)
        result = diglot("check", "--dismiss", "numbers", "--key", self.key(), "--by", "A. Reviewer")
        after = diglot("check")

        assert result.exit_code == 0
        assert result.stdout.startswith("dismissed: numbers: ")
        assert after.exit_code == 0
        assert "; 3 untranslated, 1 finding dismissed." in after.stdout
        assert 'check=numbers by="A. Reviewer"\n' in (root / CATALOGUE).read_text("utf-8")

        exchange(root / CATALOGUE, WRONG, WRONG.replace("26", "27"))

        assert diglot("check").exit_code == 1

    def test_the_anchor_of_the_page_names_the_passage_too(self, root: Path) -> None:
        exchange(root / CATALOGUE, RIGHT, WRONG)
        digits = self.key().partition("/")[2]

        assert diglot("check", "--dismiss", "numbers", "--key", f"#b-{digits}").exit_code == 0

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["--dismiss", "numbers"], "--dismiss CHECK and --key KEY go together"),
            (["--key", "b-123456"], "--dismiss CHECK and --key KEY go together"),
            (["--by", "A"], "--dismiss CHECK and --key KEY go together"),
            (["--dismiss", "numbers", "--key", "x"], "the check «numbers» finds nothing in «x»; "),
            (["strings.po", "--dismiss", "numbers", "--key", "menu"], "strings.po: this is no cat"),
        ],
    )
    def test_what_cannot_be_dismissed_is_told_and_nothing_is_written(
        self, root: Path, words: list[str], message: str
    ) -> None:
        (root / "strings.po").write_text(FOREIGN, encoding="utf-8")
        exchange(root / CATALOGUE, RIGHT, WRONG)
        before = (root / CATALOGUE).read_bytes()
        result = diglot("check", *words)

        assert result.exit_code == 2
        assert message in result.stderr
        assert (root / CATALOGUE).read_bytes() == before

    def test_what_somebody_saves_meanwhile_is_kept(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exchange(root / CATALOGUE, RIGHT, WRONG)
        key, real, saved = self.key(), files.write_over, []

        def write_over(path: Path, text: str, read: str | None) -> bool:
            if not saved:
                saved.append(path)
                exchange(path, "Countering finance", "Countering the money")
            return real(path, text, read)

        monkeypatch.setattr(files, "write_over", write_over)
        checking.dismiss(project.find(root), Asked(), Dismissal("numbers", key))
        text = (root / CATALOGUE).read_text("utf-8")

        assert "Countering the money" in text
        assert "dismissed src=" in text

    def test_a_file_that_never_rests_is_told(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exchange(root / CATALOGUE, RIGHT, WRONG)
        key = self.key()

        def write_over(path: Path, text: str, read: str | None) -> bool:
            raise files.ChangedMeanwhileError(path)

        monkeypatch.setattr(files, "write_over", write_over)
        with pytest.raises(UserError, match="somebody saves this file while diglot writes"):
            checking.dismiss(project.find(root), Asked(), Dismissal("numbers", key))


def test_a_dismissal_leaves_every_other_line_as_it_is(root: Path) -> None:
    path = root / CATALOGUE
    exchange(path, RIGHT, WRONG)
    before = path.read_text("utf-8")
    assert po_writer.serialise(po_reader.parse(before, path, document="", language="en")) == before
    (found,) = checking.dismiss(
        project.find(root), Asked((DOCUMENT,)), Dismissal("numbers", json.loads(
            diglot("check", "--format", "json").stdout)[0]["key"])
    )  # fmt: skip
    after = path.read_text("utf-8").splitlines()

    assert found.finding.check == "numbers"
    assert [line for line in after if "diglot: dismissed" not in line] == before.splitlines()


def test_build_tells_what_the_checks_find_in_what_is_new_and_never_fails(root: Path) -> None:
    exchange(root / CATALOGUE, RIGHT, WRONG)
    first, second = diglot("build", "--no-site"), diglot("build", "--no-site")

    assert first.exit_code == second.exit_code == 0
    assert "Checks of what is new: 1 error; “diglot check” shows them.\n" in first.stdout
    assert "Checks" not in second.stdout


def test_a_build_of_many_documents_leaves_them_to_the_command(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange(root / CATALOGUE, RIGHT, WRONG)
    monkeypatch.setattr(pipeline, "_CHECKED_BY_A_BUILD", 0)

    assert "Many documents are new: “diglot check” tells" in diglot("build", "--no-site").stdout


def test_a_glossary_with_a_mistake_does_not_stop_a_build(root: Path) -> None:
    (root / "translations/glossary.csv").write_text("x,y\n", encoding="utf-8")
    result = diglot("build", "--no-site")

    assert result.exit_code == 0
    assert "translations/glossary.csv:1: the first line of the glossary is «x,y»; " in result.stderr

"""The documentation is true: commands, settings and links in it exist, and the other way round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from diglot import publication, source
from diglot.cli import main
from diglot.model.state import State

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "manual").glob("*.md"), *ROOT.glob("bench/*.md")])


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", list(main.commands))
def test_every_command_and_option_is_documented(command: str) -> None:
    page = text("manual/commands.md")
    (row,) = re.findall(rf"^\| `diglot {command}\b.*$", page, re.MULTILINE)

    for option in main.commands[command].params:
        for name in (o for o in option.opts if o.startswith("--") and o != "--project"):
            assert name in row


def test_no_command_is_documented_that_does_not_exist() -> None:
    command = re.compile(r"^(?:\| `)?diglot ([a-z-]+)", re.MULTILINE)
    for page in PAGES:
        for word in command.findall(page.read_text("utf-8")):
            assert word in main.commands, page


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:^|`)make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE))
        assert named <= targets, page


def test_every_setting_of_a_source_is_documented_and_understood(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", text("manual/sources.md"), re.DOTALL)
    (tmp_path / "paper.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "paper.toml").write_text(example, encoding="utf-8")
    settings = source.read_settings(tmp_path / "paper.txt")

    assert all(getattr(settings, name) for name in settings.__dataclass_fields__)


def test_every_setting_of_the_plugin_is_documented() -> None:
    """With what holds where nothing is written."""
    table = text("manual/site.md").partition("## Settings")[2].partition("\n## ")[0]

    rows = dict(re.findall(r"^\| `([a-z_]+)` \| `(.+?)` \|", table, re.MULTILINE))
    assert {
        name: tuple(default) if isinstance(default, list) else default
        for name, default in ((name, yaml.safe_load(text)) for name, text in rows.items())
    } == publication.DEFAULTS


def test_every_state_is_documented() -> None:
    table = text("manual/catalogues.md").partition("## States")[2]
    assert [state for state in State if f"| {state} |" not in table] == []


def test_the_tests_that_guard_what_we_touch_of_material_exist() -> None:
    table = text("manual/site.md").partition("## Where we touch Material")[2].partition("\n## ")[0]
    written = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))

    named = re.findall(r"`(test_[a-z_0-9]+)`", table)
    assert len(named) > 5
    assert [name for name in named if f"def {name}(" not in written] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target

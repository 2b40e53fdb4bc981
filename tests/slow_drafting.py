"""Drafts a project with an engine that takes its time: ``python -m tests.slow_drafting FOLDER``.

Says what the engine is asked for and what is finished, so that a test can kill it in between.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from diglot import drafting, project
from tests.fake_engine import FakeEngine, FakeTranslation

SECONDS = 0.15
"""Of a call of the engine."""


class SlowEngine(FakeEngine):
    def translate(self, texts: Sequence[str], *, hypotheses: int) -> list[FakeTranslation]:
        click.echo(f"asked {len(texts)}")
        time.sleep(SECONDS)
        return super().translate(texts, hypotheses=hypotheses)


if __name__ == "__main__":
    drafting.draft(
        project.load(Path(sys.argv[1])),
        engine_for=lambda project, language: SlowEngine(),
        progress=lambda done, words: click.echo(f"done {done} {words}"),
    )

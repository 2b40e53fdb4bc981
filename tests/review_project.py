"""A small project to review, with a fault, a stale text and a gap in it; and its server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import uvicorn

from diglot import files, pipeline, project
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.statement import state_that
from diglot.project import Project
from diglot.web.access import access
from diglot.web.app import app

DOCUMENT, LANGUAGE = "paper", "en"
ME = "Reem Haddad"

TITLE = "تقرير عن الحملة"
HEADING = "الحملة العسكرية"
GOOD = "يدعم التحالف الشركاء المحليين."
NUMBER = "حررت العمليات 62 بالمئة من الأراضي."
STALE = "وتم تنفيذ 21 ألف ضربة في هذا العام."
STALE_WAS = "وتم تنفيذ 19 ألف ضربة في هذا العام."
EMPTY = "ويعمل الشركاء معاً."
FIRST_ITEM, SECOND_ITEM = "تدريب الشرطة المحلية.", "إزالة الألغام من المدارس."
TEXT = f"""{HEADING}

{GOOD} {NUMBER}

{STALE} {EMPTY}

1) {FIRST_ITEM}
2) {SECOND_ITEM}
"""
TARGETS = {
    TITLE: "A report on the campaign",
    HEADING: "The Military Campaign",
    GOOD: "The Coalition supports local partners.",
    NUMBER: "Operations have liberated 26 percent of the territory.",
    STALE: "Some 19 thousand strikes were carried out this year.",
    FIRST_ITEM: "Training of the local police.",
    SECOND_ITEM: "Demining of schools.",
}
ORDER = (TITLE, HEADING, GOOD, NUMBER, STALE, EMPTY, FIRST_ITEM, SECOND_ITEM)

_CONFIG = """site_name: Papers
docs_dir: docs
theme:
  name: material
plugins:
  - diglot
  - i18n:
      docs_structure: folder
      languages:
        - locale: ar
          name: العربية
          default: true
        - locale: en
          name: English
markdown_extensions: [attr_list, md_in_html, tables]
"""


def make(root: Path, text: str = TEXT) -> Project:
    """The project in this folder, synced, with its drafts."""
    (root / "seeds").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    (root / "seeds" / f"{DOCUMENT}.txt").write_text(text, encoding="utf-8")
    settings = f'title = "{TITLE}"\nheadings = ["{HEADING}"]\n'
    (root / "seeds" / f"{DOCUMENT}.toml").write_text(settings, encoding="utf-8")
    (root / "translations").mkdir()
    (root / "translations" / "glossary.csv").write_text(
        "source,targets,forbidden,note\nالتحالف,Coalition,alliance,one word\n", encoding="utf-8"
    )
    found = project.load(root)
    pipeline.sync(found)
    rewrite(found, _drafted)
    return found


def path(found: Project) -> Path:
    """The catalogue's file."""
    return found.catalogue_path(DOCUMENT, LANGUAGE)


def read(found: Project) -> Catalogue:
    """The catalogue as the file has it."""
    where = path(found)
    return po_reader.parse(files.read_text(where), where, document=DOCUMENT, language=LANGUAGE)


def segment(found: Project, source: str) -> Segment:
    """The entry of a sentence."""
    return next(each for each in read(found).active if each.source == source)


def rewrite(found: Project, change: Callable[[Segment], Segment]) -> None:
    """Save the catalogue with every entry as ``change`` makes it, as another tool would."""
    before = read(found)
    after = before.with_segments(tuple(change(each) for each in before.segments))
    files.write_if_changed(path(found), po_writer.serialise(after))


def with_target(found: Project, source: str, target: str) -> None:
    """Somebody else saves another translation."""
    rewrite(found, lambda s: replace(s, target=target) if s.source == source else s)


@contextmanager
def serving(found: Project, *, token: str = "", user_header: str = "") -> Iterator[str]:
    """The address of a server for the project, on a free port."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    allowed = access("127.0.0.1", port, token=token, user_header=user_header)
    config = uvicorn.Config(app(found, allowed), log_level="error", server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def _drafted(segment: Segment) -> Segment:
    target = TARGETS.get(segment.source, "")
    if not target:
        return segment
    said = state_that("draft", segment.source, target, engine="argos", score="-0.31")
    if segment.source == STALE:
        said = state_that(
            "stale", segment.source, target, on="2026-11-20", kind="numbers", was=STALE_WAS
        )
    return replace(segment, target=target, comments=(said,), fuzzy=True)

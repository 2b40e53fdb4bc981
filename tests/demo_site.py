"""A small project in two languages, and MkDocs as a user starts it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from diglot import editions, files, pipeline, project
from diglot.model import po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.statement import state_that

DOCUMENT = "fact-sheet"
HOSTILE = '<script>alert("x")</script> & {{ config }}'

CONFIG = """\
site_name: Two languages
theme:
  name: material
  font: false
  favicon: assets/diglot/favicon.svg
  features: [navigation.footer, navigation.indexes, navigation.prune]
  palette: {scheme: default, primary: custom, accent: custom}
plugins:
  - diglot
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {locale: ar, name: العربية, default: true, site_name: لغتان}
        - {locale: en, name: English}
markdown_extensions: [attr_list, md_in_html, tables]
validation: {links: {not_found: warn, anchors: warn, absolute_links: warn}}
extra: {generator: false}
"""

SEED = """\
هذه مقدمة الوثيقة، وفيها جملة واحدة.

الحملة العسكرية

حررت العمليات 62 بالمئة من الأراضي. وما زال العمل جارياً في المدينة.

شارك في الحملة أكثر من عشرين شريكاً، وقدموا نحو 8,200 طن من المعدات.

مكافحة التمويل

عمل الشركاء على تجميد الأموال، وعلى تبادل المعلومات بينهم.
"""

TABLE = """
| البند | العدد |
|-------|------:|
| حسابات | 12 |
| شركات | 7 |
"""
"""For the end of the seed."""

SETTINGS = f"""\
id = "{DOCUMENT}"
title = "بيان حقائق"
date = 2017-03-22
headings = ["الحملة العسكرية", "مكافحة التمويل"]

[sections]
"الحملة العسكرية" = "military-campaign"
"مكافحة التمويل" = "countering-finance"
"""

ENGLISH = {
    "بيان حقائق": HOSTILE,
    "الحملة العسكرية": "The military campaign",
    "مكافحة التمويل": "Countering finance",
    "البند": "Item",
    "12": "12",
    "7": "7",
    "هذه مقدمة الوثيقة، وفيها جملة واحدة.": "This is the introduction, of one sentence.",
    "حررت العمليات 62 بالمئة من الأراضي.": "The operations have freed 62 per cent of the land.",
}
"""Drafts; what is not here stays untranslated."""

PAGES = {
    "ar/index.md": "---\ntitle: الرئيسية\n---\n\n# لغتان\n\n[الوثيقة](fact-sheet/index.md)\n",
    "ar/about.md": "# عن الترجمة\n\nكلمة <em>مهمة</em>.\n",
    "ar/zebra.md": "# صفحة أخرى\n",
    "en/index.md": "---\ntitle: Home\n---\n\n# Two languages\n\n[It](fact-sheet/index.md)\n",
    "en/about.md": "---\ntitle: About <b>&amp; more\n---\n\n# About\n",
    "en/aardvark.md": "# A page in English only\n",
}


def make(root: Path, config: str = CONFIG, seed: str = SEED) -> Path:
    """Write the project, its catalogue with a few drafts included; the pages are not rendered."""
    texts = {
        "mkdocs.yml": config,
        "seeds/sheet.txt": seed,
        "seeds/sheet.toml": SETTINGS,
        **{f"docs/{path}": text for path, text in PAGES.items()},
    }
    for path, text in texts.items():
        files.write_if_changed(root / path, text)
    found = project.load(root)
    pipeline.sync(found)
    (edition,) = editions.load(found)
    catalogue = edition.catalogues["en"]
    drafted = catalogue.with_segments(tuple(map(_drafted, catalogue.segments)))
    files.write_if_changed(found.catalogue_path(DOCUMENT, "en"), po_writer.serialise(drafted))
    return root


def forsake(root: Path, name: str) -> Path:
    """A catalogue of a document that has no source any more."""
    said = state_that("reviewed", "جملة", "A sentence", by="A")
    left = Segment(f"{name}/abcdef", "جملة", "A sentence", (said,))
    path = project.load(root).catalogue_path(name, "en")
    files.write_if_changed(path, po_writer.serialise(Catalogue(name, "en", (left,))))
    return path


def build(root: Path, *flags: str, first: Path | None = None) -> subprocess.CompletedProcess[str]:
    """``mkdocs build`` in the project; what it says is in ``stderr``.

    ``first``: a folder with packages that stand before those that are installed.
    """
    found = environment()
    if first is not None:
        found["PYTHONPATH"] = os.pathsep.join(filter(None, (str(first), found.get("PYTHONPATH"))))
    return subprocess.run(
        command("build", *flags), cwd=root, env=found, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip


def command(*words: str) -> list[str]:
    """MkDocs as this Python has it."""
    return [sys.executable, "-m", "mkdocs", *words]


def environment() -> dict[str, str]:
    """Ours, without Material's notice and with a log that is there at once."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


def _drafted(segment: Segment) -> Segment:
    target = ENGLISH.get(segment.source)
    if target is None:
        return segment
    said = state_that("draft", segment.source, target, engine="argos")
    return replace(segment, target=target, comments=(said,), fuzzy=True)

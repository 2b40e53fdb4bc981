"""The edits of ``scenarios`` through msgmerge and polib's merge: what becomes of the verdicts.

Their catalogues are as their users have them: no msgctxt, a sentence once, the verdict a
translator comment («reviewed by R3»), fuzzy what has to be looked at.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import polib

from diglot.model.catalogue import Segment
from diglot.model.state import State
from tests.sync.scenarios import CASES, Case
from tests.sync.store import Store, confirmed

Merge = Callable[[Path, Path], polib.POFile]
"""Old catalogue and new template in, new catalogue out."""


@dataclass(frozen=True)
class Entry:
    """What a tool made of a sentence."""

    text: str
    verdict: str
    """The name in the verdict that stands there; empty where there is none."""
    counts: bool
    """Whether the tool lets the verdict count: not fuzzy, or our state «reviewed»."""


@dataclass(frozen=True)
class Wanted:
    """What a sentence must have: the text and verdict of its old self, counting or not."""

    text: str
    verdict: str
    counts: bool


def tally(entries: dict[str, Entry], wanted: dict[str, Wanted | None]) -> Counter[str]:
    """``right``, ``lost`` and ``leaked`` sentences of a case; those that are new are ``new``."""
    found: Counter[str] = Counter()
    for source, want in wanted.items():
        entry = entries[source]
        if want is None:
            found["leaked" if entry.verdict else "new"] += 1
        elif entry.verdict and (entry.verdict != want.verdict or entry.counts > want.counts):
            found["leaked"] += 1
        elif entry.text == want.text and entry.counts == want.counts:
            found["right"] += 1
        else:
            found["lost"] += 1
    return found


def wanted(case: Case, before: Store, after: Store) -> dict[str, Wanted | None]:
    """What every sentence that the edit concerns must have; of those that stand once."""
    old = {s.source: s for s in _once(before.catalogue.active)}
    found: dict[str, Wanted | None] = {}
    for segment in _once(after.catalogue.active):
        source = segment.source
        if source in case.new:
            found[source] = None
        elif source in case.stale and len(case.stale[source][1]) == 1:
            was = old[case.stale[source][1][0]]
            found[source] = Wanted(was.target, _name(was), counts=False)
        elif source in case.same or source in case.moved:
            was = old[case.same.get(source, source)]
            found[source] = Wanted(was.target, _name(was), counts=True)
    return found


def ours(after: Store) -> dict[str, Entry]:
    """What ``diglot sync`` made."""
    return {
        s.source: Entry(s.target, _name(s), s.state is State.REVIEWED)
        for s in _once(after.catalogue.active)
    }


def theirs(before: Store, after: Store, merge: Merge, folder: Path) -> dict[str, Entry]:
    """What another tool makes of the same."""
    old, template = polib.POFile(wrapwidth=0), polib.POFile(wrapwidth=0)
    for of, store in ((old, before), (template, after)):
        of.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en"}
        for segment in _once(store.catalogue.active):
            of.append(_entry(segment) if of is old else polib.POEntry(msgid=segment.source))
    old.save(str(folder / "old.po"))
    template.save(str(folder / "new.pot"))
    return {
        entry.msgid: Entry(entry.msgstr, _named(entry.tcomment), not entry.fuzzy)
        for entry in merge(folder / "old.po", folder / "new.pot")
        if not entry.obsolete
    }


def msgmerge(old: Path, template: Path) -> polib.POFile:
    """gettext, as po4a and Sphinx call it."""
    out = old.with_name("merged.po")
    command = ["msgmerge", "--previous", "--no-wrap", "--quiet", "-o", out, old, template]
    subprocess.run(command, check=True, capture_output=True)
    return polib.pofile(str(out), wrapwidth=0)


def polib_merge(old: Path, template: Path) -> polib.POFile:
    """``POFile.merge``."""
    catalogue = polib.pofile(str(old), wrapwidth=0)
    catalogue.merge(polib.pofile(str(template), wrapwidth=0))
    return catalogue


def table(folder: Path) -> str:
    """All cases through all tools, as Markdown."""
    count = {
        name: Counter[str]() for name in ("msgmerge --previous", "POFile.merge", "diglot sync")
    }
    for case in CASES:
        before = confirmed(case.document)
        after = before.edited(case.edits)
        want = wanted(case, before, after)
        found = {
            "msgmerge --previous": theirs(before, after, msgmerge, folder),
            "POFile.merge": theirs(before, after, polib_merge, folder),
            "diglot sync": ours(after),
        }
        for name, entries in found.items():
            count[name].update(tally(entries, want))
    kinds = ("right", "lost", "leaked", "new")
    rows = [
        f"| `{name}` | {' | '.join(str(c[kind]) for kind in kinds)} |" for name, c in count.items()
    ]
    head = ["| | kept rightly | lost | leaked | new, left empty |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def _once(segments: Iterable[Segment]) -> list[Segment]:
    every = list(segments)
    count = Counter(segment.source for segment in every)
    return [segment for segment in every if count[segment.source] == 1]


def _entry(segment: Segment) -> polib.POEntry:
    said = f"reviewed by {_name(segment)}"
    return polib.POEntry(msgid=segment.source, msgstr=segment.target, tcomment=said)


def _name(segment: Segment) -> str:
    found = (s.get("by") for s in segment.statements if s.kind == "reviewed")
    return next((name for name in found if name), "")


def _named(comment: str) -> str:
    found = re.search(r"reviewed by (\w+)", comment)
    return found[1] if found else ""

"""What the page is told of a document: JSON values of plain texts, never markup.

Places in texts are counted as JavaScript counts them, in UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from diglot.checks import Finding
from diglot.checks.terms import Occurrence
from diglot.language import direction
from diglot.model.catalogue import Segment
from diglot.model.document import Block, Kind
from diglot.model.key import anchor, hash8
from diglot.model.state import State
from diglot.model.statement import Statement
from diglot.reviewing import Desk, Opened
from diglot.reviewing.suggesting import Suggestion
from diglot.steps.render.list_markers import is_bullet, translated
from diglot.web.findings_ar import in_arabic

Json = dict[str, Any]


def document_json(desk: Desk, opened: Opened) -> Json:
    """The blocks in reading order, each with its segments."""
    catalogue = opened.catalogue
    source, target = desk.project.source_language.code, catalogue.language
    return {
        "document": opened.document.id,
        "title": opened.document.title.text,
        "source": {"lang": source, "dir": direction(source)},
        "target": {"lang": target, "dir": direction(target)},
        "revision": opened.revision,
        "sourceRevision": opened.source_revision,
        "blocks": [
            {
                "section": section,
                "level": level,
                **_block_json(block, target),
                "segments": [
                    {**segment_json(desk, segment), "sentence": block.sentences.index(text) + 1}
                    for text in block.segments
                    if (segment := catalogue.get(block.key or "", text)) is not None
                ],
            }
            for section, level, block in opened.blocks()
        ],
    }


def segment_json(desk: Desk, segment: Segment) -> Json:
    """One segment with all that is said of it."""
    return {
        "key": segment.key,
        "source": segment.source,
        "target": segment.target,
        "state": _state(segment),
        "fuzzy": segment.fuzzy,
        "version": desk.version(segment),
        "needs": [_said(s) for s in segment.holding("needs-work")],
        "wrong": [_said(s) for s in _of_source(segment, "source-wrong")],
        "conflicts": [_said(s) for s in segment.holding("conflict")],
        "reviewed": [_said(s) for s in segment.holding("reviewed")],
        "empty": [_said(s) for s in _of_source(segment, "empty")] if not segment.target else [],
        "notes": [_said(s) for s in segment.statements if s.kind == "note"],
        "dismissed": [s.get("check") or "" for s in segment.holding("dismissed")],
        "stale": next((_said(s) for s in segment.holding("stale")), None),
        "draft": None if segment.draft is None else _said(segment.draft),
    }


def finding_json(finding: Finding, source: str, target: str) -> Json:
    """What was found, and where on both sides."""
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "message": finding.message,
        "arabic": in_arabic(finding.message),
        "source": _units(source, finding.source_span),
        "target": _units(target, finding.target_span),
    }


def terms_json(occurrences: Iterable[Occurrence], source: str) -> list[Json]:
    """The glossary's terms in a source."""
    return [
        {
            "span": _units(source, each.span),
            "source": each.term.source,
            "targets": list(each.term.targets),
            "forbidden": list(each.term.forbidden),
            "note": each.term.note,
        }
        for each in occurrences
    ]


def suggestion_json(suggestion: Suggestion) -> Json:
    """A proposal, with where it is from."""
    origin = suggestion.origin
    about: Json = {} if origin is None else {
        "source": origin.source,
        "document": origin.document,
        "by": origin.by,
        "on": origin.on,
        # Never 100 for what is not the very text.
        "percent": 100 if origin.likeness == 1.0 else min(99, int(origin.likeness * 100)),
    }  # fmt: skip
    return {"kind": suggestion.kind, "text": suggestion.text, **about}


def _block_json(block: Block, language: str) -> Json:
    marker = block.marker
    return {
        "key": block.key,
        "anchor": anchor(block.key or ""),
        "kind": str(block.kind),
        "depth": block.depth,
        "row": block.row,
        "column": block.column,
        "marker": "•" if marker and is_bullet(marker) else marker,
        "targetMarker": _marker(block, language),
    }


def _marker(block: Block, language: str) -> str:
    if not block.marker:
        return ""
    if block.kind is Kind.ITEM and is_bullet(block.marker):
        return "•"
    return translated(block.marker, block.kind, language)


def _state(segment: Segment) -> str:
    if segment.state is not State.UNTRANSLATED and segment.holding("needs-work"):
        return "needs"
    return str(segment.state)


def _said(statement: Statement) -> Json:
    return {key: value for key, value in statement.fields if key not in {"src", "tgt"}}


def _of_source(segment: Segment, kind: str) -> list[Statement]:
    src = hash8(segment.source)
    return [s for s in segment.statements if s.kind == kind and s.src == src]


def _units(text: str, span: tuple[int, int] | None) -> list[int] | None:
    if span is None:
        return None
    return [len(text[:place].encode("utf-16-le", "surrogatepass")) // 2 for place in span]

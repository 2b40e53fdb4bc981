"""Settings of a source that fit nothing: a line that is not in the text, a language that is none.

In: a document as split, its source, the languages of the site. Out: problems, none of which stops
the work: a text may have been corrected since, and its settings still be right for the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from diglot.model.document import Document
from diglot.problems import Problem
from diglot.source import Settings, Source


def unused_settings(
    document: Document, source: Source, languages: Collection[str] | None
) -> tuple[Problem, ...]:
    """What ``NAME.toml`` says in vain; ``languages`` is None where no project tells."""
    settings = source.settings
    return (
        *_lines_not_found(document, source),
        *_headings_not_found(document, settings),
        *(() if languages is None else _languages_not_found(settings, languages)),
    )


def _lines_not_found(document: Document, source: Source) -> Iterator[Problem]:
    settings = source.settings
    lines = {_spaced(line) for line in source.text.removeprefix("\ufeff").splitlines()}
    lines |= {line.strip("# ") for line in lines} | {block.text for block in document.blocks()}
    for name, texts in (("headings", settings.headings), ("not_headings", settings.not_headings)):
        for text in texts:
            if _spaced(text) not in lines:
                yield Problem(
                    f"{name}: «{text}» is no line of {source.path.name}",
                    settings.path,
                    settings.line_with(text) or settings.line_of(name),
                    "write the line as it stands in the text, or remove it here",
                )


def _headings_not_found(document: Document, settings: Settings) -> Iterator[Problem]:
    headings = [section.heading for section in document.sections if section.heading is not None]
    known = {_spaced(each) for h in headings for each in (h.text, f"{h.marker} {h.text}", h.raw)}
    for text in settings.sections:
        if _spaced(text) not in known:
            yield Problem(
                f"[sections]: there is no heading «{text}»",
                settings.path,
                settings.line_of(text) or settings.line_of("sections"),
                "diglot split shows the headings; write it as it stands there, or name the line "
                "in headings",
            )


def _languages_not_found(settings: Settings, languages: Collection[str]) -> Iterator[Problem]:
    for name in ("origin", "licence", "note"):
        for code in getattr(settings, name):
            if code and code not in languages:
                yield Problem(
                    f"{name}: «{code}» is no language of the site",
                    settings.path,
                    settings.line_of(code) or settings.line_of(name),
                    f"there are: {', '.join(languages)}",
                )


def _spaced(text: str) -> str:
    return " ".join(text.split())

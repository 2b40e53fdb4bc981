"""Catalogues into PO files, in one fixed way: the same catalogue gives the same text.

Strings are not wrapped, there are no line numbers, dates or versions: nothing moves that did not
change, so that git merges what two people did to different segments.
"""

from __future__ import annotations

from diglot.model import statement
from diglot.model.catalogue import Catalogue, Segment


def serialise(catalogue: Catalogue) -> str:
    """The text of the PO file, byte for byte the same for the same catalogue.

    Law: ``parse(serialise(catalogue)) == catalogue``, and ``serialise(parse(text)) == text`` for
    any text that diglot wrote.
    """
    parts = [_header(catalogue)]
    parts.extend(_entry(segment) for segment in catalogue.segments if not segment.obsolete)
    parts.extend(_entry(segment) for segment in catalogue.segments if segment.obsolete)
    if catalogue.ending:
        parts.append("".join(_comment_lines(catalogue.ending)))
    return "\n".join(parts)


def _header(catalogue: Catalogue) -> str:
    lines = _comment_lines(catalogue.preamble) if catalogue.preamble else []
    lines += ['msgid ""\n', 'msgstr ""\n']
    fields = catalogue.header or default_header(catalogue.document, catalogue.language)
    lines += [f'"{_escaped(f"{name}: {value}")}\\n"\n' for name, value in fields]
    return "".join(lines)


def default_header(document: str, language: str) -> tuple[tuple[str, str], ...]:
    """The header of a new catalogue; no date and no version in it, so that nothing moves."""
    named = (("Language", language),) if language else ()
    return (
        ("Project-Id-Version", document),
        *named,
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Generator", "diglot"),
    )


def _entry(segment: Segment) -> str:
    lines = _comment_lines(statement.write(segment.comments)) if segment.comments else []
    lines += [f"#. {line}\n" for line in segment.hint.split("\n") if segment.hint]
    if segment.references:
        places = (f"{name}:{line}" if line else name for name, line in segment.references)
        lines.append(f"#: {' '.join(places)}\n")
    flags = (("fuzzy",) if segment.fuzzy else ()) + segment.flags
    if flags:
        lines.append(f"#, {', '.join(flags)}\n")
    mark = "#~ " if segment.obsolete else ""
    if segment.previous_source is not None:
        before = "#~| " if segment.obsolete else "#| "
        lines.append(f'{before}msgid "{_escaped(segment.previous_source)}"\n')
    if segment.key:
        lines.append(f'{mark}msgctxt "{_escaped(segment.key)}"\n')
    lines.append(f'{mark}msgid "{_escaped(segment.source)}"\n')
    lines.append(f'{mark}msgstr "{_escaped(segment.target)}"\n')
    return "".join(lines)


def _comment_lines(text: str) -> list[str]:
    return [f"# {line}\n" if line else "#\n" for line in text.split("\n")]


def _escaped(text: str) -> str:
    if '"' in text or "\\" in text:
        text = text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")

"""How much was found, in one line."""

from __future__ import annotations

from diglot.checking import Summary


def summary_line(counts: Summary) -> str:
    """All that was counted: ``1 error and 2 hints in 115 segments of 1 catalogue; 3 dismissed``."""
    where = f"{_number(counts.segments, 'segment')} of {_number(counts.catalogues, 'catalogue')}"
    besides = [
        *([f"{counts.untranslated:,} untranslated"] if counts.untranslated else []),
        *([f"{_number(counts.dismissed, 'finding')} dismissed"] if counts.dismissed else []),
    ]
    told = f"{_found(counts)} in {where}"
    return "; ".join([told, ", ".join(besides)] if besides else [told]) + "."


def build_line(counts: Summary | None) -> str:
    """What a build says of the documents that it has made anew; None where those are many."""
    if counts is None:
        return "Many documents are new: “diglot check” tells what the checks find in them."
    if not any(counts.by_severity.values()):
        return "Checks of what is new: no error, no warning."
    return f"Checks of what is new: {_found(counts)}; “diglot check” shows them."


def _found(counts: Summary) -> str:
    parts = [_number(n, str(severity)) for severity, n in counts.by_severity.items() if n]
    if not parts:
        return "Nothing found"
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"

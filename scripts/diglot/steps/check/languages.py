"""Which checks can say something about two languages.

Numbers, lengths and spelling are read as Arabic and English write them; of other languages only
what needs no language is said, rather than something wrong.
"""

from __future__ import annotations

from diglot.checks import Check, Context, all_checks
from diglot.checks.empty import empty
from diglot.checks.form.brackets import brackets
from diglot.checks.form.invisible import invisible
from diglot.checks.form.list_marker import list_marker
from diglot.checks.form.punctuation import punctuation
from diglot.checks.form.quotes import quotes
from diglot.checks.form.spelling import spelling
from diglot.checks.glossary import glossary
from diglot.checks.latin_kept import latin_kept
from diglot.checks.left_over import left_over
from diglot.checks.loops import loops
from diglot.checks.unknown_names import unknown_names
from diglot.checks.unknown_tokens import unknown_tokens

IN_ANY_LANGUAGE: tuple[Check, ...] = (
    empty,
    unknown_tokens,
    loops,
    brackets,
    quotes,
    invisible,
    list_marker,
)
FROM_ARABIC: tuple[Check, ...] = (left_over, glossary, latin_kept, punctuation)
"""For translations out of Arabic into any language that is written from left to right."""


ONLY_HINTS: frozenset[Check] = frozenset({spelling, unknown_names})
"""What reads much before it says anything, and then nothing that is sure."""


def checks_for(context: Context, *, hints: bool = True) -> tuple[Check, ...]:
    """All checks from Arabic to English; fewer for other languages, or where nobody wants hints."""
    if are_all_for(context):
        return tuple(each for each in all_checks() if hints or each not in ONLY_HINTS)
    if _primary(context.source_language) == "ar" and context.changes_direction:
        return (*IN_ANY_LANGUAGE, *FROM_ARABIC)
    return IN_ANY_LANGUAGE


def are_all_for(context: Context) -> bool:
    """Whether this is the pair of languages that all checks were made for."""
    return (_primary(context.source_language), _primary(context.target_language)) == ("ar", "en")


def _primary(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()

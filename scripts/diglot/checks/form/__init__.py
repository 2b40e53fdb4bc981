"""Form: what a typographer would see, whatever the text says.

In: a pair. Out: findings, mostly hints: a slip of form misleads nobody, and a list that is full of
them hides what does. Each module is one check.
"""

from __future__ import annotations

from diglot.checks.finding import Check
from diglot.checks.form.brackets import brackets
from diglot.checks.form.invisible import invisible
from diglot.checks.form.list_marker import list_marker
from diglot.checks.form.punctuation import punctuation
from diglot.checks.form.quotes import quotes
from diglot.checks.form.repeated_word import repeated_word
from diglot.checks.form.spaces import spaces
from diglot.checks.form.spelling import spelling

FORM: tuple[Check, ...] = (
    brackets,
    quotes,
    punctuation,
    spaces,
    repeated_word,
    invisible,
    list_marker,
    spelling,
)
"""The checks of form, in the order in which they report."""

__all__ = ["FORM"]

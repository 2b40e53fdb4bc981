"""Reviewing on the disk: a document opened, one decision after the other written into its file.

In: a project, and what a person decides on one segment. Out: the catalogue in ``translations/``,
changed in just that segment, and what the page has to show of it. The files are the only state: a
desk that is killed has lost nothing but the way back (undo).
"""

from diglot.reviewing.asking import Asked, AskError
from diglot.reviewing.desk import Desk
from diglot.reviewing.opened import Opened
from diglot.reviewing.writing import Outcome

__all__ = ["AskError", "Asked", "Desk", "Opened", "Outcome"]

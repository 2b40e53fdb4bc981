"""Search: pages in, an index in small pieces out. What reads it stands in the theme, in JavaScript.

Law: each piece is found by rules that the reader's browser has as well (``folding``), so that
nothing has to be loaded but the pieces of the words that somebody looks for.
"""

from __future__ import annotations

from diglot.steps.search.index import Index, index_files
from diglot.steps.search.page import FoundPage, FoundPassage, passages

__all__ = ["FoundPage", "FoundPassage", "Index", "index_files", "passages"]

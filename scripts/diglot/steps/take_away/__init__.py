"""Take away: a document as a file that one keeps: PDF, EPUB, plain text.

In: the pages of a document, as the site shows them. Out: the bytes of files. What the pages say of
each passage, that nobody has reviewed it for instance, the files say as well. Nothing is written
here.
"""

from __future__ import annotations

from diglot.steps.take_away import pdf
from diglot.steps.take_away.book import Book, book
from diglot.steps.take_away.epub import epub
from diglot.steps.take_away.plain_text import plain_text
from diglot.steps.take_away.print_page import one_language, side_by_side
from diglot.steps.take_away.words import Words, size_in_words, words_for

__all__ = [
    "Book",
    "Words",
    "book",
    "epub",
    "one_language",
    "pdf",
    "plain_text",
    "side_by_side",
    "size_in_words",
    "words_for",
]

"""How deep the entries of a nested list stand, from the levels that a source gives them.

Levels may jump, or begin inside: articles below a part that has no chapters, items that go on where
a paragraph broke the list. Markdown knows only one step at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def depths(levels: Iterable[int], deepest: int) -> Iterator[int]:
    """A depth for each level, the outermost 0; equal levels in a row are neighbours."""
    above: list[int] = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield min(len(above) - 1, deepest)

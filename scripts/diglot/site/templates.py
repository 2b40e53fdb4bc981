"""Templates are compiled once in a process, and the files of a theme listed once.

MkDocs does both anew for each build, which i18n starts for each language, and ``serve`` after each
save: half of the time of a small site. What a template gives is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.theme import Theme


class _Compiled(BytecodeCache):
    """The code of templates, in memory; Jinja compares the source of each with what it is of."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_compiled = _Compiled()
_listed: dict[tuple[str, frozenset[str]], list[str]] = {}
"""Names that MkDocs takes from a folder of an installed package, which does not change while a
process runs; by the folder and the static templates."""


def keep_compiled(theme: Theme) -> None:
    """Let a theme remember its templates from one build to the next."""
    if not isinstance(theme.get_env, partial):
        theme.get_env = partial(_environment, theme, theme.get_env)  # type: ignore[method-assign]


def _environment(theme: Theme, make: Callable[[], Environment]) -> Environment:
    environment = make()
    environment.bytecode_cache = _compiled
    environment.list_templates = partial(_list, theme)  # type: ignore[method-assign]
    return environment


def _list(
    theme: Theme,
    extensions: Collection[str] | None = None,
    filter_func: Callable[[str], bool] | None = None,
) -> list[str]:
    """As Jinja lists templates; ``filter_func`` is that of MkDocs, which asks for nothing else."""
    names: set[str] = set()
    for folder in theme.dirs:
        key = folder, frozenset(theme.static_templates)
        if "site-packages" not in folder or key not in _listed:
            found = FileSystemLoader(folder).list_templates()
            _listed[key] = [name for name in found if filter_func is None or filter_func(name)]
        names.update(_listed[key])
    return sorted(names)

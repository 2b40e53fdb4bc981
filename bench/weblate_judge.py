"""What Weblate's checks say of pairs: run by a Python that has Weblate, without its server.

In: a JSON list of [source, target] on standard input. Out: for each the names of the checks that
fail, as JSON. The checks that look at one text and its translation are called one by one, with a
unit that only knows its languages; those that need the database (glossary, consistency) cannot be.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

_MODULES = ("chars", "same", "duplicate")
_DRAWING = ("cairo", "gi", "gi.repository", "gi.repository.Pango", "gi.repository.PangoCairo")
"""Weblate draws texts to measure them; no check that is called here does."""


def main() -> None:
    """Every check on one pair after the other; one that cannot be called is left out, and named."""
    for name in _DRAWING:
        sys.modules[name] = MagicMock()
    _set_up()
    checks = list(_checks())
    unit = _unit()
    broken: set[str] = set()

    def judged(source: str, target: str) -> list[str]:
        found = []
        for check in checks:
            try:
                if check.check_single(source, target, unit):
                    found.append(check.check_id)
            except Exception as error:  # noqa: BLE001 - one that wants a server ends no other
                broken.add(f"{check.check_id} ({type(error).__name__})")
        return found

    json.dump([judged(source, target) for source, target in json.load(sys.stdin)], sys.stdout)
    print(f"{len(checks)} checks, could not be called: {sorted(broken)}", file=sys.stderr)


def _set_up() -> None:
    import django  # type: ignore[import-not-found]
    from django.conf import settings  # type: ignore[import-not-found]

    apps = ["django.contrib.contenttypes", "django.contrib.auth"]
    settings.configure(INSTALLED_APPS=apps, SECRET_KEY="-", DATABASES={}, CHECK_LIST=[])
    django.setup()


def _checks() -> Iterator[Any]:
    for module in map(importlib.import_module, [f"weblate.checks.{name}" for name in _MODULES]):
        for _, each in inspect.getmembers(module, inspect.isclass):
            if each.__module__ == module.__name__ and getattr(each, "check_id", ""):
                yield each()


def _unit() -> Any:
    """A unit of Arabic text, translated into English, without flags."""
    ar, en = (
        SimpleNamespace(
            code=c, base_code=c, is_base=lambda codes, c=c: c in codes, is_cjk=lambda: False
        )
        for c in ("ar", "en")
    )
    component = SimpleNamespace(
        source_language=ar, is_multivalue=False, file_format="po", name="-",
        project=SimpleNamespace(name="-"),
    )  # fmt: skip
    flags = MagicMock()
    flags.__contains__.return_value = False
    flags.has_value.return_value = False
    return SimpleNamespace(
        translation=SimpleNamespace(language=en, component=component, is_source=False),
        all_flags=flags, is_source=False, source="", note="", context="",
    )  # fmt: skip


if __name__ == "__main__":
    main()

"""The extra ``diglot[argos]``: what machine translation needs and publishing does not."""

from __future__ import annotations

from importlib.util import find_spec

from diglot.problems import UserError

_MODULES = ("argostranslate", "ctranslate2", "sentencepiece")


def is_installed() -> bool:
    """Whether machine translation can run here at all; imports nothing."""
    return all(find_spec(name) is not None for name in _MODULES)


def require() -> None:
    """UserError, with the command that installs it, where the extra is missing."""
    missing = [name for name in _MODULES if find_spec(name) is None]
    if missing:
        raise UserError(
            f"machine translation is not installed here ({', '.join(missing)})",
            todo="install it: pip install 'diglot[argos]' (in diglot's own project: make argos)",
        )

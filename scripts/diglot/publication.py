"""How a project is published: the settings of the plugin ``diglot`` in ``mkdocs.yml``.

In: the mapping that stands there. Out: a ``Publication``, and what in it cannot be meant. Each
field is a setting of the same name; its type is what may be written, its default what holds
without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from diglot import report_link

_CHOICES = {
    "publish": ("all", "reviewed"),
    "cards": ("auto", "pages", "documents", "site", "none"),
    "take_away": ("pdf", "epub", "text"),
}
_TYPES = {bool: "true or false", str: "a text"}


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published of a project, and what is said beside it."""

    publish: str = "all"
    """``all`` texts, each with what it is; or what was ``reviewed``, and of the rest the source."""
    reviewers: bool = False
    """Whether the names of those who reviewed a passage stand beside it."""
    report: str = ""
    """Where an error in a passage is reported: an address of mail or of the web; see
    ``report_link``."""
    cards: str = "auto"
    """What has a social card of its own: every page, every document, or only the site."""
    take_away: tuple[str, ...] = ("epub", "text")
    """As what documents can be taken away: ``pdf``, ``epub``, ``text``."""

    @property
    def holds_back(self) -> bool:
        """Whether only what was reviewed is published."""
        return self.publish == "reviewed"


AS_USUAL = Publication()

DEFAULTS = {field.name: field.default for field in fields(Publication)}
"""What each setting is where nothing is written."""


def of(settings: Mapping[str, object]) -> Publication:
    """These settings; the default where one is not set, unknown, or not what it may be."""
    return Publication(
        **{name: _taken(settings[name]) for name in DEFAULTS if _is_meant(name, settings.get(name))}  # type: ignore[arg-type]
    )


def problems(settings: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Each setting that cannot be meant: its name, what is wrong, what to do."""
    for name, value in settings.items():
        if name not in DEFAULTS:
            known = ", ".join(DEFAULTS)
            yield name, f"the plugin «diglot» has no setting «{name}»", f"it knows {known}"
        elif name == "report" and isinstance(value, str):
            if wrong := report_link.problem(value):
                yield name, *wrong
        elif value is not None and not _is_meant(name, value):
            yield name, f"«{name}» cannot be «{value}»", f"write {_may_be(name)}"


def _taken(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _is_meant(name: str, value: object) -> bool:
    if isinstance(DEFAULTS[name], tuple):
        return isinstance(value, list) and all(each in _CHOICES[name] for each in value)
    if not isinstance(value, type(DEFAULTS[name])) or value not in _CHOICES.get(name, (value,)):
        return False
    return name != "report" or report_link.problem(str(value)) is None


def _may_be(name: str) -> str:
    if isinstance(DEFAULTS[name], tuple):
        return f"a list of what you want of {', '.join(_CHOICES[name])}; [] for none"
    if name in _CHOICES:
        return " or ".join(_CHOICES[name])
    return _TYPES[type(DEFAULTS[name])]

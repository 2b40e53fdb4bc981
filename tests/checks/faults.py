"""Faults put into good translations, one at a time, to see whether a check finds them.

Each function takes source and target, and gives a target with one fault; None where the pair has
nothing to break. No fault depends on chance: the same pair gives the same fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Fault = Callable[[str, str], str | None]

_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w,.]\d)")
_SCALES = {"thousand": "million", "million": "billion", "billion": "million"}
_SCALE = re.compile(r"(?<=\d )(?:thousand|million|billion)\b")


def digit_changed(source: str, target: str) -> str | None:
    """«62» → «72»."""
    found = _NUMBER.search(target)
    if found is None:
        return None
    digit = str((int(found[0][0]) + 1) % 9 + 1)
    return target[: found.start()] + digit + target[found.start() + 1 :]


def digits_swapped(source: str, target: str) -> str | None:
    """«1998» → «1989»: what the noisy package does."""
    for found in _NUMBER.finditer(target):
        digits = found[0]
        if len(digits) > 1 and digits[-2:].isdigit() and digits[-1] != digits[-2]:
            swapped = digits[:-2] + digits[-1] + digits[-2]
            return target[: found.start()] + swapped + target[found.end() :]
    return None


def number_dropped(source: str, target: str) -> str | None:
    """«62 percent» → «percent»; only where the source has digits too."""
    found = _NUMBER.search(target)
    if found is None or not re.search(r"[\d٠-٩]", source):
        return None
    return target[: found.start()] + target[found.end() :]


def number_invented(source: str, target: str) -> str | None:
    """A number that nobody wrote, at the end."""
    return f"{target.rstrip('. ')} in 48 places."


def scale_changed(source: str, target: str) -> str | None:
    """«2.3 billion» → «2.3 million»."""
    found = _SCALE.search(target)
    if found is None:
        return None
    return target[: found.start()] + _SCALES[found[0]] + target[found.end() :]


def looped(source: str, target: str) -> str | None:
    """The last three words, four times."""
    words = target.rstrip(".").split()
    return " ".join([*words, *words[-3:] * 3]) if len(words) > 3 else None


def one_word_looped(source: str, target: str) -> str | None:
    """The last word, five times."""
    words = target.rstrip(".").split()
    return " ".join([*words, *words[-1:] * 4])


def arabic_left_in(source: str, target: str) -> str | None:
    """A word of the source in the middle of the translation."""
    words, left = target.split(), re.findall(r"[ء-ي]{3,}", source)
    return " ".join([*words[:2], left[-1], *words[2:]]) if left else None


def sentence_dropped(source: str, target: str) -> str | None:
    """The second half is gone."""
    words = target.split()
    return " ".join(words[: len(words) // 3]) if len(words) > 12 else None


def address_broken(source: str, target: str) -> str | None:
    """A URL or code with a blank where an underscore or a slash was."""
    found = re.search(r"(?<=[A-Za-z])[_/](?=\w)", target)
    return target[: found.start()] + " " + target[found.end() :] if found else None


def unknown_token(source: str, target: str) -> str | None:
    """A trace of the vocabulary."""
    return f"⁇ {target}"


FAULTS: dict[Fault, str] = {
    digit_changed: "numbers",
    digits_swapped: "numbers",
    number_dropped: "numbers",
    number_invented: "numbers",
    scale_changed: "numbers",
    looped: "loops",
    one_word_looped: "loops",
    arabic_left_in: "left_over",
    sentence_dropped: "length",
    unknown_token: "unknown_tokens",
}
"""Each fault, and the check that has to find it."""

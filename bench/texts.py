"""Generated texts: Arabic documents that differ in every sentence, and English for catalogues.

In: a seed. Out: text. The same seed gives the same text, on every machine and in every process.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from bench import words

_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def document(seed: int, sections: int) -> str:
    """A document of this many sections, about 370 words each, as in the project's own source."""
    draw = random.Random(f"document {seed}")
    parts = [_heading(draw), _paragraph(draw)]
    for _ in range(sections - 1):
        parts += [_heading(draw), *_body(draw)]
    text = "\n\n".join(parts) + "\n"
    # Some offices write eastern digits throughout.
    return text.translate(_EASTERN) if draw.random() < 0.2 else text


def english(source: str) -> str:
    """A text in place of the translation: as long as one, with the numbers of the source."""
    draw = random.Random(f"english {source}")
    length = max(1, round(len(source.split()) * draw.uniform(1.1, 1.4)))
    chosen = [draw.choice(words.ENGLISH) for _ in range(length)]
    for number in _NUMBER.findall(source):
        chosen.insert(draw.randint(1, len(chosen)), number)
    text = " ".join(chosen)
    return text[0].upper() + text[1:] + ("." if source.endswith(".") else "")


def sentence(draw: random.Random) -> str:
    """One sentence of eight to forty words, with a full stop."""
    pieces = [_statement(draw)]
    pieces += [draw.choice(words.CLAUSES) for _ in range(draw.randint(0, 2))]
    if draw.random() < 0.5:
        pieces.append(f"و{_statement(draw)}")
    if draw.random() < 0.1:
        pieces.append(f"كما قال {draw.choice(words.PEOPLE)}")
    return "، ".join(pieces) + "."


def _statement(draw: random.Random) -> str:
    text = (
        f"{draw.choice(words.VERBS)} {draw.choice(words.SUBJECTS)} {draw.choice(words.PLACES)} "
        f"{draw.choice(words.OBJECTS)} {draw.choice(words.ADJECTIVES)}"
    )
    if draw.random() < 0.5:
        text += f" بنحو {_amount(draw)} {draw.choice(words.UNITS)}"
    if draw.random() < 0.35:
        text += f" في {draw.randint(1, 28)} {draw.choice(words.MONTHS)} {draw.randint(1990, 2026)}"
    if draw.random() < 0.05:
        text += f" ({draw.choice(['GIS', 'COVID-19', 'ISO 9001', 'UNDP', 'www.example.org'])})"
    return text


def _amount(draw: random.Random) -> str:
    kind = draw.random()
    if kind < 0.4:
        return str(draw.randint(2, 999))
    return f"{draw.randint(1000, 99999):,}" if kind < 0.7 else f"{draw.uniform(1, 99):.1f}"


def _heading(draw: random.Random) -> str:
    return f"{draw.choice(words.ASPECTS)} {draw.choice(words.TOPICS)} {draw.choice(words.PLACES)}"


def _body(draw: random.Random) -> Iterator[str]:
    """The blocks below a heading; the first is a paragraph, which makes the heading one."""
    for _ in range(draw.randint(2, 4)):
        yield _paragraph(draw)
    extra = draw.random()
    if extra < 0.35:
        yield _list(draw)
    elif extra < 0.5:
        yield _table(draw)
    elif extra < 0.6:
        yield "\n".join(f"> {sentence(draw)}" for _ in range(2))
    yield _paragraph(draw)


def _paragraph(draw: random.Random) -> str:
    return " ".join(sentence(draw) for _ in range(draw.randint(1, 5)))


def _list(draw: random.Random) -> str:
    marker = draw.choice(("{})", "{}-", "-"))
    items = range(1, draw.randint(3, 7))
    lead = f"وتشمل {draw.choice(words.OBJECTS)} {draw.choice(words.ADJECTIVES)} ما يلي:"
    return "\n".join([lead, *(f"{marker.format(n)} {sentence(draw)}" for n in items)])


def _table(draw: random.Random) -> str:
    rows = [["الجهة", "العدد", "النسبة"]]
    rows += [
        [subject, _amount(draw), f"{draw.uniform(0, 100):.1f}%"]
        for subject in draw.sample(words.SUBJECTS, draw.randint(3, 6))
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---|---|---|", *lines[1:]])

"""The index in its pieces: what is found under which word, and the passages as they are shown.

In: all pages of all languages. Out: files below ``search/``, each small, for the browser to load
when it needs them:

``index.json``                 which languages there are, in how many pieces, a name for it all, and
                               the pages that come after all others
``<language>/<a|o><n>.bin``    words in Arabic letters and others; a line of JSON, then the postings
``<language>/<a|o>-<n>.bin``   postings of one very frequent word
``<language>/<n>.json``        a page: address, titles, passages

A page has one number in all languages, and a passage of it has one number there. So whoever finds
a passage in one language has found it in the others.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from diglot.steps.search import folding
from diglot.steps.search.page import FoundPage
from diglot.steps.search.vocabulary import Texts, Vocabulary

PIECE = 5_000
"""Bytes that a piece has on the average; one or two words of a query are one piece each."""
FREQUENT = 5_000
"""Bytes of postings from which on a word has a file of its own."""


def index_files(pages: Sequence[FoundPage]) -> Iterator[tuple[str, bytes]]:
    """Each file below ``search/`` with its content."""
    return Index().files(pages)


class Index:
    """The index from one build to the next.

    Law: ``files`` gives what ``index_files`` gives for the same pages, whatever came before.
    """

    def __init__(self) -> None:
        self._vocabularies: defaultdict[str, Vocabulary] = defaultdict(Vocabulary)

    def files(self, pages: Sequence[FoundPage]) -> Iterator[tuple[str, bytes]]:
        """Each file below ``search/`` with its content."""
        numbered = _numbered(pages)
        digest = hashlib.sha256()
        counts: dict[str, dict[str, int]] = {}
        for language, own in numbered.items():
            counts[language] = {}
            for page in own:
                text = _json(page.shown)
                digest.update(text)
                yield f"{language}/{page.number}.json", text
            found = self._vocabularies[language].of({page.number: page.texts for page in own})
            for script, vocabulary in _by_script(found).items():
                pieces = list(_pieces(vocabulary, f"{language}/{script}"))
                counts[language][script] = sum("-" not in name for name, _ in pieces)
                for name, content in pieces:
                    digest.update(content)
                    yield name, content
        yield "rules.json", _json(folding.rules())
        count = len({page.path for page in pages})
        about: dict[str, object] = {
            "name": digest.hexdigest()[:12], "pages": count, "pieces": counts,
            "last": sorted({p.number for own in numbered.values() for p in own if p.is_last}),
        }  # fmt: skip
        yield "index.json", _json(about)


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: int
    is_last: bool
    shown: dict[str, object]
    texts: Texts
    """What is indexed: the number of each passage, and its words in the language of the page."""


def _numbered(pages: Sequence[FoundPage]) -> dict[str, list[_Numbered]]:
    """The pages of each language, by the number that a page and its translations share."""
    numbers: dict[str, int] = {}
    anchors: dict[str, dict[tuple[str, str, int], int]] = defaultdict(dict)
    found: dict[str, list[_Numbered]] = defaultdict(list)
    for page in pages:
        number = numbers.setdefault(page.path, len(numbers))
        found[page.language].append(_number(page, number, anchors[page.path]))
    return {language: sorted(own, key=lambda p: p.number) for language, own in found.items()}


def _number(page: FoundPage, number: int, known: dict[tuple[str, str, int], int]) -> _Numbered:
    """A page; ``known`` are the passages that it has in other languages, and grows."""
    shown, texts = [], []
    for place, passage in enumerate(page.passages):
        aligned = ("", passage.anchor, 0)
        key = aligned if passage.is_aligned else (page.language, passage.anchor, place)
        at = known.setdefault(key, len(known))
        shown.append([at, passage.anchor, passage.text])
        texts.append((at, passage.own))
    about: dict[str, object] = {
        "url": page.url, "title": page.title, "document": page.document, "passages": shown,
    }  # fmt: skip
    return _Numbered(number, page.is_last, about, tuple(texts))


def _by_script(vocabulary: Mapping[str, bytes]) -> Mapping[str, dict[str, bytes]]:
    """Words in Arabic letters (``a``) and others (``o``) apart."""
    parted: dict[str, dict[str, bytes]] = {"a": {}, "o": {}}
    for word, postings in vocabulary.items():
        parted["a" if folding.is_arabic(word) else "o"][word] = postings
    return parted


def _pieces(packed: Mapping[str, bytes], name: str) -> Iterator[tuple[str, bytes]]:
    """The words of one script in pieces: related words, which have one key, are in one piece."""
    words = sorted(packed)
    frequent = [word for word in words if len(packed[word]) > FREQUENT]
    for n, word in enumerate(frequent, start=1):
        yield f"{name}-{n}.bin", packed[word]
    size = sum(len(word.encode()) + 8 + len(p) for word, p in packed.items() if len(p) <= FREQUENT)
    count = -(-size // PIECE) or bool(packed)
    pieces: list[dict[str, list[str]]] = [defaultdict(list) for _ in range(count)]
    for word in words:
        key = folding.key(word)
        pieces[piece_of(key, count)][key].append(word)
    own_file = {word: n for n, word in enumerate(frequent, start=1)}
    for n, piece in enumerate(pieces):
        head: dict[str, list[object]] = {}
        body: list[bytes] = []
        for key, filed in sorted(piece.items()):
            head[key] = []
            for word in filed:
                head[key] += [word, -own_file[word] if word in own_file else len(packed[word])]
                body += [] if word in own_file else [packed[word]]
        yield f"{name}{n}.bin", _json(head) + b"\n" + b"".join(body)


def piece_of(key: str, count: int) -> int:
    """In which of ``count`` pieces a key is."""
    return _hashed(key) % count


@cache
def _hashed(key: str) -> int:
    """FNV-1a, 32 bits."""
    found = 0x811C9DC5
    for byte in key.encode():
        found = ((found ^ byte) * 0x01000193) & 0xFFFFFFFF
    return found


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

"""Two branches synced and merged are the merge synced: sources and catalogues tell one story.

On each branch somebody works on the translation, and somebody edits the source; the two edit
different blocks, so that git merges the source as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.statement import Comment, Statement, state_that
from diglot.source import Settings
from diglot.steps.sync import sync
from tests.sync.papers import document
from tests.test_merge import TODAY, merge

WORDS = (
    "التحالف حرر 1900 قرية. القوات تقدمت نحو الشمال",
    "عاد السكان إلى بيوتهم. نزعت الألغام من الطرق",
    "فتحت 29 مدرسة أبوابها. وصلت المساعدات إلى القرى",
    "بدأ إصلاح شبكة المياه. زار الوفد المستشفى الجديد",
    "اجتمع المجلس في العاصمة. أعلن الوزير خطة من 9 نقاط",
    "ارتفعت أسعار القمح. انخفض إنتاج الزيت",
)
EDITS = ("", "new", "change", "remove", "looks", "numbers", "swap", "insert", "shorten")


@dataclass(frozen=True)
class Store:
    """What stands in ``translations/``."""

    template: Catalogue
    catalogue: Catalogue


def synced(blocks: list[str], store: Store | None) -> Store:
    """The only place here that calls ``sync``."""
    found = sync(
        document([("", blocks)]),
        Settings("paper"),
        store and store.template,
        {"en": store and store.catalogue},
        TODAY,
    )
    return Store(found.template, found.catalogues["en"])


def merged(base: Store, ours: Store, theirs: Store) -> Store:
    def both(of: Callable[[Store], Catalogue]) -> Catalogue:
        return merge(of(base), of(ours), of(theirs)).catalogue

    return Store(both(lambda store: store.template), both(lambda store: store.catalogue))


@dataclass(frozen=True)
class Branch:
    """What happens on a branch, by the number of the sentence, and of the block."""

    work: Mapping[int, str]
    edits: Mapping[int, str]

    def worked(self, store: Store, blocks: list[str]) -> Store:
        sentences = [sentence for block in blocks for sentence in block.split(". ")]
        changed = tuple(
            _worked(s, self.work[sentences.index(s.source)]) if s.source in sentences else s
            for s in store.catalogue.segments
        )
        return replace(store, catalogue=store.catalogue.with_segments(changed))


def _worked(segment: Segment, work: str) -> Segment:
    if work == "nothing":
        return segment
    text = segment.target if work == "confirm" and segment.target else f"{work} {segment.key}"
    if work == "draft":
        line = state_that("draft", segment.source, text, engine="argos")
        return replace(segment, target=text, comments=(line,), fuzzy=True)
    line = state_that("reviewed", segment.source, text, by=work)
    said = (line,) if work != "write" and line not in segment.comments else ()
    return replace(segment, target=text, comments=(*segment.comments, *said), fuzzy=False)


def edited(blocks: list[str], edits: Mapping[int, str]) -> list[str]:
    """The source after the edits; several of them, of two branches, as git would merge them."""
    found: list[str] = []
    for at, block in enumerate(blocks):
        found += _edited(block, edits.get(at, ""), at)
    return found


def _edited(block: str, edit: str, at: int) -> list[str]:
    first, _, second = block.partition(". ")
    return {
        "": [block],
        "new": [f"{at} فقرة جديدة كلها", block],
        "remove": [],
        "change": [f"{block} أمس"],
        "looks": [f"{block[:2]}\u0640{block[2:]}"],
        "numbers": [block.replace("9", "7")],
        "swap": [f"{second}. {first}"],
        "insert": [f"{first}. جملة أخرى تماماً هنا. {second}"],
        "shorten": [first],
    }[edit]


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[str], Branch, Branch, Branch]:
    """Blocks, what both begin with, and two branches that never edit one block or its neighbour."""
    blocks = list(draw(st.permutations(WORDS)))
    acts = st.sampled_from(("nothing", "write", "confirm", "again"))
    edits = st.sampled_from(EDITS)
    sentences = range(2 * len(blocks))
    work = [{n: draw(acts) for n in sentences} for _ in range(2)]
    sides: tuple[dict[int, str], dict[int, str]] = ({}, {})
    for place in range(0, len(blocks), 2):
        kind, side = draw(edits), draw(st.integers(0, 1))
        sides[side][place] = kind
    begun = {n: draw(st.sampled_from(("nothing", "draft", "confirm"))) for n in sentences}
    return blocks, Branch(begun, {}), Branch(work[0], sides[0]), Branch(work[1], sides[1])


@given(stories())
def test_two_branches_synced_and_merged_are_the_merge_synced(
    story: tuple[list[str], Branch, Branch, Branch],
) -> None:
    blocks, begun, left, right = story
    started = begun.worked(synced(blocks, None), blocks)
    both = edited(blocks, {**left.edits, **right.edits})
    ours, theirs = left.worked(started, blocks), right.worked(started, blocks)
    branches = (
        synced(edited(blocks, left.edits), ours),
        synced(edited(blocks, right.edits), theirs),
    )

    merged_then_synced = synced(both, merged(started, ours, theirs))
    synced_then_merged = synced(both, merged(started, *branches))

    assert synced_then_merged.template == merged_then_synced.template
    assert _told(synced_then_merged.catalogue) == _told(merged_then_synced.catalogue)


def _told(found: Catalogue) -> list[object]:
    """Every entry with its text, its verdicts and its state; comments in any order."""
    return [
        (s.identity, s.target, s.state, s.obsolete, s.fuzzy, sorted(map(_said, s.comments)))
        for s in found.segments
    ]


def _said(comment: Comment) -> str:
    """A conflict is bound to the source that the entry had when the two texts met."""
    if isinstance(comment, Statement) and comment.kind == "conflict":
        return f"conflict {comment.tgt} {comment.get('text')}"
    return str(comment)

"""What waits for a model: few batches are with it at a time, and each waiter gets its own."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from diglot.engines.feed import Batch, Feed


@dataclass
class Answer:
    """Of one piece; nobody may ask after it once its result was taken, as in CTranslate2."""

    value: str
    batch: int
    model: Model
    taken: bool = False

    def result(self) -> str:
        assert self.done()
        self.taken = True
        return self.value

    def done(self) -> bool:
        assert not self.taken
        return self.batch < self.model.finished


@dataclass
class Model:
    """As much of ``ctranslate2.Translator`` as a feed needs."""

    finished: int = 1000
    """Batches that it is done with, in the order in which it took them."""
    num_translators: int = 2
    taken: list[list[str]] = field(default_factory=list)

    def translate_batch(
        self, tokens: Sequence[Sequence[str]], prefix: object, *, asynchronous: bool, **options: int
    ) -> list[Answer]:
        assert asynchronous
        if tokens == [["bad"]]:
            raise ValueError("no such thing")
        self.taken.append([each[0] for each in tokens])
        return [Answer(each[0].upper(), len(self.taken) - 1, self) for each in tokens]


def batch(*words: str) -> Batch:
    return Batch([[word] for word in words], None, {"beam_size": 4})


def test_the_model_has_a_few_batches_and_the_rest_waits() -> None:
    model = Model(finished=0)
    feed = Feed(model)
    submitted = [feed.submit(batch(f"a{number}")) for number in range(50)]

    assert len(model.taken) == 6
    model.finished = 1
    assert feed.results(submitted[0]) == ["A0"]
    assert len(model.taken) == 7
    model.finished = 50
    assert [feed.results(each) for each in submitted[1:]] == [[f"A{n}"] for n in range(1, 50)]
    assert model.taken == [[f"a{n}"] for n in range(50)]


def test_who_waits_for_a_late_batch_gets_it_while_others_wait_for_theirs() -> None:
    feed = Feed(Model())
    early = [feed.submit(batch(f"a{number}")) for number in range(20)]
    late = feed.submit(batch("z", "y"))
    found: list[object] = []
    waiting = threading.Thread(target=lambda: found.append(feed.results(late)))
    waiting.start()
    others = [feed.results(each) for each in early]
    waiting.join(10)

    assert found == [["Z", "Y"]]
    assert others == [[f"A{number}"] for number in range(20)]


def test_what_the_model_refuses_is_told_to_who_waits_for_it_and_stops_no_other() -> None:
    feed = Feed(Model())
    bad, good = feed.submit(batch("bad")), feed.submit(batch("good"))

    assert feed.results(good) == ["GOOD"]
    with pytest.raises(ValueError, match="no such thing"):
        feed.results(bad)

"""A portion of texts through the engine: normalised, in one call, the best hypothesis of each.

An engine is foreign code: what fails at one text must not lose the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diglot.checks import Context, Pair, Severity, check
from diglot.problems import UserError
from diglot.steps.draft.choose import Choice, choose
from diglot.steps.draft.engine import Engine, Translation
from diglot.steps.draft.memory import NAME, Memory
from diglot.steps.draft.outcome import LeftOut, Outcome, Text
from diglot.steps.draft.protect import copied, for_model
from diglot.steps.draft.retry import WIDER, better, needs_retry, retried

COPY = "copy"
"""Stands behind ``engine=`` where there was nothing to translate."""
_HARD_TO_NOTICE = frozenset({"numbers", "units", "dates"})


def without_engine(source: str, memory: Memory, context: Context) -> Text | None:
    """A text from the memory, or one that has nothing to translate in it."""
    known = memory.get(source)
    if known is not None:
        findings = check(Pair(source, known.target, context))
        return Text(known.target, (("engine", NAME), ("from", known.origin)), findings)
    same = copied(source) if context.changes_direction else None
    return Text(same, (("engine", COPY),)) if same else None


def translated(
    sources: Sequence[str], engine: Engine, context: Context, hypotheses: int
) -> Iterator[tuple[str, Outcome]]:
    """Each source with its draft, or with the reason why it has none."""
    # Long ones first: no core is left with the longest sentence at the end.
    ordered = sorted(sources, key=len, reverse=True)
    found = _chosen(ordered, engine, context, hypotheses)
    wrong = [source for source in ordered if _has_a_wrong_number(found[source])]
    wider = _chosen(wrong, engine, context, WIDER)
    for source in ordered:
        yield (
            source,
            _outcome(
                source, _better(found[source], wider.get(source)), engine, context, hypotheses
            ),
        )


def _chosen(
    sources: Sequence[str], engine: Engine, context: Context, hypotheses: int
) -> dict[str, Choice | str | None]:
    """The best hypothesis of each; a text where the engine failed: what it said."""
    found = _asked(engine, [for_model(source) for source in sources], hypotheses)
    return {
        source: each if isinstance(each, str) else choose(source, each.hypotheses, context)
        for source, each in zip(sources, found, strict=True)
    }


def _has_a_wrong_number(choice: Choice | str | None) -> bool:
    """The mistake that a reader is least likely to notice, and that a wider search often mends."""
    return isinstance(choice, Choice) and any(
        finding.check in _HARD_TO_NOTICE and finding.severity is Severity.ERROR
        for finding in choice.findings
    )


def _better(one: Choice | str | None, other: Choice | str | None) -> Choice | str | None:
    if isinstance(one, Choice) and isinstance(other, Choice):
        return better(one, other)
    return one


def _outcome(
    source: str, choice: Choice | str | None, engine: Engine, context: Context, hypotheses: int
) -> Outcome:
    if isinstance(choice, str):
        return LeftOut(choice)
    if needs_retry(source, choice):
        choice = retried(
            source, choice, lambda texts, n: _asked(engine, texts, n), context, hypotheses
        )
    if choice is None:
        return LeftOut("the engine gave no translation")
    if not choice.usable:
        return LeftOut("the engine gave nothing that can be published", choice.findings)
    return _text(choice, engine)


def _text(choice: Choice, engine: Engine) -> Text:
    said = (("engine", engine.name), ("model", engine.model), ("score", f"{choice.score:.2f}"))
    return Text(choice.text, said, choice.findings)


def _asked(engine: Engine, texts: Sequence[str], hypotheses: int) -> list[Translation | str]:
    """What the engine makes of each text, or what it said when it failed at it.

    A call that fails is divided, until the texts that make it fail stand alone.
    """
    if not texts:
        return []
    try:
        found = list(engine.translate(texts, hypotheses=hypotheses))
    except UserError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the other texts must not be lost
        if len(texts) == 1:
            return [f"the engine failed: {type(error).__name__}: {error}"]
        half = len(texts) // 2
        first, second = texts[:half], texts[half:]
        return [*_asked(engine, first, hypotheses), *_asked(engine, second, hypotheses)]
    if len(found) != len(texts):
        raise ValueError(f"{engine.name} gave {len(found)} translations for {len(texts)} texts")
    return [*found]

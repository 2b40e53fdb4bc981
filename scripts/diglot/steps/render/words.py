"""Every word on the pages that is not the document's, in every language that has been written.

A language without words borrows the English ones, marked ``lang="en"``. To add a language, write
another ``Words`` and name it in ``_ALL``; phrases stand in the order in which a page shows them.
In braces: ``n`` of ``total`` passages, ``share`` in per cent, and what the name says.
"""

from __future__ import annotations

from dataclasses import dataclass

from diglot.model.state import State
from diglot.steps.render.plurals import Forms


@dataclass(frozen=True, slots=True)
class Words:
    """The interface of the pages in one language. Forms are chosen by ``n``, see ``plurals``."""

    language: str
    introduction: str
    text: str
    """What a section without a heading is called where it is the whole document."""
    # A mark under a passage.
    marks: dict[State, str]
    draft_from: str
    memory_from: str
    earlier: str
    objected: str
    reviewed_on: str
    left_out: str
    permalink: str
    this_passage: str
    in_language: str
    # The banner above a text.
    banner: str
    original: str
    lead: dict[str, str]
    lead_of: dict[str, str]
    passages: Forms
    unreviewed: Forms
    all_unreviewed: Forms
    all_reviewed: Forms
    counted: dict[State, Forms]
    all_counted: dict[State, Forms]
    """The same where ``n`` is the total; that nothing is translated, the lead has said."""
    drafts_from: str
    about: str
    # Names of states, beside a number.
    states: dict[State, str]
    short: dict[State | None, str]
    """In a table cell, where something is amiss."""
    objections: str
    engines: dict[str, str]
    # The overview.
    facts: dict[str, str]
    sections: str
    progress: str
    progress_of: str
    reviewed_of: Forms
    columns: tuple[str, str, str, str]
    comma: str = ", "


def words_for(language: str) -> Words:
    """The words of a language (``ar``, also for ``ar-IQ``); English ones where there are none."""
    return _ALL.get(language) or _ALL.get(language.replace("_", "-").split("-")[0]) or ENGLISH


ENGLISH = Words(
    language="en",
    introduction="Introduction",
    text="Text",
    marks={
        State.UNTRANSLATED: "Not translated yet: {language} text",
        State.STALE: "The source has changed since this was translated",
        State.DRAFT: "Draft, not reviewed by a person",
        State.EDITED: "Edited, not yet confirmed",
        State.REVIEWED: "Reviewed by a person",
    },
    draft_from="Draft, not reviewed by a person (from: {engine})",
    memory_from="Draft, not reviewed in this place (from: {engine})",
    earlier="; made from an earlier version of the source",
    objected="; a reviewer has objected to this text",
    reviewed_on="Reviewed on {date}",
    left_out="Left out of the translation on purpose",
    permalink="Link to this passage",
    this_passage="This passage in",
    in_language="{language}",
    banner="State of the translation",
    original="This is the original.",
    lead={
        "none": "Not translated yet.",
        "draft": "Draft translation.",
        "unreviewed": "Unreviewed translation.",
        "partly": "Partly reviewed translation.",
        "reviewed": "Reviewed translation.",
    },
    lead_of={
        "none": "There is no {language} translation yet.",
        "draft": "The {language} translation is an unreviewed draft.",
        "unreviewed": "The {language} translation has not been reviewed yet.",
        "partly": "The {language} translation is partly reviewed.",
        "reviewed": "The {language} translation has been reviewed.",
    },
    passages={"one": "{n} passage", "other": "{n} passages"},
    unreviewed={"other": "Not yet reviewed by a person: {n} of {of_total} ({share})."},
    all_unreviewed={
        "=1": "The passage has not yet been reviewed by a person.",
        "=2": "Not yet reviewed by a person: both passages.",
        "other": "Not yet reviewed by a person: all {n} passages.",
    },
    all_reviewed={
        "=1": "A person has reviewed the passage.",
        "=2": "A person has reviewed both passages.",
        "other": "A person has reviewed each of the {n} passages.",
    },
    counted={
        State.UNTRANSLATED: {
            "one": "{n} passage is not translated yet; the {language} text stands in its place.",
            "other": "{n} passages are not translated yet; the {language} text stands in their "
            "place.",
        },
        State.STALE: {
            "one": "In {n} passage the source has changed since it was translated.",
            "other": "In {n} passages the source has changed since they were translated.",
        },
        State.EDITED: {
            "one": "{n} passage has been edited and is not yet confirmed.",
            "other": "{n} passages have been edited and are not yet confirmed.",
        },
    },
    all_counted={
        State.UNTRANSLATED: {"other": "The {language} text stands in its place."},
        State.STALE: {
            "=1": "Its source has changed since it was translated.",
            "=2": "The source of both has changed since they were translated.",
            "other": "The source of all of them has changed since they were translated.",
        },
        State.EDITED: {
            "=1": "It has been edited and is not yet confirmed.",
            "=2": "Both have been edited and are not yet confirmed.",
            "other": "All have been edited and are not yet confirmed.",
        },
    },
    drafts_from="Source of the drafts: {engines}.",
    about="How this translation is made and reviewed",
    states={
        State.UNTRANSLATED: "Not translated",
        State.STALE: "Changed in the source",
        State.DRAFT: "Draft",
        State.EDITED: "Edited",
        State.REVIEWED: "Reviewed",
    },
    short={
        State.UNTRANSLATED: "Not translated",
        State.STALE: "Source changed",
        State.EDITED: "Edited",
    },
    objections="A reviewer has objected",
    engines={
        "argos": "Argos Translate machine translation",
        "memory": "a translation of the same sentence elsewhere",
        "import": "an imported translation",
        "language-model": "language model",
        "llm": "language model",
    },
    facts={"date": "Date", "origin": "Origin", "licence": "Licence", "note": "Note"},
    sections="Sections",
    progress="State of the translation",
    progress_of="State of the {language} translation",
    reviewed_of={"other": "{n} of {total} reviewed"},
    columns=("State", "Passages", "Share", "Words"),
)

ARABIC = Words(
    language="ar",
    introduction="مقدمة",
    text="النص",
    marks={
        State.UNTRANSLATED: "لم يُترجَم بعد؛ النص ب{language}",
        State.STALE: "تغيّر الأصل بعد ترجمة هذا المقطع",
        State.DRAFT: "مسودة لم يراجعها أحد",
        State.EDITED: "ترجمة محرَّرة لم تُعتمَد بعد",
        State.REVIEWED: "ترجمة مراجَعة",
    },
    draft_from="مسودة لم يراجعها أحد (مصدرها: {engine})",
    memory_from="مسودة لم تُراجَع في هذا الموضع (مصدرها: {engine})",
    earlier="؛ أُعدّت لصيغة سابقة من الأصل",
    objected="؛ واعترض أحد المراجعين على هذا النص",
    reviewed_on="رُوجعت الترجمة في {date}",
    left_out="أُسقط هذا المقطع من الترجمة عن قصد",
    permalink="رابط هذا المقطع",
    this_passage="هذا المقطع",
    in_language="ب{language}",
    banner="حالة الترجمة",
    original="هذا هو النص الأصلي.",
    lead={
        "none": "لم يُترجَم هذا النص بعد.",
        "draft": "هذه ترجمة مسودة.",
        "unreviewed": "هذه ترجمة غير مراجَعة.",
        "partly": "هذه ترجمة رُوجع بعضها.",
        "reviewed": "هذه ترجمة مراجَعة.",
    },
    lead_of={
        "none": "ولا ترجمة له ب{language} بعد.",
        "draft": "والترجمة {language} مسودة غير مراجَعة.",
        "unreviewed": "والترجمة {language} غير مراجَعة.",
        "partly": "والترجمة {language} رُوجع بعضها.",
        "reviewed": "والترجمة {language} مراجَعة.",
    },
    passages={
        "one": "مقطع واحد",
        "two": "مقطعين",
        "few": "{n} مقاطع",
        "many": "{n} مقطعاً",
        "other": "{n} مقطع",
    },
    unreviewed={
        "one": "لم يراجع أحد بعد مقطعاً واحداً من أصل {total} ({share}).",
        "two": "لم يراجع أحد بعد مقطعين من أصل {total} ({share}).",
        "few": "لم يراجع أحد بعد {n} مقاطع من أصل {total} ({share}).",
        "many": "لم يراجع أحد بعد {n} مقطعاً من أصل {total} ({share}).",
        "other": "لم يراجع أحد بعد {n} مقطع من أصل {total} ({share}).",
    },
    all_unreviewed={
        "one": "لم يراجع أحد المقطع بعد.",
        "two": "لم يراجع أحد بعد أياً من المقطعين.",
        "other": "لم يراجع أحد بعد أياً من المقاطع، وعددها {n}.",
    },
    all_reviewed={
        "one": "رُوجع مقطعها الوحيد.",
        "two": "رُوجع مقطعاها كلاهما.",
        "other": "رُوجعت مقاطعها كلها، وعددها {n}.",
    },
    counted={
        State.UNTRANSLATED: {
            "one": "ولم يُترجَم بعد مقطع واحد، ويظهر نصه ب{language}.",
            "two": "ولم يُترجَم بعد مقطعان، ويظهر نصهما ب{language}.",
            "few": "ولم تُترجَم بعد {n} مقاطع، ويظهر نصها ب{language}.",
            "many": "ولم يُترجَم بعد {n} مقطعاً، ويظهر نصها ب{language}.",
            "other": "ولم يُترجَم بعد {n} مقطع، ويظهر نصها ب{language}.",
        },
        State.STALE: {
            "one": "وتغيّر الأصل في مقطع واحد بعد ترجمته.",
            "two": "وتغيّر الأصل في مقطعين بعد ترجمتهما.",
            "few": "وتغيّر الأصل في {n} مقاطع بعد ترجمتها.",
            "many": "وتغيّر الأصل في {n} مقطعاً بعد ترجمتها.",
            "other": "وتغيّر الأصل في {n} مقطع بعد ترجمتها.",
        },
        State.EDITED: {
            "one": "وحُرِّر مقطع واحد ولم يُعتمَد بعد.",
            "two": "وحُرِّر مقطعان ولم يُعتمَدا بعد.",
            "few": "وحُرِّرت {n} مقاطع ولم تُعتمَد بعد.",
            "many": "وحُرِّر {n} مقطعاً ولم تُعتمَد بعد.",
            "other": "وحُرِّر {n} مقطع ولم تُعتمَد بعد.",
        },
    },
    all_counted={
        State.UNTRANSLATED: {"other": "ويظهر مكان الترجمة النص ب{language}."},
        State.STALE: {
            "one": "وقد تغيّر أصله بعد ترجمته.",
            "two": "وقد تغيّر أصلهما بعد ترجمتهما.",
            "other": "وقد تغيّر أصلها كلها بعد ترجمتها.",
        },
        State.EDITED: {
            "one": "وقد حُرِّر ولم يُعتمَد بعد.",
            "two": "وقد حُرِّرا كلاهما ولم يُعتمَدا بعد.",
            "other": "وقد حُرِّرت كلها ولم تُعتمَد بعد.",
        },
    },
    drafts_from="مصدر المسودات: {engines}.",
    about="كيف أُعدّت هذه الترجمة وكيف تُراجَع",
    states={
        State.UNTRANSLATED: "غير مترجَم",
        State.STALE: "تغيّر في الأصل",
        State.DRAFT: "مسودة",
        State.EDITED: "محرَّر",
        State.REVIEWED: "مراجَع",
    },
    short={
        State.UNTRANSLATED: "غير مترجَم",
        State.STALE: "تغيّر الأصل",
        State.EDITED: "محرَّر",
    },
    objections="اعترض عليه أحد المراجعين",
    engines={
        "argos": "الترجمة الآلية Argos Translate",
        "memory": "ترجمة الجملة نفسها في موضع آخر",
        "import": "ترجمة مستوردة",
        "language-model": "نموذج لغوي",
        "llm": "نموذج لغوي",
    },
    facts={"date": "التاريخ", "origin": "المصدر", "licence": "الترخيص", "note": "ملاحظة"},
    sections="الأقسام",
    progress="حالة الترجمة",
    progress_of="حالة الترجمة {language}",
    reviewed_of={"other": "رُوجع {n} من أصل {total}"},
    columns=("الحالة", "المقاطع", "النسبة", "الكلمات"),
    comma="، ",
)

_ALL = {words.language: words for words in (ENGLISH, ARABIC)}

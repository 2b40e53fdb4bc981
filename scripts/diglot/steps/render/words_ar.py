"""The Arabic words on the pages."""

from __future__ import annotations

from diglot.model.state import State
from diglot.steps.render.interface import Words

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

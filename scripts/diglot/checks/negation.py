"""Negation: the source says no, and nothing in the translation does.

Finds «لم يسيطر التنظيم على المدينة» as «the group controlled the city»; it must not find
«لا يزال» (still), «غير أن» (but), «لا سيما» (in particular), «لم … سوى» (only), or what English
says by a word of its own: «unclear», «fail», «lack», «hardly».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks import arabic
from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import Message

_STRONG = frozenset(map(arabic.fold, """
لا لم لن ليس ليست ليسا ليسوا لسن لست لسنا لستم
ولا ولم ولن وليس وليست وليسوا ولسنا ولست فلا فلم فلن فليس فليست
ألم أليس أليست
""".split()))  # fmt: skip
"""They deny the sentence: English needs a word for it."""
_WEAK = frozenset(map(arabic.fold, """
غير وغير بغير لغير دون ودون بدون وبدون بلا وبلا عدم وعدم بعدم لعدم
""".split()))  # fmt: skip
"""They deny a word: English often has one syllable for it, or another word."""
_IDIOM_AFTER = frozenset(map(arabic.fold, """
يزال تزال يزالون زال زالت زالوا نزال أزال تزالان يزالان زلنا زلت
سيما بد شك ريب بأس ينفك يفتأ يبرح محالة جرم حول
أن أنه أنها أنهم أنني أننا
غنى يخفى تخفى يلبث تلبث يلبثوا تنس تنسى تنسوا ننسى مفر مناص
فقط سواها مثيل حصر أقل يتجاوز تتجاوز يتعدى تتعدى يقل تقل يزيد تزيد يكاد تكاد
""".split()))  # fmt: skip
_EXCEPT = frozenset(map(arabic.fold, "إلا سوى وإلا إنما وإنما فحسب فقط وحسب وحده".split()))
_UNLESS = frozenset(map(arabic.fold, "ما إن وإن وما إذ".split()))
_PAUSE = re.compile("[،,؛;:.!?؟]")
_SAYS_NO = re.compile(
    r"\b(?:not|no|never|none|nor|neither|nothing|nobody|nowhere|without|cannot|non|nary|nil|NGOs?"
    r"|anything but"
    r"|fail\w*|lack\w*|refus\w*|den(?:y|ie[sd]|ying|ial)|reject\w*|unless|until|only"
    r"|barely|hardly|scarcely|rarely|seldom|little|few(?:er)?|less|least|avoid\w*|prevent\w*"
    r"|except\w*|beyond|absen\w*|missing|miss(?:es|ed)|out of|far from|away from|otherwise"
    r"|exclud\w*|ignor\w*|neglect\w*|prohibit\w*|forbid\w*|forbade|ban(?:s|ned)?|too|halt\w*"
    r"|ceas\w*|stop\w*|declin\w*|minus|nonetheless|lest|loath|free|yet|leaves? much"
    r"|abstain\w*|withh[eo]ld\w*|abnormal\w*|atypical\w*|regardless|mere(?:ly)?)\b"
    r"|n['’]t\b|\bun-?(?!i[a-z]|de?r|til|less)[a-z]{3,}|\bnon-?[a-z]{3,}"
    r"|\bdis(?!cuss|tri|tan|play|tin|cover|aster|ea)[a-z]{4,}|[a-z]{3,}less(?:ly|ness)?\b"
    r"|\b(?:im(?:poss|prob|prop|perf|mor|mat|pat|part|prac|prec|prud|mob|pun)|ir(?:r[ae]|reg|resp|rev)"
    r"|il(?:leg|lic|lit|log)|in(?:ab|acc|act|ade|ad[mv]|ano|app|apt|att|aud|cap|coh|com[pm]|conc|cons"
    r"|conv|corr|cur|dec|def|diff|dir|disc|disp|dist|eff|eli|equ|esc|evi|exa|exc|exp|fre|hum|opp|ope"
    r"|sec|sens|sep|sig|sinc|suf|tol|val|var|vis|vol|vuln))[a-z]+",
    re.IGNORECASE,
)
"""Words that deny by themselves, and words with a prefix or an ending that does."""


def negation(pair: Pair) -> Iterator[Finding]:
    """One warning at most; a hint where Arabic denies a single word."""
    if not pair.context.changes_direction or not pair.context.target_language.startswith("en"):
        return
    found = _denied(pair.source)
    if found is None or _SAYS_NO.search(pair.target):
        return
    (start, end), strong = found
    yield Finding(
        "negation",
        Severity.WARNING if strong else Severity.HINT,
        Message(
            "the source says no («{words}»), the translation does not seem to",
            words=pair.source[start:end],
        ),
        source_span=(start, end),
    )


def _denied(text: str) -> tuple[Span, bool] | None:
    """Where something is denied, a whole sentence rather than a word; None where nothing is."""
    words = arabic.words(text)
    if not any(word.folded in _STRONG or word.folded in _WEAK for word in words):
        return None
    weak: Span | None = None
    for at, word in enumerate(words):
        after = words[at + 1].folded if at + 1 < len(words) else ""
        before = words[at - 1].folded if at else ""
        if after in _IDIOM_AFTER or before in _UNLESS:
            continue
        if word.folded in _STRONG:
            clause = _PAUSE.search(text, word.span[1])
            end = clause.start() if clause else len(text)
            if not any(w.folded in _EXCEPT for w in words[at + 1 :] if w.span[1] <= end):
                return (word.span[0], words[min(at + 1, len(words) - 1)].span[1]), True
        elif word.folded in _WEAK and weak is None:
            weak = word.span[0], words[min(at + 1, len(words) - 1)].span[1]
    return (weak, False) if weak is not None else None

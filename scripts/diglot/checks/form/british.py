"""British spellings, told by their American ones: the dictionary holds the latter.

In: a word. Out: what it may be in American English; never shown to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDINGS = (
    (re.compile(r"our(?=$|s$|ed$|ing$|ite|able|er|ful|less|hood|ly|al)"), "or"),
    (re.compile(r"is(?=e$|ed$|es$|ing$|er$|ers$|ation|able)"), "iz"),
    (re.compile(r"ys(?=e$|ed$|es$|ing$|er$|ers$)"), "yz"),
    (re.compile(r"re(?=$|s$)"), "er"),
    (re.compile(r"tred$"), "tered"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|ery$|ist$|or$|ors$)"), "l"),
    (re.compile(r"l(?=ful|ment|$)"), "ll"),
    (re.compile(r"ogue(?=$|s$)"), "og"),
    (re.compile(r"amme(?=$|s$)"), "am"),
    (re.compile(r"(?<=def|off|lic)enc(?=e)"), "ens"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"ellery$"), "elry"),
    (re.compile(r"ould"), "old"),
    (re.compile(r"yjama"), "ajama"),
    (re.compile(r"yre(?=$|s$)"), "ire"),
    (re.compile(r"que(?=$|s$)"), "ck"),
    (re.compile(r"rey"), "ray"),
    (re.compile(r"(?<=dg)e(?=ment)|(?<=[gklz])e(?=able$)|(?<=ag)e(?=ing$)"), ""),
    (re.compile(r"lough"), "low"),
)


def american(word: str) -> Iterator[str]:
    """What the word may be in American spelling; most are no words at all."""
    for british, there in _ENDINGS:
        changed = british.sub(there, word)
        if changed != word:
            yield changed

"""What English words are worth: units, tens, scales, fractions, ordinals, months and others."""

from __future__ import annotations

from fractions import Fraction

from diglot.checks.numbers.number import readings

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_UNITS += " sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS += " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
_MONTHS = "January February March April May June July August September October November December"
_SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_ROMAN = "II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII"

UNITS = {word: Fraction(at) for at, word in enumerate(_UNITS.split(), start=1)}
TENS = {word: Fraction(10 * at) for at, word in enumerate(_TENS.split(), start=2)}
CARDINALS = UNITS | TENS
ORDINALS = {
    **{word: Fraction(at) for at, word in enumerate(_ORDINALS.split(), start=1)},
    **{word: Fraction(10 * at) for at, word in enumerate(_TENTHS.split(), start=2)},
}
SCALES = {
    "thousand": Fraction(10**3),
    "million": Fraction(10**6),
    "billion": Fraction(10**9),
    "trillion": Fraction(10**12),
}
SUFFIXES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12,
}  # fmt: skip
FRACTIONS = {
    "half": Fraction(1, 2), "halves": Fraction(1, 2),
    "third": Fraction(1, 3), "thirds": Fraction(1, 3),
    "quarter": Fraction(1, 4), "quarters": Fraction(1, 4),
    "fifths": Fraction(1, 5), "sixths": Fraction(1, 6), "eighths": Fraction(1, 8),
    "tenths": Fraction(1, 10),
}  # fmt: skip
MONTHS = {
    name: at for names in (_MONTHS, _SHORT_MONTHS) for at, name in enumerate(names.split(), start=1)
} | {"Sept": 9}
ROMAN = {name: at for at, name in enumerate(_ROMAN.split(), start=2)}
OTHERS = {
    **dict.fromkeys(("single", "once", "sole", "each"), readings(1)),
    **dict.fromkeys(
        ("both", "pair", "couple", "twice", "double", "doubled", "twin", "twins"), readings(2)
    ),
    **dict.fromkeys(("triple", "thrice", "tripled", "trio", "triplets", "trilogy"), readings(3)),
    **dict.fromkeys(("quadruple", "quadrupled", "quartet"), readings(4)),
    **{f"{word}fold": readings(at) for at, word in enumerate(_UNITS.split()[1:10], start=2)},
    "decade": readings(10),
    "century": readings(100),
    "fortnight": readings(2, 14),
    "dozen": readings(12),
    "midnight": readings(0, 12, 24),
    "noon": readings(12),
    "zero": readings(0),
    "nil": readings(0),
    "hundredth": readings(100),
    "hundred": readings(100),
    **{
        word: readings(*(10 * at + century for century in (0, 1700, 1800, 1900, 2000)))
        for at, word in enumerate(_DECADES.split(), start=2)
    },
}
"""Words that may stand for a number on the other side, and need not."""
WORDS = frozenset(
    word.lower()
    for words in (UNITS, TENS, ORDINALS, SCALES, FRACTIONS, MONTHS, ROMAN, OTHERS, ("a", "an"))
    for word in words
)
"""All with which a number may begin."""
LIKELY = (WORDS | {*SCALES, "dozen"}) - {"a", "an"}
"""Without one of these, and without digits, there is no number."""

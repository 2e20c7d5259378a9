"""The words around a place's name: district, agency, zila; and how a text falls into parts."""

import re

from sanad.kit import text
from sanad.places.rules.rows import Kind

# Generic word -> the kinds of place it may stand for.
UNITS = frozenset({Kind.DISTRICT, Kind.AGENCY, Kind.FRONTIER_REGION})
PROVINCIAL = frozenset({Kind.PROVINCE, Kind.TERRITORY})
SETTLED = frozenset({Kind.CITY, Kind.TOWN, Kind.LOCALITY, Kind.TEHSIL, *UNITS})
GENERIC: dict[str, frozenset[Kind]] = {
    text.fold(word): kinds
    for kinds, words in (
        (UNITS, "district districts distt dist zila zilla ضلع ڈسٹرکٹ agency ایجنسی"),
        (PROVINCIAL, "province صوبہ"),
        (SETTLED, "tehsil taluka tehseel تحصیل تعلقہ city شہر town ٹاؤن قصبہ saddar cantt cantonment کینٹ"),
        (SETTLED, "area علاقہ region valley وادی"),
    )
    for word in words.split()
}
HINTS: dict[str, frozenset[Kind]] = {
    "country": frozenset({Kind.COUNTRY}),
    "province": PROVINCIAL,
    "district": UNITS,
    "tehsil": frozenset({Kind.TEHSIL}),
    "city": frozenset({Kind.CITY, Kind.TOWN, Kind.LOCALITY}),
}
STRONG = re.compile(r"[,،;؛/()\[\]{}|\n\r\t]+|\s[-–—]+\s")
WEAK = re.compile(r"[-–—]+")


def bare(words: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[Kind] | None]:
    """The words without a generic one at either end, and the kinds of place for which that stood."""
    if len(words) > 1 and words[-1] in GENERIC:
        return words[:-1], GENERIC[words[-1]]
    if len(words) > 1 and words[0] in GENERIC:
        rest = words[1:]
        return (rest[1:] if len(rest) > 1 and rest[0] == "of" else rest), GENERIC[words[0]]
    return words, None


def folded_words(said: str) -> tuple[str, ...]:
    """The words of a text as they are matched."""
    return tuple(text.fold(said).split())

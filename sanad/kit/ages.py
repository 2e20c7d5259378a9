"""Ages as sources give them: a number, a range, about, months, or only "minor".

An age is kept as its least and greatest number of completed years, and as it was said. A bound
that nobody gave is None: unknown, never the other bound. What is not said stays not said.

A child is under 18 (Convention on the Rights of the Child, article 1). A senior citizen is 60 or
over (Senior Citizens Acts of Khyber Pakhtunkhwa, 2014, and Sindh, 2014). An infant is under 1.
"""

import re
from dataclasses import dataclass

from sanad.kit.refusals import N_, Refused
from sanad.kit.text import ascii_digits, fold, visible

OLDEST = 120
CHILD_BELOW = 18
SENIOR_FROM = 60
BANDS = ((0, 4), (5, 11), (12, 17), (18, 29), (30, 44), (45, 59), (60, None))

NOT_STATED = frozenset({"", "na", "n a"})
WORDS: dict[str, tuple[int | None, int | None]] = {
    fold(word): bounds
    for words, bounds in {
        ("minor", "child", "juvenile", "kid", "underage"): (None, 17),
        ("نابالغ", "کمسن", "کم سن", "کم عمر", "بچہ", "بچی"): (None, 17),
        ("infant", "baby", "newborn", "new born", "neonate", "شیرخوار", "شیر خوار", "نومولود"): (0, 0),
        ("teenager", "teenage", "teen"): (13, 19),
        ("adult", "major", "بالغ"): (18, None),
        ("senior citizen",): (60, None),
    }.items()
    for word in words
}

_NUMBER = r"(\d{1,3})(?:\.\d+)?"
_YEARS = r"(?:years?|yrs?|yr|y|سالہ|سال|برس)"
_TO = r"(?:-|to|and|تا|سے)"
_OLD = r"(?:\s*-?\s*old|\s*of\s*age)?"
_ABOUT = r"about|approximately|approx\.?|around|circa|ca?\.|some|nearly|~|تقریبا|قریبا|لگ\s*بھگ"
ABOUT = re.compile(rf"^(?:{_ABOUT})\s*|\s*(?:~|approx\.?|لگ\s*بھگ)$")
AGED = re.compile(r"^(?:aged?|عمر)\s*:?\s*")
ONE = re.compile(rf"{_NUMBER}\s*-?\s*{_YEARS}?\.?{_OLD}\Z", re.ASCII)
BETWEEN = re.compile(rf"(?:between\s*)?{_NUMBER}\s*{_YEARS}?\s*{_TO}\s*{_NUMBER}\s*-?\s*{_YEARS}?\.?{_OLD}\Z", re.ASCII)
SMALL = re.compile(
    rf"(?:(?P<years>\d{{1,2}})\s*{_YEARS}\s*(?:and|,|اور)?\s*)?(?P<number>\d{{1,3}})(?:\.\d+)?\s*-?\s*"
    rf"(?P<unit>months?|mos?|weeks?|wks?|days?|hours?|ماہ|مہینے|مہینہ|ہفتے|ہفتہ|دن){_OLD}\Z",
    re.ASCII,
)
AT_LEAST = re.compile(
    rf"(?:(?:over|above|more than|at least|>=?|≥)\s*{_NUMBER}\s*{_YEARS}?{_OLD}"
    rf"|{_NUMBER}\s*{_YEARS}?\s*(?:\+|plus|and above|and over|or more|سے زائد|سے زیادہ|سے اوپر))\Z",
    re.ASCII,
)
BELOW = re.compile(
    rf"(?:(?:under|below|less than|<)\s*{_NUMBER}\s*{_YEARS}?{_OLD}|{_NUMBER}\s*{_YEARS}?\s*سے کم)\Z",
    re.ASCII,
)
DECADE = re.compile(r"(?:in\s+)?(?:his|her|their)?\s*([1-9]0)'?s\Z", re.ASCII)
GIRL_OR_BOY = re.compile(r"\s+(?:girl|boy|child|لڑکی|لڑکا|بچی|بچہ)$")
IN_A_YEAR = (("mo", "ما", "مہ"), 12), (("w", "ہف"), 52), (("d", "دن"), 365), (("h",), 8760)


@dataclass(frozen=True, slots=True)
class Age:
    """Least and greatest age in completed years, either of them unknown, and the words of the source."""

    min_years: int | None
    max_years: int | None
    said: str = ""
    approximate: bool = False

    @property
    def stated(self) -> bool:
        """Whether the source says anything about the age."""
        return self.min_years is not None or self.max_years is not None


def read_age(value: str | float) -> Age:
    """The age in a cell or a field; an empty one or N/A is an age that is not stated."""
    said = " ".join(f"{value:g}".split() if isinstance(value, float) else str(value).split())
    if fold(said) in NOT_STATED:
        return Age(None, None)
    written = ascii_digits(visible(said)).lower()
    written = re.sub("[\\u2010-\\u2015\\u2212]", "-", written).replace("ً", "")
    bare = ABOUT.sub("", AGED.sub("", written), count=1).strip()
    bounds = _bounds(bare)
    if bounds is None:
        sentence = N_("“%(said)s” cannot be read as an age. Write for example 34, 12-15, 9 months, about 30 or minor.")
        raise Refused.one("age.unreadable", sentence, said=said[:40])
    least, most = bounds
    if any(years is not None and years > OLDEST for years in bounds):
        raise Refused.one("age.too_old", N_("Nobody is %(said)s years old."), said=said[:40])
    if least is not None and most is not None and least > most:
        raise Refused.one("age.backwards", N_("This range of ages is the wrong way round: %(said)s."), said=said[:40])
    return Age(least, most, said, approximate=bare != AGED.sub("", written))


def _bounds(written: str) -> tuple[int | None, int | None] | None:
    """Least and most as the words say them; None where they say no age."""
    if found := ONE.match(written):
        return int(found[1]), int(found[1])
    if found := BETWEEN.match(written):
        return int(found[1]), int(found[2])
    if found := SMALL.match(written):
        per_year = next(number for starts, number in IN_A_YEAR if found["unit"].startswith(starts))
        whole = int(found["years"] or 0) + int(found["number"]) // per_year
        return whole, whole
    if found := AT_LEAST.match(written):
        return int(found[1] or found[2]), None
    if (found := BELOW.match(written)) and int(found[1] or found[2]):
        return None, int(found[1] or found[2]) - 1
    if found := DECADE.match(written):
        return int(found[1]), int(found[1]) + 9
    return WORDS.get(fold(GIRL_OR_BOY.sub("", written)))


def age_band(least: int | None, most: int | None) -> str | None:
    """The one band that the age surely lies in; None where it is not known or crosses two."""
    for first, last in BANDS:
        if last is None:
            if least is not None and least >= first:
                return f"{first}+"
        elif most is not None and most <= last and (least if least is not None else 0) >= first:
            return f"{first}-{last}"
    return None


def is_child(least: int | None, most: int | None) -> bool | None:
    """Under 18; None where the age does not tell."""
    if most is not None and most < CHILD_BELOW:
        return True
    return False if least is not None and least >= CHILD_BELOW else None


def is_senior(least: int | None, most: int | None) -> bool | None:
    """60 or over; None where the age does not tell."""
    if least is not None and least >= SENIOR_FROM:
        return True
    return False if most is not None and most < SENIOR_FROM else None

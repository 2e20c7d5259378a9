"""What the words of a plan say to those who carry it out: from which day to which, which bodies, which number.

Only what is said is taken: “2027” is until its last day, “quarterly” is no day at all. Whoever keeps the action may
change both; the words of the plan stay beside them.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from sanad.kit.dates.written import MONTHS
from sanad.kit.text import ascii_digits, fold

BETWEEN_BODIES = re.compile(r"[;؛,،/\n]|\s&\s|\sand\s|\sاور\s")
NUMBER = re.compile(r"(?P<number>\d{1,11}(?:\.\d{1,4})?)\s*(?P<share>%|٪|per\s?cent|percent|فیصد)?", re.IGNORECASE)
MOST = 10**14  # no plan has more, and no column
TIMES = {"": 1, **{word: times for times, words in (
    (10**3, ("thousand", "ہزار")), (10**5, ("lakh", "لاکھ")), (10**6, ("m", "million", "ملین")),
    (10**7, ("crore", "کروڑ")), (10**9, ("bn", "billion", "ارب")),
) for word in words}}  # fmt: skip
RUPEES = re.compile(
    rf"(?P<mark>rs\.?|pkr|rupees|روپے)?\s*(?P<number>\d{{1,11}}(?:\.\d{{1,2}})?)"
    rf"\s*(?P<times>{'|'.join(sorted(filter(None, TIMES), key=len, reverse=True))})?"
    rf"\s*(?P<after>rupees|روپے)?"
)
WORD = re.compile(r"[^\W_]+")
YEAR = re.compile(r"(?:19|20)\d\d")
SINCE = frozenset(map(fold, ("from", "since", "سے")))
SMALL = SINCE | frozenset(map(fold, ("by", "until", "till", "to", "the", "end", "of", "in", "تک", "میں")))


def span_of(timeline: str) -> tuple[date | None, date | None]:
    """The first and the last day that a timeline names; one day alone is the last, after “from” the first."""
    words = [fold(word) for word in WORD.findall(ascii_digits(timeline))]
    if not all(YEAR.fullmatch(word) or word in MONTHS or word in SMALL for word in words):
        return None, None
    match list(_named(words)):
        case [(first, last)]:
            return (first, None) if SINCE & set(words) else (None, last)
        case [(first, _), (_, last)] if first <= last:
            return first, last
    return None, None


def _named(words: list[str]) -> Iterator[tuple[date, date]]:
    """First and last day of each month with its year, or of each year; “June to August 2027” are two months."""
    months: list[int] = []
    for word in words:
        if word in MONTHS:
            months.append(MONTHS[word])
        elif YEAR.fullmatch(word):
            year = int(word)
            for month in months:
                yield date(year, month, 1), date(year, month, monthrange(year, month)[1])
            if not months:
                yield date(year, 1, 1), date(year, 12, 31)
            months = []


def number_of(said: str) -> tuple[Decimal | None, bool]:
    """The one number that a target names, and whether it is a share; “yes, 2026” and “7 to 9” are none."""
    found = NUMBER.fullmatch(ascii_digits(said).replace(",", "").replace("٬", "").replace("٫", ".").strip())
    return (Decimal(found["number"]), bool(found["share"])) if found else (None, False)


def rupees_of(said: str) -> Decimal | None:
    """An amount like “Rs 2 m”, “PKR 1,500,000” or “۳ کروڑ روپے”; anything else is no amount of rupees."""
    found = RUPEES.fullmatch(ascii_digits(said).replace(",", "").replace("٬", "").replace("٫", ".").strip().lower())
    if found is None or not (found["mark"] or found["after"]):
        return None
    amount = Decimal(found["number"]) * TIMES[found["times"] or ""]
    return amount if amount < MOST else None


def bodies_of(agency: str) -> list[str]:
    """The bodies that a plan names, the leading one first."""
    return [part.strip() for part in BETWEEN_BODIES.split(agency) if part.strip()]

"""Dates as people and worksheets write them, read by *named formats* that an import mapping lists.

A date is never guessed: 3/4/2014 is a day in April only where the mapping says `d/m/Y`; if two
listed formats read two different dates, it is refused. Two-digit years are refused, and so are
years outside 1800-2199: a year like 1416 is the Islamic calendar's, 2545 a slip.

Names of months in English, short or long, and in Urdu; all digits. Seen in the field:
"Thursday-July 19-2007" (Pakistan Body Count), "Jan-2017" (lists of killings), "17 اپریل 2023".
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from math import isfinite

from sanad.kit.dates.partial import PartialDate
from sanad.kit.refusals import N_, Reason, Refused
from sanad.kit.text import ascii_digits, fold, visible

# fmt: off
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
URDU_MONTHS = (
    "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
)
# fmt: on
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    {fold(name): number for names in (ENGLISH_MONTHS, URDU_MONTHS) for number, name in enumerate(names, 1)}
    | {name[:3].lower(): number for number, name in enumerate(ENGLISH_MONTHS, 1)}
    | {"sept": 9}
)
PAKISTAN = timezone(timedelta(hours=5))
EXCEL_DAY_ZERO = date(1899, 12, 30)
# 1900-03-01 is serial 61; below 10,000 (1927) a number is rather a year or a count.
EXCEL_SERIALS = range(10_000, 100_000)
YEARS = range(1800, 2200)

_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_M = r"(?P<m>\d{1,2})"
_Y = r"(?P<y>\d{4}|\d\d)\s*ء?"
_NAME = r"(?P<name>[^\W\d_]+)\.?"
_TIME = r"(?P<time>[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s*(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?"

PATTERNS = {
    name: re.compile(pattern + r"\Z", re.IGNORECASE)
    for name, pattern in {
        "iso": rf"(?P<y>\d{{4}})(?:\s*[-/]\s*{_M}(?:\s*[-/]\s*(?P<d>\d{{1,2}}){_TIME})?)?",
        "d/m/Y": rf"{_D}\s*/\s*{_M}\s*/\s*{_Y}",
        "m/d/Y": rf"{_M}\s*/\s*(?P<d>\d{{1,2}})\s*/\s*{_Y}",
        "d-m-Y": rf"{_D}\s*[-\u2013]\s*{_M}\s*[-\u2013]\s*{_Y}",
        "d.m.Y": rf"{_D}\s*\.\s*{_M}\s*\.\s*{_Y}",
        "m/Y": rf"{_M}\s*/\s*{_Y}",
        "Weekday-Month d-Y": rf"(?P<weekday>[a-z]+)[\s,.-]*[\s,-]{_NAME}[\s-]+{_D}[\s,-]+{_Y}",
        "Mon-Y": rf"{_NAME}\s*[-\u2013/ ]\s*{_Y}",
        "d Month Y": rf"{_D}[\s-]*{_NAME}[\s,،-]*{_Y}",
        "Month d, Y": rf"{_NAME}[\s-]*{_D}[\s,،-]+{_Y}",
        "Month Y": rf"{_NAME}[\s,،-]*{_Y}",
        "Y": rf"{_Y}",
    }.items()
}
SERIAL = re.compile(r"(\d{5})(?:\.\d+)?\Z", re.ASCII)
FORMATS: tuple[str, ...] = ("edtf", *PATTERNS, "excel")


def read_date(
    value: str | float | date,
    formats: str | Sequence[str],
    doubts: list[Reason] | None = None,
) -> PartialDate:
    """The date in a cell or a field, by the first of the named formats that fits.

    A date or datetime object of a worksheet is taken as its day whatever the formats. What reads
    but looks wrong (a weekday that is not that day's) is added to `doubts`.
    """
    listed = (formats,) if isinstance(formats, str) else tuple(formats)
    if unknown := set(listed) - set(FORMATS):
        raise ValueError(f"no such date format: {', '.join(sorted(unknown))}")
    if isinstance(value, date):
        return PartialDate.on(_day_in_pakistan(value))
    if isinstance(value, float | int):
        whole = isfinite(value) and (value == int(value) or "excel" in listed)
        value = str(int(value) if whole else value)
    read, found_doubts = _read(value, listed)
    if doubts is not None:
        doubts.extend(found_doubts)
    return read


def _day_in_pakistan(value: date) -> date:
    """Days end at midnight in Karachi; a moment with a zone is brought there first."""
    if isinstance(value, datetime):
        return (value.astimezone(PAKISTAN) if value.tzinfo else value).date()
    return value


@lru_cache(maxsize=16_384)
def _read(text: str, formats: tuple[str, ...]) -> tuple[PartialDate, tuple[Reason, ...]]:
    written = " ".join(ascii_digits(visible(text)).split())
    read: dict[PartialDate, tuple[Reason, ...]] = {}
    refusals: list[Reason] = []
    for name in formats:
        try:
            if found := _by_format(name, written):
                read.setdefault(*found)
        except Refused as refused:
            refusals.extend(_as_written(reason, written) for reason in refused.reasons)
    if len(read) > 1:
        both = " / ".join(sorted(one.text for one in read))
        raise Refused.one("date.ambiguous", N_("“%(said)s” can be read as %(both)s."), said=written[:40], both=both)
    if read:
        return next(iter(read.items()))
    raise Refused(refusals[:1] or [_unreadable(written, formats)])


def _as_written(reason: Reason, written: str) -> Reason:
    """The reason with the date as the source writes it, not as EDTF."""
    return Reason(reason.code, reason.sentence, {**reason.params, "said": written[:40]}, reason.field)


def _unreadable(written: str, formats: tuple[str, ...]) -> Reason:
    sentence = N_("“%(said)s” cannot be read as a date written like %(formats)s.")
    return Reason("date.unreadable", sentence, {"said": written[:40], "formats": " or ".join(formats)})


def _by_format(name: str, written: str) -> tuple[PartialDate, tuple[Reason, ...]] | None:
    """The date by one format; None where the text has another shape."""
    if name == "edtf":
        read = _edtf(written)
        return (read, ()) if read else None
    if name == "excel":
        serial = SERIAL.match(written)
        return (_by_serial(int(serial[1])), ()) if serial and int(serial[1]) in EXCEL_SERIALS else None
    if not (found := PATTERNS[name].match(written)):
        return None
    parts = found.groupdict()
    if parts.get("name"):
        month = MONTHS.get(fold(parts["name"]))
        if month is None:
            return None
    else:
        month = int(parts["m"]) if parts.get("m") else None
    day = int(parts["d"]) if parts.get("d") else None
    if len(parts["y"]) < 4:
        raise Refused.one(
            "date.two_digit_year",
            N_("The year in “%(said)s” has two digits; write all four."),
            said=written[:40],
        )
    _check_year(int(parts["y"]), written)
    read = PartialDate(int(parts["y"]), month, day)
    if parts.get("zone"):
        read = _moment(written)
    return read, _weekday_doubts(parts.get("weekday"), read)


def _moment(written: str) -> PartialDate:
    """The day of a moment that is given with its zone."""
    try:
        moment = datetime.fromisoformat(written.upper().replace(" ", "T", 1).replace(" ", ""))
        return PartialDate.on(_day_in_pakistan(moment))
    except (ValueError, OverflowError):
        raise Refused(_unreadable(written, ("iso",))) from None


def _edtf(written: str) -> PartialDate | None:
    try:
        read = PartialDate.parse(written.replace(" ", ""))
    except Refused as refused:
        if refused.reasons[0].code == "date.unreadable":
            return None
        raise
    for point in (read.start, read.end):
        if point:
            _check_year(point.year, written)
    return read


def _by_serial(days: int) -> PartialDate:
    """A day as a worksheet counts it, in the 1900 system (which invents 29 February 1900)."""
    return PartialDate.on(EXCEL_DAY_ZERO + timedelta(days=days))


def _check_year(year: int, written: str) -> None:
    if year not in YEARS:
        sentence = N_("The year %(year)s in “%(said)s” is not a year of our time; is it of the Islamic calendar?")
        raise Refused.one("date.year_out_of_range", sentence, year=year, said=written[:40])


def _weekday_doubts(said: str | None, read: PartialDate) -> tuple[Reason, ...]:
    day = read.earliest()
    if said is None or day is None or WEEKDAYS[day.weekday()].lower().startswith(said.lower()[:3]):
        return ()
    sentence = N_("%(date)s was a %(weekday)s; the source says %(said)s.")
    return (Reason("date.weekday", sentence, {"date": read.text, "weekday": WEEKDAYS[day.weekday()], "said": said}),)

"""Days as people say them: *yesterday*, *last Friday*, *10 Muharram*, *last Friday of Ramzan*, in English and Urdu.

They are read against a day that is known, mostly that of the paper. A day of the Islamic calendar depends on the moon
as it is seen in Pakistan, mostly one day after the tables of Umm al-Qura by which it is reckoned here: it is always
marked as approximate, and the words are kept beside it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from sanad.kit.dates.partial import PartialDate
from sanad.kit.text import ascii_digits, fold, visible

MOON_LATER = timedelta(days=1)  # Pakistan after Umm al-Qura, as a rule
HIJRI_YEARS = range(1343, 1500)  # what the tables hold
_ISLAMIC = (
    ("muharram", "muharam", "moharram", "muharram ul haram", "محرم", "محرم الحرام"),
    ("safar", "safar ul muzaffar", "صفر", "صفر المظفر"),
    ("rabi ul awwal", "rabi ul awal", "rabi al awwal", "ربیع الاول"),
    ("rabi us sani", "rabi ul sani", "rabi al thani", "ربیع الثانی"),
    ("jamadi ul awwal", "jamadi ul awal", "jumada al awwal", "جمادی الاول", "جمادی الاولی"),
    ("jamadi us sani", "jamadi ul sani", "jumada al thani", "جمادی الثانی"),
    ("rajab", "rajab ul murajjab", "رجب", "رجب المرجب"),
    ("shaban", "shaaban", "sha ban", "شعبان", "شعبان المعظم"),
    ("ramzan", "ramadan", "ramazan", "ramzan ul mubarak", "رمضان", "رمضان المبارک", "ماہ رمضان", "ماہ صیام"),
    ("shawwal", "shawal", "شوال", "شوال المکرم"),
    ("zilqad", "zil qad", "ziqad", "zilqada", "dhul qadah", "ذیقعد", "ذی القعدہ", "ذوالقعدہ", "ذیقعدہ"),
    (
        "zilhaj",
        "zil haj",
        "zilhajj",
        "zil hijja",
        "zilhijja",
        "dhul hijjah",
        "ذوالحج",
        "ذی الحج",
        "ذوالحجہ",
        "ذی الحجہ",
    ),
)
_DAYS = (
    ("monday", "mon", "peer", "pir", "somwar", "پیر", "سوموار"),
    ("tuesday", "tue", "mangal", "منگل"),
    ("wednesday", "wed", "budh", "بدھ"),
    ("thursday", "thu", "jumerat", "jumayrat", "jumeraat", "جمعرات"),
    ("friday", "fri", "juma", "jumma", "jummah", "جمعہ", "جمعۃ المبارک", "جمعتہ المبارک"),
    ("saturday", "sat", "hafta", "ہفتہ", "ہفتے"),
    ("sunday", "sun", "itwar", "اتوار"),
)
_AGO = {
    0: ("today", "this morning", "aaj", "آج"),
    1: ("yesterday", "last night", "the previous day", "kal", "گزشتہ روز", "گذشتہ روز", "گزشتہ شب", "گزشتہ رات", "کل"),
    2: ("the day before yesterday", "day before yesterday", "parson", "پرسوں"),
}
_FEASTS = {  # month and day
    (10, 1): ("eid", "eid ul fitr", "eid al fitr", "choti eid", "عید", "عید الفطر", "عیدالفطر"),
    (12, 10): ("eid ul azha", "eid ul adha", "eid al adha", "bakra eid", "عید الاضحی", "عیدالاضحی", "بقر عید"),
    (1, 10): ("ashura", "youm e ashur", "عاشورہ", "یوم عاشور"),
    (1, 9): ("9th muharram", "tasua", "تاسوعا"),
    (3, 12): ("eid milad un nabi", "12 rabi ul awwal", "عید میلاد النبی"),
    (8, 15): ("shab e barat", "شب برات"),
    (9, 27): ("shab e qadr", "شب قدر", "laylat al qadr"),
    (9, 29): ("chand raat", "چاند رات"),
}
_WHICH = {
    -1: ("last", "akhri", "آخری"),
    0: ("first", "pehla", "پہلا", "پہلے"),
    1: ("second", "doosra", "دوسرا", "دوسرے"),
    2: ("third", "teesra", "تیسرا", "تیسرے"),
    3: ("fourth", "chotha", "چوتھا", "چوتھے"),
}


def _table(groups: Iterator[tuple[int, tuple[str, ...]]]) -> dict[str, int]:
    return {fold(word): number for number, words in groups for word in words}


MONTHS = _table((n, words) for n, words in enumerate(_ISLAMIC, 1))
WEEKDAYS = _table((n, words) for n, words in enumerate(_DAYS))
AGO = _table(iter(_AGO.items()))
WHICH = _table(iter(_WHICH.items()))
FEASTS = {fold(word): day for day, words in _FEASTS.items() for word in words}


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


_YEAR = r"(?:[\s,،]*(?P<year>1[34]\d\d)(?:\s*(?:ah|a h|h|[ھہ]|ہجری))?)?"
_OF = r"(?:\s+(?:of|ka|ke|ki|کا|کے|کی))?\s+"
_NUMBER = r"(?P<day>\d{1,2})\s*(?:st|nd|rd|th)?"
DAY_OF_MONTH = re.compile(rf"{_NUMBER}(?:\s+of)?\s*(?P<month>{_any(MONTHS)}){_YEAR}\Z")
MONTH_ALONE = re.compile(rf"(?:in\s+|during\s+)?(?P<month>{_any(MONTHS)}){_YEAR}(?:\s+(?:میں|کے مہینے میں))?\Z")
WEEKDAY_OF_MONTH = re.compile(
    rf"(?:on\s+|the\s+|on the\s+)?(?P<which>{_any(WHICH)})\s+(?P<weekday>{_any(WEEKDAYS)}){_OF}"
    rf"(?P<month>{_any(MONTHS)}){_YEAR}\Z"
)
MONTHS_WEEKDAY = re.compile(
    rf"(?P<month>{_any(MONTHS)}){_YEAR}{_OF}(?P<which>{_any(WHICH)})\s+(?P<weekday>{_any(WEEKDAYS)})(?:\s+کو)?\Z"
)
FEAST = re.compile(
    rf"(?:on\s+)?(?:the\s+)?(?:(?P<which>{_any(WHICH)})\s+day\s+of\s+)?"
    rf"(?P<feast>{_any(FEASTS)}){_YEAR}"
    rf"(?:\s+(?:day|کے\s+(?:(?P<urdu>{_any(WHICH)})\s+)?(?:روز|دن)))?\Z"
)
WEEKDAY = re.compile(
    rf"(?:on\s+|بروز\s+)?(?P<last>last\s+|previous\s+|گزشتہ\s+|گذشتہ\s+|pichle\s+)?(?P<weekday>{_any(WEEKDAYS)})"
    r"(?:\s+(?:کو|کے روز|کے دن|کی شب|کی رات|کی صبح|ko|ke roz|ke din|night|morning|evening))?\Z"
)
DAYS_AGO = re.compile(r"(?P<number>\d{1,2})\s*(?P<unit>days?|weeks?|din|روز|دن|ہفتے)\s*(?:ago|qabl|pehle|قبل|پہلے)\Z")


def read_spoken(text: str, base: date) -> PartialDate | None:
    """The day or the time that these words mean, said on or shortly before `base`; None where they mean none."""
    said = fold(ascii_digits(visible(text)))
    if said in AGO:
        return PartialDate.on(base - timedelta(days=AGO[said]))
    if found := DAYS_AGO.match(said):
        days = int(found["number"]) * (7 if found["unit"].startswith(("w", "ہ")) else 1)
        return PartialDate.on(base - timedelta(days=days))
    if found := WEEKDAY.match(said):
        return _weekday(WEEKDAYS[found["weekday"]], base, before=bool(found["last"]))
    return _islamic(said, base)


def _weekday(wanted: int, base: date, *, before: bool) -> PartialDate:
    """The latest such day up to the base; on the very same weekday nobody can say which is meant."""
    back = (base.weekday() - wanted) % 7
    if back == 0 and before:
        back = 7
    day = base - timedelta(days=back)
    return PartialDate(day.year, day.month, day.day, approximate=back == 0)


def _islamic(said: str, base: date) -> PartialDate | None:
    if found := FEAST.match(said):
        month, day = FEASTS[found["feast"]]
        later = WHICH.get(found["which"] or found["urdu"] or "", 0)
        return _about(_on(month, day, _year(found["year"]), base, later=max(later, 0)))
    if found := DAY_OF_MONTH.match(said):
        return _about(_on(MONTHS[found["month"]], int(found["day"]), _year(found["year"]), base))
    if found := WEEKDAY_OF_MONTH.match(said) or MONTHS_WEEKDAY.match(said):
        first, last = _bounds(MONTHS[found["month"]], _year(found["year"]), base)
        return _about(_nth(first, last, WEEKDAYS[found["weekday"]], WHICH[found["which"]]))
    if found := MONTH_ALONE.match(said):
        first, last = _bounds(MONTHS[found["month"]], _year(found["year"]), base)
        return PartialDate.parse(f"{first}~/{last}~")
    return None


def _year(said: str | None) -> int | None:
    return int(said) if said else None


def _about(day: date | None) -> PartialDate | None:
    return None if day is None else PartialDate(day.year, day.month, day.day, approximate=True)


def _begins(month: int, year: int) -> date:
    return Hijri(year, month, 1).to_gregorian() + MOON_LATER


def _this_year(month: int, base: date) -> int:
    """The Islamic year in which this month last began."""
    year = Gregorian(base.year, base.month, base.day).to_hijri().year
    return year if _begins(month, year) <= base else year - 1


def _bounds(month: int, year: int | None, base: date) -> tuple[date, date]:
    known = year if year is not None and year in HIJRI_YEARS else _this_year(month, base)
    begins = _begins(month, known)
    return begins, begins + timedelta(days=Hijri(known, month, 1).month_length() - 1)


def _on(month: int, day: int, year: int | None, base: date, *, later: int = 0) -> date | None:
    if not 1 <= day <= 30:
        return None
    found = _bounds(month, year, base)[0] + timedelta(days=day - 1 + later)
    if year is None and found > base + MOON_LATER:  # the month has begun and the day has not come yet
        before = _this_year(month, base) - 1
        found = _bounds(month, before, base)[0] + timedelta(days=day - 1 + later)
    return found


def _nth(first: date, last: date, weekday: int, which: int) -> date | None:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    found = [day for day in days if day.weekday() == weekday]
    return found[which] if which < len(found) else None

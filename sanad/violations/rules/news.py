"""What a news text says of days, places, ages and deeds: found to be offered, never taken for said.

Rules and word lists only, in English and Urdu. The vocabulary of acts and the names of places are handed in.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sanad.kit.ages import read_age
from sanad.kit.dates import PartialDate, read_date, read_spoken
from sanad.kit.dates.spoken import AGO, WEEKDAYS
from sanad.kit.dates.written import MONTHS
from sanad.kit.refusals import Refused
from sanad.kit.text import ascii_digits, fold

LONGEST_PHRASE = 5  # words
LONGEST_TEXT = 20_000
MOST_OF_A_KIND = 8
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS if len(name) > 2), key=len, reverse=True))
_DAYS = (re.escape(word) for word in WEEKDAYS if len(word) > 3 or not word.isascii())
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
NUMBERED = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?![\d/.-])")
_YEAR = r"((?:19|20)\d\d)"
DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?({_MONTH})(?:\s*[,،]?\s*{_YEAR})?(?![a-z])", re.I
)
MONTH_DAY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,?\s*{_YEAR})?(?!\d)", re.I)
ON_A_DAY = re.compile(
    rf"(?:\b(?:on|last)\s+(?:{_DAY})\b"
    rf"|(?:^|(?<=\s))(?:بروز\s+)?(?:{_DAY})\s+(?:کو|کے روز|کے دن|کی شب|کی رات|کی صبح)(?=[\s۔،]|$))",
    re.I,
)
AGO_WORDS = re.compile(
    r"\b(?:yesterday|last night|day before yesterday)\b"
    r"|(?:^|(?<=\s))(?:گزشتہ روز|گذشتہ روز|گزشتہ شب|گزشتہ رات)(?=[\s۔،]|$)",
    re.I,
)
AGES = (
    re.compile(r"\b(\d{1,3}(?:\s*(?:-|to)\s*\d{1,3})?)[\s-]*(?:years?|yrs?)[\s-]*old\b", re.I),
    re.compile(r"\b(\d{1,2})[\s-]*months?[\s-]*old\b", re.I),
    re.compile(r"\b(?:aged?|age of)\s+(?:about\s+|around\s+)?(\d{1,3}(?:\s*(?:-|to|and)\s*\d{1,3})?)\b", re.I),
    re.compile(r"\b(?:minor|underage)\s+(?:girl|boy|child|son|daughter)s?\b|\bminors?\b", re.I),
    re.compile(r"(\d{1,3}(?:\s*(?:تا|سے)\s*\d{1,3})?)\s*-?\s*سالہ"),
    re.compile(r"(\d{1,2})\s*(?:ماہ|مہینے)\s*(?:کی|کا|کے)\s*(?:بچی|بچہ|بچے|شیر ?خوار)"),
    re.compile(r"(?:^|(?<=\s))(?:کمسن|کم سن|نابالغ)(?=\s)"),
)
# Urdu names of places that are everyday words too: taken only with a word beside them that says so.
_EVERYDAY = "دیر حب مری بنوں ٹانک کرک باغ بھان لورا کیچ جاتی مند دوڑ ڈگری بھاگ سست نیلم نگر سمندری زیارت"
EVERYDAY = frozenset(map(fold, _EVERYDAY.split()))
BESIDE = frozenset(map(fold, ("ضلع", "تحصیل", "شہر", "علاقے", "علاقہ", "بالا", "پائیں", "اپر", "لوئر")))


TOO_WIDE = frozenset(map(fold, ("نگرانی", "رکاوٹ")))  # names of codes that newspapers use for anything


class Kind(StrEnum):
    """What a find is about."""

    DATE = "date"
    PLACE = "place"
    AGE = "age"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Find:
    """Something in a text: the value as the form takes it, and the words as they stand there."""

    kind: Kind
    value: str
    words: str
    at: int


@dataclass(frozen=True)
class Lexicon:
    """Folded phrases: of acts with their slugs, of places with the name to be offered."""

    acts: Mapping[str, str]
    places: Mapping[str, str]

    @classmethod
    def of(cls, acts: Mapping[str, Iterable[str]], places: Iterable[Sequence[str]]) -> "Lexicon":
        """From the ways in which acts are written, by slug, and the names of each place, the first to be offered."""
        named = {fold(way): slug for slug, ways in acts.items() for way in ways}
        known = {fold(name): names[0] for names in places for name in names if len(fold(name)) > 2}
        return cls({k: v for k, v in named.items() if k and k not in TOO_WIDE}, known)


def found_in(text: str, lexicon: Lexicon, base: date) -> list[Find]:
    """What may be offered, each value once, in the order of the text. `base`: the day of the paper."""
    text = text[:LONGEST_TEXT]
    digits = ascii_digits(text)
    found = [*_dates(text, digits, base), *_ages(text, digits), *_phrases(text, lexicon)]
    kept: dict[tuple[Kind, str], Find] = {}
    for one in sorted(found, key=lambda one: one.at):
        of_kind = sum(kind == one.kind for kind, _value in kept)
        if of_kind < MOST_OF_A_KIND:
            kept.setdefault((one.kind, one.value), one)
    return list(kept.values())


def _dates(text: str, digits: str, base: date) -> Iterable[Find]:
    taken: list[tuple[int, int]] = []
    for pattern in (NUMBERED, DAY_MONTH, MONTH_DAY, ON_A_DAY, AGO_WORDS):
        for match in pattern.finditer(digits):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            day = _day(pattern, match, base)
            if day is not None and not day.is_future(base):
                taken.append(match.span())
                yield Find(Kind.DATE, day.text, text[match.start() : match.end()], match.start())


def _day(pattern: re.Pattern[str], match: re.Match[str], base: date) -> PartialDate | None:
    if pattern is NUMBERED:
        try:
            return read_date(match[0].replace(".", "/").replace("-", "/"), ("d/m/Y",))
        except Refused:
            return None
    if pattern in (DAY_MONTH, MONTH_DAY):
        day, month = (match[1], match[2]) if pattern is DAY_MONTH else (match[2], match[1])
        return _in_year(int(day), MONTHS[fold(month)], match[3], base)
    said = fold(match[0])
    return read_spoken(said, base) if said not in AGO or AGO[said] else None


def _in_year(day: int, month: int, year: str | None, base: date) -> PartialDate | None:
    """A day whose year was perhaps not said: then the last one that there was."""
    years = [int(year)] if year else [base.year, base.year - 1]
    for one in years:
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if year or found <= base:
            return PartialDate.on(found)
    return None


def _ages(text: str, digits: str) -> Iterable[Find]:
    for pattern in AGES:
        for match in pattern.finditer(digits):
            words = text[match.start() : match.end()].strip()
            value = match[1] if pattern.groups else "minor"
            if pattern.groups and ("month" in match[0].lower() or "ماہ" in match[0] or "مہینے" in match[0]):
                value = f"{match[1]} months"
            try:
                read_age(value)
            except Refused:
                continue
            yield Find(Kind.AGE, value, words, match.start())


def _phrases(text: str, lexicon: Lexicon) -> Iterable[Find]:
    """The longest phrases of acts and places, word by word."""
    words = [(match[0], match.start(), match.end()) for match in WORD.finditer(text)]
    folded = [fold(word) for word, _start, _end in words]
    at = 0
    while at < len(words):
        step = 1
        for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
            phrase = " ".join(folded[at : at + length])
            start, end = words[at][1], words[at + length - 1][2]
            if phrase in lexicon.acts:
                yield Find(Kind.ACT, lexicon.acts[phrase], text[start:end], start)
            elif phrase in lexicon.places and _is_place(phrase, words[at][0], folded, at, length):
                yield Find(Kind.PLACE, lexicon.places[phrase], text[start:end], start)
            else:
                continue
            step = length
            break
        at += step


def _is_place(phrase: str, first: str, folded: Sequence[str], at: int, length: int) -> bool:
    """English names of places begin with a capital; some Urdu ones need a word beside them."""
    if first.isascii():
        return first[0].isupper()
    if phrase not in EVERYDAY:
        return True
    near = {*folded[max(0, at - 1) : at], *folded[at + length : at + length + 1]}
    return bool(near & BESIDE)

"""Numbers that people type before a clause: "3.2.1", "(a)", "iv.", "Article 5", "۳۔۲", "(الف)".

A number says how deep its clause stands only beside its neighbours: (a) stands below the last decimal number, (i) below
the last letter. `Ladder` keeps that.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from sanad.kit.text import ascii_digits, visible


class Shape(StrEnum):
    """What a number is made of."""

    NAMED = "named"  # Article 5, Chapter 2, باب ۲
    DECIMAL = "decimal"
    LETTER = "letter"
    ROMAN = "roman"


@dataclass(frozen=True)
class Numbered:
    """A paragraph with a number typed before it. `unsure`: it may as well be a figure within a sentence."""

    number: str
    shape: Shape
    parts: int
    rest: str
    unsure: bool = False


NAMES = (
    r"article|section|chapter|part|clause|theme|thematic area|outcome|objective|priority|annex|action"
    r"|باب|حصہ|دفعہ|شق|فصل|موضوع|نتیجہ|مقصد|ضمیمہ|اقدام"
)
STOP = r"[.)\]:۔\-\u2013\u2014]"
NAMED = re.compile(rf"({NAMES})\s+(\d{{1,3}}(?:[.۔]\d{{1,3}})*|[ivxlc]{{1,6}}|[a-z])\b\s*{STOP}?\s*(.*)\Z", re.I | re.S)
MANY = re.compile(r"(\d{1,3}(?:\s?[.۔\-]\s?\d{1,3})+)\s*[.)\]:۔]?(\s+|\Z)(.*)\Z", re.S)
ONE = re.compile(rf"\(?(\d{{1,3}})\s*({STOP}|\t)\s*(.*)\Z", re.S)
LATIN = re.compile(
    r"(?:\(([A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})\)|([A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6})[.)])(?:\s+|\Z)(.*)\Z", re.S
)
URDU = re.compile(r"(?:\((الف|[\u0621-\u06d3])\)|(الف|[\u0621-\u06d3])[)۔.])(?:\s+|\Z)(.*)\Z", re.S)
PERCENT_OR_UNIT = re.compile(r"(%|per ?cent|فیصد|million|billion|لاکھ|کروڑ|years?|سال)\b|%", re.I)
BETWEEN = re.compile(r"\s?[.۔\-]\s?")


def read_number(text: str) -> Numbered | None:
    """The number that a paragraph begins with, and what follows it; None where there is none."""
    said = ascii_digits(visible(text)).strip()
    if found := NAMED.match(said):
        return Numbered(f"{found[1]} {_dotted(found[2])}", Shape.NAMED, 1, found[3].strip())
    if found := MANY.match(said):
        rest = found[3].strip()
        number = _dotted(found[1])
        return Numbered(number, Shape.DECIMAL, number.count(".") + 1, rest, _in_a_sentence(rest))
    if found := ONE.match(said):
        rest = found[3].strip()
        return Numbered(found[1], Shape.DECIMAL, 1, rest, found[2] == "-" or _in_a_sentence(rest))
    if found := LATIN.match(said):
        letter = found[1] or found[2]
        roman = len(letter) > 1 or letter in "ivx"
        return Numbered(f"({letter})", Shape.ROMAN if roman else Shape.LETTER, 1, found[3].strip())
    if found := URDU.match(said):
        return Numbered(f"({found[1] or found[2]})", Shape.LETTER, 1, found[3].strip())
    return None


def _dotted(number: str) -> str:
    return BETWEEN.sub(".", number.strip())


def _in_a_sentence(rest: str) -> bool:
    """Does what follows go on like the middle of a sentence: "3.5 million people", "12. per cent"?"""
    return bool(PERCENT_OR_UNIT.match(rest)) or (rest[:1].isascii() and rest[:1].islower() and len(rest) > 1)


class Ladder:
    """How deep each numbered clause stands, one after another, below headings of a given level."""

    def __init__(self) -> None:
        self.heading = 0  # level of the last heading
        self.decimal = 0  # depth of the last decimal or named number
        self.letter = 0  # depth of the last letter
        self.last = ""  # last letter, for i after h

    def under_heading(self, level: int) -> int:
        """A heading of this level; gives its depth."""
        self.heading, self.decimal, self.letter, self.last = level, 0, 0, ""
        return level

    def step(self, found: Numbered) -> int:
        """The depth of the next numbered clause."""
        if found.shape in (Shape.DECIMAL, Shape.NAMED):
            self.decimal = max(found.parts, self.heading + 1) if self.heading else found.parts
            self.letter, self.last = 0, ""
            return self.decimal
        letter = found.number.strip("()").lower()
        after = len(letter) == 1 and len(self.last) == 1 and ord(letter) == ord(self.last) + 1
        below = max(self.decimal, self.heading)
        if found.shape is Shape.LETTER or after:
            self.letter, self.last = below + 1, letter
            return self.letter
        return (self.letter or below) + 1


# -- Numbers that Word counts itself --------------------------------------------------------------------------
ABJAD = "ابجدہوزحطیکلمنسعفصقرشتثخذضظغ"
ROMAN_VALUES = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def counted(value: int, form: str) -> str:
    """A number as a list of Word writes it: decimal, lowerLetter, upperRoman, arabicAbjad, …; bullets say nothing."""
    if form in ("bullet", "none") or value < 1:
        return ""
    if form.endswith("Letter"):
        letter = chr(ord("a") + (value - 1) % 26)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        return _roman(value).upper() if form.startswith("upper") else _roman(value)
    if form in ("arabicAbjad", "arabicAlpha"):
        letter = ABJAD[(value - 1) % len(ABJAD)]
        return "الف" if letter == "ا" else letter
    return str(value)


def _roman(value: int) -> str:
    written = ""
    for size, letters in ROMAN_VALUES:
        times, value = divmod(value, size)
        written += letters * times
    return written

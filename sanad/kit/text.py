"""Text in two scripts: how it is stored, how it is matched, and what it may give away.

`clean` is for storing and loses nothing that a reader sees (ZWNJ stays: it shapes Urdu words).
`fold` is for matching only, never for showing: English and Urdu spellings that people hold for
the same become the same. Seen in real Urdu files: diacritics, no-break spaces, Arabic yeh and
kaf, combining hamza, byte order marks.
"""

import re
import unicodedata
from typing import Literal

ASCII_DIGITS = {
    zero + value: str(value)
    for zero in (0x0660, 0x06F0, 0xFF10)  # Arabic-Indic, Urdu and Persian, full-width
    for value in range(10)
}
NO_BREAK_SPACES = dict.fromkeys((0x00A0, 0x2007, 0x202F), " ")
# PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair (JSON can hold one).
NOT_STORABLE = {0x0000: None, 0xFEFF: None} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
STORED = NO_BREAK_SPACES | NOT_STORABLE

# After NFKD the hamza and madda of أ إ آ ؤ ئ ۓ ۂ are marks of their own.
MARKS = (
    "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
)
INVISIBLES = "\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
INVISIBLE = re.compile(f"[{INVISIBLES}]")
NOT_FOLDED = re.compile(f"[{MARKS}{INVISIBLES}ءٴ]")
BETWEEN_WORDS = re.compile(r"[\W_]+")
FOLDED_LETTERS = ASCII_DIGITS | {
    ord(variant): letter
    for letter, variants in {"ی": "يىېۍ", "ک": "كڪ", "ہ": "هھەةۃ", "ا": "ٱٲٳ"}.items()
    for variant in variants
}

BIDI_CONTROLS = {
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "pop directional formatting",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
    "\u2069": "pop directional isolate",
}
BIDI_MARKS = {
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u061c": "Arabic letter mark",
}

APOSTROPHES = re.compile("['`\u00b4\u02bc\u2018\u2019\u201b\uff07]")
ACCENTS = re.compile("[\u0300-\u036f]")
NOT_IN_SLUG = re.compile("[^a-z0-9]+")
PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
FORMULA_STARTS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")

# Identity card: 13 digits, plain or written 5-7-1.
CNIC = re.compile(r"(?<!\d)\d{5}[\s./\u2010-\u2015\u2212-]{0,3}\d{7}[\s./\u2010-\u2015\u2212-]{0,3}\d(?!\d)", re.ASCII)
# Telephones by the national numbering plan: mobiles 03xx + 7 digits; landlines with an area code of
# 2 digits and 7-8 more or of 3 digits and 6-7 more. A mobile whose zero a worksheet ate is 3xxxxxxxxx.
# Only groupings that people write, since days, hours and counts stand side by side in a text too.
DIAL = r"(?:(?:\+|00)92[\s.-]{0,3}(?:\(0\)|0)?|0|\(0)"
SEVEN = r"(?:\d{7}|\d{3}[\s.-]\d{4}|\d{4}[\s.-]\d{3}|\d{2}[\s.-]\d{5})"
PHONE = re.compile(
    rf"(?<![\d.])(?:"
    rf"(?:{DIAL}|92[\s-]?)\(?3\d\d\)?[\s./-]{{0,3}}{SEVEN}"
    rf"|{DIAL}\(?[2-9]\d\)?[\s/-]{{0,3}}(?:\d{{7,8}}|\d{{3,4}}[\s-]\d{{4}})"
    rf"|{DIAL}\(?[2-9]\d\d\)?[\s/-]{{0,3}}(?:\d{{6,7}}|\d{{3}}[\s-]\d{{3,4}})"
    rf"|3\d{{9}})(?!\d)",
    re.ASCII,
)

Script = Literal["arabic", "latin", "mixed", "none"]
ARABIC_LETTER = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]"
)
LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")


def clean(text: str) -> str:
    """The text as it is stored: NFC, plain spaces and line ends, no BOM, nothing at the edges."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text.replace("\0", "").strip()
    return unicodedata.normalize("NFC", text.translate(STORED)).strip()


def storable(text: str) -> str:
    """The text without what no database takes: NUL, and halves of letters."""
    return text if text.isascii() and "\0" not in text else text.translate(NOT_STORABLE)


def ascii_digits(text: str) -> str:
    """The same text with Urdu, Arabic-Indic and full-width digits as 0-9."""
    return text if text.isascii() else text.translate(ASCII_DIGITS)


def fold(text: str) -> str:
    """The text as a key for matching, in English or Urdu; folding twice changes nothing."""
    if text.isascii():
        return BETWEEN_WORDS.sub(" ", text.lower()).strip()
    apart = unicodedata.normalize("NFKD", text)
    lower = apart.casefold()
    if lower != apart:
        lower = unicodedata.normalize("NFKD", lower)
    return BETWEEN_WORDS.sub(" ", NOT_FOLDED.sub("", lower).translate(FOLDED_LETTERS)).strip()


def visible(text: str) -> str:
    """Without soft hyphens, joiners and direction marks, which nobody sees or types."""
    return text if text.isascii() else INVISIBLE.sub("", text)


def slug(text: str) -> str:
    """A permanent ASCII name: "Journalists' Notes" becomes journalists_notes. Urdu alone gives ''."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", ascii_digits(text)))
    return NOT_IN_SLUG.sub("_", ACCENTS.sub("", plain).lower()).strip("_")


def bidi_controls(text: str) -> tuple[str, ...]:
    """Names of the characters that can make a text read otherwise than it is stored."""
    return tuple(name for control, name in BIDI_CONTROLS.items() if control in text)


def bidi_marks(text: str) -> tuple[str, ...]:
    """Names of the harmless direction marks; Urdu keyboards and Word leave them behind."""
    return tuple(name for mark, name in BIDI_MARKS.items() if mark in text)


def formula_safe(text: str) -> str:
    """The text for a CSV or XLSX cell, with an apostrophe before what a sheet would calculate.

    Plain negative numbers stay numbers. Spaces and invisible characters before the sign count as
    nothing, since some programs drop them.
    """
    if PLAIN_NUMBER.match(text):
        return text
    if text[:1] in ("\t", "\r", "\n") or visible(text).lstrip().startswith(FORMULA_STARTS):
        return "'" + text
    return text


def in_script(text: str) -> Script:
    """Which script the letters are in; for the language attribute and the choice of a font."""
    arabic, latin = ARABIC_LETTER.search(text), LATIN_LETTER.search(text)
    if arabic and latin:
        return "mixed"
    return "arabic" if arabic else "latin" if latin else "none"


def looks_like_cnic(text: str) -> bool:
    """Whether a number like that of an identity card stands in the text, in either digits."""
    return bool(CNIC.search(ascii_digits(visible(text))))


def looks_like_phone(text: str) -> bool:
    """Whether a Pakistani telephone number stands in the text; years, dates, counts, coordinates do not count."""
    return bool(PHONE.search(ascii_digits(visible(text))))

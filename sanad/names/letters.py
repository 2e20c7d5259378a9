"""Letters: one spelling for what is one letter, in Arabic script and in Latin.

Sindhi and Pashto letters that Urdu lacks become the Urdu letters by which Urdu newspapers write the same names.
"""

import re
import unicodedata

from sanad.kit.text import INVISIBLE, fold

# Read before `fold`, which would take the hamza away that makes an ئ of an ی.
AS_IN_URDU = str.maketrans(
    {
        # Sindhi: aspirates and implosives
        "ٻ": "ب", "ڀ": "بھ", "ٿ": "تھ", "ٽ": "ٹ", "ٺ": "ٹھ", "ڄ": "ج", "ڃ": "ن", "ڇ": "چھ", "ڏ": "ڈ", "ڊ": "ڈ",
        "ڌ": "دھ", "ڍ": "ڈھ", "ڙ": "ڑ", "ڦ": "پھ", "ڪ": "ک", "ڳ": "گ", "ڱ": "نگ", "ڻ": "ن",
        # Pashto
        "ټ": "ٹ", "څ": "س", "ځ": "ز", "ډ": "ڈ", "ړ": "ڑ", "ږ": "گ", "ښ": "ش", "ګ": "گ", "ڼ": "ن", "ۍ": "ی",
        "ې": "ی",
        # Arabic forms
        "ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۀ": "ہ", "ۂ": "ہ", "ۃ": "ہ", "ە": "ہ", "أ": "ا",
        "إ": "ا", "ٱ": "ا", "ؤ": "و", "ۓ": "ے", "ٰ": "ا", "ـ": None, "ء": None, "ٴ": None,
    }
)  # fmt: skip
IN_ARABIC_SCRIPT = re.compile("[\u0620-\u06d3]")
NOT_LATIN = re.compile("[^a-z]+")
GURMUKHI_AND_OTHERS = re.compile(r"[^\W\d_]")


def arabic(word: str) -> str:
    """The letters of a word in Arabic script, each in its one spelling; empty where there are none."""
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", word)).translate(AS_IN_URDU)
    return "".join(letter for letter in plain if IN_ARABIC_SCRIPT.match(letter))


def latin(word: str) -> str:
    """The letters a to z of a word, without accents; empty where there are none."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    return NOT_LATIN.sub("", word.lower())


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic script (Urdu, Sindhi, Pashto, Arabic)."""
    return bool(IN_ARABIC_SCRIPT.search(word))


def plain(word: str) -> str:
    """A word in the one spelling of its script; other scripts (Gurmukhi, Devanagari) as they fold."""
    if is_arabic(word):
        return arabic(word)
    return latin(word) or fold(word)

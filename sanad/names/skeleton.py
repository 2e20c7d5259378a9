"""The skeleton of a word: its consonants in classes that hold across scripts; vowels, semivowels and h are left out.

محمد, Muhammad, Mohd and Mehmood all have the skeleton "mmd" or "md": a skeleton finds candidates, it decides nothing.
"""

import re
import unicodedata
from functools import lru_cache

from sanad.names.letters import AS_IN_URDU, is_arabic, latin

_CLASSES = {
    "b": "ب", "p": "پ", "t": "تطٹ", "s": "ثسصش", "j": "جژ", "c": "چ", "k": "خقک", "d": "دڈ", "z": "ذزضظ", "r": "رڑ",
    "g": "غگ", "f": "ف", "l": "ل", "m": "م", "n": "نں",
}  # fmt: skip
CLASS_OF = {letter: sound for sound, letters in _CLASSES.items() for letter in letters}
_SOUNDS = {
    "sch": "s", "sh": "s", "tch": "c", "chh": "c", "ch": "c", "kh": "k", "gh": "g", "ph": "f", "zh": "j", "th": "t",
    "dh": "d", "bh": "b", "jh": "j", "rh": "r", "ck": "k", "x": "ks", "ce": "s", "ci": "s", "cy": "s", "c": "k",
    "q": "k",
}  # fmt: skip
_SPELT = re.compile("|".join(_SOUNDS))  # the longer ones stand first


class _Kept(dict[int, str | None]):
    """For `str.translate`: what is not named is left out."""

    def __missing__(self, letter: int) -> None:
        return None


_LATIN = _Kept({ord(letter): letter for letter in _CLASSES})
_ARABIC = _Kept({ord(letter): sound for letter, sound in CLASS_OF.items()})
_ARABIC |= {
    letter: "".join(CLASS_OF.get(one, "") for one in written) for letter, written in AS_IN_URDU.items() if written
}
_TWICE = re.compile(r"(.)\1+")
PRESENTATION_FORMS = "\ufb50"  # letters as old files have them, one for each place in a word


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The skeleton of one word in either script; empty where it has no consonant that counts."""
    if not word.isascii():
        if is_arabic(word):
            if max(word) >= PRESENTATION_FORMS:
                word = unicodedata.normalize("NFKC", word)
            return _TWICE.sub(r"\1", word.translate(_ARABIC))
        word = latin(word)
    sounds = _SPELT.sub(lambda spelt: _SOUNDS[spelt[0]], word.lower())
    return _TWICE.sub(r"\1", sounds.translate(_LATIN))


# What is dropped inside a word is kept, roughly, at its beginning: Akbar and Kabir are two names.
LONGEST_SOUND = 12
_FIRST = dict.fromkeys("aeiouاآع", "a") | dict.fromkeys("hحہھ", "h") | dict.fromkeys("vwو", "v")
_FIRST |= dict.fromkeys("yی", "y")


@lru_cache(maxsize=65_536)
def sounds_of(token: str) -> tuple[str, ...]:
    """Keys by which one folded word meets its spellings in either script; none for what has no letter of the two.

    The skeleton with a rough first letter, for finding in an index of single words: rough on purpose, and never the
    only evidence. The index of sealed names and that of summaries ask here and nowhere else.
    """
    first = _FIRST.get(token[:1], "")
    key = _TWICE.sub(r"\1", first + skeleton(token))[:LONGEST_SOUND]
    return (key,) if key else ()

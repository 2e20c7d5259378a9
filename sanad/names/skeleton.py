"""The skeleton of a word: its consonants in classes that hold across scripts; vowels, semivowels and h are left out.

محمد, Muhammad, Mohd and Mehmood all have the skeleton "mmd" or "md": a skeleton finds candidates, it decides nothing.
"""

import re
from functools import lru_cache

from sanad.names.letters import arabic, is_arabic, latin

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
_NOT_KEPT = re.compile("[^bptsjckdzrgflmn]")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The skeleton of one word in either script; empty where it has no consonant that counts."""
    if is_arabic(word):
        return _TWICE.sub(r"\1", "".join(CLASS_OF.get(letter, "") for letter in arabic(word)))
    sounds = _SPELT.sub(lambda spelt: _SOUNDS[spelt[0]], latin(word))
    return _TWICE.sub(r"\1", _NOT_KEPT.sub("", sounds))

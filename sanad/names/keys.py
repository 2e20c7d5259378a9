"""Keys: what two spellings of one name have in common, for finding candidates among very many."""

import re
from itertools import pairwise

from sanad.kit.text import fold
from sanad.names.skeleton import skeleton
from sanad.names.words import FULL, words_of

VOWELS_ONLY = "'"
_TWICE = re.compile(r"(.)\1+")


def key_of_word(word: str) -> str:
    """The skeleton of a word; a word without consonants that count has its first letter's class as key."""
    return skeleton(word) or (VOWELS_ONLY + fold(word)[:1] if fold(word) else "")


def keys_of(name: str) -> frozenset[str]:
    """Keys of the telling words, of two neighbours written as one, and of the whole; common words where all are."""
    words = words_of(name)
    telling = [word for word in words if word.weight == FULL] or words
    single = [key for word in telling if (key := key_of_word(word.text))]
    together = [_TWICE.sub(r"\1", one + other) for one, other in pairwise(single)]
    return frozenset({*single, *together, " ".join(sorted({*single}))} - {""})

"""Judgement about passwords: long enough, and not what others would try first; no rule about signs. No Django.

A list of common passwords holds short ones; people who must write fifteen characters write two common words, or one
twice, or the name of their office with a year. So what is compared is the password without its digits and signs, cut
into known words: two are too few, and words of this place alone are too few however many.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache

from sanad.accounts.common_words import PHRASES, URDU_PHRASES, URDU_WORDS, WORDS
from sanad.accounts.rules import SHORTEST_PASSWORD
from sanad.kit.refusals import N_, Reason

LONGEST_PASSWORD = 200
SHORTEST_WORD, LONGEST_WORD = 3, 20
FEWEST_WORDS = 3
FEWEST_SIGNS = 5  # different ones
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890")
LOOK_ALIKE = str.maketrans("@431!0$57", "aaeiiosst")


def normalised(password: str) -> str:
    """The same password however the keyboard writes it: NFKC, once."""
    return unicodedata.normalize("NFKC", password)


def folded(text: str) -> str:
    """Letters only, small ones, without the marks above and below Urdu letters."""
    split = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in split if letter.isalpha())


def reasons_against_password(password: str, *, common: Collection[str], about: Iterable[str] = ()) -> list[Reason]:
    """Why this cannot be a password; empty when it can. `about`: names of the user and of the offices."""
    if len(password) < SHORTEST_PASSWORD:
        return [
            Reason(
                "password_short",
                N_("This password is too short: it has %(has)s characters and needs at least %(least)s."),
                {"has": len(password), "least": SHORTEST_PASSWORD},
                "new",
            )
        ]
    if len(password) > LONGEST_PASSWORD:
        return [Reason("password_long", N_("This password is longer than 200 characters."), field="new")]
    if _is_common(password, common, frozenset(_words_of(about))):
        return [
            Reason(
                "password_common",
                N_(
                    "Others would try this one early: it is a common password, a repetition, a row of keys, digits only"
                    " like a CNIC, or made of one or two common words or of names from here. Take four or five words"
                    " that do not belong together."
                ),
                field="new",
            )
        ]
    return []


def _is_common(password: str, common: Collection[str], about: frozenset[str]) -> bool:
    small = password.lower().strip()
    if small in common or len(set(small)) < FEWEST_SIGNS or _repeats(small) or _is_a_row(small):
        return True
    letters = {folded(small), folded(small.translate(LOOK_ALIKE))}
    return any(_is_made_of_known_words(text, common, about) for text in letters)


def _is_made_of_known_words(letters: str, common: Collection[str], about: frozenset[str]) -> bool:
    if len(letters) < SHORTEST_WORD:  # digits and signs with next to no letters: a CNIC, a telephone, a date
        return True
    if letters in _phrases() or letters in common or _repeats(letters) or _is_a_row(letters):
        return True
    local = _local() | about
    return _fewest(letters, local) is not None or (_fewest(letters, common, local) or FEWEST_WORDS) < FEWEST_WORDS


def _fewest(letters: str, *lists: Collection[str]) -> int | None:
    """How many words of these lists it takes to write this; None when it cannot be written with them."""
    reached: dict[int, int] = {0: 0}
    for end in range(SHORTEST_WORD, len(letters) + 1):
        for start in range(max(0, end - LONGEST_WORD), end - SHORTEST_WORD + 1):
            if start in reached and any(letters[start:end] in words for words in lists):
                reached[end] = min(reached.get(end, len(letters)), reached[start] + 1)
    return reached.get(len(letters))


def _repeats(text: str) -> bool:
    """Is it one piece of at most half its length, again and again? `abcabcabcabcabc`, and `abcabca`."""
    return any((text[:size] * len(text)).startswith(text) for size in range(1, len(text) // 2 + 1))


def _is_a_row(text: str) -> bool:
    """Is it a row of keys or of the alphabet, forwards or backwards, or several in order?"""
    rows = "".join(ROWS[:3])
    return any(text in line * 3 or text in (line * 3)[::-1] for line in (*ROWS, rows))


def _words_of(texts: Iterable[str]) -> set[str]:
    """The words of names, and each name without its spaces."""
    pieces = {folded(piece) for text in texts for piece in (*re.split(r"[\W\d_]+", text), text)}
    return {piece for piece in pieces if len(piece) >= SHORTEST_WORD}


@cache
def _phrases() -> frozenset[str]:
    return frozenset(folded(phrase) for phrase in (PHRASES + URDU_PHRASES).split())


@cache
def _local() -> frozenset[str]:
    return frozenset(word for word in map(folded, (WORDS + URDU_WORDS).split()) if len(word) >= SHORTEST_WORD)

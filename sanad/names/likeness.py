"""How alike two words of a name are, from 0.0 to 1.0, in one script or in two."""

import math
import re
from functools import lru_cache

from sanad.names.letters import is_arabic, latin
from sanad.names.skeleton import skeleton
from sanad.names.transducer import HOPELESS, spelling_scores
from sanad.names.vocabulary import names_with_skeleton

# Fitted to the development words of the lexicon: right spellings against other words of the same skeleton.
STEEP, MIDDLE = 3.6, -1.75
BETTER_ONE = 0.35  # of the distance, in nats, to a common name that explains a spelling better
SOUNDS_ALIKE = 0.95
BRIDGE = 0.96
OTHER_BEGINNING = 0.5
INITIAL = 0.75

_SOUNDS = {
    "ph": "f", "ck": "k", "q": "k", "x": "ks", "oo": "u", "ou": "u", "ee": "i", "ea": "i", "ie": "i", "ai": "e",
    "ay": "e", "ey": "e", "ei": "e", "aa": "a", "w": "v", "y": "i",
}  # fmt: skip
_SPELT = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_HEARD_ALIKE = str.maketrans(dict(zip("طثصذضظحعڑڈٹںےآ", "تسسزززہاردتنیا", strict=True)))


def likeness(one: str, other: str) -> float:
    """Whether two words, each in the plain spelling of its script, may be one name."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    if len(one) == 1 or len(other) == 1:
        return _initials(one, other)
    if is_arabic(one) != is_arabic(other):
        return _across(one, other) if is_arabic(one) else _across(other, one)
    return _arabic(one, other) if is_arabic(one) else _latin(one, other)


@lru_cache(maxsize=100_000)
def _across(word: str, spelling: str) -> float:
    """A word in Arabic script and one in Latin; another script has no letters that could be compared."""
    if not latin(spelling):
        return 0.0
    score = float(spelling_scores([word], [spelling])[0])
    possible = 1 / (1 + math.exp(-STEEP * (score / (len(spelling) + 1) - MIDDLE)))
    # Jamal may be written of جمیل, but whoever writes Jamal means جمال.
    return possible * math.exp(min(0.0, score - _best_of_common(spelling)) * BETTER_ONE)


@lru_cache(maxsize=100_000)
def _best_of_common(spelling: str) -> float:
    """How well the likeliest common name explains this spelling (natural logarithm)."""
    bridges = names_with_skeleton(skeleton(spelling))
    return float(max(spelling_scores(bridges, [spelling] * len(bridges)))) if bridges else HOPELESS


@lru_cache(maxsize=100_000)
def _latin(one: str, other: str) -> float:
    heard, heard_too = _heard(one), _heard(other)
    if heard == heard_too:
        return SOUNDS_ALIKE
    direct = _near(heard, heard_too)
    bones = skeleton(one)
    if bones != skeleton(other):
        return direct * 0.8
    bridges = names_with_skeleton(bones)
    through = max((min(_across(name, one), _across(name, other)) for name in bridges), default=0.0)
    # Umair may be written Umer, and Amir might be read of its letters; yet who begins with U does not mean Amir.
    return max(direct, through * (BRIDGE if heard[0] == heard_too[0] else OTHER_BEGINNING))


@lru_cache(maxsize=100_000)
def _arabic(one: str, other: str) -> float:
    heard, heard_too = one.translate(_HEARD_ALIKE), other.translate(_HEARD_ALIKE)
    if heard == heard_too:
        return SOUNDS_ALIKE
    return _near(heard, heard_too)


def _near(one: str, other: str) -> float:
    """Above one half only where at most one letter in five differs; a different first letter counts twice."""
    changes = edits(one, other) + (one[0] != other[0])
    return max(0.0, 1 - 2.4 * changes / max(len(one), len(other)))


def _heard(word: str) -> str:
    word = _SPELT.sub(lambda spelt: _SOUNDS[spelt[0]], word)
    word = "".join(letter for i, letter in enumerate(word) if i == 0 or letter != word[i - 1])
    if len(word) > 3 and word.endswith("h"):
        word = word[:-1]
    return word.replace("o", "u").replace("e", "a")


def _initials(one: str, other: str) -> float:
    short, whole = sorted((one, other), key=len)
    if is_arabic(short) == is_arabic(whole):
        return INITIAL if whole.startswith(short) else 0.0
    bones, other_bones = skeleton(short), skeleton(whole)
    return INITIAL if bones and other_bones.startswith(bones) else 0.0


def edits(one: str, other: str) -> int:
    """The number of letters to add, drop, change or swap with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]

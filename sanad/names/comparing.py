"""Two full names: how likely they name the same human being, as far as names can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sanad.names.keys import keys_of
from sanad.names.likeness import likeness
from sanad.names.words import LIGHT, Word, words_of

SAME = 0.75
PAIRED = 0.5  # words less alike than this are two words
MISSING = 0.25  # a word that only one of the two names has counts this much against them


@dataclass(frozen=True)
class Comparison:
    """`score` from 0.0 to 1.0; `same` where it reaches `SAME`; `keys` that both names have."""

    score: float
    same: bool
    keys: tuple[str, ...]


def compare(one: str, other: str) -> Comparison:
    """Compare two full names in any script; an empty name is like no other."""
    words, against = words_of(one), words_of(other)
    score = round(_score(words, against), 4)
    shared = keys_of(one) & keys_of(other)
    return Comparison(score, score >= SAME, tuple(sorted(shared)))


def _score(words: Sequence[Word], against: Sequence[Word]) -> float:
    if not words or not against:
        return 0.0
    agreed, looked_at = 0.0, 0.0
    left, right = set(range(len(words))), set(range(len(against)))
    for alike, mine, theirs in _candidates(words, against):
        if left.issuperset(mine) and right.issuperset(theirs):
            left.difference_update(mine)
            right.difference_update(theirs)
            weight = max(max(words[i].weight for i in mine), max(against[j].weight for j in theirs))
            agreed += weight * alike
            looked_at += weight
    if not looked_at:
        return 0.0
    lone, lone_too = sum(words[i].weight for i in left), sum(against[j].weight for j in right)
    # Words that the other name lacks are often just left out; where both have such words, they contradict each other.
    contradicting = min(lone, lone_too)
    score = agreed / (looked_at + contradicting * 1.5 + MISSING * (lone + lone_too - 2 * contradicting))
    # Agreeing on Khan alone says nothing of whether it is the same Khan.
    return score if looked_at > LIGHT or not (left or right) else score * 0.6


def _candidates(words: Sequence[Word], against: Sequence[Word]) -> list[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    """Pairs of words, and of one word with two that may be written apart, the most alike first."""
    found = []
    for mine, text in _units(words):
        for theirs, other in _units(against):
            if len(mine) == 2 and len(theirs) == 2:
                continue
            alike = likeness(text, other)
            if alike >= PAIRED:
                apart = 0.02 * (len(mine) + len(theirs) - 2) + 0.001 * abs(mine[0] - theirs[0])
                found.append((alike - apart, mine, theirs))
    return sorted(found, key=lambda each: (-each[0], each[1], each[2]))


def _units(words: Sequence[Word]) -> list[tuple[tuple[int, ...], str]]:
    single = [((position,), word.text) for position, word in enumerate(words)]
    double = [
        ((position, position + 1), word.text + following.text)
        for position, (word, following) in enumerate(pairwise(words))
        if not word.is_initial and not following.is_initial
    ]
    return [*single, *double]

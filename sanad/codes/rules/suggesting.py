"""Codes by the beginning of a word, in English, Urdu or Roman Urdu: *qatl* finds قتل. It only offers; people choose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sanad.kit.text import fold
from sanad.names.letters import is_arabic
from sanad.names.likeness import likeness
from sanad.names.skeleton import skeleton

OFFERED = 8
SHORTEST_SOUND = 2  # consonants; fewer are in too many words
ALIKE = 0.9
EXACT, BEGINS, WORD_BEGINS, CONTAINS, SOUNDS, SOUNDS_BEGUN = range(6)


@dataclass(frozen=True)
class Written:
    """A code and every way in which it is written; the first is its name."""

    slug: str
    ways: tuple[str, ...]


def suggested(text: str, among: Iterable[Written], most: int = OFFERED) -> list[str]:
    """The slugs that these letters may mean, the likeliest first."""
    said = fold(text)
    if not said:
        return []
    found = []
    for place, one in enumerate(among):
        best = min((rank for way in one.ways if (rank := _rank(said, fold(way))) is not None), default=None)
        if best is not None:
            found.append((best, place, one.slug))
    return [slug for _rank_, _place, slug in sorted(found)[:most]]


def _rank(said: str, way: str) -> tuple[int, int] | None:
    """How well a way of writing fits what was typed, lower is better; None where it does not."""
    beside = abs(len(way) - len(said))
    if way == said:
        return EXACT, 0
    if way.startswith(said):
        return BEGINS, beside
    if f" {said}" in way:
        return WORD_BEGINS, beside
    if len(said) > 2 and said in way:
        return CONTAINS, beside
    others = way.split()
    heard = [_heard(word, others) for word in said.split()]
    beside += 100 * abs(len(others) - len(said.split()))  # letters of two scripts are no measure: words are
    understood = [one for one in heard if one is not None]
    return (max(understood), beside) if heard and len(understood) == len(heard) else None


def _heard(word: str, others: Sequence[str]) -> int | None:
    """Whether a typed word sounds like one of these, across the scripts or within one."""
    if any(other.startswith(word) for other in others):
        return WORD_BEGINS
    bones = _bones(word)
    across = [other for other in others if is_arabic(other) != is_arabic(word)]
    same = [other for other in across if _bones(other) == bones]
    if len(bones) < SHORTEST_SOUND:  # too little to go by: the vowels are heard too
        same = [other for other in same if likeness(word, other) >= ALIKE]
    if same:
        return SOUNDS
    begun = len(bones) > SHORTEST_SOUND and any(_bones(other).startswith(bones) for other in across)
    return SOUNDS_BEGUN if begun else None


@lru_cache(maxsize=20_000)
def _bones(word: str) -> str:
    return skeleton(word)

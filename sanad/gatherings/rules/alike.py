"""Whether two participants may be one human being, by their names; and who is whom after judging. Free of Django."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from uuid import UUID

from sanad.names import compare, keys_of

Pair = frozenset[UUID]
MOST_OF_A_KEY = 60  # a key that so many names share tells nothing
ENOUGH_KEYS = 2


@dataclass(frozen=True, slots=True)
class Named:
    """A participant as the comparing sees them."""

    id: UUID
    name: str
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two that may be one, and how alike their names are."""

    one: UUID
    other: UUID
    score: float


def alike_among(new: Iterable[Named], known: Iterable[Named], judged: Iterable[Pair]) -> list[Alike]:
    """Pairs of a new and any other participant whose names may be one name, the likeliest first; judged ones left out.

    Keys find the candidates: two of them shared, or the only one that a name has. Then the whole names are compared,
    which takes 3 ms a pair: what was compared is remembered, so that a page only compares who signed in since.
    """
    names = {one.id: one for one in (*known, *new)}
    asked, done = {one.id for one in new}, set(judged)
    keys = {one.id: _keys(one.name) for one in names.values()}
    found = []
    for one, other in _candidates(keys, asked):
        if frozenset((one, other)) not in done:
            score = _likeness(names[one].name, names[other].name)
            if score is not None:
                found.append(Alike(one, other, score))
    return sorted(found, key=lambda each: (-each.score, each.one, each.other))


@lru_cache(maxsize=20_000)
def _keys(name: str) -> frozenset[str]:
    return keys_of(name)


@lru_cache(maxsize=50_000)
def _likeness(one: str, other: str) -> float | None:
    """How alike two names are; None where they are two names."""
    compared = compare(one, other)
    return compared.score if compared.same else None


def _candidates(keys: Mapping[UUID, frozenset[str]], asked: set[UUID]) -> list[tuple[UUID, UUID]]:
    """Pairs with enough keys in common, one of them at least among those that are asked about."""
    bearers: dict[str, list[UUID]] = {}
    for one, own in keys.items():
        for key in own:
            bearers.setdefault(key, []).append(one)
    shared: Counter[tuple[UUID, UUID]] = Counter()
    for together in bearers.values():
        if len(together) <= MOST_OF_A_KEY:
            shared.update(pair for pair in combinations(sorted(together), 2) if pair[0] in asked or pair[1] in asked)
    return [
        (one, other)
        for (one, other), number in shared.items()
        if number >= min(ENOUGH_KEYS, len(keys[one]), len(keys[other]))
    ]


def persons_of(participants: Iterable[UUID], same: Iterable[Pair]) -> Mapping[UUID, UUID]:
    """For every participant the oldest of those judged to be the same human being; ids rise with time."""
    above = {one: one for one in participants}

    def root(one: UUID) -> UUID:
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for pair in same:
        if pair <= above.keys() and len(pair) == 2:
            first, second = sorted(root(one) for one in pair)
            above[second] = first
    return {one: root(one) for one in above}

"""Whether two participants may be one human being, by their names; and who is whom after judging. Free of Django."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from sanad.names import compare, keys_of

Pair = frozenset[UUID]
MOST_OF_A_KEY = 60  # a key that so many names share tells nothing


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

    Keys find the candidates, the comparison of the whole names decides.
    """
    names = {one.id: one for one in (*known, *new)}
    asked = {one.id for one in new}
    by_key: dict[str, list[UUID]] = {}
    for one in names.values():
        for key in keys_of(one.name):
            by_key.setdefault(key, []).append(one.id)
    done = set(judged)
    found: dict[Pair, Alike] = {}
    for bearers in by_key.values():
        if len(bearers) > MOST_OF_A_KEY:
            continue
        for one, other in combinations(sorted(bearers), 2):
            pair = frozenset((one, other))
            if pair in done or pair in found or not pair & asked:
                continue
            compared = compare(names[one].name, names[other].name)
            done.add(pair)
            if compared.same:
                found[pair] = Alike(one, other, compared.score)
    return sorted(found.values(), key=lambda each: (-each.score, each.one, each.other))


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

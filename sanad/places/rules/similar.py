"""Names that are spelled nearly so. Only ever offered to a human being, never taken."""

from collections import Counter, defaultdict
from collections.abc import Iterable

ENOUGH = 0.72
LOOKED_AT = 40


def distance(one: str, other: str) -> int:
    """Levenshtein distance."""
    before = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, opposite in enumerate(other, 1):
            row.append(min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (letter != opposite)))
        before = row
    return before[-1]


def likeness(one: str, other: str) -> float:
    """1 for the same, 0 for nothing in common."""
    longest = max(len(one), len(other))
    return 1 - distance(one, other) / longest if longest else 1.0


def pairs_of_letters(name: str) -> list[str]:
    """The letters two by two, with the edges."""
    edged = f"^{name}$"
    return [edged[i : i + 2] for i in range(len(edged) - 1)]


class SimilarNames:
    """Finds names that are spelled like a given one, through the pairs of letters that they share."""

    def __init__(self, names: Iterable[str]) -> None:
        self._having: dict[str, set[str]] = defaultdict(set)
        for name in names:
            for pair in pairs_of_letters(name):
                self._having[pair].add(name)

    def like(self, name: str) -> list[tuple[str, float]]:
        """Names with their likeness, the nearest first."""
        if len(name) < 3:
            return []
        shared = Counter(found for pair in set(pairs_of_letters(name)) for found in self._having.get(pair, ()))
        near = [(found, likeness(name, found)) for found, _ in shared.most_common(LOOKED_AT)]
        return sorted((pair for pair in near if pair[1] >= ENOUGH), key=lambda pair: (-pair[1], pair[0]))

"""What the decisions of people teach: how often the same person is written in this or that way.

As with Splink's own estimate from labels, only how often a level holds among the same is learned; how often it holds
among others is a matter of all records and not of those few that looked alike. The shipped weights count as so many
decisions, so that the first few do not turn everything over.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BEFORE = 100  # decisions that the shipped weights count as
Numbers = Mapping[str, Mapping[str, tuple[float, float]]]


@dataclass(frozen=True)
class Label:
    """How a pair compared, and what was decided on it."""

    levels: Mapping[str, str]
    same: bool


def learned(shipped: Numbers, labels: Iterable[Label]) -> dict[str, dict[str, tuple[float, float]]]:
    """The weights (among the same, among others) after these decisions."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for label in labels:
        if label.same:
            for comparison, level in label.levels.items():
                seen[comparison][level] += 1
    return {
        comparison: {
            level: ((BEFORE * m + seen[comparison][level]) / (BEFORE + _known(seen[comparison], levels)), u)
            for level, (m, u) in levels.items()
        }
        for comparison, levels in shipped.items()
    }


def _known(counted: Counter[str], levels: Mapping[str, tuple[float, float]]) -> int:
    """How many decisions speak of a comparison, of those levels that there still are."""
    return sum(counted[level] for level in levels)

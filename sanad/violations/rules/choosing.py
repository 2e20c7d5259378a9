"""Which account's value stands where accounts differ: the earliest that states one, unless another was chosen."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from sanad.violations.rules.material import Choice, SaidAct, SaidMention

Bounds = tuple[int | None, int | None, int | None]
_T = TypeVar("_T")
_Row = TypeVar("_Row", SaidAct, SaidMention)


class Choices:
    """The choices in force; of several on one field the latest counts."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.preferred: dict[tuple[UUID, str], int] = {}
        self.tolls: dict[UUID, tuple[int, Bounds]] = {}
        for number, choice in enumerate(choices):
            if choice.prefer is not None:
                self.preferred[choice.prefer, choice.field] = number
            elif choice.bounds is not None:
                self.tolls[choice.of] = number, choice.bounds

    def order(self, rows: Sequence[_Row], field: str) -> Sequence[_Row]:
        """The rows in order of standing for one field: a chosen one first, then the earliest account."""
        if not self.preferred:
            return rows
        at = {row.root: self.preferred.get((row.root, field), -1) for row in rows}
        chosen = max(at, key=lambda root: at[root])
        return rows if at[chosen] < 0 else sorted(rows, key=lambda row: (row.root != chosen, row.root))

    def toll(self, mentions: Collection[UUID]) -> Bounds | None:
        """The bounds that were chosen for a group, whatever account of it they were chosen on."""
        chosen = [self.tolls[m] for m in mentions if m in self.tolls] if self.tolls else []
        return max(chosen, key=lambda each: each[0])[1] if chosen else None


def first(values: Iterable[_T | None]) -> _T | None:
    """The first value that is stated."""
    return next((v for v in values if v is not None), None)


def sorted_set(values: Iterable[int]) -> tuple[int, ...]:
    """Each once, in order."""
    return tuple(sorted(set(values)))

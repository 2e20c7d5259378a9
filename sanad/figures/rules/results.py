"""What a count answers: cells, their distinct total, and which dimensions overlap."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.dimensions import Unit, dimension
from sanad.figures.rules.requests import CountRequest


@dataclass(frozen=True, slots=True)
class Tally:
    """How many victims: sums of what is known, each beside the number of groups where it is not."""

    min: int = 0
    best: int | None = None
    max: int = 0
    unknown_min: int = 0
    unknown_best: int = 0
    unknown_max: int = 0
    institutions: int = 0

    def plain(self) -> dict[str, int | None]:
        """The five numbers of a cell as the command prints them."""
        return {
            "min": self.min,
            "max": self.max,
            "best": self.best,
            "unknown_min": self.unknown_min,
            "unknown_max": self.unknown_max,
        }


Number = int | Tally
Key = tuple[str, ...]


def added(numbers: Iterable[Number]) -> Number:
    """Cells added up as if they did not overlap; only to find out whether they do."""
    total: Number = 0
    for number in numbers:
        if isinstance(number, Tally):
            total = number if isinstance(total, int) else _joined(total, number)
        elif isinstance(total, int):
            total += number
    return total


def _joined(one: Tally, other: Tally) -> Tally:
    known = [best for best in (one.best, other.best) if best is not None]
    return Tally(
        one.min + other.min,
        sum(known) if known else None,
        one.max + other.max,
        one.unknown_min + other.unknown_min,
        one.unknown_best + other.unknown_best,
        one.unknown_max + other.unknown_max,
        one.institutions + other.institutions,
    )


@dataclass(frozen=True)
class Counted:
    """The answer to one request on one snapshot."""

    request: CountRequest
    cells: Mapping[Key, Number]
    total: Number
    hidden: frozenset[Key] = field(default_factory=frozenset)  # cells shown as "<5"
    openable: Mapping[Key, int] = field(default_factory=dict)  # where it differs from the count
    left_out: int = 0  # offices whose records are counted only in the fixed table

    @property
    def overlapping(self) -> tuple[str, ...]:
        """Dimensions whose cells add up to more than the total, or may do so by their nature."""
        unit = self.request.unit
        uneven = bool(self.cells) and not self.hidden and added(self.cells.values()) != self.total
        return tuple(
            name
            for name in self.request.dimensions
            if dimension(name).is_many_for(unit) or (uneven and not dimension(name).is_single_for(unit))
        )

    def number(self, *key: str) -> Number | None:
        """The number of one cell; nothing at all where the cell does not exist."""
        return self.cells.get(key)

    def keys_in_order(self) -> list[Key]:
        """All cells, also hidden ones, as a reader expects them."""
        return sorted({*self.cells, *self.hidden}, key=lambda key: [in_order(value) for value in key])

    def values(self, position: int) -> list[str]:
        """The values that occur in one dimension, in their order, *not stated* last."""
        return sorted({key[position] for key in {*self.cells, *self.hidden}}, key=in_order)


def in_order(value: str) -> tuple[bool, int, str]:
    """Sorts values as a reader expects them: numbers by size, *not stated* at the end."""
    head = value.split("-")[0].rstrip("+")
    return value == UNSTATED, int(head) if head.isdigit() else 0, value


def nothing(unit: Unit) -> Number:
    """The count of an empty snapshot."""
    return Tally() if unit is Unit.VICTIMS else 0

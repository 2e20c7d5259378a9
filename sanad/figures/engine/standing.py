"""Which rows answer for a thing that stands in several rows, so that few have to be told apart by their id."""

from collections.abc import Iterable
from dataclasses import dataclass

from sanad.figures.engine.layout import ORIGINS
from sanad.figures.rules.dimensions import Unit

THINGS = {Unit.REPORTS: "report", Unit.EVENTS: "event", Unit.VICTIMS: "person"}
# Questions of these alone are answered by one row of a thing whose violations agree on them, as nearly all do.
SHARED = frozenset({"province", "district", "year", "quarter", "month", "perpetrator_type", "status"})
OF_ALL_ROWS = {
    Unit.REPORTS: SHARED | {"reported_year", *ORIGINS},
    Unit.EVENTS: SHARED | {"reported_year", *ORIGINS},
    Unit.VICTIMS: SHARED | {"sex", "age_band", "characteristic", "victim_status"},
}


@dataclass(frozen=True)
class Standing:
    """SQL over a row: no other row of its thing can fall into the same cell, or only `first` of them is looked at."""

    lone: str
    first: str = "true"

    @property
    def columns(self) -> list[str]:
        """What the rows of a question carry along."""
        return [f"{self.lone} as lone", f"{self.first} as first"]

    @property
    def looked_at(self) -> str:
        """SQL: the row matters at all."""
        return "true" if self.first == "true" else f"({self.first} or not {self.lone})"


def standing(unit: Unit, dimensions: Iterable[str], filters: Iterable[str]) -> Standing:
    """How the rows of a unit stand in a table of these dimensions."""
    split, thing = set(dimensions), THINGS[unit]
    if OF_ALL_ROWS[unit].issuperset(split.union(filters)):
        return Standing(f"alike_{thing}", f"first_of_{thing}")
    if unit is not Unit.REPORTS and "act" in split:
        return Standing(f"{thing}_once_per_act")  # one person has one violation of a type in one event
    return Standing(f"lone_{thing}")

"""By what a count can be split and filtered, and which of it can put one thing into several cells."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

CATEGORY = "category:"


class Unit(StrEnum):
    """What is counted; it is always said."""

    REPORTS = "reports"
    EVENTS = "events"
    VIOLATIONS = "violations"
    VICTIMS = "victims"


class Frame(StrEnum):
    """Whose map places are counted in: today's, or that of the day of the act."""

    TODAY = "today"
    THEN = "then"


class Scale(StrEnum):
    """What the values of a dimension look like."""

    CODE = "code"
    PLACE = "place"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    NAME = "name"  # an institution or a batch


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way to split a count."""

    name: str
    scale: Scale = Scale.CODE
    many: bool = False  # one violation may have several values
    of_event: bool = False  # every row of an event (and of its reports) has the same value
    of_report: bool = False  # a report has one value of its own

    def is_many_for(self, unit: Unit) -> bool:
        """May one thing that is counted stand in several cells by its nature?"""
        return self.many and not (unit is Unit.REPORTS and self.of_report)

    def is_single_for(self, unit: Unit) -> bool:
        """Does each thing that is counted stand in exactly one cell, whatever the records say?"""
        if unit is Unit.VIOLATIONS:
            return not self.many
        if unit is Unit.REPORTS:
            return self.of_event or self.of_report
        return unit is Unit.EVENTS and self.of_event


PLAIN = (
    Dimension("province", Scale.PLACE),
    Dimension("district", Scale.PLACE),
    Dimension("year", Scale.YEAR, of_event=True),
    Dimension("quarter", Scale.QUARTER, of_event=True),
    Dimension("month", Scale.MONTH, of_event=True),
    Dimension("reported_year", Scale.YEAR, of_event=True, of_report=True),
    Dimension("verified_year", Scale.YEAR),
    Dimension("act"),
    Dimension("sex"),
    Dimension("age_band"),
    Dimension("characteristic", many=True),
    Dimension("perpetrator_type", many=True),
    Dimension("victim_status"),
    Dimension("status"),
    Dimension("source", Scale.NAME, many=True, of_report=True),
    Dimension("source_kind", many=True, of_report=True),
    Dimension("batch", Scale.NAME, many=True, of_report=True),
)
BY_NAME = {dimension.name: dimension for dimension in PLAIN}
STATES = ("new", "under_review", "verified", "inconclusive", "rejected")


def dimension(name: str) -> Dimension:
    """A dimension by its name; `category:<list>` is made from the name of the list."""
    if name.startswith(CATEGORY):
        return Dimension(name, many=True)
    return BY_NAME[name]


def names_of_dimensions(lists: Iterable[str]) -> list[str]:
    """Every dimension that can be asked for, the lists of categories included."""
    return [*BY_NAME, *(CATEGORY + name for name in sorted(lists))]

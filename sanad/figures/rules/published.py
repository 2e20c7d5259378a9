"""Tables that somebody printed: do their parts add up to their totals? Totals are kept apart from the parts.

A figure says one area, one category, one period and one measure; its role says what it is to the others. A check takes
one printed total and the parts that are printed of it along one line (areas, categories, periods, cells), and only
where all of them are printed: three of fifteen categories say nothing about a total.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sanad.figures.rules.dimensions import Unit
from sanad.kit.refusals import N_


class Role(StrEnum):
    """What a printed figure is to the others of its table."""

    CELL = "cell"
    AREA_TOTAL = "area_total"
    CATEGORY_TOTAL = "category_total"
    PERIOD_TOTAL = "period_total"
    GRAND_TOTAL = "grand_total"


ROLE_TITLES: dict[Role, str] = {
    Role.CELL: N_("cell"),
    Role.AREA_TOTAL: N_("total of the area"),
    Role.CATEGORY_TOTAL: N_("total of the category"),
    Role.PERIOD_TOTAL: N_("total of the period"),
    Role.GRAND_TOTAL: N_("grand total"),
}
PARTS_TITLES: dict[Role, str] = {
    Role.CELL: N_("cells"),
    Role.AREA_TOTAL: N_("areas"),
    Role.CATEGORY_TOTAL: N_("categories"),
    Role.PERIOD_TOTAL: N_("periods"),
}
# Which of our units a printed word means; *accused arrested* and the like are not counted here.
UNITS: dict[str, Unit] = {
    "incidents": Unit.EVENTS,
    "cases": Unit.EVENTS,
    "events": Unit.EVENTS,
    "reports": Unit.REPORTS,
    "violations": Unit.VIOLATIONS,
    "victims": Unit.VICTIMS,
    "persons": Unit.VICTIMS,
    "killed": Unit.VICTIMS,
}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as printed; `part` where the source says that it is not whole."""

    said: str
    first: date
    last: date
    part: bool = False

    def covers(self, other: "Period") -> bool:
        """Does it hold the other, year by year? A table prints *2013* where it stops in September."""
        return self.first.year <= other.first.year and other.last.year <= self.last.year


@dataclass(frozen=True, slots=True)
class Printed:
    """One figure as printed; no value means that the source leaves it out, which is never zero."""

    area: str
    category: str
    period: Period
    measure: str
    value: int | None
    role: Role


@dataclass(frozen=True, slots=True)
class Check:
    """A printed total beside the sum of its printed parts."""

    total: Printed
    of: Role
    parts: tuple[Printed, ...]

    @property
    def sum(self) -> int:
        """What the parts add up to, as far as they are printed."""
        return sum(part.value for part in self.parts if part.value is not None)

    @property
    def unknown(self) -> int:
        """How many parts are left out."""
        return sum(part.value is None for part in self.parts)

    @property
    def gap(self) -> int:
        """The parts less the printed total: below zero the parts are short of it."""
        return self.sum - (self.total.value or 0)

    @property
    def adds_up(self) -> bool | None:
        """Whether it does; None where a part that is left out may be what is missing."""
        if self.unknown and self.gap <= 0:
            return None
        return self.gap == 0


def checks(figures: Sequence[Printed]) -> list[Check]:
    """Every total that can be checked, in the order in which the totals are printed."""
    found: list[Check] = []
    for measure in dict.fromkeys(one.measure for one in figures):
        found += _Measure([one for one in figures if one.measure == measure]).checks()
    return found


def adds_up(found: Iterable[Check]) -> bool | None:
    """Of a whole table: no if one total does not, unknown if one cannot be told."""
    answers = [check.adds_up for check in found]
    if False in answers:
        return False
    return None if None in answers or not answers else True


def margins(figures: Sequence[Printed]) -> tuple[frozenset[str], frozenset[str]]:
    """What the table calls the whole area (*Pakistan*), and all categories together (*All*)."""
    grand = [one for one in figures if one.role is Role.GRAND_TOTAL]
    whole = grand or [one for one in figures if one.role is Role.CATEGORY_TOTAL]
    together = grand or [one for one in figures if one.role is Role.AREA_TOTAL]
    return frozenset(one.area for one in whole), frozenset(one.category for one in together)


class _Measure:
    """The figures of one measure, and what is printed of it anywhere."""

    def __init__(self, figures: Sequence[Printed]) -> None:
        self.figures = figures
        self.whole, self.all = margins(figures)
        self.areas = {one.area for one in figures} - self.whole
        self.categories = {one.category for one in figures} - self.all

    def of(self, role: Role) -> list[Printed]:
        return [one for one in self.figures if one.role is role]

    def checks(self) -> Iterator[Check]:
        for total in self.figures:
            if total.role is Role.CELL or total.value is None:
                continue
            for of, parts, complete in self._lines(total):
                if parts and complete(parts):
                    yield Check(total, of, tuple(parts))

    def _lines(self, total: Printed) -> Iterator[tuple[Role, list[Printed], Callable[[list[Printed]], bool]]]:
        cells = [one for one in self.of(Role.CELL) if total.period.covers(one.period)]
        if total.role is Role.GRAND_TOTAL:
            same = [one for one in self.figures if one.period == total.period]
            yield Role.CATEGORY_TOTAL, [one for one in same if one.role is Role.CATEGORY_TOTAL], self._all_categories
            yield Role.AREA_TOTAL, [one for one in same if one.role is Role.AREA_TOTAL], self._all_areas
            yield Role.PERIOD_TOTAL, self.of(Role.PERIOD_TOTAL), lambda parts: _all_years(parts, total.period)
            yield Role.CELL, cells, lambda parts: self._all_areas(parts) and self._all_categories(parts)
        elif total.role is Role.CATEGORY_TOTAL:
            yield Role.CELL, [one for one in cells if one.category == total.category], self._all_areas
        elif total.role is Role.AREA_TOTAL:
            yield Role.CELL, [one for one in cells if one.area == total.area], self._all_categories
        elif total.role is Role.PERIOD_TOTAL:
            of_it = [one for one in cells if one.period == total.period]
            yield Role.CELL, of_it, lambda parts: self._all_areas(parts) and self._all_categories(parts)

    def _all_areas(self, parts: list[Printed]) -> bool:
        return {one.area for one in parts} - self.whole >= self.areas

    def _all_categories(self, parts: list[Printed]) -> bool:
        return {one.category for one in parts} - self.all >= self.categories


def _all_years(parts: list[Printed], whole: Period) -> bool:
    printed = {year for one in parts for year in range(one.period.first.year, one.period.last.year + 1)}
    return printed >= set(range(whole.first.year, whole.last.year + 1))

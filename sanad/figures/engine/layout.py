"""The numbers in the files of a snapshot and what they stand for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sanad.figures.rules.cells import AGE_BANDS, UNSTATED, band_name
from sanad.figures.rules.dimensions import CATEGORY, STATES, Frame, Scale, Unit, dimension
from sanad.figures.rules.requests import RANGE

KINDS = {"individual": 1, "group": 2, "institution": 3}
BANDS = tuple(band_name(*band) for band in AGE_BANDS)
FIXED = {"status": STATES, "age_band": BANDS}
ORIGINS = ("source", "source_kind", "batch")
DERIVED = ("woman", "child", "senior_citizen")
MOMENTS = ("year", "quarter", "month")


def column_of(name: str, unit: Unit, frame: Frame = Frame.TODAY) -> str:
    """The column that holds a dimension for a unit; `*_set` where there may be several values."""
    if name in MOMENTS and unit in (Unit.EVENTS, Unit.REPORTS):
        return f"event_{name}"
    if name == "reported_year" and unit is Unit.EVENTS:
        return "event_reported_year"
    if name in ORIGINS:
        return "event_origin_set" if unit is Unit.EVENTS else "origin_set"
    if name in ("province", "district") and frame is Frame.THEN:
        return f"{name}_then"
    if name.startswith(CATEGORY):
        return f"category_{name.removeprefix(CATEGORY)}_set"
    return f"{name}_set" if dimension(name).many else name


def number_of_quarter(text: str) -> int:
    """`2014-Q2` as quarters since year 0, counted from one."""
    year, quarter = text.split("-Q")
    return int(year) * 4 + int(quarter)


def number_of_month(text: str) -> int:
    """`2014-05` as months since year 0, counted from one."""
    year, month = text.split("-")
    return int(year) * 12 + int(month)


def text_of_moment(scale: Scale, number: int) -> str:
    """The year, quarter or month behind a number."""
    if number == 0:
        return UNSTATED
    if scale is Scale.YEAR:
        return f"{number:04d}"
    parts, mark = (4, "Q") if scale is Scale.QUARTER else (12, "")
    year, part = divmod(number - 1, parts)
    return f"{year:04d}-Q{part + 1}" if mark else f"{year:04d}-{part + 1:02d}"


def number_of_moment(scale: Scale, text: str) -> int:
    """The number behind a year, quarter or month."""
    if text == UNSTATED:
        return 0
    if scale is Scale.YEAR:
        return int(text)
    return number_of_quarter(text) if scale is Scale.QUARTER else number_of_month(text)


@dataclass(frozen=True)
class Names:
    """What the numbers of one snapshot stand for."""

    keys: Mapping[str, Mapping[int, str]] = field(default_factory=dict)  # dimension -> number -> key
    parents: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    lists: tuple[str, ...] = ()

    def text(self, name: str, number: int) -> str:
        """The key of a value as it stands in an address."""
        scale = dimension(name).scale
        if scale in (Scale.YEAR, Scale.QUARTER, Scale.MONTH):
            return text_of_moment(scale, number)
        if number == 0:
            return UNSTATED
        if name in FIXED:
            return FIXED[name][number - 1]
        return self.keys.get(name, {}).get(number, str(number))

    def allowed(self, name: str) -> list[str]:
        """Every key that a filter on this dimension may name."""
        if name in FIXED:
            return [*FIXED[name], UNSTATED]
        return [*sorted(self.keys.get(name, {}).values()), UNSTATED]

    def numbers(self, name: str, keys: Iterable[str]) -> list[int]:
        """The numbers of these keys and of everything below them; an unknown key has none."""
        wanted = set(keys)
        if name in FIXED:
            found = {position + 1 for position, key in enumerate(FIXED[name]) if key in wanted}
        else:
            known = self.keys.get(name, {})
            found = self._below(name, {number for number, key in known.items() if key in wanted})
        return sorted(found | ({0} if UNSTATED in wanted else set()))

    def _below(self, domain: str, numbers: set[int]) -> set[int]:
        parents = self.parents.get(domain, {})
        found = set(numbers)
        while True:
            more = {child for child, parent in parents.items() if parent in found} - found
            if not more:
                return found
            found |= more


def condition_on_moment(column: str, scale: Scale, values: Iterable[str]) -> str:
    """SQL: the year, quarter or month is one of these or lies in one of these ranges."""
    parts = []
    for value in values:
        first, dots, last = value.partition(RANGE)
        if not dots:
            parts.append(f"{column} = {number_of_moment(scale, value)}")
            continue
        ends = [f"{column} > 0"]
        ends += [f"{column} >= {number_of_moment(scale, first)}"] if first else []
        ends += [f"{column} <= {number_of_moment(scale, last)}"] if last else []
        parts.append(" and ".join(ends))
    return "(" + " or ".join(parts) + ")"

"""What can be asked: unit, rows, columns and filters, read from an address or a command and checked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.dimensions import Frame, Scale, Unit, dimension, names_of_dimensions
from sanad.kit.refusals import N_, Reason, Refused

MOST_ROWS = 2  # dimensions side by side in the rows of a table; with the columns, three in all
SHAPES = {
    Scale.YEAR: re.compile(r"\d{4}\Z"),
    Scale.QUARTER: re.compile(r"\d{4}-Q[1-4]\Z"),
    Scale.MONTH: re.compile(r"\d{4}-(0[1-9]|1[0-2])\Z"),
}
RANGE = ".."


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition: the dimension has one of these values (or one below them), or lies in a range of time."""

    dimension: str
    values: tuple[str, ...]

    def plain(self) -> str:
        """As it stands in an address or after `--where`."""
        return f"{self.dimension}={','.join(self.values)}"


@dataclass(frozen=True, slots=True)
class CountRequest:
    """One question to one snapshot (the newest, where none is named)."""

    unit: Unit
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    where: tuple[Filter, ...] = ()
    frame: Frame = Frame.TODAY
    snapshot: str = ""

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Rows first, then columns: the order of a cell's key."""
        return self.rows + self.columns

    def used(self) -> tuple[str, ...]:
        """Every dimension that the answer depends on."""
        return tuple(dict.fromkeys((*self.dimensions, *(condition.dimension for condition in self.where))))

    def on(self, snapshot: str) -> "CountRequest":
        """The same question to a named snapshot."""
        return replace(self, snapshot=snapshot)

    def narrowed(self, key: tuple[str, ...]) -> "CountRequest":
        """The same question for one cell only: its values become filters."""
        cell = tuple(Filter(name, (value,)) for name, value in zip(self.dimensions, key, strict=True))
        return replace(self, rows=(), columns=(), where=(*self.where, *cell))

    def plain(self) -> dict[str, object]:
        """As it is saved: texts and lists only."""
        return {
            "unit": self.unit.value,
            "rows": list(self.rows),
            "columns": list(self.columns),
            "where": [condition.plain() for condition in self.where],
            "frame": self.frame.value,
        }

    def address(self) -> str:
        """The query part of the permanent address of the answer."""
        parts = [("unit", self.unit.value)]
        parts += [("rows", name) for name in self.rows]
        parts += [("columns", name) for name in self.columns]
        parts += [("where", condition.plain()) for condition in self.where]
        if self.frame is not Frame.TODAY:
            parts.append(("frame", self.frame.value))
        if self.snapshot:
            parts.append(("snapshot", self.snapshot))
        return urlencode(parts, safe=":,=")


def read_request(
    unit: str,
    rows: Iterable[str] = (),
    columns: Iterable[str] = (),
    where: Iterable[str] = (),
    *,
    frame: str = Frame.TODAY.value,
    snapshot: str = "",
    lists: Iterable[str] = (),
) -> CountRequest:
    """Put a request together from texts; refuse what cannot be asked and name what can."""
    known = names_of_dimensions(lists)
    down, across = _split(rows), _split(columns)
    conditions = [_filter(text) for text in where if text]
    reasons = [
        *_one_of("unit", unit, [choice.value for choice in Unit]),
        *_one_of("frame", frame, [choice.value for choice in Frame]),
        *_dimensions("rows", down, known),
        *_dimensions("columns", across, known),
        *_dimensions("where", [condition.dimension for condition in conditions], known),
        *_shape(down, across),
    ]
    if not reasons:
        reasons = [reason for condition in conditions for reason in _values(condition)]
    if reasons:
        raise Refused(reasons)
    return CountRequest(Unit(unit), tuple(down), tuple(across), tuple(conditions), Frame(frame), snapshot)


def from_plain(saved: Mapping[str, object], lists: Iterable[str] = ()) -> CountRequest:
    """A saved request, read again with today's checks."""

    def texts(name: str) -> list[str]:
        value = saved.get(name, [])
        return [str(text) for text in value] if isinstance(value, list) else []

    return read_request(
        str(saved.get("unit", "")),
        texts("rows"),
        texts("columns"),
        texts("where"),
        frame=str(saved.get("frame", Frame.TODAY.value)),
        lists=lists,
    )


def _split(names: Iterable[str]) -> list[str]:
    return [name.strip() for text in names for name in text.split(",") if name.strip()]


def _filter(text: str) -> Filter:
    name, _, values = text.partition("=")
    return Filter(name.strip(), tuple(value.strip() for value in values.split(",") if value.strip()))


def _one_of(field: str, value: str, allowed: list[str]) -> list[Reason]:
    if value in allowed:
        return []
    sentence = N_("“%(said)s” cannot be chosen here. Possible: %(allowed)s.")
    return [Reason(f"unknown_{field}", sentence, {"said": value, "allowed": ", ".join(allowed)}, field)]


def _dimensions(field: str, names: Iterable[str], known: list[str]) -> list[Reason]:
    sentence = N_("“%(said)s” is not something that can be counted by. Possible: %(allowed)s.")
    return [
        Reason("unknown_dimension", sentence, {"said": name, "allowed": ", ".join(known)}, field)
        for name in names
        if name not in known
    ]


def _shape(rows: list[str], columns: list[str]) -> list[Reason]:
    reasons = []
    if len(rows) > MOST_ROWS or len(columns) > 1:
        sentence = N_("A table has at most two dimensions in its rows and one in its columns.")
        reasons.append(Reason("too_many_dimensions", sentence, {}, "rows"))
    if len({*rows, *columns}) < len(rows) + len(columns):
        sentence = N_("A dimension can stand in the rows or in the columns, once.")
        reasons.append(Reason("dimension_twice", sentence, {}, "columns"))
    return reasons


def _values(condition: Filter) -> list[Reason]:
    if not condition.values:
        sentence = N_("The filter by “%(said)s” names no value; write it as %(said)s=value.")
        return [Reason("filter_without_value", sentence, {"said": condition.dimension}, "where")]
    shape = SHAPES.get(dimension(condition.dimension).scale)
    return [
        reason
        for value in condition.values
        if shape is not None and value != UNSTATED
        for reason in _moment(condition.dimension, value, shape)
    ]


def _moment(name: str, value: str, shape: re.Pattern[str]) -> list[Reason]:
    ends = [end for end in value.split(RANGE, 1) if end]
    if ends and all(shape.match(end) for end in ends):
        return []
    example = {Scale.YEAR: "2014", Scale.QUARTER: "2014-Q2", Scale.MONTH: "2014-05"}[dimension(name).scale]
    sentence = N_("“%(said)s” cannot be read as %(name)s; write %(example)s, or a range with two dots.")
    return [Reason("unreadable_time", sentence, {"said": value, "name": name, "example": example}, "where")]


def matches_moment(value: str, condition: str) -> bool:
    """Does a year, quarter or month lie in the range, or is it the one asked for?"""
    if RANGE not in condition:
        return value == condition
    first, _, last = condition.partition(RANGE)
    return value != UNSTATED and (not first or first <= value) and (not last or value <= last)

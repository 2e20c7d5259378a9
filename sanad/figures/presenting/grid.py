"""A count as rows and columns of words, each cell with the address of its records."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from sanad.figures.presenting import labels
from sanad.figures.queries import OpenSnapshot
from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.dimensions import Unit
from sanad.figures.rules.fixed import is_fixed_table
from sanad.figures.rules.requests import CountRequest
from sanad.figures.rules.results import Counted, Key, Number, Tally
from sanad.web import formats

MOST_ROWS, MOST_COLUMNS = 400, 60
NONE = "–"


@dataclass(frozen=True)
class Box:
    """A cell: words, what is unknown about it, where its records are; the bare values for sheets."""

    words: str
    note: str = ""
    address: str = ""
    value: object = None


@dataclass(frozen=True)
class Line:
    """A row: its names, its cells."""

    names: list[str]
    boxes: list[Box]
    unstated: bool = False
    keys: Key = ()


@dataclass(frozen=True)
class Grid:
    """A table: what its row names are called, its columns, its lines and the line of totals."""

    heads: list[str]
    columns: list[str]
    lines: list[Line]
    total: Line | None
    cut: int = 0  # rows that are not shown for length
    across: str = field(default="")  # what the columns are


VICTIM_COLUMNS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("min", lambda: _("Least")),
    ("best", lambda: _("Best")),
    ("max", lambda: _("Most")),
    ("unknown_min", lambda: _("Least unknown")),
    ("unknown_max", lambda: _("Most unknown")),
)


def grid(snapshot: OpenSnapshot, counted: Counted, *, whole: bool = False) -> Grid:
    """The table of a count, with totals of rows and columns that are counted anew and not summed."""
    request = counted.request
    if request.columns:
        return _crossed(snapshot, counted, whole)
    if request.unit is Unit.VICTIMS:
        return _tallied(counted, whole)
    lines = [
        Line(_names(request, key), [box(counted, request, key)], UNSTATED in key, key) for key in _row_keys(counted)
    ]
    total = Line([_("Total")], [Box(number_words(counted.total), address=address(request), value=counted.total)])
    shown, cut = _cut(lines, whole)
    return Grid(_heads(request), [str(labels.UNITS[request.unit])], shown, total, cut)


def _tallied(counted: Counted, whole: bool) -> Grid:
    """Victims: five numbers in a row, so that nothing unknown hides in a range."""
    request = counted.request
    lines = [
        Line(_names(request, key), _five(counted.cells[key], address(request, key)), UNSTATED in key, key)
        for key in _row_keys(counted)
    ]
    total = Line([_("Total")], _five(counted.total, address(request)))
    shown, cut = _cut(lines, whole)
    return Grid(_heads(request), [name() for _key, name in VICTIM_COLUMNS], shown, total, cut)


def _five(number: Number, where: str) -> list[Box]:
    assert isinstance(number, Tally)
    values = number.plain()
    return [
        Box(_("not stated") if values[key] is None else formats.number(values[key]), "", where, values[key])
        for key, _name in VICTIM_COLUMNS
    ]


def _crossed(snapshot: OpenSnapshot, counted: Counted, whole: bool) -> Grid:
    request = counted.request
    across = request.columns[0]
    columns = labels.ordered(across, counted.values(len(request.rows)))
    if not whole:
        columns = columns[:MOST_COLUMNS]
    rows = snapshot.count(_only(request, request.rows)) if not is_fixed_table(request) else None
    foot = snapshot.count(_only(request, request.columns)) if not is_fixed_table(request) else None
    lines = []
    for key in _row_keys(counted):
        boxes = [box(counted, request, (*key, column)) for column in columns]
        if rows is not None:
            boxes.append(box(rows, request, key))
        lines.append(Line(_names(request, key), boxes, UNSTATED in key, key))
    shown, cut = _cut(lines, whole)
    names = [labels.label(across, column) for column in columns] + ([_("Total")] if rows is not None else [])
    return Grid(_heads(request), names, shown, _foot(counted, foot, columns), cut, labels.dimension_label(across))


def _foot(counted: Counted, foot: Counted | None, columns: list[str]) -> Line | None:
    if foot is None:
        return None
    request = counted.request
    boxes = [box(foot, _only(request, request.columns), (column,)) for column in columns]
    whole = Box(number_words(counted.total), unknown_words(counted.total), address(request), counted.total)
    return Line([_("Total")], [*boxes, whole])


def _only(request: CountRequest, dimensions: tuple[str, ...]) -> CountRequest:
    return CountRequest(request.unit, dimensions, (), request.where, request.frame, request.snapshot)


def _row_keys(counted: Counted) -> list[Key]:
    """The keys of rows in reading order."""
    width = len(counted.request.rows)
    found = {key[:width] for key in (*counted.cells, *counted.hidden)}
    orders = [
        {key: place for place, key in enumerate(labels.ordered(name, counted.values(position)))}
        for position, name in enumerate(counted.request.rows)
    ]
    return sorted(found, key=lambda key: [order[value] for order, value in zip(orders, key, strict=True)])


def _cut(lines: list[Line], whole: bool) -> tuple[list[Line], int]:
    if whole or len(lines) <= MOST_ROWS:
        return lines, 0
    return lines[:MOST_ROWS], len(lines) - MOST_ROWS


def _heads(request: CountRequest) -> list[str]:
    return [labels.dimension_label(name) for name in request.rows]


def _names(request: CountRequest, key: Key) -> list[str]:
    return [labels.label(name, value) for name, value in zip(request.rows, key, strict=True)]


def box(counted: Counted, request: CountRequest, key: Key) -> Box:
    """One cell of a count; `request` says what its records are asked by."""
    if key in counted.hidden:
        return Box("<5", value="<5")
    number = counted.cells.get(key)
    if number is None:
        return Box(NONE, value=0)
    note = unknown_words(number)
    if key in counted.openable:
        note = _("of which you may open %(number)s") % {"number": formats.number(counted.openable[key])}
    return Box(number_words(number), note, address(request, key), number)


def address(request: CountRequest, key: Key = ()) -> str:
    """Where the records behind a cell (behind everything, without a key) are listed."""
    filled = CountRequest(
        request.unit, request.dimensions[: len(key)], (), request.where, request.frame, request.snapshot
    )
    return f"{reverse('figures:records')}?{filled.narrowed(key).address()}"


def number_words(number: Number) -> str:
    """A count, or victims as a range."""
    if not isinstance(number, Tally):
        return formats.number(number)
    if number.unknown_max and not number.max and not number.min:
        return _("unknown")
    if number.unknown_max:
        return _("at least %(least)s") % {"least": formats.number(number.min)}
    return formats.count_range(number.min, None, number.max)


def unknown_words(number: Number) -> str:
    """In how many groups a bound is unknown."""
    if not isinstance(number, Tally):
        return ""
    groups = max(number.unknown_min, number.unknown_max)
    return _("unknown in %(groups)s") % {"groups": formats.number(groups)} if groups else ""

"""Charts and maps of a count. A picture shows what the table says, and each part leads to its records."""

from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanad.figures.presenting import captions, grid, labels
from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.dimensions import Frame, Scale, dimension
from sanad.figures.rules.requests import CountRequest, Filter
from sanad.figures.rules.results import Counted, Number, Tally
from sanad.places import queries as places
from sanad.places.shapes import HEIGHT, WIDTH, shapes
from sanad.web import charts
from sanad.web.charts import Bar
from sanad.web.choropleth import Area, Class, choropleth, classes

MOST_BARS = 30
MOST_SERIES = len(charts.COLOURS)
VERIFIED = "verified"
TIMES = (Scale.YEAR, Scale.QUARTER, Scale.MONTH)


@dataclass(frozen=True)
class Picture:
    """A drawing, what its colours mean, and a note below it."""

    caption: str
    drawn: SafeString
    series: list[tuple[str, str]]
    classes: list[Class]
    note: str = ""


def chart(by_row: Counted, split: Counted | None = None) -> Picture | None:
    """Bars of the first row dimension; split by the columns where these are few and do not overlap."""
    rows = bars(by_row, split)
    if len({row.label for row in rows}) < 2:
        return None
    title = captions.title(by_row.request if split is None or not _can_split(split) else split.request)
    draw = charts.columns if dimension(by_row.request.rows[0]).scale in TIMES else charts.bars
    left = len(by_row.cells) - len({row.label for row in rows})
    note = _("The largest %(number)s are shown.") % {"number": MOST_BARS} if left > 0 else ""
    return Picture(title, draw(rows, title=title), charts.legend(rows), [], note)


def bars(by_row: Counted, split: Counted | None = None) -> list[Bar]:
    """The bars of a chart, in the order of the table; the largest ones where there are many."""
    name = by_row.request.rows[0]
    keys = [key for (key,) in by_row.cells]
    if len(keys) > MOST_BARS and dimension(name).scale not in TIMES:
        keys = sorted(keys, key=lambda key: -captions.size(by_row.cells[(key,)]))[:MOST_BARS]
    listed = labels.ordered(name, keys)
    if split is not None and _can_split(split):
        return _stacked(split, listed)
    return [_bar(by_row, key) for key in listed]


def _can_split(split: Counted) -> bool:
    return (
        len(split.request.rows) == 1
        and not split.overlapping
        and not isinstance(split.total, Tally)
        and len({_series(split, column) for column in split.values(1)}) <= MOST_SERIES
    )


def _series(split: Counted, column: str) -> str:
    """What a column is called in a chart: of states of verification only the one that matters most."""
    across = split.request.columns[0]
    if across == "status":
        return labels.label(across, column) if column == VERIFIED else _("not verified")
    return labels.label(across, column)


def _stacked(split: Counted, keys: list[str]) -> list[Bar]:
    name, across = split.request.dimensions
    series: dict[str, list[str]] = {}
    for column in labels.ordered(across, split.values(1)):
        series.setdefault(_series(split, column), []).append(column)
    return [
        Bar(
            labels.label(name, key),
            sum(captions.size(split.cells.get((key, column), 0)) for column in columns),
            _where(split.request, key, columns),
            series=words,
        )
        for key in keys
        for words, columns in series.items()
    ]


def _where(request: CountRequest, key: str, columns: list[str]) -> str:
    """The records behind one part of a bar."""
    cell = Filter(request.columns[0], tuple(columns))
    return grid.address(replace(request, where=(*request.where, cell)), (key,))


def _bar(counted: Counted, key: str) -> Bar:
    number = counted.cells[(key,)]
    most = number.max if isinstance(number, Tally) and not number.unknown_max else None
    name = counted.request.rows[0]
    return Bar(labels.label(name, key), _least(number), grid.address(counted.request, (key,)), most)


def _least(number: Number) -> int | None:
    if isinstance(number, Tally):
        return None if not number.min and not number.max and number.unknown_max else number.min
    return number


def chart_map(by_row: Counted) -> Picture | None:
    """A map, where the rows are provinces or districts."""
    request = by_row.request
    name = request.rows[0]
    if name not in ("province", "district"):
        return None
    frame = "then" if request.frame is Frame.THEN else "today"
    drawn = shapes(places.gazetteer(), "province" if name == "province" else "district", frame)
    inside: dict[str, list[str]] = {}
    for key, one in drawn.without_shape.items():
        inside.setdefault(one.drawn_in, []).append(key)
    areas = [
        Area(shape.d, labels.label(name, key), *_area(by_row, [key, *inside.get(key, [])]))
        for key, shape in drawn.shapes.items()
    ]
    title = captions.title(request)
    picture = choropleth(areas, size=(WIDTH, HEIGHT), title=title)
    return Picture(title, picture, [], classes(areas), _map_note(by_row, drawn.attribution))


def _area(counted: Counted, keys: list[str]) -> tuple[float | None, str | None]:
    """The number of a shape: of the unit that it shows, with those drawn inside it."""
    found = [(key, counted.cells[(key,)]) for key in keys if (key,) in counted.cells]
    if not found:
        return 0, None
    numbers = [_least(number) for _key, number in found]
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None, grid.address(counted.request, (found[0][0],))


def _map_note(counted: Counted, attribution: str) -> str:
    parts = [attribution]
    unstated = counted.cells.get((UNSTATED,))
    if unstated is not None:
        said = {"number": grid.number_words(unstated)}
        parts.insert(0, _("Without a place, and so not on the map: %(number)s.") % said)
    if isinstance(counted.total, Tally):
        parts.insert(0, _("The map shows the least."))
    return " ".join(parts)

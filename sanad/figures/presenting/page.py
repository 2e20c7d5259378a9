"""Everything that the page of an answer shows."""

from sanad.figures.presenting import captions, pictures
from sanad.figures.presenting.completeness import completeness_notes
from sanad.figures.presenting.grid import grid
from sanad.figures.queries import OpenSnapshot
from sanad.figures.rules.dimensions import Unit
from sanad.figures.rules.requests import CountRequest
from sanad.figures.rules.results import Counted


def answer_page(snapshot: OpenSnapshot, request: CountRequest) -> dict[str, object]:
    """Table, chart, map, caption and notes."""
    counted = snapshot.count(request)
    by_row = first_dimension(snapshot, counted)
    return {
        "counted": counted,
        "grid": grid(snapshot, counted),
        "title": captions.title(request),
        "filters": captions.filters(request),
        "notes": captions.notes(counted) + completeness_notes(snapshot, request),
        "agreed": agreed_table(snapshot).address() if counted.left_out else "",
        "chart": pictures.chart(by_row, counted if request.columns else None),
        "map": pictures.chart_map(by_row),
    }


def agreed_table(snapshot: OpenSnapshot) -> CountRequest:
    """The one table that holds what the reader may count and not open."""
    return CountRequest(Unit.VIOLATIONS, ("district", "quarter"), ("act",), snapshot=snapshot.id)


def first_dimension(snapshot: OpenSnapshot, counted: Counted) -> Counted:
    """The same count by its first dimension alone, for pictures."""
    request = counted.request
    if len(request.dimensions) == 1:
        return counted
    only = CountRequest(request.unit, request.rows[:1], (), request.where, request.frame, request.snapshot)
    return snapshot.count(only)

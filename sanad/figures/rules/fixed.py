"""Counting without seeing: the one fixed table of records that a reader may count but not open."""

from sanad.figures.rules.dimensions import Frame, Unit
from sanad.figures.rules.requests import CountRequest

GRAIN = frozenset({"district", "quarter", "act"})
SMALLEST = 5  # fewer than this are shown as "<5"


def is_fixed_table(request: CountRequest) -> bool:
    """District × quarter × type of act, nothing filtered: the grain that is agreed between offices."""
    return (
        request.unit is Unit.VIOLATIONS
        and set(request.dimensions) == GRAIN
        and not request.where
        and request.frame is Frame.TODAY
    )


def is_hidden(number: int, openable: int) -> bool:
    """Too few to be shown, unless the reader may open every one of them."""
    return openable < number < SMALLEST

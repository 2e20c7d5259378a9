"""Long series in pieces."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batched(series: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most `size`, in order. (itertools has it from Python 3.12.)"""
    if size < 1:
        raise ValueError("a piece holds at least one")
    at = iter(series)
    while piece := list(islice(at, size)):
        yield piece

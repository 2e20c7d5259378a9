"""Count: `sanad count --unit victims --rows year --columns province --where act=killing --json`.

Without --snapshot the newest one is asked, and a new one made first if anything changed since.
"""

import argparse
from collections.abc import Iterator

from sanad.config import answers, running
from sanad.figures.actions import fresh_snapshot
from sanad.figures.queries import open_snapshot
from sanad.figures.rules.dimensions import Frame, Unit
from sanad.figures.rules.requests import read_request
from sanad.figures.rules.results import Counted, Number, Tally

NAME = "count"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Unit, rows, columns, filters."""
    units = ", ".join(unit.value for unit in Unit)
    parser.add_argument("--unit", required=True, metavar="U", help=f"what is counted: {units}")
    parser.add_argument("--rows", required=True, action="append", metavar="D", help="dimension in the rows (up to two)")
    parser.add_argument("--columns", action="append", default=[], metavar="D", help="dimension in the columns")
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="D=V",
        help="filter; several values with commas, years as 2010..2015",
    )
    parser.add_argument("--snapshot", default="", metavar="ID", help="an earlier snapshot")
    parser.add_argument("--frame", default=Frame.TODAY.value, metavar="F", help="map of places: today, then")


def run(options: argparse.Namespace) -> int:
    """Count and print the cells."""
    with running.running_as(options) as reader:
        name = options.snapshot or fresh_snapshot(by=reader).pk
        snapshot = open_snapshot(reader, name)
        request = read_request(
            options.unit,
            options.rows,
            options.columns,
            options.where,
            frame=options.frame,
            snapshot=snapshot.id,
            lists=snapshot.lists,
        )
        counted = snapshot.count(request)
    answers.answer(options, as_answer(counted), _lines(counted))
    return 0


def as_answer(counted: Counted) -> dict[str, object]:
    """The object that --json prints."""
    request = counted.request
    cells = [
        dict(zip(request.dimensions, key, strict=True)) | _numbers(counted, key) for key in counted.keys_in_order()
    ]
    total = counted.total.plain() if isinstance(counted.total, Tally) else counted.total
    answer: dict[str, object] = {
        "snapshot": request.snapshot,
        "unit": request.unit.value,
        "cells": cells,
        "total": total,
        "overlapping": list(counted.overlapping),
    }
    if isinstance(counted.total, Tally) and counted.total.institutions:
        answer["institutions"] = counted.total.institutions
    if counted.left_out:
        answer["offices_left_out"] = counted.left_out
    return answer


def _numbers(counted: Counted, key: tuple[str, ...]) -> dict[str, object]:
    if key in counted.hidden:
        return {"count": "<5"}
    number = counted.cells[key]
    found: dict[str, object] = dict(number.plain()) if isinstance(number, Tally) else {"count": number}
    if key in counted.openable:
        found["openable"] = counted.openable[key]
    return found


def _lines(counted: Counted) -> Iterator[str]:
    request = counted.request
    yield f"{request.unit.value} by {', '.join(request.dimensions)}; snapshot {request.snapshot}"
    for key in counted.keys_in_order():
        yield f"{' · '.join(key)}\t{'<5' if key in counted.hidden else _plain(counted.cells[key])}"
    yield f"total\t{_plain(counted.total)}"
    if counted.overlapping:
        yield f"Cells of {', '.join(counted.overlapping)} overlap; the total is distinct."


def _plain(number: Number) -> str:
    if not isinstance(number, Tally):
        return str(number)
    best = "not stated" if number.best is None else number.best
    return (
        f"least {number.min} (unknown in {number.unknown_min}), most {number.max} (unknown in {number.unknown_max}),"
        f" best {best}"
    )

"""A count as CSV and XLSX: what it is stands in the sheet, and no cell is ever read as a formula."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from sanad.figures.presenting import captions, labels
from sanad.figures.queries import OpenSnapshot
from sanad.figures.rules.results import Counted, Key, Number, Tally
from sanad.kit.text import formula_safe
from sanad.web import formats

HIDDEN = "<5"


@dataclass(frozen=True)
class Taken:
    """Who took a table out, at which office, when and why: it stands in the file, wherever that goes."""

    by: str
    office: str
    at: datetime
    why: str

    def lines(self) -> list[tuple[str, str]]:
        """As the sheet says it."""
        return [
            (_("Taken out by"), f"{self.by}, {self.office}"),
            (_("Taken out on"), formats.moment(self.at)),
            (_("Taken out for"), self.why),
        ]


def about(snapshot: OpenSnapshot, counted: Counted, taken: Taken) -> list[tuple[str, str]]:
    """What the numbers are: unit, dimensions, filters, snapshot, date, who took them out, and how to read them."""
    request = counted.request
    rows = [
        (_("Unit"), str(labels.UNITS[request.unit])),
        (_("Split by"), labels.and_list([labels.dimension_label(name) for name in request.dimensions])),
        (_("Filter"), "; ".join(captions.filters(request)) or _("none")),
        (_("Places"), str(labels.FRAMES[request.frame])),
        (_("Snapshot"), snapshot.id),
        (_("Records of"), formats.moment(snapshot.made_at)),
    ]
    return rows + taken.lines() + [(_("Note"), note) for note in captions.notes(counted)]


def heads(counted: Counted) -> list[str]:
    """The columns: key and name of each dimension, then the numbers."""
    found = []
    for name in counted.request.dimensions:
        found += [name, labels.dimension_label(name)]
    return found + _number_heads(counted.total)


def lines(counted: Counted) -> Iterator[list[object]]:
    """One line per cell, the total last."""
    width = len(counted.request.dimensions)
    for key in counted.keys_in_order():
        numbers = [HIDDEN] if key in counted.hidden else _numbers(counted.cells[key])
        yield [*_names(counted, key), *numbers]
    if width:
        yield [_("Total"), *[""] * (2 * width - 1), *_numbers(counted.total)]


def _names(counted: Counted, key: Key) -> list[object]:
    found: list[object] = []
    for name, value in zip(counted.request.dimensions, key, strict=True):
        found += [value, labels.label(name, value)]
    return found


def _number_heads(number: Number) -> list[str]:
    if isinstance(number, Tally):
        return [_("Least"), _("Most"), _("Best"), _("Least unknown"), _("Most unknown")]
    return [_("Number")]


def _numbers(number: Number) -> list[object]:
    return list(number.plain().values()) if isinstance(number, Tally) else [number]


def safe(value: object) -> object:
    """Text that a sheet would take for a formula gets an apostrophe before it."""
    return formula_safe(value) if isinstance(value, str) else value


def as_csv(snapshot: OpenSnapshot, counted: Counted, taken: Taken) -> bytes:
    """The lines under what they are; with a byte order mark, without which Excel misreads Urdu."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([safe(name), safe(value)] for name, value in about(snapshot, counted, taken))
    writer.writerow([])
    writer.writerow([safe(head) for head in heads(counted)])
    writer.writerows([safe("" if value is None else value) for value in line] for line in lines(counted))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(snapshot: OpenSnapshot, counted: Counted, taken: Taken) -> bytes:
    """One sheet with the lines, headed by what they are."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"author": taken.by, "company": taken.office, "created": taken.at, "comments": snapshot.id})
        sheet = book.add_worksheet(_("Figures"))
        bold, head = book.add_format({"bold": True}), book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        whole = book.add_format({"num_format": "#,##0"})
        if get_language_bidi():
            sheet.right_to_left()
        sheet.set_column(0, 9, 22)
        described = about(snapshot, counted, taken)
        for row, (name, text) in enumerate(described):
            sheet.write_string(row, 0, name, bold)
            sheet.write_string(row, 1, text)
        start = len(described) + 1
        for column, name in enumerate(heads(counted)):
            sheet.write_string(start, column, name, head)
        for row, line in enumerate(lines(counted), start=start + 1):
            for column, value in enumerate(line):
                _write(sheet, row, column, value, whole)
        sheet.freeze_panes(start + 1, 0)
    return out.getvalue()


def _write(sheet: "xlsxwriter.worksheet.Worksheet", row: int, column: int, value: object, whole: object) -> None:
    """Numbers as numbers, the rest as text; what is not stated stays empty."""
    if isinstance(value, int):
        sheet.write_number(row, column, value, whole)
    elif value not in (None, ""):
        sheet.write_string(row, column, str(value))

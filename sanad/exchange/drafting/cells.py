"""Reading one cell for one field. Lists repeat themselves: every distinct cell of a column is read once."""

import math
from collections.abc import Callable
from typing import NamedTuple

from sanad.exchange.drafting import findings
from sanad.exchange.drafting.findings import Doubt
from sanad.exchange.drafting.names import Names
from sanad.exchange.mapping.fields import FIELDS, Field, Shape
from sanad.exchange.mapping.schema import Use
from sanad.kit.ages import Age, read_age
from sanad.kit.counts import read_count
from sanad.kit.dates import read_date
from sanad.kit.refusals import Reason, Refused
from sanad.kit.text import bidi_controls, clean, fold, looks_like_cnic, looks_like_phone, visible

REMEMBERED = 50_000
ERRORS = frozenset(
    {"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA"}
)
LONGEST_WORD = 24  # of the words for "not stated" and the errors of spreadsheets
WRITTEN = ("iso", "edtf")  # where a mapping names no format
OF_WORKBOOKS = "iso"  # a day that a workbook holds as a day


class Read(NamedTuple):
    """The value of a cell for its field (None where nothing is stated) and what was doubtful."""

    value: object
    doubts: tuple[Doubt, ...] = ()


Reader = Callable[[str], Read]
NOTHING = Read(None)


def remembering(read: Reader) -> Reader:
    """The same reader, which reads each distinct cell once."""
    known: dict[str, Read] = {}

    def remembered(cell: str) -> Read:
        found = known.get(cell)
        if found is None:
            if len(known) >= REMEMBERED:
                known.clear()
            found = known[cell] = read(cell)
        return found

    return remembered


def reader_of(use: Use, names: Names, not_stated: frozenset[str], *, of_workbook: bool = False) -> Reader:
    """How the cells of a column are read."""
    field = FIELDS[use.field]
    formats = use.dates or WRITTEN
    if of_workbook and OF_WORKBOOKS not in formats:
        formats = (*formats, OF_WORKBOOKS)
    by_shape: dict[Shape, Reader] = {
        Shape.TEXT: lambda cell: _text(cell, field, use.column),
        Shape.SEALED: lambda cell: Read(_divided(clean(cell), use.split) or None),
        Shape.CODE: lambda cell: _code(cell, field, use, names),
        Shape.DATE: lambda cell: _date(cell, formats, use.column),
        Shape.AGE: lambda cell: _age(cell, use.column),
        Shape.COORDINATE: lambda cell: _coordinate(cell, field.name, use.column),
        Shape.INSTITUTION: lambda cell: _institution(cell, use, names),
        Shape.PLACE: lambda cell: _place_text(cell, use),
    }
    read = by_shape[field.shape]

    def read_stated(cell: str) -> Read:
        plain = cell.strip()
        if len(plain) < LONGEST_WORD:
            if not plain or plain.casefold() in not_stated:
                return NOTHING
            if plain in ERRORS:
                return Read(None, (Doubt(use.column, findings.CELL_ERROR),))
        return read(cell)

    # What does not repeat is not kept: it would only fill the memory.
    repeats = field.shape is not Shape.SEALED and field.name not in ("summary", "latitude", "longitude")
    return remembering(read_stated) if repeats else read_stated


def _divided(text: str, split: str) -> str | tuple[str, ...]:
    if not split:
        return text
    return tuple(filter(None, (part.strip() for part in text.split(split))))


def _text(cell: str, field: Field, column: str) -> Read:
    """Open text; a number that could identify somebody is not let into it."""
    doubts = []
    text = clean(cell)
    if looks_like_cnic(text) or looks_like_phone(text):
        return Read(None, (Doubt(column, findings.NUMBER_WITHHELD),))
    if text.startswith("="):
        doubts.append(Doubt(column, findings.FORMULA_TEXT))
    if field.length and len(text) > field.length:
        doubts.append(Doubt(column, findings.CUT))
        text = text[: field.length]
    return Read(text or None, tuple(doubts))


def _controls(cell: str, column: str) -> tuple[Doubt, ...]:
    return (Doubt(column, findings.CONTROLS),) if not cell.isascii() and bidi_controls(cell) else ()


def _code(cell: str, field: Field, use: Use, names: Names) -> Read:
    doubts = list(_controls(cell, use.column))
    ids = []
    for said in filter(None, (part.strip() for part in cell.split(use.split))) if use.split else (cell,):
        said = visible(clean(said))
        slug = _mapped(said, use)
        if slug == "":
            continue
        found = names.code(field.vocabulary, said) if slug is None else names.code_with_slug(field.vocabulary, slug)
        if found is not None:
            ids.append(found)
        elif field.name == "act":
            doubts.append(Doubt(use.column, findings.unknown_act(said), refuses=True))
        else:
            doubts.append(Doubt(use.column, findings.unknown_code(said)))
    value = tuple(ids) if field.many else ids[0] if ids else None
    return Read(value or None, tuple(doubts))


def _mapped(said: str, use: Use) -> str | None:
    """What the mapping says that a value is; None where it says nothing."""
    if not use.values:
        return None
    if said in use.values:
        return use.values[said]
    if not use.fold:
        return None
    key = fold(said)
    return next((slug for written, slug in use.values.items() if fold(written) == key), None)


def _date(cell: str, formats: tuple[str, ...], column: str) -> Read:
    reasons: list[Reason] = []
    controls = _controls(cell, column)
    try:
        value = read_date(cell, formats, reasons)
    except Refused as refused:
        return Read(None, (*controls, *(Doubt(column, findings.as_said(reason), True) for reason in refused.reasons)))
    return Read(value, (*controls, *(Doubt(column, findings.as_said(reason)) for reason in reasons)))


def _age(cell: str, column: str) -> Read:
    """An age that cannot be read is kept as it is said."""
    try:
        return Read(read_age(cell))
    except Refused as refused:
        said = findings.shown(clean(cell))
        return Read(Age(None, None, said), tuple(Doubt(column, findings.as_said(reason)) for reason in refused.reasons))


def _coordinate(cell: str, name: str, column: str) -> Read:
    try:
        degrees = float(visible(clean(cell)).replace("°", ""))
    except ValueError:
        return Read(None, (Doubt(column, findings.NOT_COORDINATE),))
    if not math.isfinite(degrees) or abs(degrees) > (90 if name == "latitude" else 180):
        return Read(None, (Doubt(column, findings.NOT_COORDINATE),))
    return Read(degrees)


def _institution(cell: str, use: Use, names: Names) -> Read:
    said = visible(clean(cell))
    mapped = _mapped(said, use)
    if mapped == "":
        return NOTHING
    found = names.institution_named(mapped or said)
    return Read(found, () if found is not None else (Doubt(use.column, findings.unknown_institution(said)),))


def _place_text(cell: str, use: Use) -> Read:
    """What the cell says, and the code that the mapping gives it; the place itself is read with its neighbours."""
    controls = _controls(cell, use.column)
    said = visible(clean(cell))
    if looks_like_cnic(said) or looks_like_phone(said):
        return Read(None, (Doubt(use.column, findings.NUMBER_WITHHELD),))
    return Read((said, _mapped(said, use) or ""), controls)


def read_size(column: str, cell: str) -> Read:
    """A number of people; what is no number refuses the row."""
    if cell.strip() in ERRORS:
        return Read(None, (Doubt(column, findings.CELL_ERROR),))
    try:
        return Read(read_count(cell))
    except Refused as refused:
        return Read(None, tuple(Doubt(column, findings.as_said(reason), True) for reason in refused.reasons))

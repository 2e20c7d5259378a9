"""A sheet as a table: which rows are its header, what its columns are called, its rows with their numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, Protocol

from sanad.exchange.files import content, headers, limits
from sanad.exchange.files.content import Kind
from sanad.exchange.files.delimited import Delimited
from sanad.exchange.files.objects import Objects
from sanad.exchange.files.workbooks import Xls, Xlsx
from sanad.kit.refusals import N_, Reason, Refused

LOOKED_AT = 40  # rows at the top in which the header is sought


class Source(Protocol):
    """An opened file of any kind."""

    @property
    def kind(self) -> Kind: ...

    @property
    def encoding(self) -> str: ...

    @property
    def delimiter(self) -> str: ...

    notes: list[Reason]

    def sheet_names(self) -> list[str]: ...

    def rows(self, sheet: str) -> Iterator[list[str]]: ...


class Row(NamedTuple):
    """One row below the header: its number as a spreadsheet shows it, and a cell for every column."""

    number: int
    cells: list[str]
    beyond: bool = False  # has filled cells to the right of the last column


@dataclass
class Table:
    """One sheet of a file; `rows` can be gone through again and again."""

    source: Source
    sheet: str
    columns: list[str]
    header: tuple[int, ...]
    notes: list[Reason] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """The rows below the header that are not blank."""
        width, last = len(self.columns), self.header[-1]
        blank = [""] * width
        for number, cells in enumerate(self.source.rows(self.sheet), 1):
            if number <= last or not any(cells):
                continue
            if len(cells) == width:
                yield Row(number, cells)
            elif len(cells) < width:
                yield Row(number, cells + blank[len(cells) :])
            else:
                yield Row(number, cells[:width], any(cell.strip() for cell in cells[width:]))


def open_source(path: Path, *, named: str = "", encoding: str | None = None, delimiter: str | None = None) -> Source:
    """Open a file for what its content is, whatever it is `named`; refused with a reason if it is no table."""
    if path.stat().st_size > limits.LARGEST_FILE:
        raise Refused.one(
            "file.too_large",
            N_("The file has more than %(limit)s MB. Divide it, by year for instance."),
            limit=limits.LARGEST_FILE // limits.MEGABYTE,
        )
    kind = content.kind_of(path)
    if kind is Kind.XLSX:
        return Xlsx(path)
    if kind is Kind.XLS:
        return Xls(path, named=named or path.name)
    if kind is Kind.JSON:
        return Objects(path, encoding=encoding)
    return Delimited(path, encoding=encoding, delimiter=delimiter)


def open_tables(
    source: Source, sheets: Sequence[str] | None = None, *, header: tuple[int, ...] | None = None
) -> list[Table]:
    """The chosen sheets as tables. None chooses the only sheet that has rows; several have to be chosen from."""
    if sheets is not None:
        return [open_table(source, name, header) for name in _named(source, sheets)]
    filled = [name for name in source.sheet_names() if _has_rows(source.rows(name))]
    if not filled:
        raise Refused.one("file.no_rows_at_all", N_("The file is empty: it has no row with anything in it."))
    if len(filled) > 1:
        raise Refused.one(
            "file.sheet_not_chosen",
            N_("The workbook has several sheets: %(names)s. Say which to read, or “all”."),
            field="sheet",
            names=", ".join(filled),
        )
    return [open_table(source, filled[0], header)]


def _named(source: Source, sheets: Sequence[str]) -> list[str]:
    """Sheets by name, by number from 1, or all that have rows."""
    names = source.sheet_names()
    if list(sheets) == ["all"]:
        return [name for name in names if _has_rows(source.rows(name))]
    found = []
    for said in sheets:
        by_name = [name for name in names if name.strip().casefold() == said.strip().casefold()]
        by_number = [names[int(said) - 1]] if said.isdecimal() and 0 < int(said) <= len(names) else []
        if not by_name and not by_number:
            raise Refused.one(
                "file.sheet_missing",
                N_("The file has no sheet “%(said)s”; it has: %(names)s."),
                field="sheet",
                said=said,
                names=", ".join(names),
            )
        found += by_name[:1] or by_number
    return found


def _has_rows(rows: Iterable[list[str]]) -> bool:
    return any(any(cell.strip() for cell in row) for row in islice(rows, 1000))


def open_table(source: Source, sheet: str, header: tuple[int, ...] | None = None) -> Table:
    """Find the header of a sheet, name its columns, and see that there is a row below it."""
    rows = source.rows(sheet)
    top = list(islice(rows, LOOKED_AT))
    found = headers.find_header(top, stated=header)
    table = Table(source, sheet, found.names, found.rows, list(found.notes))
    below = chain(top[found.rows[-1] :], rows)
    if not any(any(row) for row in below):
        raise Refused.one("file.header_only", N_("The sheet has a header but no rows below it."))
    return table

"""Workbooks: a small XLSX and an old XLS are read whole (ten times as fast), a large XLSX row by row.

The whole of a sheet is held from its first to its last cell, so a stray cell far below counts too. The values that a
formula last gave are used, and a note says how many there are. Cells become text: whole numbers without a point, dates
in ISO, TRUE and FALSE.
"""

import errno
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import python_calamine

from sanad.exchange.files import limits
from sanad.exchange.files.content import BROKEN_ARCHIVE, Kind
from sanad.kit.refusals import N_, Reason, Refused
from sanad.kit.text import storable

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
WITHOUT_RESULT = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f/>)(?:<(?:\w+:)?v></(?:\w+:)?v>|<(?:\w+:)?v/>)?</(?:\w+:)?c>"
)
MERGED = re.compile(rb"<(?:\w+:)?mergeCell ")
COLUMN = re.compile(rb'c r="([A-Z]{1,3})\d')
ROW = re.compile(rb'row r="(\d+)"')
CHUNK = 2**20


def as_text(value: object) -> str:
    """A cell of a workbook as text; a date without a time is a day."""
    if value is None:
        return ""
    if isinstance(value, str):
        return storable(ESCAPED.sub(lambda code: chr(int(code[1], 16)), value) if "_x" in value else value)
    if value is True or value is False:
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date | time) else str(value)


class Xlsx:
    """A workbook of today; every sheet is streamed."""

    kind = Kind.XLSX
    encoding = ""
    delimiter = ""

    def __init__(self, path: Path) -> None:
        self.path = path
        check_unpacked_size(path)
        survey = survey_sheets(path)
        self.notes: list[Reason] = survey.notes()
        small = path.stat().st_size <= limits.LARGEST_WHOLE and survey.cells <= limits.MOST_CELLS_WHOLE
        self.whole = _Whole(path) if small else None
        self._names = self.whole.names() if self.whole else self._names_by_rows()
        _check_number_of_sheets(self._names)

    def sheet_names(self) -> list[str]:
        """The sheets in their order."""
        return self._names

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Every row of a sheet, the header too."""
        if self.whole is not None:
            yield from self.whole.rows(sheet)
            return
        with self._open() as book:
            page = book[sheet]
            page.reset_dimensions()  # what a workbook says about its size is often wrong
            rows = page.iter_rows(values_only=True)
            while True:
                try:
                    row = next(rows, None)
                except Exception as error:  # as in `_Book`: whatever a parser meets
                    raise _damaged() from error
                if row is None:
                    return
                yield [as_text(value) for value in row]

    def _names_by_rows(self) -> list[str]:
        with self._open() as book:
            return [sheet.title for sheet in book.worksheets]

    def _open(self) -> "_Book":
        return _Book(self.path)


class _Book:
    """An opened workbook that closes itself; a broken one is refused."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> openpyxl.Workbook:
        try:
            self.book = openpyxl.load_workbook(self.path, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # openpyxl raises whatever its parser meets in a damaged file
            raise _damaged() from error
        return self.book

    def __exit__(self, *error: object) -> None:
        self.book.close()


class Xls:
    """A workbook of before 2007; it can only be read whole."""

    kind = Kind.XLS
    encoding = ""
    delimiter = ""

    def __init__(self, path: Path, *, named: str = "") -> None:
        size = path.stat().st_size
        if size > limits.LARGEST_XLS:
            raise Refused.one(
                "file.xls_too_large",
                N_("An old workbook (XLS) of %(size)s MB cannot be read; the limit is %(limit)s MB. Save it as XLSX."),
                size=round(size / limits.MEGABYTE),
                limit=limits.LARGEST_XLS // limits.MEGABYTE,
            )
        self.path = path
        self.notes: list[Reason] = []
        self.whole = _Whole(path)
        if named.lower().endswith(".xlsx"):
            self.notes.append(
                Reason(
                    "file.xls_named_xlsx",
                    N_("The file is an old workbook (XLS) under the name of a new one; it was read as XLS."),
                )
            )
        _check_number_of_sheets(self.sheet_names())

    def sheet_names(self) -> list[str]:
        """The sheets in their order."""
        return self.whole.names()

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Every row of a sheet, the header too."""
        return self.whole.rows(sheet)


class _Whole:
    """A workbook in memory, with the sheet that was read last."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:  # by content: the reader would otherwise go by the name of the file
                self.book = python_calamine.CalamineWorkbook.from_filelike(file)
        except (python_calamine.CalamineError, python_calamine.PasswordError, ValueError, OSError) as error:
            raise _damaged() from error
        self.page: python_calamine.CalamineSheet | None = None

    def names(self) -> list[str]:
        """The sheets that are tables, in their order."""
        tables = python_calamine.SheetTypeEnum.WorkSheet
        return [sheet.name for sheet in self.book.sheets_metadata if sheet.typ == tables]

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Every row of a sheet from A1 on; the reader itself leaves out the blank columns at its beginning."""
        if self.page is None or self.page.name != sheet:
            self.page = None  # never two sheets in memory
            self.page = self.book.get_sheet_by_name(sheet)
        blank = [""] * (self.page.start or (0, 0))[1]
        for row in self.page.iter_rows():
            yield blank + [as_text(value) for value in row]


def _damaged() -> Refused:
    return Refused.one(
        "file.damaged", N_("The workbook is damaged and cannot be read. Open it in a spreadsheet and save it anew.")
    )


def _check_number_of_sheets(names: list[str]) -> None:
    if len(names) > limits.MOST_SHEETS:
        raise Refused.one(
            "file.too_many_sheets",
            N_("The workbook has %(count)s sheets; at most %(limit)s are read."),
            count=len(names),
            limit=limits.MOST_SHEETS,
        )


def check_unpacked_size(path: Path) -> None:
    """Refuse a workbook that unpacks into far more than it seems: a zip bomb."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    unpacked, packed = sum(part.file_size for part in parts), path.stat().st_size
    too_dense = unpacked > limits.RATIO_COUNTS_ABOVE and unpacked > limits.LARGEST_RATIO * packed
    in_memory = max((part.file_size for part in parts if "sheets/" not in part.filename), default=0)
    too_large = unpacked > limits.LARGEST_UNPACKED or in_memory > limits.LARGEST_PART_IN_MEMORY
    if too_dense or too_large or len(parts) > limits.MOST_PARTS:
        raise Refused.one(
            "file.zip_bomb",
            N_(
                "The workbook unpacks to %(unpacked)s MB in %(parts)s parts; so much is not read."
                " Save the table alone, or as CSV."
            ),
            unpacked=round(unpacked / limits.MEGABYTE),
            parts=len(parts),
        )


@dataclass
class Survey:
    """What one pass over the sheets of a workbook found."""

    formulas: int = 0
    without_result: int = 0
    merged: int = 0
    errors: int = 0
    cells: int = 0  # of the largest sheet, from its first to its last cell

    def notes(self) -> list[Reason]:
        """What is doubtful about the workbook."""
        found = (
            (
                "file.formulas",
                N_("%(count)s cells hold formulas; the values that they last gave are used."),
                self.formulas,
            ),
            (
                "file.formulas_without_result",
                N_(
                    "%(count)s formulas were saved without their result and read as blank."
                    " Open the file in a spreadsheet, save it and send it again."
                ),
                self.without_result,
            ),
            (
                "file.merged_cells",
                N_("%(count)s groups of cells are merged; only the first cell of a group holds its value."),
                self.merged,
            ),
            (
                "file.errors",
                N_("%(count)s cells hold errors such as #REF! or #N/A; they are read as not stated."),
                self.errors,
            ),
        )
        return [Reason(code, sentence, {"count": count}) for code, sentence, count in found if count]


def survey_sheets(path: Path) -> Survey:
    """Look through the sheets; the bytes that really come out of the archive are counted on the way."""
    survey = Survey()
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            if "sheets/" in part.filename and part.filename.endswith(".xml"):
                columns: set[bytes] = set()
                last = 0
                for chunk in _chunks(archive, part):
                    survey.formulas += len(FORMULA.findall(chunk))
                    survey.without_result += len(WITHOUT_RESULT.findall(chunk))
                    survey.merged += len(MERGED.findall(chunk))
                    survey.errors += chunk.count(b' t="e"')
                    columns.update(COLUMN.findall(chunk))
                    at = ROW.search(chunk, max(chunk.rfind(b'row r="') - 1, 0))
                    last = max(last, int(at[1])) if at else last
                survey.cells = max(survey.cells, last * max(map(_number_of, columns), default=0))
    return survey


def _number_of(letters: bytes) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part of the archive piece by piece, each piece ending after a cell."""
    counted, rest = 0, b""
    try:
        with archive.open(part) as file:
            while chunk := file.read(CHUNK):
                counted += len(chunk)
                if counted > part.file_size:
                    raise _damaged()
                chunk = rest + chunk
                cut = chunk.rfind(b"c>") + 2 if chunk.rfind(b"c>") >= 0 else len(chunk)
                rest = chunk[cut:]
                yield chunk[:cut]
    except BROKEN_ARCHIVE as error:
        raise _damaged() from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file; else the disk is at fault
            raise
        raise _damaged() from error
    yield rest

"""Workbooks: XLSX read row by row with bounded memory, old XLS whole and therefore only up to a stated size.

The values that a formula last gave are used, and a note says how many there are. Cells become text: whole numbers
without a point, dates in ISO, TRUE and FALSE.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import python_calamine

from sanad.exchange.files import limits
from sanad.exchange.files.content import Kind
from sanad.kit.refusals import N_, Reason, Refused

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
WITHOUT_RESULT = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f/>)(?:<(?:\w+:)?v></(?:\w+:)?v>|<(?:\w+:)?v/>)?</(?:\w+:)?c>"
)
MERGED = re.compile(rb"<(?:\w+:)?mergeCell ")
CHUNK = 2**20


def as_text(value: object) -> str:
    """A cell of a workbook as text; a date without a time is a day."""
    if value is None:
        return ""
    if isinstance(value, str):
        return ESCAPED.sub(lambda code: chr(int(code[1], 16)), value) if "_x" in value else value
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
        with self._open() as book:
            self._names = [sheet.title for sheet in book.worksheets]
        self.notes: list[Reason] = survey_sheets(path)
        _check_number_of_sheets(self._names)

    def sheet_names(self) -> list[str]:
        """The sheets in their order."""
        return self._names

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Every row of a sheet, the header too."""
        with self._open() as book:
            page = book[sheet]
            page.reset_dimensions()  # what a workbook says about its size is often wrong
            for row in page.iter_rows(values_only=True):
                yield [as_text(value) for value in row]

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
        try:
            with path.open("rb") as file:  # by content: from_path would go by the name
                self.book = python_calamine.CalamineWorkbook.from_filelike(file)
        except (python_calamine.CalamineError, python_calamine.PasswordError, ValueError, OSError) as error:
            raise _damaged() from error
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
        return list(self.book.sheet_names)

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Every row of a sheet, the header too."""
        page = self.book.get_sheet_by_name(sheet)
        for row in page.to_python(skip_empty_area=False):
            yield [as_text(value) for value in row]


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


def survey_sheets(path: Path) -> list[Reason]:
    """Notes about formulas and merged cells; counts the bytes that really come out of the archive."""
    formulas = without_result = merged = 0
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            if "sheets/" not in part.filename or not part.filename.endswith(".xml"):
                continue
            for chunk in _chunks(archive, part):
                formulas += len(FORMULA.findall(chunk))
                without_result += len(WITHOUT_RESULT.findall(chunk))
                merged += len(MERGED.findall(chunk))
    notes = []
    if formulas:
        notes.append(
            Reason(
                "file.formulas",
                N_("%(count)s cells hold formulas; the values that they last gave are used."),
                {"count": formulas},
            )
        )
    if without_result:
        notes.append(
            Reason(
                "file.formulas_without_result",
                N_(
                    "%(count)s formulas were saved without their result and read as blank."
                    " Open the file in a spreadsheet, save it and send it again."
                ),
                {"count": without_result},
            )
        )
    if merged:
        notes.append(
            Reason(
                "file.merged_cells",
                N_("%(count)s groups of cells are merged; only the first cell of a group holds its value."),
                {"count": merged},
            )
        )
    return notes


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
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged() from error
    yield rest

"""CSV and TSV: the delimiter found, cells kept as they stand, line ends inside cells too.

A row ends with LF or CRLF. A lone CR in such a file belongs to its cell, quoted or not (a real file has 89 of them);
only a file without any LF ends its rows with CR.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sanad.exchange.files import limits
from sanad.exchange.files.content import Kind
from sanad.exchange.files.encodings import Text, survey_text
from sanad.kit.refusals import N_, Reason, Refused

SAMPLE = 2**18  # characters
DELIMITERS = ",\t;|"
STATED_BY_EXCEL = re.compile(r"sep=(.)\r?\n")
LONE_RETURN = re.compile(r"\r(?!\n)")
# Two characters that Unicode keeps out of texts: a CR inside a cell, and the end of the file.
HELD_RETURN, END = "\ufdd0", "\ufdd1"


class Delimited:
    """A text file of rows; one sheet without a name."""

    kind = Kind.DELIMITED

    def __init__(self, path: Path, *, encoding: str | None = None, delimiter: str | None = None) -> None:
        self.path = path
        self.text: Text = survey_text(path, encoding)
        self.notes: list[Reason] = list(self.text.notes)
        sample = self._sample()
        stated = STATED_BY_EXCEL.match(sample)
        self.skipped = 1 if stated else 0
        self.line_end = "\n" if "\n" in sample else "\r"
        self.delimiter = delimiter or (stated[1] if stated else find_delimiter(sample))

    @property
    def encoding(self) -> str:
        """The encoding by which the file is read."""
        return self.text.encoding

    def sheet_names(self) -> list[str]:
        """A delimited file is one sheet without a name."""
        return [""]

    def rows(self, sheet: str = "") -> Iterator[list[str]]:
        """Every row of the file, the header too; an empty line is a row without cells."""
        csv.field_size_limit(limits.LONGEST_CELL)
        lines = _Lines(self._open(), self.line_end)
        reader = csv.reader(lines, delimiter=self.delimiter)
        number = 0
        try:
            for number, row in enumerate(reader, 1):
                if number <= self.skipped:
                    continue
                if row and END in row[-1]:
                    if row != [END]:
                        raise _unclosed(number)
                    return
                if lines.held:
                    row = [cell.replace(HELD_RETURN, "\r") for cell in row]
                yield row
        except csv.Error as error:
            raise _unclosed(number + 1) from error

    def _open(self) -> io.TextIOWrapper:
        return self.path.open(encoding=self.text.encoding, errors=self.text.errors, newline="\n")

    def _sample(self) -> str:
        with self._open() as file:
            sample = file.read(SAMPLE)
        return sample if len(sample) < SAMPLE else sample[: sample.rfind("\n") + 1] or sample


class _Lines:
    """The lines of a file for the csv module, lone returns put aside, an end mark after the last."""

    def __init__(self, file: io.TextIOWrapper, line_end: str) -> None:
        self.file, self.line_end = file, line_end
        self.held = False

    def __iter__(self) -> Iterator[str]:
        last = "\n"
        with self.file:
            for last in self.file if self.line_end == "\n" else self._ended_by_return():
                if len(last) > 4 * limits.LONGEST_CELL:
                    raise Refused.one(
                        "file.line_too_long",
                        N_("A line of the file has more than 8 million characters: this is no table."),
                    )
                if last.find("\r", 0, -2) >= 0 or last.endswith("\r"):
                    self.held = True
                    last = LONE_RETURN.sub(HELD_RETURN, last)
                yield last
        if not last.endswith("\n"):
            yield "\r\n"
        yield f"{END}\r\n"

    def _ended_by_return(self) -> Iterator[str]:
        """A file of the old Macintosh: rows end with CR."""
        rest = ""
        while chunk := self.file.read(SAMPLE):
            *lines, rest = (rest + chunk).split("\r")
            yield from (f"{line}\n" for line in lines)
            if len(rest) > 4 * limits.LONGEST_CELL:
                break
        if rest:
            yield rest


def _unclosed(row: int) -> Refused:
    return Refused.one(
        "file.quote_unclosed",
        N_('A quotation mark that opens in row %(row)s never closes. Look there for a cell with a single " in it.'),
        row=row,
    )


def find_delimiter(sample: str) -> str:
    """The delimiter that gives the most rows of the same, greatest width; a comma if nothing is divided."""
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths = Counter(_widths(sample, delimiter))
        if not widths:
            continue
        width, rows = widths.most_common(1)[0]
        score = 0.0 if width < 2 else rows / sum(widths.values()) + min(width, 50) / 1000
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _widths(sample: str, delimiter: str) -> Iterator[int]:
    try:
        for number, row in enumerate(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)):
            if number == 200:
                return
            if any(row):
                yield len(row)
    except csv.Error:
        return

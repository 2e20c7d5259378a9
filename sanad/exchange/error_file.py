"""The error file: row, column, reason; never a value of a sealed column, and nothing that a sheet would calculate."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from django.utils.translation import gettext as _

from sanad.exchange.drafting.findings import Finding
from sanad.exchange.models import ImportFinding
from sanad.kit.refusals import Reason
from sanad.kit.text import formula_safe
from sanad.web.refusals import say

MARK = "\ufeff"  # without it spreadsheets read UTF-8 wrongly


class ErrorFile:
    """A CSV that is written while the rows go by."""

    def __init__(self, file: TextIO) -> None:
        self.file = file
        self.writer = csv.writer(file)
        file.write(MARK)
        self.writer.writerow(headings())

    def note(self, finding: Finding) -> None:
        """Write one finding."""
        self.writer.writerow(line_of(finding.sheet, finding.row, finding.column, finding.level, finding.reason))


def headings() -> list[str]:
    """The header of the file in the reader's language."""
    return [_("Sheet"), _("Row"), _("Column"), _("Refused or warning"), _("Code"), _("Reason")]


def line_of(sheet: str, row: int, column: str, level: str, reason: Reason) -> list[str]:
    """One line of the file."""
    cells = (sheet, str(row), column, _("refused") if level == "refused" else _("warning"), reason.code, say(reason))
    return [formula_safe(cell) for cell in cells]


def reason_of(finding: ImportFinding) -> Reason:
    """A stored finding as the reason that it was."""
    return Reason(finding.code, finding.sentence, finding.params)


def lines(findings: Iterable[ImportFinding]) -> Iterator[list[str]]:
    """Stored findings as lines of the file, header first."""
    yield headings()
    for one in findings:
        yield line_of(one.sheet, one.row, one.column, one.level, reason_of(one))

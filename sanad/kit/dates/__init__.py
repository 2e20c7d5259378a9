"""Dates as sources give them: of a day, a month or a year, about, or from one to another.

`partial` holds the value (EDTF, ISO 8601-2), `written` reads what people and worksheets write, `spoken` what they say.
"""

from sanad.kit.dates.partial import PartialDate
from sanad.kit.dates.spoken import read_spoken
from sanad.kit.dates.written import FORMATS, read_date

__all__ = ["FORMATS", "PartialDate", "read_date", "read_spoken"]

"""How a log line looks: what failed and where in the code, without what it said.

The text of a database error quotes the row ("Key (name)=(…) already exists") and that of a ValueError the
value; neither may reach a log, so of an exception only its kind and the places in the code are written. Of a message,
what looks like a CNIC, a telephone, a token or the query of an address is cut out, and it stays one line.
"""

import logging
import re
import traceback
from types import TracebackType

from sanad.kit.text import CNIC, PHONE, ascii_digits

LONGEST = 2_000
CUT = "…"
QUERY = re.compile(r"\?[^\s'\"]+")
# Long strings of letters and digits are signatures, session keys, tokens; UUIDs are numbers of rows and may stay.
UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
TOKEN = re.compile(rf"(?<![\w:=~-])(?!{UUID}(?![\w:=~-]))(?=[\w:=~-]*\d)[\w:=~-]{{24,}}", re.ASCII)
# Line ends, other control characters, and marks that turn the direction of what follows.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class NamelessFormatter(logging.Formatter):
    """Time, level, logger, message; of an exception the kind and the places."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line, of which only the message can hold what somebody sent."""
        record.message = cleaned(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: ExceptionInfo) -> str:
        """The kinds in the chain of causes and where each was raised."""
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            kind = type(error)
            lines.append(f"  {kind.__module__}.{kind.__qualname__}")
            lines += [f"    {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def cleaned(message: str) -> str:
    """A message as one line without numbers of people, tokens and queries."""
    message = ascii_digits(message)
    for pattern in (QUERY, TOKEN, CNIC, PHONE):
        message = pattern.sub(CUT, message)
    message = UNSEEN.sub(lambda found: f"\\x{ord(found[0]):02x}", message)
    return message if len(message) <= LONGEST else message[:LONGEST] + CUT

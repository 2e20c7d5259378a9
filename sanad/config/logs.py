"""How a log line looks: what failed and where in the code, without what it said.

The text of a database error quotes the row ("Key (name)=(…) already exists") and that of a ValueError the
value; neither may reach a log, so of an exception only its kind and the places in the code are written.
"""

import logging
import traceback
from types import TracebackType

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class NamelessFormatter(logging.Formatter):
    """Time, level, logger, message; of an exception the kind and the places."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

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

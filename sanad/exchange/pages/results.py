"""What was found in the rows, put together: one line for each reason of a column, with its rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sanad.exchange.error_file import reason_of
from sanad.exchange.models import ImportFinding
from sanad.web.refusals import say

ROWS_SHOWN = 12
LINES_SHOWN = 60


@dataclass
class Line:
    """One reason at one column: how often, and its first rows."""

    column: str
    sentence: str
    count: int = 0
    rows: list[str] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many rows are not named."""
        return self.count - len(self.rows)


def lines_of(found: Iterable[ImportFinding]) -> list[Line]:
    """The most frequent reasons first."""
    lines: dict[tuple[str, str], Line] = {}
    for one in found:
        sentence = say(reason_of(one))
        line = lines.setdefault((one.column, sentence), Line(one.column, sentence))
        line.count += 1
        if len(line.rows) < ROWS_SHOWN:
            line.rows.append(f"{one.sheet} {one.row}".strip())
    return sorted(lines.values(), key=lambda line: -line.count)[:LINES_SHOWN]

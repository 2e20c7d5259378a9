"""What names a row for ever: the cells of its id columns, the sheet, the number of the row."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from sanad.exchange.drafting import findings
from sanad.exchange.drafting.findings import Doubt
from sanad.exchange.files.tables import Row
from sanad.exchange.mapping.schema import ROW, SHEET

LONGEST = 120


class RowIds:
    """Ids of the rows of one sheet. `seen` has a mark for every id of the file, so that none is taken twice."""

    def __init__(self, parts: Sequence[str], at: Mapping[str, int], sheet: str, seen: set[int]) -> None:
        self.parts, self.sheet, self.seen = parts, sheet, seen
        self.places = [at.get(part, -1) for part in parts]

    def key(self, row: Row, doubts: list[Doubt]) -> str:
        """The id of a row; '' where the list has none, or where this row has none and is refused for it."""
        if not self.parts:
            return ""
        values = [self._value(row, part, place) for part, place in zip(self.parts, self.places, strict=True)]
        column = self.parts[-1]
        if not all(values):
            doubts.append(Doubt(column, findings.NO_ID, refuses=True))
            return ""
        key = "/".join(values)
        mark = hash(key)
        if mark in self.seen:
            doubts.append(Doubt(column, findings.ID_TWICE, refuses=True))
        self.seen.add(mark)
        return key

    def _value(self, row: Row, part: str, place: int) -> str:
        if part == SHEET:
            return self.sheet
        return str(row.number) if part == ROW else " ".join(row.cells[place].split())


def bounded(key: str) -> str:
    """The same id, or one as short as its column: its beginning and a hash of the whole."""
    if len(key) <= LONGEST:
        return key
    return f"{key[: LONGEST - 21]}~{blake2b(key.encode(), digest_size=10).hexdigest()}"

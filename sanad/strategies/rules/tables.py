"""Action tables: which table is one, which column is which, and what its rows say."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sanad.kit.text import fold

COLUMNS = ("theme", "outcome", "words", "agency", "timeline", "indicator", "baseline", "target", "budget", "evidence")
NEEDED = 2  # a table of actions names the action and at least one other of these
# Words by which a column is known, the longer before the shorter: "responsible agency" holds no "action".
WORDS: dict[str, tuple[str, ...]] = {
    "theme": ("thematic area", "theme", "thematic", "priority area", "موضوعاتی شعبہ", "موضوع", "شعبہ"),
    "outcome": ("outcome", "objective", "result", "متوقع نتیجہ", "نتیجہ", "مقصد"),
    "agency": (
        "responsible", "agency", "lead", "department", "institution", "ذمہ دار ادارہ", "ذمہ دار", "ادارہ", "محکمہ",
    ),
    "timeline": ("timeline", "time line", "time frame", "timeframe", "deadline", "period", "مدت", "نظام الاوقات"),
    "indicator": ("indicator", "اشاریہ"),
    "baseline": ("baseline", "base line", "بنیادی سطح", "بنیاد", "موجودہ سطح"),
    "target": ("target", "ہدف"),
    "budget": ("budget", "cost", "بجٹ", "لاگت"),
    "evidence": ("evidence", "means of verification", "verification", "source of", "ثبوت", "شہادت", "تصدیق"),
    "words": ("action", "activity", "activities", "intervention", "اقدام", "سرگرمی"),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One row of an action table. `carried`: theme or outcome came from a row above."""

    cells: dict[str, str]
    mark: str = ""
    carried: bool = False

    def get(self, name: str) -> str:
        """A cell, or nothing."""
        return self.cells.get(name, "")


@dataclass
class Table:
    """What an action table says: its rows, and which of its columns are not known."""

    columns: dict[int, str]
    rows: list[Row] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    empty: int = 0  # rows without an action
    last: dict[str, str] = field(default_factory=dict)  # theme and outcome of a row that might follow


def columns_of(header: Sequence[str]) -> dict[int, str]:
    """Which column is which, by the words of the header; each kind once."""
    found: dict[int, str] = {}
    for number, cell in enumerate(header):
        name = _column(fold(cell))
        if name and name not in found.values():
            found[number] = name
    return found


def _column(words: str) -> str:
    for name, known in WORDS.items():
        if any(fold(word) in words for word in known):
            return name
    return ""


def is_action_table(columns: dict[int, str]) -> bool:
    """Whether a header with these columns heads actions."""
    return "words" in columns.values() and len(columns) >= NEEDED


def read_rows(
    rows: Sequence[Sequence[str]],
    columns: dict[int, str],
    marks: Sequence[str] = (),
    above: dict[str, str] | None = None,
) -> Table:
    """The rows of an action table; a band over the whole width names the theme of the rows below it."""
    table, last = Table(columns), dict(above or {})
    for number, row in enumerate(rows):
        cells = {columns[place]: cell.strip() for place, cell in enumerate(row) if place in columns}
        filled = {cell.strip() for cell in row if cell.strip()}
        if len(filled) == 1 and len(row) > 1 and (not cells.get("words") or all(cell.strip() for cell in row)):
            last = {"theme": filled.pop()}
            continue
        carried = False
        for name in ("theme", "outcome"):
            if not cells.get(name) and last.get(name):
                cells[name], carried = last[name], True
            elif name == "theme" and cells.get(name) and cells[name] != last.get(name):
                last.pop("outcome", None)
        if not cells.get("words"):
            table.empty += bool(filled)
            continue
        table.rows.append(Row(cells, marks[number] if number < len(marks) else "", carried))
        last = {name: cells.get(name, "") for name in ("theme", "outcome")}
    table.last = last
    return table

"""A document as the reader of files hands it over: paragraphs and tables in their order, nothing understood yet."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Block:
    """A paragraph (`rows` empty) or a table. `level`: of a heading style; `mark`: identity that our own files carry."""

    text: str = ""
    before: str = ""  # the same before the tracked changes; equal where nothing was changed
    level: int = 0
    style: str = ""  # theme, outcome, clause, title: styles of our own files
    depth: int = 0  # of our own clause styles
    listed: str = ""  # the number that Word counts
    bold: bool = False
    mark: str = ""
    ours: bool = False  # written by us: its number is in `listed`, and nothing in its text is one
    rows: tuple[tuple[str, ...], ...] = ()
    rows_before: tuple[tuple[str, ...], ...] = ()
    marks: tuple[str, ...] = ()  # of the rows
    marks_before: tuple[str, ...] = ()  # of those before: rows put in or taken out shift them
    merged: int = 0

    def changed(self) -> bool:
        """Whether tracked changes stand in it."""
        return self.text != self.before or (bool(self.rows_before) and self.rows != self.rows_before)

    def plain(self) -> dict[str, object]:
        """For keeping as JSON; what is empty is left out."""
        return {name: value for name, value in asdict(self).items() if value not in ("", 0, False, ())}


def block_from(plain: Mapping[str, Any]) -> Block:  # Any: what JSON holds
    """The block that was kept."""
    rows = {name: tuple(tuple(row) for row in plain[name]) for name in ("rows", "rows_before") if name in plain}
    marks = {name: tuple(plain[name]) for name in ("marks", "marks_before") if name in plain}
    return Block(**{**plain, **rows, **marks})


@dataclass(frozen=True)
class Answers:
    """What a person said to the doubts: tracked changes as accepted or not, how an unstyled text falls apart, lines."""

    changes: str = "after"  # or: before
    manner: str = ""  # styles, numbers, paragraphs; empty: not asked
    lines: Mapping[int, str] = field(default_factory=dict)  # number of the block → heading, clause, text, leave

    def plain(self) -> dict[str, object]:
        """For keeping as JSON."""
        return {"changes": self.changes, "manner": self.manner, "lines": {str(n): k for n, k in self.lines.items()}}


def answers_from(plain: Mapping[str, Any]) -> Answers:  # Any: what JSON holds
    """The answers that were kept."""
    lines = {int(number): kind for number, kind in plain.get("lines", {}).items()}
    return Answers(plain.get("changes", "after"), plain.get("manner", ""), lines)

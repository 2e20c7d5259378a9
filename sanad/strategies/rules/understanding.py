"""What a Word file says: headings and numbers become clauses, the action table becomes actions; doubts are asked.

A pure function of the blocks of the file and of a person's answers: the page shows what would be taken over, and
nothing is taken over that it did not show.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sanad.kit.refusals import N_, Reason
from sanad.strategies.rules import tables
from sanad.strategies.rules.blocks import Answers, Block
from sanad.strategies.rules.numbering import Ladder, Numbered, Shape, read_number
from sanad.strategies.rules.placing import place_themes
from sanad.strategies.rules.understood import (
    CLAUSE,
    DEEPEST,
    HEADING,
    LEAVE,
    LONGEST_HEADING,
    NUMBERS,
    PARAGRAPHS,
    STYLES,
    TEXT,
    Doubt,
    ReadAction,
    ReadClause,
    Understood,
)

LONGEST_BOLD = 120  # a bold line of more is emphasis, no heading
THEMES = ("theme", "thematic area", "priority area", "موضوع")
OUTCOMES = ("outcome", "نتیجہ")


def understand(blocks: Sequence[Block], answers: Answers | None = None) -> Understood:
    """Read the blocks of a file, with what a person answered to its doubts."""
    return _Reader(blocks, answers or Answers()).read()


class _Reader:
    """Goes through the blocks once, and keeps where it is."""

    def __init__(self, blocks: Sequence[Block], answers: Answers) -> None:
        self.blocks, self.answers = blocks, answers
        styled = any(block.level or block.style in ("theme", "outcome", "clause") for block in blocks)
        self.understood = Understood(
            answers.manner or (STYLES if styled else NUMBERS if _numbered(blocks) else PARAGRAPHS),
            no_headings=not styled,
            tracked=sum(block.changed() for block in blocks),
        )
        self.ladder = Ladder()
        self.last_columns: dict[int, str] = {}
        self.above: dict[str, str] = {}
        self.merged = self.other_tables = self.without_action = 0
        self.unknown: list[str] = []

    def read(self) -> Understood:
        """All blocks in their order, then themes and outcomes that only the table names, then the notes."""
        for line, block in enumerate(self.blocks):
            if block.rows:
                self._table(line, block)
            elif text := self._said(block):
                self._paragraph(line, block, text)
        place_themes(self.understood)
        self._note()
        return self.understood

    def _said(self, block: Block) -> str:
        return (block.before if self.answers.changes == "before" else block.text).strip()

    def _paragraph(self, line: int, block: Block, text: str) -> None:
        found = _number(block, text)
        kind, why = self._kind(block, text, found)
        chosen = self.answers.lines.get(line, kind)
        if why:
            self.understood.doubts.append(Doubt(line, text, chosen, why))
        if chosen == LEAVE:
            return
        if found is not None and found.unsure and chosen != CLAUSE:
            found = None
        if block.style == "title" and not self.understood.clauses:
            self.understood.title = f"{self.understood.title} {text}".strip()
        elif chosen == HEADING:
            self._heading(line, block, text, found)
        elif chosen == CLAUSE or not self.understood.clauses:
            self._clause(line, block, text, found)
        else:
            self.understood.clauses[-1].paragraphs.append(text)

    def _kind(self, block: Block, text: str, found: Numbered | None) -> tuple[str, str]:
        """What a paragraph is, and why that is doubtful."""
        if block.level:
            return (HEADING, "") if len(text) <= LONGEST_HEADING else (CLAUSE, "long_heading")
        if block.style in (CLAUSE, TEXT):
            return block.style, ""
        manner = self.understood.manner
        if manner != STYLES and block.bold and len(text) <= LONGEST_BOLD:
            return HEADING, "bold"
        if manner == PARAGRAPHS:
            return CLAUSE, ""
        if found is None:
            return TEXT, ""
        return (TEXT, "number_in_text") if found.unsure else (CLAUSE, "")

    def _heading(self, line: int, block: Block, text: str, found: Numbered | None) -> None:
        level = block.level or (found.parts if found and found.shape is Shape.DECIMAL else 1)
        depth = self.ladder.under_heading(min(level, DEEPEST))
        number, heading = (found.number, found.rest) if found else ("", text)
        kind = block.style if block.style in ("theme", "outcome") else "clause" if block.ours else _named(number)
        clause = ReadClause(line, kind, number[:40], depth, heading, [], block.mark)
        if len(heading) > LONGEST_HEADING:
            clause.heading, clause.paragraphs = "", [heading]
        self.understood.clauses.append(clause)

    def _clause(self, line: int, block: Block, text: str, found: Numbered | None) -> None:
        number = ""
        depth = block.depth or min(self.ladder.heading + 1, DEEPEST)
        if found is not None:
            stepped = min(self.ladder.step(found), DEEPEST)
            depth, number, text = block.depth or stepped, found.number, found.rest
        kind = "clause" if block.ours else _named(number)
        paragraphs = [text] if text else []
        self.understood.clauses.append(ReadClause(line, kind, number[:40], depth, "", paragraphs, block.mark))

    def _table(self, line: int, block: Block) -> None:
        rows, marks = block.rows, block.marks
        if self.answers.changes == "before" and block.rows_before:
            rows, marks = block.rows_before, block.marks_before
        if self.answers.lines.get(line) == LEAVE:
            return
        self.merged += block.merged
        columns = tables.columns_of(rows[0])
        body, below = rows[1:], marks[1:]
        if not tables.is_action_table(columns):
            if not self.last_columns or len(rows[0]) <= max(self.last_columns):
                self._other_table(rows)
                return
            columns, body, below = self.last_columns, rows, marks  # the table goes on after a page break
        else:
            self.unknown += [cell for place, cell in enumerate(rows[0]) if place not in columns and cell.strip()]
        table = tables.read_rows(body, columns, below, self.above if columns == self.last_columns else None)
        self.last_columns, self.above = columns, table.last
        self.without_action += table.empty
        self.understood.actions += [ReadAction(line, row) for row in table.rows]

    def _other_table(self, rows: Sequence[Sequence[str]]) -> None:
        """A table that is none of actions: its rows become lines of the clause above it."""
        self.other_tables += 1
        if not self.understood.clauses:
            self.understood.clauses.append(ReadClause(0))
        lines = (" | ".join(dict.fromkeys(cell for cell in row if cell.strip())) for row in rows)
        self.understood.clauses[-1].paragraphs += [line for line in lines if line]

    def _note(self) -> None:
        notes, tracked = self.understood.notes, self.understood.tracked
        numbers = Counter(clause.number for clause in self.understood.clauses if "." in clause.number)
        twice = ", ".join(number for number, times in numbers.items() if times > 1)
        said = (
            (tracked, "word.tracked", N_("Paragraphs and tables with tracked changes: %(count)s."), tracked),
            (
                self.merged,
                "word.merged",
                N_("Merged cells: %(count)s. What they say holds for every row that they span."),
                self.merged,
            ),
            (
                self.without_action,
                "word.no_action",
                N_("Rows of the action table that name no action: %(count)s. They are left out."),
                self.without_action,
            ),
            (
                self.other_tables,
                "word.other_table",
                N_("Tables that hold no actions: %(count)s. Their rows become lines of the clause above them."),
                self.other_tables,
            ),
            (
                self.unknown,
                "word.columns",
                N_("Columns of the action table that have no place here: %(count)s. They are left out."),
                ", ".join(dict.fromkeys(self.unknown)),
            ),
            (twice, "word.number_twice", N_("Numbers that stand at more than one clause: %(count)s."), twice),
        )
        notes += [Reason(code, sentence, {"count": count}) for there, code, sentence, count in said if there]


def _numbered(blocks: Sequence[Block]) -> bool:
    """Whether numbers alone can make the clauses: at least three paragraphs have one."""
    found = 0
    for block in blocks:
        number = None if block.rows else read_number(block.text)
        found += bool(block.listed or (number and not number.unsure))
        if found == 3:
            return True
    return False


def _number(block: Block, text: str) -> Numbered | None:
    """The number of a paragraph: counted by Word, written by us, or typed before it."""
    if block.listed:
        return Numbered(block.listed, *_shape_of(block.listed), text)
    if block.ours or block.style == TEXT:
        return None
    found = read_number(text)
    return replace(found, unsure=False) if found and block.level else found


def _shape_of(number: str) -> tuple[Shape, int]:
    found = read_number(f"{number} x")
    return (found.shape, found.parts) if found else (Shape.DECIMAL, number.strip(".").count(".") + 1)


def _named(number: str) -> str:
    """A clause that calls itself a theme or an outcome is one."""
    name = number.casefold()
    return "theme" if name.startswith(THEMES) else "outcome" if name.startswith(OUTCOMES) else "clause"

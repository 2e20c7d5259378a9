"""What is understood of a Word file: its clauses, its actions, and what is doubtful about them."""

from dataclasses import dataclass, field

from sanad.kit.refusals import Reason
from sanad.strategies.rules import tables

DEEPEST = 6
LONGEST_HEADING = 400
STYLES, NUMBERS, PARAGRAPHS = "styles", "numbers", "paragraphs"
HEADING, CLAUSE, TEXT, LEAVE = "heading", "clause", "text", "leave"


@dataclass(eq=False)
class ReadClause:
    """A clause as the file has it."""

    line: int
    kind: str = "clause"
    number: str = ""
    depth: int = 1
    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    mark: str = ""

    @property
    def text(self) -> str:
        """Its paragraphs."""
        return "\n".join(self.paragraphs)


@dataclass(eq=False)
class ReadAction:
    """A row of an action table, with its theme and outcome among the clauses."""

    line: int
    row: tables.Row
    theme: ReadClause | None = None
    outcome: ReadClause | None = None


@dataclass(frozen=True)
class Doubt:
    """A paragraph about which the page asks: what it is taken for, and why that is doubtful."""

    line: int
    text: str
    taken_as: str
    why: str


@dataclass
class Understood:
    """Everything that would be taken over, and what is doubtful about it."""

    manner: str
    title: str = ""
    clauses: list[ReadClause] = field(default_factory=list)
    actions: list[ReadAction] = field(default_factory=list)
    notes: list[Reason] = field(default_factory=list)
    no_headings: bool = False
    tracked: int = 0
    doubts: list[Doubt] = field(default_factory=list)

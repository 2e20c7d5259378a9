"""What was understood of a Word file, for the page on which a person agrees to it or not."""

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from sanad.strategies.actions.word import Foreseen
from sanad.strategies.rules.understood import ReadAction, ReadClause
from sanad.web.refusals import say


@dataclass(frozen=True)
class ReadLine:
    """A clause of the file: is it known from the draft before?"""

    clause: ReadClause
    known: bool


@dataclass
class ReadPage:
    """Everything on the page."""

    foreseen: Foreseen
    lines: list[ReadLine]
    actions: list[tuple[ReadAction, bool]]
    notes: list[str]
    counts: Counter[str] = field(default_factory=Counter)


MOST_SHOWN = 2_000


def shown(foreseen: Foreseen) -> ReadPage:
    """The page."""
    understood = foreseen.understood
    known: list[UUID | None] = foreseen.clauses
    lines = [ReadLine(one, identity is not None) for one, identity in zip(understood.clauses, known, strict=True)]
    actions = [(one, identity is not None) for one, identity in zip(understood.actions, foreseen.actions, strict=True)]
    counts = Counter(line.clause.kind for line in lines)
    counts["action"], counts["known"] = len(actions), sum(line.known for line in lines)
    counts["new"] = len(lines) - counts["known"]
    return ReadPage(
        foreseen, lines[:MOST_SHOWN], actions[:MOST_SHOWN], [say(note) for note in understood.notes], counts
    )

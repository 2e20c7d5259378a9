"""The page that compares two drafts: counts, and the lines that differ."""

from collections import Counter
from dataclasses import dataclass

from sanad.strategies.models import Draft
from sanad.strategies.presenting.labels import FIELDS
from sanad.strategies.queries.texts import wordings_of
from sanad.strategies.rules.comparing import Change, Compared, Words, compare


@dataclass(frozen=True)
class DifferenceLine:
    """A clause or an action in both drafts: what happened to it, and the words of each of its fields."""

    kind: str  # clause, action
    compared: Compared

    @property
    def identity(self) -> str:
        """The same in every draft."""
        return str(self.compared.identity)

    @property
    def change(self) -> str:
        """What happened to it."""
        return str(self.compared.change)

    @property
    def fields(self) -> list[tuple[str, tuple[Words, ...]]]:
        """The words of each field, in and out."""
        return [(str(FIELDS.get(name, "")), runs) for name, runs in self.compared.runs.items()]


@dataclass(frozen=True)
class Page:
    """All that differs, and how much does not."""

    lines: list[DifferenceLine]
    clauses: Counter[str]
    actions: Counter[str]


def page(older: Draft, newer: Draft, *, everything: bool = False) -> Page:
    """Compare two drafts of one strategy."""
    clauses_before, actions_before = wordings_of(older)
    clauses_now, actions_now = wordings_of(newer)
    clauses, actions = compare(clauses_before, clauses_now), compare(actions_before, actions_now)
    lines = [DifferenceLine("clause", one) for one in clauses if everything or one.change is not Change.SAME]
    lines += [DifferenceLine("action", one) for one in actions if everything or one.change is not Change.SAME]
    return Page(lines, Counter(str(one.change) for one in clauses), Counter(str(one.change) for one in actions))

"""What clauses of strategies are called, and which one a text names: told by the package above that has them.

clauses.register(names, named)      # in its `AppConfig.ready()`
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sanad.accounts.readers import Reader


@dataclass(frozen=True)
class ClauseName:
    """A clause, or a row of an action table, as a page of an action shows it."""

    title: str
    address: str


Names = Callable[[Reader, Collection[UUID]], Mapping[UUID, ClauseName]]
Named = Callable[[Reader, str], UUID | None]

_told: list[tuple[Names, Named]] = []


def register(names: Names, named: Named) -> None:
    """From now on these are asked."""
    _told.append((names, named))


def names_of(reader: Reader, clauses: Collection[UUID]) -> dict[UUID, ClauseName]:
    """Those of these clauses that this reader sees."""
    return {one: name for names, _named in _told for one, name in names(reader, clauses).items()} if clauses else {}


def clause_named(reader: Reader, said: str) -> UUID | None:
    """The clause that a text like “KP-2026-… 2.1” names."""
    return next((found for _names, named in _told if (found := named(reader, said)) is not None), None)

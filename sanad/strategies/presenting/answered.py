"""What of a strategy an action answers, as the page of the action names it."""

import re
from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse

from sanad.accounts.permissions import Permission, permits
from sanad.accounts.readers import Reader
from sanad.commitments.clauses import ClauseName
from sanad.kit.text import ascii_digits
from sanad.strategies.queries import newest_clauses, newest_planned, newest_with_number

WRITTEN = re.compile(r"(?P<reference>[A-Z]+-\d{4}-[0-9A-Z]+)\s+(?P<number>\S+)\Z")


def names(reader: Reader, identities: Collection[UUID]) -> Mapping[UUID, ClauseName]:
    """Clauses and rows of action tables, as the newest draft has them."""
    if not permits(reader, Permission.STRATEGY_READ):
        return {}
    found = {}
    for row in newest_planned(reader, identities):
        at = [row.draft.strategy.reference, row.draft.number]
        found[row.identity] = ClauseName(row.words, reverse("strategies:planned", args=at))
    for clause in newest_clauses(reader, identities):
        at = [clause.draft.strategy.reference, clause.identity]
        found[clause.identity] = ClauseName(str(clause), reverse("strategies:clause", args=at))
    return found


def named(reader: Reader, said: str) -> UUID | None:
    """“KP-2026-… 2.1” is the clause 2.1 of that strategy, in the newest draft that has it."""
    found = WRITTEN.match(ascii_digits(said).strip().upper())
    if found is None or not permits(reader, Permission.STRATEGY_READ):
        return None
    return newest_with_number(reader, found["reference"], found["number"])

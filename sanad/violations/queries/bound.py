"""Judgements against their deeds: was one changed, removed or slipped in behind the program's back?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Q

from sanad.ledger.models import Deed
from sanad.violations.models import Judgement
from sanad.violations.rules.bound import SAID, Together, sum_of


class Differs(StrEnum):
    """How a judgement does not fit the ledger."""

    EDITED = "row_edited"
    REMOVED = "row_removed"
    WITHOUT_DEED = "row_without_deed"


@dataclass(frozen=True)
class Unfit:
    """A judgement that does not fit, and the deed that says so where there is one."""

    differs: Differs
    judgement: UUID
    deed: UUID | None = None


@dataclass
class Told:
    """What deeds say of judgements that did not come with an import."""

    sums: dict[UUID, tuple[str, UUID]] = field(default_factory=dict)  # judgement -> its hash, and the deed
    together: list[tuple[UUID, UUID, str, UUID]] = field(default_factory=list)  # first, last, hash, deed
    known: set[UUID] = field(default_factory=set)  # named by deeds of releases that bound nothing
    withdrawn: set[UUID] = field(default_factory=set)  # batches withdrawn by such a release
    gone: set[UUID] = field(default_factory=set)  # left with an undone import

    def take(self, deed: UUID, action: str, about: str, detail: dict[str, Any]) -> None:  # Any: JSON
        """One more deed."""
        if action == "batch.undone":
            self.gone |= {UUID(number) for number in detail.get("judgements", ())}
        elif action == "batch.withdrawn":
            if "sums" in detail:
                self.together.append((UUID(detail["first"]), UUID(detail["last"]), detail["sums"], deed))
            else:
                self.withdrawn.add(UUID(about))
        elif "sum" in detail:
            self.sums[UUID(detail["judgement"])] = (detail["sum"], deed)
        elif "judgement" in detail:
            self.known.add(UUID(detail["judgement"]))


def unfit_judgements() -> Iterator[Unfit]:
    """Every judgement that does not fit its deed. In the scope of the operator, who sees all of them.

    Judgements that came with an import are made by the thousand in the database and are not bound.
    """
    told = told_by_deeds()
    seen: set[UUID] = set()
    loose: list[dict[str, object]] = []
    rows = Judgement.objects.filter(batch=None).order_by("id").values(*SAID, "report__batch_id")
    for row in rows.iterator(chunk_size=5_000):
        number = row["id"]
        seen.add(number)
        said = told.sums.get(number)
        if said is None:
            if number not in told.known and row["report__batch_id"] not in told.withdrawn:
                loose.append(row)
        elif said[0] != sum_of(row):
            yield Unfit(Differs.EDITED, number, said[1])
    yield from _together(told, loose)
    for number in sorted(told.sums.keys() - seen - told.gone):
        yield Unfit(Differs.REMOVED, number, told.sums[number][1])


def _together(told: Told, loose: list[dict[str, object]]) -> Iterator[Unfit]:
    """Those withdrawn with a whole import fit together or not at all; the rest have no deed."""
    for first, last, wanted, deed in told.together:
        group = Together()
        group.add(row for row in loose if first <= _id(row) <= last)
        undone = any(first <= number <= last for number in told.gone)
        if group.bound().get("sums") != wanted and not undone:
            yield Unfit(Differs.EDITED, first, deed)
        loose = [row for row in loose if not first <= _id(row) <= last]
    for row in loose:
        yield Unfit(Differs.WITHOUT_DEED, _id(row))


def _id(row: dict[str, object]) -> UUID:
    return UUID(str(row["id"]))


def told_by_deeds() -> Told:
    """What the deeds hold of judgements."""
    told = Told()
    named = Q(detail__has_any_keys=["judgement", "judgements"]) | Q(action="batch.withdrawn")
    rows = Deed.objects.filter(named).values_list("id", "action", "object_id", "detail")
    for row in rows.iterator(chunk_size=5_000):
        told.take(*row)
    return told


def made_by_hand() -> set[UUID]:
    """Every judgement that did not come with an import."""
    return set(Judgement.objects.filter(batch=None).values_list("id", flat=True))

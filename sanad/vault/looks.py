"""What a look at sealed values takes, and how many somebody may have in a day. No Django."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sanad.kit.ids import time_of
from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder, Refused
from sanad.vault.rules import Purpose, reasons_against_looking
from sanad.vault.tickets import Looker

OPEN_SEALED = "sealed.open"  # sanad.accounts.permissions.Permission.SEALED_OPEN; the vault stands below accounts

Ref = tuple[UUID, str]  # the id of a row, and the table that it is in


class OverBudget(Refused):
    """Somebody looked at as many people as a day allows. Whoever shows this tells the head of the office."""


@dataclass(frozen=True)
class Budget:
    """How many people somebody may look at in a day for these purposes; each counts once, however often opened.

    Narratives and files are counted apart from mentions, so that a report opened whole costs no more than its people.
    """

    purposes: frozenset[Purpose]
    limit: int


def budget_for(purpose: Purpose, *, a_day: int, matching: int) -> Budget | None:
    """The budget that a look counts against; what somebody has just entered herself counts against none."""
    if purpose is Purpose.ENTRY:
        return None
    if purpose is Purpose.MATCHING:
        return Budget(frozenset({purpose}), matching)
    return Budget(frozenset(Purpose) - {Purpose.ENTRY, Purpose.MATCHING}, a_day)


def over(budget: Budget) -> OverBudget:
    """The refusal for one look too many."""
    return OverBudget.one(
        "over_budget",
        N_(
            "You have opened the sealed values of as many people as one day allows (%(limit)s). The head of your office"
            " is told. It goes on tomorrow; who needs more today asks the head."
        ),
        limit=budget.limit,
    )


def over_matchings(limit: int) -> OverBudget:
    """The refusal for one matching by machine too many."""
    return OverBudget.one(
        "over_matchings",
        N_("You have started as many matchings as one day allows (%(limit)s). It goes on tomorrow."),
        limit=limit,
    )


def require_to_look(reader: Looker, reason: str) -> None:
    """Refuse, unless this reader may open sealed values and says why."""
    if OPEN_SEALED not in reader.permissions:
        raise NotPermitted.one("not_permitted", N_("Your role does not open sealed values."))
    reasons = reasons_against_looking(reason)
    if reasons:
        raise Incomplete(reasons)


def require_entered_since(rows: Collection[UUID], moment: datetime) -> None:
    """Refuse, unless all rows were made since then: what is older is opened for a reason."""
    if any(time_of(row) < moment for row in rows):
        raise OutOfOrder.one("entry_over", N_("The day on which this was entered is over: say why you need to see it."))


def damaged() -> OutOfOrder:
    """What is said when sealed bytes are not those that were sealed."""
    return OutOfOrder.one(
        "sealed_damaged",
        N_("This sealed value was changed or moved after it was sealed and cannot be opened. Tell your administrator."),
    )


def over_comparisons(limit: int) -> OverBudget:
    """The refusal of one name too many to be compared while a report is written."""
    return OverBudget.one(
        "over_comparisons",
        N_("Names are no longer compared today: %(limit)s were. What you write is recorded as before."),
        limit=limit,
    )


def over_quota(limit: int) -> OverBudget:
    """The refusal of one search too many."""
    return OverBudget.one(
        "over_searches",
        N_(
            "You have searched for people as often as one day allows (%(limit)s). The head of your office is told. It"
            " goes on tomorrow."
        ),
        limit=limit,
    )

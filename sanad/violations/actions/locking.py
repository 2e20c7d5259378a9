"""Two people at once: who comes second waits and then sees what the first did, or is told to try again."""

from collections.abc import Callable, Collection, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar
from uuid import UUID

from django.db import IntegrityError, OperationalError, connection, transaction

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.kit.refusals import N_, OutOfOrder
from sanad.violations import queries
from sanad.violations.models import Judgement

DEADLOCK = "40P01"
TAKEN = "one_report_per_external_id"

P = ParamSpec("P")
R = TypeVar("R")


def deed(action: Callable[P, R]) -> Callable[P, R]:
    """One transaction. Where two deeds wait for each other, the database ends one: refused, nothing kept."""

    @wraps(action)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return action(*args, **kwargs)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) != DEADLOCK:
                raise
            raise OutOfOrder.one(
                "changed_at_once",
                N_("Somebody else is changing the same records. Nothing was kept; try again."),
            ) from error

    return done


def hold(reports: Collection[UUID]) -> set[UUID]:
    """Every report that hangs together with these, held so that nobody else changes or judges one until the end.

    Asked again after waiting: what others did in the meantime may have put more together.
    """
    held: set[UUID] = set()
    with scoped(operator()):
        while True:
            bound = queries.reports_bound_to(reports)
            if bound <= held:
                return bound
            queries.hold_reports(bound - held)
            held |= bound


def hold_judged(judgements: Iterable[Judgement]) -> set[UUID]:
    """The same for all that judgements are about; some of it may be kept where the one who judges does not see."""
    with scoped(operator()):
        reports = queries.reports_judged_by(judgements)
    return hold(reports)


def hold_list(office: int, origin: str) -> None:
    """Keep a second import of the same list out until this one has ended."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"sanad list {office} {origin}"])
        if not cursor.fetchone()[0]:
            raise import_under_way()


def import_under_way() -> OutOfOrder:
    """The refusal of a second import of one list at the same time."""
    return OutOfOrder.one(
        "import_under_way",
        N_("This list is being imported already. Nothing was kept; start again when that import has ended."),
    )


def is_taken(error: IntegrityError) -> bool:
    """Whether somebody else stored a report of the same list under the same id."""
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) == TAKEN


def changed_since() -> OutOfOrder:
    """The refusal of a deed on what is not there any more as it was shown."""
    return OutOfOrder.one(
        "changed_since", N_("This record has changed since the page was made. Look at it again before you go on.")
    )

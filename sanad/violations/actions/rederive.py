"""Make events, persons and violations anew wherever a said row or a judgement changed.

The whole of every touched event is read, whoever keeps its accounts: what follows from all accounts must not depend
on who asked. Nothing of it is shown to the asker by this.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.violations import queries
from sanad.violations.actions.locking import deed, hold, hold_judged
from sanad.violations.actions.rows import Rows, add_derived
from sanad.violations.actions.staging import write_rows
from sanad.violations.models import Judgement
from sanad.violations.rules import derive

FORGET = (
    "delete from violations_ground where report_id = any(%(reports)s)",
    "delete from violations_violation where event_id in"
    " (select event_id from violations_account where report_id = any(%(reports)s))",
    "delete from violations_person where id in"
    " (select person_id from violations_identity where report_id = any(%(reports)s))",
    "delete from violations_identity where report_id = any(%(reports)s)",
    "delete from violations_event where id in"
    " (select event_id from violations_account where report_id = any(%(reports)s))",
    "delete from violations_alleged where report_id = any(%(reports)s)",
    "delete from violations_account where report_id = any(%(reports)s)",
)


@deed
def rederive(reports: Iterable[UUID]) -> None:
    """Derive again every event that one of these reports is, or was, an account of."""
    touched = hold(set(reports))
    if not touched:
        return
    with scoped(operator()):
        forget(touched)
        material = queries.material_of(touched)
        rows = Rows()
        add_derived(rows, derive(material, queries.act_tree(), queries.place_frame()), material)
        write_rows(rows)


@deed
def rederive_judged(judgements: Iterable[Judgement]) -> None:
    """Derive again what these judgements are about."""
    rederive(hold_judged(judgements))


def forget(reports: set[UUID]) -> None:
    """Remove what was derived from these reports; they must be all the accounts of their events and persons."""
    with connection.cursor() as cursor:
        for statement in FORGET:
            cursor.execute(statement, {"reports": list(reports)})

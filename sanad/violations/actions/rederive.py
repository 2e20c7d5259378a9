"""Make events, persons and violations anew wherever a said row or a judgement changed.

The whole of every touched event is read, whoever keeps its accounts: what follows from all accounts must not depend
on who asked. Nothing of it is shown to the asker by this.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection, transaction

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.violations import queries
from sanad.violations.actions.rows import Rows, add_derived
from sanad.violations.actions.staging import write_rows
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
    "delete from violations_account where report_id = any(%(reports)s)",
)


@transaction.atomic
def rederive(reports: Iterable[UUID]) -> None:
    """Derive again every event that one of these reports is, or was, an account of."""
    with scoped(operator()):
        touched = queries.reports_bound_to(set(reports))
        if not touched:
            return
        forget(touched)
        material = queries.material_of(touched)
        rows = Rows()
        add_derived(rows, derive(material, queries.act_tree(), queries.place_frame()), material)
        write_rows(rows)


def forget(reports: set[UUID]) -> None:
    """Remove what was derived from these reports; they must be all the accounts of their events."""
    with connection.cursor() as cursor:
        for statement in FORGET:
            cursor.execute(statement, {"reports": list(reports)})

"""Keeping what was typed into a record that somebody else has saved meanwhile. Nothing typed is ever lost."""

import json
from collections.abc import Mapping

from django.db import connection, transaction
from django.utils import timezone

from sanad.accounts.models import KeptEdit
from sanad.accounts.queries.edits import kept_edit
from sanad.accounts.readers import Reader
from sanad.vault.actions import let_go
from sanad.vault.sealing import sealer_for

State = Mapping[str, list[str]]
SEALED_AS = "kept_edit"


def one_at_a_time(kind: str, record: str) -> None:
    """Whoever saves the same record waits until this transaction has ended, and then sees what it wrote."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"edit {kind} {record}"])


@transaction.atomic
def keep_edit(
    kind: str, record: str, *, base: State, typed: State, address: str, sealed: bool, by: Reader
) -> KeptEdit | None:
    """Keep what was typed, with what it began with; the newest draft of a record takes the place of an earlier one."""
    if by.user_id is None or by.office_id is None:
        return None
    forget_edit(kind, record, by=by)
    clear: dict[str, object] = {} if sealed else {"base": dict(base), "typed": dict(typed)}
    kept = KeptEdit.objects.create(
        custodian_id=by.office_id,
        user_id=by.user_id,
        kind=kind,
        record=record,
        address=address[:300],
        at=timezone.now(),
        sealed=sealed,
        **clear,
    )
    if sealed:
        content = json.dumps({"base": dict(base), "typed": dict(typed)}, ensure_ascii=False)
        sealer_for(by.office_id).keep([(kept.pk, SEALED_AS, {"fields": content})])
    return kept


def forget_edit(kind: str, record: str, *, by: Reader) -> None:
    """What was kept is saved, or not wanted."""
    kept = kept_edit(by, kind, record)
    if kept is not None:
        if kept.sealed:
            let_go([kept.pk], SEALED_AS, custodian=kept.custodian_id, for_good=True)
        kept.delete()

"""Writing a draft: clauses and planned actions are reworded, added and dropped; a draft goes out, the next begins."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.ledger.actions import record
from sanad.strategies.models import Clause, Draft, PlannedAction

DRAFT, CLAUSE, PLANNED = "strategy_draft", "strategy_clause", "strategy_planned_action"
Row = Clause | PlannedAction


def require_open(draft: Draft, by: Reader) -> None:
    """The text of a draft changes only while it is being written: what was sent out stays as it was sent."""
    require(by, Permission.STRATEGY_WRITE, custodian=draft.custodian_id)
    if draft.state != Draft.State.OPEN:
        raise OutOfOrder.one(
            "draft.not_open", N_("This draft was sent out or is final: its text stays. Begin the next draft.")
        )


@transaction.atomic
def reword_clause(clause: Clause, said: Mapping[str, object], *, seen: int, by: Reader) -> Clause:
    """Change a clause; `seen` is the version that the writer had before them."""
    require_open(clause.draft, by)
    locked = Clause.objects.select_for_update().get(pk=clause.pk)
    return _reworded(locked, said, seen, CLAUSE, by)


@transaction.atomic
def reword_action(planned: PlannedAction, said: Mapping[str, object], *, seen: int, by: Reader) -> PlannedAction:
    """Change a row of the action table."""
    require_open(planned.draft, by)
    locked = PlannedAction.objects.select_for_update().get(pk=planned.pk)
    return _reworded(locked, said, seen, PLANNED, by)


def _reworded(row: Row, said: Mapping[str, object], seen: int, kind: str, by: Reader) -> Row:
    if row.version != seen:
        raise OutOfOrder.one(
            "clause.meanwhile",
            N_("Somebody else changed this meanwhile. Nothing of yours is stored yet: compare, and save again."),
        )
    for name, value in said.items():
        setattr(row, name, value)
    row.version, row.dropped = row.version + 1, False
    row.save(update_fields=[*said, "version", "dropped"])
    record(f"{kind}.reworded", by=by, object_kind=kind, object_id=row.pk, office=row.custodian_id)
    return row


@transaction.atomic
def add_clause(draft: Draft, said: Mapping[str, object], *, after: Clause | None, by: Reader) -> Clause:
    """A new clause behind another one, or at the end."""
    require_open(draft, by)
    last = Clause.objects.filter(draft=draft).aggregate(last=Max("order"))["last"] or 0
    place = after.order + 1 if after else last + 1
    Clause.objects.filter(draft=draft, order__gte=place).update(order=F("order") + 1)
    made = Clause.objects.create(draft=draft, custodian_id=draft.custodian_id, order=place, **said)
    record(f"{CLAUSE}.added", by=by, object_kind=CLAUSE, object_id=made.pk, office=draft.custodian_id)
    return made


@transaction.atomic
def add_action(draft: Draft, said: Mapping[str, object], *, by: Reader) -> PlannedAction:
    """A new row at the end of the action table."""
    require_open(draft, by)
    last = PlannedAction.objects.filter(draft=draft).aggregate(last=Max("order"))["last"] or 0
    made = PlannedAction.objects.create(draft=draft, custodian_id=draft.custodian_id, order=last + 1, **said)
    record(f"{PLANNED}.added", by=by, object_kind=PLANNED, object_id=made.pk, office=draft.custodian_id)
    return made


@transaction.atomic
def drop_clause(clause: Clause, *, by: Reader) -> None:
    """Strike a clause out. It stays readable, for the points that were about it."""
    require_open(clause.draft, by)
    Clause.objects.filter(pk=clause.pk).update(dropped=True, version=F("version") + 1)
    record(f"{CLAUSE}.dropped", by=by, object_kind=CLAUSE, object_id=clause.pk, office=clause.custodian_id)


@transaction.atomic
def drop_action(planned: PlannedAction, *, by: Reader) -> None:
    """Strike a row of the action table out."""
    require_open(planned.draft, by)
    PlannedAction.objects.filter(pk=planned.pk).update(dropped=True, version=F("version") + 1)
    record(f"{PLANNED}.dropped", by=by, object_kind=PLANNED, object_id=planned.pk, office=planned.custodian_id)


@transaction.atomic
def circulate(draft: Draft, *, by: Reader) -> None:
    """Send a draft out: from now on its text stays, and people can be asked about it."""
    require_open(draft, by)
    if not Clause.objects.filter(draft=draft, dropped=False).exists():
        raise Incomplete.one("draft.empty", N_("The draft has no clause yet."))
    draft.state, draft.circulated_at = Draft.State.CIRCULATED, timezone.now()
    draft.save(update_fields=["state", "circulated_at"])
    record("strategy_draft.circulated", by=by, object_kind=DRAFT, object_id=draft.pk, office=draft.custodian_id)


@transaction.atomic
def next_draft(draft: Draft, *, by: Reader, copied: bool = True) -> Draft:
    """Begin the next draft: the same clauses and actions, each with its identity, ready to be changed."""
    require(by, Permission.STRATEGY_WRITE, custodian=draft.custodian_id)
    if draft.state == Draft.State.OPEN:
        raise OutOfOrder.one("draft.still_open", N_("This draft is still being written: go on with it."))
    if Draft.objects.filter(based_on=draft).exists():
        raise OutOfOrder.one("draft.has_next", N_("There is a next draft already."))
    made = Draft.objects.create(
        strategy=draft.strategy,
        custodian_id=draft.custodian_id,
        number=draft.number + 1,
        based_on=draft,
        language=draft.language,
        made_at=timezone.now(),
        made_by=by.user_id,
    )
    if copied:
        copy_text(draft, made)
    record(
        "strategy_draft.begun",
        by=by,
        object_kind=DRAFT,
        object_id=made.pk,
        office=draft.custodian_id,
        number=made.number,
    )
    return made


def copy_text(draft: Draft, to: Draft) -> None:
    """Give a draft the clauses and actions of another, but for those that it dropped."""
    found: dict[object, Clause] = {}
    for clause in Clause.objects.filter(draft=draft, dropped=False).order_by("order"):
        before, clause.pk, clause.draft, clause.version = clause.pk, uuid7(), to, 1
        found[before] = clause
    Clause.objects.bulk_create(found.values())
    planned = list(PlannedAction.objects.filter(draft=draft, dropped=False).order_by("order"))
    for one in planned:
        one.pk, one.draft, one.version = uuid7(), to, 1
        one.theme, one.outcome = found.get(one.theme_id), found.get(one.outcome_id)
    PlannedAction.objects.bulk_create(planned)

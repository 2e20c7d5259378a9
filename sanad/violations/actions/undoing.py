"""Undoing a batch: its said rows leave, its corrections are taken back; the sealed original and the deeds stay."""

from dataclasses import replace
from uuid import UUID

from django.db import connection
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.accounts.scope import scoped
from sanad.kit.chunks import batched
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.vault.actions import destroy
from sanad.violations import queries
from sanad.violations.actions.locking import deed, hold
from sanad.violations.actions.reasons import reason
from sanad.violations.actions.rederive import forget, rederive
from sanad.violations.models import Account, Batch, Judgement, Report, Revision
from sanad.violations.queries.bound import made_by_hand
from sanad.violations.rules.bound import Together

AT_A_TIME = 2_000


@deed
def undo_batch(batch: Batch, *, by: Reader, why: str) -> int:
    """Take a batch back as if it had not come in; says how many reports left."""
    require(by, Permission.IMPORT_UNDO, custodian=batch.custodian_id)
    why = reason(why)
    hold_batch(batch)
    _require_nothing_added(batch)
    with scoped(replace(by, sees=frozenset({batch.custodian_id}))):
        own = set(Report.objects.filter(batch=batch).values_list("pk", flat=True))
        bound = hold(own | _corrected(batch))
        revised = require_newest(batch)
        with scoped(operator()):
            forget(bound)
            judged = made_by_hand()
        destroy(queries.contacts_in_batch(batch.pk), by=by, of="safeguard")
        remove(batch)
        with scoped(operator()):
            judged -= made_by_hand()
    for some in batched(bound - own, AT_A_TIME):
        rederive(some)
    batch.undone_at, batch.undone_by, batch.undone_why = timezone.now(), by.user_id, why
    batch.save(update_fields=["undone_at", "undone_by", "undone_why"])
    ledger.record(
        "batch.undone", by=by, object_kind="batch", object_id=batch.id, office=batch.custodian_id, reports=len(own),
        revised=revised, judgements=judged,
    )  # fmt: skip
    return len(own)


@deed
def withdraw_batch(batch: Batch, *, by: Reader, why: str) -> int:
    """Withdraw every report of a batch that a cited figure rests on: the rows stay, and count nowhere from now on."""
    require(by, Permission.JUDGE_WITHDRAW, custodian=batch.custodian_id)
    why = reason(why)
    hold_batch(batch)
    hold(Report.objects.filter(batch=batch).values_list("pk", flat=True))
    standing = Account.objects.filter(report__batch=batch, withdrawn=False).order_by("report_id")
    reports = list(standing.values_list("report_id", flat=True))
    together = Together()
    for some in batched(reports, AT_A_TIME):
        made = [_withdrawn(report, batch.custodian_id, by, why) for report in some]
        together.add(vars(one) for one in Judgement.objects.bulk_create(made))
        rederive(some)
    ledger.record(
        "batch.withdrawn", by=by, object_kind="batch", object_id=batch.id, office=batch.custodian_id,
        reports=len(reports), **together.bound(),
    )  # fmt: skip
    return len(reports)


def _withdrawn(report: UUID, custodian: int, by: Reader, why: str) -> Judgement:
    return Judgement(
        id=uuid7(), custodian_id=by.office_id, custodians=sorted({custodian, by.office_id}), made_at=timezone.now(),
        made_by=by.user_id, kind="withdrawn", verdict="holds", why=why, report_id=report,
    )  # fmt: skip


def hold_batch(batch: Batch) -> None:
    """Wait until nobody else undoes it; refused where somebody has."""
    batch.refresh_from_db(from_queryset=Batch.objects.select_for_update())
    if batch.undone_at is not None:
        raise OutOfOrder.one("already_undone", N_("This import has been undone already."))


def _require_nothing_added(batch: Batch) -> None:
    """Refused where somebody has added a file or an intervention to one of its reports: neither is lost by the way."""
    if number := queries.evidence_in_batch(batch.pk):
        raise OutOfOrder.one(
            "has_evidence",
            N_("%(number)s files were added to reports of this import; it cannot be undone, only withdrawn."),
            number=number,
        )
    if number := queries.interventions_in_batch(batch.pk):
        raise OutOfOrder.one(
            "has_interventions",
            N_("%(number)s interventions hang on reports of this import; it cannot be undone, only withdrawn."),
            number=number,
        )


def _corrected(batch: Batch) -> set[UUID]:
    """Reports of earlier batches, or written by hand, that this one corrected."""
    return set(Revision.objects.filter(batch=batch, number__gt=1).values_list("report_id", flat=True))


def require_newest(batch: Batch) -> int:
    """How many reports the batch corrected; refused where a later correction rests on one of these."""
    mine = Revision.objects.filter(batch=batch, number__gt=1)
    later = mine.exclude(until=None).select_related("report").first()
    if later is not None:
        raise OutOfOrder.one(
            "corrected_since",
            N_("Report %(reference)s was corrected after this import; undo that correction first."),
            reference=later.report.reference,
        )
    return mine.count()


def remove(batch: Batch) -> None:
    """Delete in the database function that alone may: the application itself cannot delete what was said."""
    with connection.cursor() as cursor:
        cursor.execute("select sanad_undo_batch(%s)", [batch.pk])

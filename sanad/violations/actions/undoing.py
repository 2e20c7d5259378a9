"""Undoing a batch: its said rows leave, its corrections are taken back; the sealed original and the deeds stay."""

from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.accounts.scope import scoped
from sanad.kit.chunks import batched
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.actions.rederive import forget, rederive
from sanad.violations.models import Account, Batch, Judgement, Report, Revision

AT_A_TIME = 2_000


@transaction.atomic
def undo_batch(batch: Batch, *, by: Reader, why: str) -> int:
    """Take a batch back as if it had not come in; says how many reports left."""
    require(by, Permission.IMPORT_UNDO, custodian=batch.custodian_id)
    _check(batch, why)
    with scoped(operator()):
        revised = set(_revised(batch))
        own = set(Report.objects.filter(batch=batch).values_list("pk", flat=True))
        bound = queries.reports_bound_to(own | revised)
        forget(bound)
        _remove(batch)
    for some in batched(bound - own, AT_A_TIME):
        rederive(some)
    batch.undone_at, batch.undone_by, batch.undone_why = timezone.now(), by.user_id, why.strip()
    batch.save(update_fields=["undone_at", "undone_by", "undone_why"])
    ledger.record(
        "batch.undone", by=by, object_kind="batch", object_id=batch.id, office=batch.custodian_id, reports=len(own),
        revised=len(revised),
    )  # fmt: skip
    return len(own)


@transaction.atomic
def withdraw_batch(batch: Batch, *, by: Reader, why: str) -> int:
    """Withdraw every report of a batch that a cited figure rests on: the rows stay, and count nowhere from now on."""
    require(by, Permission.JUDGE_WITHDRAW, custodian=batch.custodian_id)
    _check(batch, why)
    with scoped(operator()):
        reports = Account.objects.filter(report__batch=batch, withdrawn=False)
        pairs = list(reports.values_list("report_id", "custodian_id"))
        now = timezone.now()
        Judgement.objects.bulk_create(
            Judgement(
                id=uuid7(), custodian_id=by.office_id, custodians=sorted({office, by.office_id}), made_at=now,
                made_by=by.user_id, kind="withdrawn", verdict="holds", why=why.strip(), report_id=report,
            )
            for report, office in pairs
        )  # fmt: skip
    for some in batched([report for report, _ in pairs], AT_A_TIME):
        rederive(some)
    ledger.record(
        "batch.withdrawn", by=by, object_kind="batch", object_id=batch.id, office=batch.custodian_id,
        reports=len(pairs),
    )  # fmt: skip
    return len(pairs)


def _check(batch: Batch, why: str) -> None:
    if batch.undone_at is not None:
        raise OutOfOrder.one("already_undone", N_("This import has been undone already."))
    if not why.strip():
        raise Incomplete.one("reason_missing", N_("Write why the import is taken back."), field="why")


def _revised(batch: Batch) -> list[UUID]:
    """Reports of earlier batches that this one corrected; refused where a later correction rests on it."""
    mine = Revision.objects.filter(batch=batch, number__gt=1)
    later = mine.exclude(until=None).select_related("report").first()
    if later is not None:
        raise OutOfOrder.one(
            "corrected_since",
            N_("Report %(reference)s was corrected after this import; undo that correction first."),
            reference=later.report.reference,
        )
    return list(mine.values_list("report_id", flat=True))


def _remove(batch: Batch) -> None:
    """Delete in the database function that alone may: the application itself cannot delete what was said."""
    with connection.cursor() as cursor:
        cursor.execute("select sanad_undo_batch(%s)", [batch.pk])

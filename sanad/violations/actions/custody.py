"""Handing the custody of a report to another office: asked by one side, accepted by the other.

Everything of the report moves with it, and its sealed values are sealed anew to the office that takes it over. Its
judgements stay those of whoever judged, and are shown to both. Files and the original that it rests on do not move.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from uuid import UUID

from django.db import connection, transaction

from sanad.accounts.actions import approve, ask_approval, notify, use_up
from sanad.accounts.models import Approval, Office
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.accounts.rules import ApprovalKind, NoticeKind
from sanad.accounts.scope import scoped
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.vault.models import Sealed
from sanad.vault.opening import open_sealed
from sanad.vault.process import name_files
from sanad.vault.rules import Purpose
from sanad.vault.sealing import Sealer
from sanad.violations import queries
from sanad.violations.actions.locking import changed_since, deed, hold
from sanad.violations.actions.rederive import forget, rederive
from sanad.violations.actions.rows import Rows
from sanad.violations.actions.sealing import seal_rows
from sanad.violations.models import Act, Evidence, Mention, Report, Revision

REASON = "transfer of custody"


@deed
def ask_transfer(report: Report, *, to: Office, why: str, by: Reader) -> Approval:
    """Offer a report to another office; until somebody there accepts, nothing changes."""
    require(by, Permission.CUSTODY_TRANSFER, custodian=report.custodian_id)
    if to.pk == report.custodian_id:
        raise OutOfOrder.one("kept_already", N_("This office keeps the report already."), "to")
    _require_movable(report)
    asked = ask_approval(ApprovalKind.TRANSFER, report.reference, why=why, by=by, office=to.pk)
    with scoped(operator()):
        Approval.objects.filter(pk=asked.pk).update(custodian=report.custodian_id)
    return asked


@deed
def accept_transfer(approval: Approval, *, by: Reader) -> Report:
    """Take the report over, as somebody of the office to which it was offered."""
    held = approve(approval, by=by)
    with scoped(operator()):
        report = Report.objects.filter(reference=held.about, custodian_id=held.custodian_id).first()
        if report is None:
            raise changed_since()
        _require_movable(report)
    if by.conflicts and by.conflicts & _accused(report):
        raise NotPermitted.one(
            "own_conflict", N_("This report is about an institution to which you are tied. Let somebody else write it.")
        )
    giver, taker = report.custodian_id, held.office_id
    bound = hold({report.pk})
    opened = _open(report, giver, by)
    with scoped(operator()):
        forget(bound)
        Sealed.objects.filter(row_id__in=[row for row, _of in _sealed_rows(report.pk)]).delete()
        with connection.cursor() as cursor:
            cursor.execute("select sanad_move_report(%s, %s)", [report.pk, taker])
        rows = Rows(secrets=[(row, of, content) for (row, of), content in opened.items()])
        seal_rows(Sealer(taker), rows)
    rederive(bound)
    use_up(held, by=by)
    for office in (giver, taker):  # the vault reads the names of both anew
        transaction.on_commit(partial(name_files.remove, office))
    for office in (giver, taker):
        notify(office, NoticeKind.CUSTODY_MOVED, report.pk)
    ledger.record(
        "report.moved", by=by, object_kind="report", object_id=report.pk, office=taker, giver=giver,
        asked_by=held.asked_by_id, sealed=len(opened),
    )  # fmt: skip
    with scoped(operator()):
        return Report.objects.get(pk=report.pk)


def _open(report: Report, giver: int, by: Reader) -> dict[tuple[UUID, str], dict[str, object]]:
    """All sealed values of a report, of every wording; the look is written down under the name of who accepts."""
    eyes = replace(
        by, opens=frozenset({giver}), sees=frozenset({giver}), permissions=by.permissions | {Permission.SEALED_OPEN}
    )
    with scoped(operator()):
        refs = _sealed_rows(report.pk)
        there = set(Sealed.objects.filter(row_id__in=[row for row, _of in refs]).values_list("row_id", "of"))
    refs = [ref for ref in refs if ref in there]
    opened = open_sealed(eyes, refs, reason=REASON, purpose=Purpose.EXPORT) if refs else {}
    if len(opened) != len(refs):
        raise changed_since()
    return opened


def _sealed_rows(report: UUID) -> list[tuple[UUID, str]]:
    def of(rows: Iterable[UUID], name: str) -> list[tuple[UUID, str]]:
        return [(row, name) for row in rows]

    own = {"report_id": report}
    return (
        of(Revision.objects.filter(**own).values_list("id", flat=True), "revision")
        + of(Mention.objects.filter(**own).values_list("id", flat=True), "mention")
        + of(Act.objects.filter(**own).values_list("id", flat=True), "act")
    )


def _accused(report: Report) -> set[int]:
    with scoped(operator()):
        return queries.alleged_in(report.pk)


def _require_movable(report: Report) -> None:
    if Evidence.objects.filter(report=report).exists():
        raise OutOfOrder.one(
            "has_files", N_("This report has files. They are sealed to the office that keeps it, and cannot move yet.")
        )

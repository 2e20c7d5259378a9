"""Handing the custody of a report to another office: asked by one side, accepted by the other.

Everything of the report moves with it, and its sealed values are sealed anew to the office that takes it over. Its
judgements stay those of whoever judged, and are shown to both. Its files move too; the original that it rests on stays.
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
from sanad.vault.originals import move_original
from sanad.vault.process import name_files
from sanad.vault.rules import Purpose
from sanad.vault.sealing import Sealer
from sanad.violations import queries
from sanad.violations.actions.locking import changed_since, deed, hold
from sanad.violations.actions.rederive import forget, rederive
from sanad.violations.actions.rows import Rows
from sanad.violations.actions.sealing import seal_rows
from sanad.violations.models import Act, Evidence, Mention, Report, Revision
from sanad.violations.queries.evidence import KIND

REASON = "transfer of custody"


@deed
def ask_transfer(report: Report, *, to: Office, why: str, by: Reader) -> Approval:
    """Offer a report to another office; until somebody there accepts, nothing changes."""
    require(by, Permission.CUSTODY_TRANSFER, custodian=report.custodian_id)
    if to.pk == report.custodian_id:
        raise OutOfOrder.one("kept_already", N_("This office keeps the report already."), "to")
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
    if by.conflicts and by.conflicts & _accused(report):
        raise NotPermitted.one(
            "own_conflict", N_("This report is about an institution to which you are tied. Let somebody else write it.")
        )
    giver, taker = report.custodian_id, held.office_id
    bound = hold({report.pk})
    opened = _open(report, giver, by)
    sealer = Sealer(taker)
    files = _move_files(report, giver, sealer, by)
    with scoped(operator()):
        forget(bound)
        Sealed.objects.filter(row_id__in=[row for row, _of in _sealed_rows(report.pk)]).delete()
        with connection.cursor() as cursor:
            cursor.execute("select sanad_move_report(%s, %s)", [report.pk, taker])
        rows = Rows(secrets=[(row, of, content) for (row, of), content in opened.items()])
        seal_rows(sealer, rows)
    rederive(bound)
    use_up(held, by=by)
    for office in (giver, taker):  # the vault reads the names of both anew
        transaction.on_commit(partial(name_files.remove, office))
    for office in (giver, taker):
        notify(office, NoticeKind.CUSTODY_MOVED, report.pk)
    ledger.record(
        "report.moved", by=by, object_kind="report", object_id=report.pk, office=taker, giver=giver,
        asked_by=held.asked_by_id, sealed=len(opened), files=len(files),
    )  # fmt: skip
    for file in files:
        ledger.record("evidence.moved", by=by, object_kind=KIND, object_id=file, office=taker, giver=giver)
    with scoped(operator()):
        return Report.objects.get(pk=report.pk)


def _eyes(by: Reader, giver: int) -> Reader:
    """Who accepts, as somebody who may open what the giver keeps, for this one deed."""
    only = frozenset({giver})
    return replace(by, opens=only, sees=only, permissions=by.permissions | {Permission.SEALED_OPEN})


def _move_files(report: Report, giver: int, sealer: Sealer, by: Reader) -> list[UUID]:
    """The keys of its files are wrapped for the taker; a file that was destroyed has none."""
    with scoped(operator()):
        files = list(Evidence.objects.filter(report=report).order_by("id"))
        gone = queries.destroyed_among(files)
        there = [file.pk for file in files if file.pk not in gone]
        for file in there:
            move_original(_eyes(by, giver), file, to=sealer, reason=REASON)
    return there


def _open(report: Report, giver: int, by: Reader) -> dict[tuple[UUID, str], dict[str, object]]:
    """All sealed values of a report, of every wording; the look is written down under the name of who accepts."""
    with scoped(operator()):
        refs = _sealed_rows(report.pk)
        there = set(Sealed.objects.filter(row_id__in=[row for row, _of in refs]).values_list("row_id", "of"))
    refs = [ref for ref in refs if ref in there]
    opened = open_sealed(_eyes(by, giver), refs, reason=REASON, purpose=Purpose.EXPORT) if refs else {}
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
        + of(Evidence.objects.filter(**own).values_list("id", flat=True), KIND)
    )


def _accused(report: Report) -> set[int]:
    with scoped(operator()):
        return queries.alleged_in(report.pk)

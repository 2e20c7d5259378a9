"""Opening a single record of another office in an emergency: one asks, another decides, its keeper is told.

Whoever asks types the reference, and no answer tells whether there is such a record. What conflicts close stays closed.
"""

from sanad.accounts.actions import approve, ask_approval, notify
from sanad.accounts.actions.approvals import open_report
from sanad.accounts.models import Approval
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.accounts.rules import ApprovalKind, NoticeKind
from sanad.accounts.scope import scoped
from sanad.kit.references import read_reference
from sanad.ledger import actions as ledger
from sanad.violations.actions.locking import deed
from sanad.violations.models import Report


@deed
def ask_to_open(reference: str, *, why: str, by: Reader) -> Approval:
    """Ask the second person; the same whether or not there is a report of this reference."""
    require(by, Permission.GLASS_ASK)
    return ask_approval(ApprovalKind.BREAK_GLASS, read_reference(reference), why=why, by=by)


@deed
def open_in_emergency(approval: Approval, *, by: Reader) -> Approval:
    """Agree: whoever asked sees this one report for some hours, and the head of its keeper is told."""
    held = approve(approval, by=by)
    with scoped(operator()):
        found = Report.objects.filter(reference=held.about).values("id", "custodian_id").first()
    if found is not None:
        custodian = found["custodian_id"]
        open_report(held, found["id"], custodian)
        notify(custodian, NoticeKind.GLASS_BROKEN, held.pk)
        ledger.record(
            "glass.broken", by=by, object_kind="report", object_id=found["id"], office=custodian,
            approval=str(held.pk), asked_by=held.asked_by_id,
        )  # fmt: skip
    return held

"""Interventions: what somebody did about an event. Rows are added and closed; one entered in error is withdrawn."""

from dataclasses import dataclass, fields
from uuid import UUID

from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.dates import PartialDate
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.vault.names import named_in
from sanad.violations import queries
from sanad.violations.actions.locking import changed_since, deed
from sanad.violations.actions.reasons import reason
from sanad.violations.actions.rows import edges
from sanad.violations.models import Event, Intervention, Report
from sanad.violations.rules.clear import INTERVENTION, reasons_against_clear


@dataclass(frozen=True)
class InterventionDraft:
    """What is said of an intervention; codes and institutions are ids, None where not stated."""

    type_id: int
    institution_id: int | None = None
    addressed_id: int | None = None
    happened: PartialDate | None = None
    response_id: int | None = None
    impact_id: int | None = None
    text: str = ""


@deed
def record_intervention(event: Event, draft: InterventionDraft, *, by: Reader) -> Intervention:
    """Write down what somebody did about an event of which the own office keeps an account."""
    require(by, Permission.REPORT_CORRECT)
    report = queries.oldest_kept_report_of(by, event)
    if report is None:
        raise changed_since()
    _check(draft)
    _check_text(draft.text, report, by)
    number = uuid7()
    made = Intervention.objects.create(
        id=number, root=number, report=report, custodian_id=report.custodian_id, made_at=timezone.now(),
        made_by=by.user_id, **_columns(draft),
    )  # fmt: skip
    _record("intervention.recorded", made, by)
    return made


@deed
def correct_intervention(root: UUID, draft: InterventionDraft, *, seen: int, why: str, by: Reader) -> Intervention:
    """Write what is known now, such as the response; the earlier row stays. `seen`: the number that was read."""
    before = _held(root, seen, by)
    _check(draft)
    if draft.text != before.text:
        _check_text(draft.text, before.report, by)
    made = _follow(before, by, why, **_columns(draft))
    _record("intervention.corrected", made, by)
    return made


@deed
def withdraw_intervention(root: UUID, *, seen: int, why: str, by: Reader) -> Intervention:
    """Entered in error: it stays on record and is shown struck out."""
    before = _held(root, seen, by)
    if before.withdrawn:
        raise OutOfOrder.one("already_withdrawn_so", N_("This intervention has been withdrawn already."))
    made = _follow(before, by, why, withdrawn=True)
    _record("intervention.withdrawn", made, by)
    return made


@deed
def restore_intervention(root: UUID, *, seen: int, why: str, by: Reader) -> Intervention:
    """Undo the last correction or withdrawal: what stood before stands again, as a further row."""
    last = _held(root, seen, by)
    before = Intervention.objects.filter(root=last.root, number=last.number - 1).first()
    if before is None:
        raise OutOfOrder.one("nothing_before", N_("Nothing stood there before. Withdraw it instead."))
    copied = {name: getattr(before, name) for name in (*COPIED, "withdrawn")}
    made = _follow(last, by, why, **copied)
    _record("intervention.restored", made, by)
    return made


COPIED = (
    "type_id", "institution_id", "addressed_id", "happened", "happened_first", "happened_last", "response_id",
    "impact_id", "text",
)  # fmt: skip


def _held(root: UUID, seen: int, by: Reader) -> Intervention:
    """The row that holds now, held until the end; refused where somebody has written a newer one."""
    row = Intervention.objects.select_for_update(no_key=True).filter(root=root, until=None).first()
    if row is None:
        raise changed_since()
    require(by, Permission.REPORT_CORRECT, custodian=row.custodian_id)
    if row.number != seen:
        raise changed_since()
    return row


def _follow(before: Intervention, by: Reader, why: str, **changed: object) -> Intervention:
    number = before.number + 1
    Intervention.objects.filter(pk=before.pk).update(until=number)
    said = {name: getattr(before, name) for name in COPIED} | {"withdrawn": False} | changed
    return Intervention.objects.create(
        root=before.root, report_id=before.report_id, custodian_id=before.custodian_id, number=number,
        made_at=timezone.now(), made_by=by.user_id, why=reason(why), **said,
    )  # fmt: skip


def _columns(draft: InterventionDraft) -> dict[str, object]:
    text, first, last = edges(draft.happened)
    said = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return said | {"happened": text, "happened_first": first, "happened_last": last}


def _check(draft: InterventionDraft) -> None:
    day = draft.happened
    first = day.earliest() if day else None
    if first is not None and first > timezone.localdate():
        raise Incomplete.one("not_yet_happened", N_("This day has not come yet."), field="happened")


def _check_text(text: str, report: Report, by: Reader) -> None:
    """It is read by everybody who may open the event: it names nobody of it, as the summary of a report does not.

    While the vault is locked a text cannot be compared and waits; all else of an intervention is written down.
    """
    reasons = reasons_against_clear(text, INTERVENTION, named=False)
    if not reasons:
        named = named_in(by, text, queries.sealed_mentions_beside(by, report))
        reasons = reasons_against_clear(text, INTERVENTION, named=named)
    if reasons:
        raise Incomplete(reasons)


def _record(action: str, row: Intervention, by: Reader) -> None:
    ledger.record(
        action, by=by, object_kind="intervention", object_id=row.root, office=row.custodian_id,
        report=str(row.report_id), number=row.number,
    )  # fmt: skip

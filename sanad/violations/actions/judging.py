"""Judgements: verified, rejected, withdrawn, chosen; each with its reason, each undone by a further one."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.actions.rederive import rederive
from sanad.violations.models import Event, Involvement, Judgement, Report, Violation

VERDICTS = frozenset({"new", "under_review", "verified", "inconclusive", "rejected"})


@transaction.atomic
def judge_violations(
    violations: Iterable[Violation], verdict: str, *, why: str, by: Reader, standard: int | None = None
) -> list[Judgement]:
    """Say whether these violations are established, by which standard of proof, and why."""
    _check_verdict(verdict)
    made = []
    for violation in violations:
        _require_kept(by, Permission.JUDGE_VERIFY, violation.custodians)
        made.append(
            _judge(
                by,
                why,
                Judgement.Kind.VERIFICATION,
                verdict,
                violation.custodians,
                act=violation.id,
                standard_id=standard,
            )
        )
    rederive(queries.reports_of_acts(j.act for j in made if j.act))
    for judgement in made:
        ledger.record(
            f"violation.{verdict}", by=by, object_kind="violation", object_id=judgement.act,
            office=judgement.custodian_id, judgement=str(judgement.id),
        )  # fmt: skip
    return made


def judge_event(event: Event, verdict: str, *, why: str, by: Reader, standard: int | None = None) -> list[Judgement]:
    """A batch: the same verdict on every violation of the event."""
    violations = list(event.found.order_by("id"))
    if not violations:
        raise OutOfOrder.one("nothing_to_judge", N_("This event has no violation that could be judged."))
    return judge_violations(violations, verdict, why=why, by=by, standard=standard)


@transaction.atomic
def judge_attribution(involvement: Involvement, verdict: str, *, why: str, by: Reader) -> Judgement:
    """Say whether the attribution to an alleged perpetrator is established; apart from the violation itself."""
    require(by, Permission.JUDGE_VERIFY, custodian=involvement.custodian_id)
    _check_verdict(verdict)
    judgement = _judge(
        by, why, Judgement.Kind.ATTRIBUTION, verdict, [involvement.custodian_id], involvement=involvement.root
    )
    rederive([involvement.report_id])
    ledger.record(
        f"attribution.{verdict}", by=by, object_kind="involvement", object_id=involvement.root,
        office=involvement.custodian_id, judgement=str(judgement.id),
    )  # fmt: skip
    return judgement


@transaction.atomic
def withdraw_report(report: Report, *, why: str, by: Reader) -> Judgement:
    """Entered in error: the report stays readable and counts nowhere."""
    require(by, Permission.JUDGE_WITHDRAW, custodian=report.custodian_id)
    if report.account.withdrawn:
        raise OutOfOrder.one("already_withdrawn", N_("This report has been withdrawn already."))
    judgement = _judge(by, why, Judgement.Kind.WITHDRAWN, "holds", [report.custodian_id], report=report)
    rederive([report.id])
    ledger.record(
        "report.withdrawn", by=by, object_kind="report", object_id=report.id, office=report.custodian_id,
        judgement=str(judgement.id),
    )  # fmt: skip
    return judgement


@transaction.atomic
def choose_toll(mention: UUID, bounds: tuple[int | None, int | None, int | None], *, why: str, by: Reader) -> Judgement:
    """Choose least, best and most of a group where accounts differ; toll has no default."""
    low, best, high = bounds
    report = queries.report_of_mention(mention)
    require(by, Permission.JUDGE_VERIFY, custodian=report.custodian_id)
    value = {"min": low, "best": best, "max": high}
    judgement = _judge(
        by, why, Judgement.Kind.CHOSEN, "holds", [report.custodian_id], mention=mention, field="toll", value=value
    )
    _rederive_and_record(judgement, report, by)
    return judgement


@transaction.atomic
def choose_value(act: UUID, field: str, prefer: UUID, *, why: str, by: Reader) -> Judgement:
    """Let one account's value of a field stand where accounts differ."""
    report = queries.report_of_act(act)
    require(by, Permission.JUDGE_VERIFY, custodian=report.custodian_id)
    judgement = _judge(
        by, why, Judgement.Kind.CHOSEN, "holds", [report.custodian_id], act=act, field=field,
        value={"prefer": str(prefer)},
    )  # fmt: skip
    _rederive_and_record(judgement, report, by)
    return judgement


@transaction.atomic
def undo_judgement(judgement: Judgement, *, why: str, by: Reader) -> Judgement:
    """The judgement holds no longer; both stay on record."""
    needed = Permission.JUDGE_WITHDRAW if judgement.kind == Judgement.Kind.WITHDRAWN else Permission.JUDGE_VERIFY
    _require_kept(by, needed, judgement.custodians)
    if Judgement.objects.filter(undoes=judgement).exists():
        raise OutOfOrder.one("already_undone", N_("This judgement has been undone already."))
    undone = _judge(by, why, Judgement.Kind.UNDONE, "holds", judgement.custodians, undoes=judgement)
    rederive(queries.reports_judged_by(judgement))
    ledger.record(
        "judgement.undone", by=by, object_kind="judgement", object_id=judgement.id, office=judgement.custodian_id
    )
    return undone


def _judge(by: Reader, why: str, kind: str, verdict: str, custodians: Iterable[int], **of: object) -> Judgement:
    if not why.strip():
        raise Incomplete.one("reason_missing", N_("Write why: a judgement without a reason is not kept."), field="why")
    return Judgement.objects.create(
        custodian_id=by.office_id, custodians=sorted({*custodians, by.office_id}), made_at=timezone.now(),
        made_by=by.user_id, kind=kind, verdict=verdict, why=why.strip(), **of,
    )  # fmt: skip


def _require_kept(by: Reader, permission: Permission, custodians: Iterable[int]) -> None:
    """Whoever keeps one of the accounts may judge what follows from all of them."""
    require(by, permission, custodian=next((office for office in custodians if office in by.keeps), -1))


def _check_verdict(verdict: str) -> None:
    if verdict not in VERDICTS:
        raise ValueError(f"no verdict {verdict!r}")


def _rederive_and_record(judgement: Judgement, report: Report, by: Reader) -> None:
    rederive([report.id])
    ledger.record(
        "value.chosen", by=by, object_kind="report", object_id=report.id, office=report.custodian_id,
        judgement=str(judgement.id), field=judgement.field,
    )  # fmt: skip

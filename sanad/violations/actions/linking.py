"""Judgements on two rows: one event, one entry typed in twice, one person; or not, or nobody can say."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.actions.bonds import Held
from sanad.violations.actions.judging import bound
from sanad.violations.actions.locking import changed_since, deed, hold
from sanad.violations.actions.reasons import reason
from sanad.violations.actions.rederive import rederive
from sanad.violations.models import Account, Judgement, Report
from sanad.violations.rules import Bonds
from sanad.violations.rules.bonds import PERSONS

VERDICTS = frozenset({"same", "different", "unsure"})


@deed
def judge_same_event(report: Report, other: Report, verdict: str, *, why: str, by: Reader) -> Judgement:
    """Say whether two reports are accounts of one event. The latest word on the two counts."""
    _require_one_kept(by, report, other)
    made = _link_reports(Judgement.Kind.SAME_EVENT, report, other, verdict, why, by)
    return _derived_and_recorded(made, [report, other], by)


@deed
def judge_same_entry(report: Report, other: Report, verdict: str, *, why: str, by: Reader) -> Judgement:
    """Say whether `other` is the same entry once more; then it is withdrawn, and `report` stays."""
    _require_one_kept(by, report, other)
    if verdict == "same":
        require(by, Permission.JUDGE_WITHDRAW, custodian=other.custodian_id)
    hold([report.pk, other.pk])
    if verdict == "same" and Account.objects.filter(report__in=[report, other], withdrawn=True).exists():
        raise OutOfOrder.one("already_withdrawn", N_("This report has been withdrawn already."))
    made = _link_reports(Judgement.Kind.SAME_ENTRY, report, other, verdict, why, by)
    return _derived_and_recorded(made, [report, other], by)


@deed
def judge_same_person(mention: UUID, other: UUID, verdict: str, *, why: str, by: Reader) -> Judgement:
    """Say whether two mentions, by their roots, describe one person. Groups never match across events."""
    _require_two(mention, other)
    reports = [queries.report_with_mention(by, root) for root in (mention, other)]
    one, two = reports
    if one is None or two is None:
        raise changed_since()
    _require_one_kept(by, one, two)
    held = Held.of([one.pk, two.pk])
    if verdict == "same":
        held.require_free(mention, other, PERSONS)
    made = link(
        Judgement.Kind.SAME_PERSON, _checked(verdict), by=by, why=reason(why), mention=mention, other_mention=other,
        custodians=[one.custodian_id, two.custodian_id],
    )  # fmt: skip
    held.require_sensible(mention, other, verdict, PERSONS)
    return _derived_and_recorded(made, [one, two], by)


@deed
def part_person(person: UUID, part: Collection[UUID], *, why: str, by: Reader) -> list[Judgement]:
    """Take these mentions, by root, out of a person: every link by which they hang on the rest is judged anew."""
    whole = queries.mentions_of_person(person)
    if not part or not whole.issuperset(part):
        raise changed_since()
    if whole == set(part):
        raise OutOfOrder.one("nobody_left", N_("Leave at least one record with the person, or nothing is parted."))
    held = Held.of([queries.report_of_mention(root) for root in sorted(whole)])
    made_at, made, bound_reports = timezone.now(), [], []
    for one, other in sorted(Bonds(held.pairs, PERSONS).crossing(part)):
        seen = [queries.report_with_mention(by, root) for root in (one, other)]
        reports = [report for report in seen if report is not None]
        if len(reports) < len(seen):
            raise NotPermitted.one("not_permitted", N_("A link to a record that your office does not see holds them."))
        _require_one_kept(by, *reports)
        made.append(
            link(
                Judgement.Kind.SAME_PERSON, "different", by=by, why=reason(why), mention=one, other_mention=other,
                custodians=[report.custodian_id for report in reports], made_at=made_at,
            )
        )  # fmt: skip
        bound_reports.append(reports)
    if not made:  # they are one by their account: the same row of a list
        raise OutOfOrder.one("held_by_nothing", N_("No judgement put these together, so none can part them."))
    held.require_nothing_orphaned()
    for judgement, reports in zip(made, bound_reports, strict=True):
        _derived_and_recorded(judgement, reports, by)
    return made


def link(kind: str, verdict: str, *, by: Reader, why: str, custodians: Iterable[int], **of: object) -> Judgement:
    """One judgement on two rows, kept in sight of all who keep one of them."""
    assert by.office_id is not None
    said = {"made_at": timezone.now(), **of}
    return Judgement.objects.create(
        kind=kind, verdict=verdict, custodian_id=by.office_id, custodians=sorted({*custodians, by.office_id}),
        made_by=by.user_id, why=why, **said,
    )  # fmt: skip


def _link_reports(kind: str, report: Report, other: Report, verdict: str, why: str, by: Reader) -> Judgement:
    _require_two(report.pk, other.pk)
    held = Held.of([report.pk, other.pk])
    if verdict == "same":
        held.require_free(report.pk, other.pk, kind)
    made = link(
        kind, _checked(verdict), by=by, why=reason(why), report=report, other_report=other,
        custodians=[report.custodian_id, other.custodian_id],
    )  # fmt: skip
    held.require_sensible(report.pk, other.pk, verdict, kind)
    return made


def _require_two(one: UUID, other: UUID) -> None:
    if one == other:
        raise OutOfOrder.one("the_same_record", N_("This is one and the same record; choose two."))


def _checked(verdict: str) -> str:
    if verdict not in VERDICTS:
        raise ValueError(f"no verdict {verdict!r}")
    return verdict


def _require_one_kept(by: Reader, report: Report, other: Report) -> None:
    """Whoever sees both and keeps one of them may say how they belong together."""
    for each in (report, other):
        require(by, Permission.REPORT_READ, custodian=each.custodian_id)
    kept = report if report.custodian_id in by.keeps else other
    require(by, Permission.JUDGE_LINK, custodian=kept.custodian_id)


def _derived_and_recorded(made: Judgement, reports: list[Report], by: Reader) -> Judgement:
    rederive([report.pk for report in reports])
    ledger.record(
        f"{made.kind}.{made.verdict}", by=by, object_kind="report", object_id=reports[0].pk,
        office=made.custodian_id, other=str(reports[1].pk), **bound(made),
    )  # fmt: skip
    return made
